import Foundation
import Testing

@Suite struct TwinCommandTests {
  let schools = Vetmatch.project.appendingPathComponent("datasets/v2v/schools.csv").path

  /// The pairs of the project, by the schools of the Western Balkans.
  private let real = [
    "danilo-kis": "apro", "sssk": "noorderpoort", "ferizaj": "sedu", "ivan-uskokovic": "sic",
    "diakonie": "gsc",
  ]

  private func pairs(_ run: CommandRun) -> [String: String] {
    let pairs = run.json?["pairs"] as? [[String: Any]] ?? []
    return Dictionary(
      pairs.map { ($0["wb"] as? String ?? "", $0["eu"] as? String ?? "") },
      uniquingKeysWith: { first, _ in first })
  }

  @Test func `the twins of VET to VET are found from the profiles of the schools`() throws {
    let run = try Vetmatch.run("twin", schools, "--json")
    #expect(run.status == 0, "\(run.errors)")
    #expect(pairs(run) == real)
    // Without anybody's wishes fields, languages and distances are left.
    let scratch = try Scratch()
    let rows = try String(contentsOfFile: schools, encoding: .utf8).split(separator: "\n")
    let header = rows[0].replacingOccurrences(of: "wishes", with: "was_wishes")
    try scratch.write(
      ([header] + rows.dropFirst().map(String.init)).joined(separator: "\n"), to: "s.csv")
    #expect(pairs(try Vetmatch.run("twin", scratch.path("s.csv"), "--json")) == real)
  }

  @Test func `twins of a round, pairs with runner-ups and schools without are written`() throws {
    let scratch = try Scratch()
    let run = try Vetmatch.run(
      "twin", schools, "--require", "sector", "--max-km", "1200", "-o", scratch.path("out"))
    #expect(run.status == 0, "\(run.errors)")
    #expect(
      try scratch.names(in: "out") == ["pairs.csv", "summary.json", "twins.csv", "unmatched.csv"])
    let twins = try scratch.text("out/twins.csv")
    #expect(twins.hasPrefix("organisation,host\napro,danilo-kis\ndanilo-kis,apro\n"))
    let unmatched = try scratch.text("out/unmatched.csv")
    #expect(unmatched.contains("sedu,SEDU,FI,eu,\"no school may be its twin:"))
    #expect(try scratch.text("out/pairs.csv").contains("→"))
    let book = try Vetmatch.run("twin", schools, "-o", scratch.path("twins.xlsx"))
    #expect(book.status == 0)
  }

  @Test func `headers_csv beside the table names its columns and is an input`() throws {
    let scratch = try Scratch()
    try scratch.write("Schule,side\na,eu\nb,wb\n", to: "in/schools.csv")
    let twin = ["twin", scratch.path("in/schools.csv"), "-o", scratch.path("out")]
    #expect(try Vetmatch.run(twin).status == 65)
    try scratch.write("table,column,header\nschools,school,Schule\n", to: "in/headers.csv")
    #expect(try Vetmatch.run(twin).status == 0)
    let summary = try JSONSerialization.jsonObject(with: scratch.bytes("out/summary.json"))
    let inputs = try #require((summary as? [String: Any])?["inputs"] as? [[String: Any]])
    #expect(inputs.map { $0["file"] as? String } == ["schools.csv", "headers.csv"])
  }

  @Test func `what is no workbook of schools is refused`() throws {
    let scratch = try Scratch()
    // The sheet `pairs` of a workbook that was written is no table of schools.
    #expect(try Vetmatch.run("twin", schools, "-o", scratch.path("twins.xlsx")).status == 0)
    #expect(try Vetmatch.run("twin", scratch.path("twins.xlsx")).status == 65)
    try scratch.write("not a workbook", to: "schools.xlsx")
    #expect(try Vetmatch.run("twin", scratch.path("schools.xlsx")).status == 65)
    #expect(try Vetmatch.run("twin", scratch.path("none.xlsx")).status == 66)
  }

  @Test func `the order of rows changes nothing`() throws {
    let scratch = try Scratch()
    let rows = try String(contentsOfFile: schools, encoding: .utf8).split(separator: "\n")
    let turned = ([rows[0]] + rows.dropFirst().reversed()).joined(separator: "\n")
    try scratch.write(turned, to: "turned.csv")
    let (one, other) = (scratch.path("one"), scratch.path("other"))
    #expect(try Vetmatch.run("twin", schools, "-o", one).status == 0)
    #expect(try Vetmatch.run("twin", scratch.path("turned.csv"), "-o", other).status == 0)
    for table in ["twins", "pairs", "unmatched"] {
      #expect(try scratch.text("one/\(table).csv") == scratch.text("other/\(table).csv"))
    }
  }

  @Test func `wrong tables, options and places are refused, and no input is replaced`() throws {
    let scratch = try Scratch()
    try scratch.write("school,side\na,eu\na,wb\n", to: "bad.csv")
    #expect(try Vetmatch.run("twin", scratch.path("bad.csv")).status == 65)
    #expect(try Vetmatch.run("twin", scratch.path("none.csv")).status == 66)
    #expect(try Vetmatch.run("twin", schools, "--min-level", "B9").status == 64)
    #expect(try Vetmatch.run("twin", schools, "--require", "luck").status == 64)
    #expect(try Vetmatch.run("twin", schools, "--max-km", "-1").status == 64)
    try scratch.write("school,side\na,eu\nb,wb\n", to: "pairs.csv")
    let run = try Vetmatch.run("twin", scratch.path("pairs.csv"), "-o", scratch.path(""))
    #expect(run.status == 73)
    #expect(try scratch.text("pairs.csv") == "school,side\na,eu\nb,wb\n")
  }

  @Test func `nobody to twin is an empty answer, not an error`() throws {
    let scratch = try Scratch()
    try scratch.write("school,side\na,eu\n", to: "one.csv")
    let run = try Vetmatch.run("twin", scratch.path("one.csv"))
    #expect(run.status == 0)
    #expect(run.output.contains("0 pairs") && run.output.contains("1 school has no twin"))
  }

  @Test func `a name that a spreadsheet would run is written as text`() throws {
    let scratch = try Scratch()
    try scratch.write("school,side,name\na,eu,=1+1\nb,wb,@x\n", to: "s.csv")
    #expect(try Vetmatch.run("twin", scratch.path("s.csv"), "-o", scratch.path("out")).status == 0)
    let pairs = try scratch.text("out/pairs.csv")
    #expect(pairs.contains("a,'=1+1,") && pairs.contains("b,'@x,"))
  }
}
