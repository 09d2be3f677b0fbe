import Foundation
import RoundFiles
import Testing

/// Rounds and plans as workbooks, from the command line.
@Suite struct WorkbookCommandTests {
  @Test func `a round gives the same plan from its workbook as from its folder`() throws {
    let scratch = try Scratch()
    let folder = Vetmatch.conformance("28-group-with-leader-and-minimum")
    let book = scratch.path("round.xlsx")
    #expect(try Vetmatch.run("convert", folder, "-o", book).status == 0)
    #expect(try Vetmatch.run("check", book).status == 0)
    for (round, out) in [(folder, "one"), (book, "other")] {
      #expect(try Vetmatch.run("allocate", round, "-o", scratch.path(out)).status == 0)
    }
    for file in ["placements.csv", "unplaced.csv", "reserves.csv"] {
      #expect(try scratch.text("one/\(file)") == scratch.text("other/\(file)"), "\(file)")
    }
    #expect(try scratch.text("other/summary.json").contains("\"file\": \"round.xlsx\""))
    #expect(try Vetmatch.run("verify", book, scratch.path("one/placements.csv")).status == 0)
    #expect(try Vetmatch.run("export", book, "-o", scratch.path("models")).status == 0)
  }

  @Test func `a plan in a workbook has the sheets of its tables, and verify reads it`() throws {
    let scratch = try Scratch()
    let round = Vetmatch.conformance("10-leaders")
    let plan = scratch.path("plan.xlsx")
    #expect(try Vetmatch.run("allocate", round, "-o", plan).status == 0)
    let first = try scratch.bytes("plan.xlsx")
    #expect(try Vetmatch.run("allocate", round, "-o", plan).status == 0)
    #expect(try scratch.bytes("plan.xlsx") == first)
    let check = try Vetmatch.run("verify", round, plan, "--json")
    #expect(check.status == 0)
    let expected = try #require(Vetmatch.expected("10-leaders")["values"] as? [String: Int])
    #expect(check.json?.tierValues?.filter { expected[$0.key] != nil } == expected)
  }

  @Test func `a folder comes back from a workbook byte for byte`() throws {
    let scratch = try Scratch()
    for name in try Vetmatch.conformanceNames() {
      let folder = Vetmatch.conformance(name)
      let (book, back) = (scratch.path("\(name).xlsx"), scratch.path(name))
      #expect(try Vetmatch.run("convert", folder, "-o", book).status == 0, "\(name)")
      #expect(try Vetmatch.run("convert", book, "-o", back).status == 0, "\(name)")
      for file in try scratch.names(in: name) {
        let original = try Data(contentsOf: URL(filePath: folder + "/" + file))
        #expect(try scratch.bytes("\(name)/\(file)") == original, "\(name)/\(file)")
      }
    }
  }

  @Test func `the template checks clean and has a best plan, as a workbook and as a folder`() throws
  {
    let scratch = try Scratch()
    for name in ["template.xlsx", "template"] {
      let round = scratch.path(name)
      #expect(try Vetmatch.run("template", "-o", round).status == 0)
      let check = try Vetmatch.run("check", round, "--json")
      #expect(check.status == 0 && (check.json?["findings"] as? [Any])?.isEmpty == true)
      #expect(try Vetmatch.run("allocate", round, "-o", scratch.path("p-" + name)).status == 0)
    }
    #expect(try scratch.text("p-template/unplaced.csv").contains("a05"))
  }

  @Test func `findings name the sheet, its row and its column`() throws {
    let scratch = try Scratch()
    let folder = try scratch.copy(of: "01-seats-and-points", as: "round")
    try scratch.append("x,nobody,m1,,,,,1,\n", to: "round/applications.csv")
    let book = scratch.path("book.xlsx")
    #expect(try Vetmatch.run("convert", folder, "-o", book).status == 0)
    let run = try Vetmatch.run("check", book, "--json")
    #expect(run.status == 65)
    let findings = run.json?["findings"] as? [[String: Any]] ?? []
    #expect(findings.contains { $0["file"] as? String == "book.xlsx:applications" })
  }

  @Test func `a workbook is repaired into tables that are in order`() throws {
    let scratch = try Scratch()
    let folder = try scratch.copy(of: "10-leaders", as: "round")
    let sessions = try scratch.text("round/sessions.csv").replacing("2022-06-01", with: "1.6.2022.")
    try scratch.write(sessions, to: "round/sessions.csv")
    let book = scratch.path("book.xlsx")
    #expect(try Vetmatch.run("convert", folder, "-o", book).status == 0)
    let run = try Vetmatch.run(
      "check", book, "--fix", scratch.path("fixed"), "--findings", scratch.path("list.csv"))
    #expect(run.status == 0, "\(run.output)")
    #expect(try scratch.text("list.csv").contains("book.xlsx:sessions"))
    #expect(try scratch.text("fixed/sessions.csv").contains("2022-06-01"))
    #expect(try Vetmatch.run("check", scratch.path("fixed")).status == 0)
  }

  @Test func `what is no workbook is a finding, and nothing is written over it`() throws {
    let scratch = try Scratch()
    try scratch.write("application,session\n", to: "plan.xlsx")
    for arguments in [["check", "plan.xlsx"], ["convert", "plan.xlsx", "-o", "out"]] {
      let isPath = { (word: String) in word.contains(".") || word == "out" }
      let run = try Vetmatch.run(arguments.map { isPath($0) ? scratch.path($0) : $0 })
      #expect(run.status == 65 && run.output.contains("a workbook of the format .xlsx"))
    }
    #expect(!scratch.exists("out"))
    #expect(try Vetmatch.run("check", scratch.path("none.xlsx")).status == 66)
    let round = try scratch.copy(of: "01-seats-and-points", as: "round")
    let own = try Vetmatch.run("convert", round, "-o", scratch.path("none/round.xlsx"))
    #expect(own.status == 73)
    #expect(try Vetmatch.run("convert", round, "-o", round).status == 73)
  }

  @Test func `a missing sheet is asked for as a sheet, and the sheets that are there are named`()
    throws
  {
    let scratch = try Scratch()
    _ = try scratch.copy(of: "01-seats-and-points", as: "round")
    try scratch.write(try scratch.text("round/streams.csv"), to: "round/Notes.csv")
    try FileManager.default.removeItem(atPath: scratch.path("round/streams.csv"))
    try TypedWorkbook(folder: scratch.path("round")).write(to: scratch.path("round.xlsx"))
    let run = try Vetmatch.run("check", scratch.path("round.xlsx"), "--json")
    let findings = run.json?["findings"] as? [[String: Any]] ?? []
    #expect(findings.map { $0["kind"] as? String } == ["missing-table"], "notes are not rates")
    let expected = try #require(findings.first?["expected"] as? String)
    #expect(expected.hasPrefix("a sheet of this name") && expected.contains("Notes, applications"))
    #expect(
      try advice(run.json) == "Add a sheet of this name, or rename the one that holds the table.")
    try scratch.write("stream,title\n", to: "round/streams.csv")
    try scratch.write("session,stream\n", to: "round/sessions.csv")
    try TypedWorkbook(folder: scratch.path("round")).write(to: scratch.path("round.xlsx"))
    let columns = try Vetmatch.run("check", scratch.path("round.xlsx"), "--json")
    #expect(try advice(columns.json).contains("say in the sheet headers which"))
  }

  /// What is to be done about the first kind of findings.
  private func advice(_ json: [String: Any]?) throws -> String {
    let groups = try #require(json?["groups"] as? [[String: Any]])
    return try #require(groups.first?["advice"] as? String)
  }

  @Test func `plans are compared from the folders that allocate wrote`() throws {
    let scratch = try Scratch()
    let (round, plan) = (Vetmatch.conformance("10-leaders"), scratch.path("plan"))
    #expect(try Vetmatch.run("allocate", round, "-o", plan).status == 0)
    #expect(try Vetmatch.run("compare", round, plan, plan + "/placements.csv").status == 0)
  }

  @Test func `a folder with other tables is not mixed with those of a workbook`() throws {
    let scratch = try Scratch()
    let round = Vetmatch.conformance("01-seats-and-points")
    #expect(try Vetmatch.run("convert", round, "-o", scratch.path("r.xlsx")).status == 0)
    try scratch.write("twin\n", to: "out/twins.csv")
    let run = try Vetmatch.run("convert", scratch.path("r.xlsx"), "-o", scratch.path("out"))
    #expect(run.status == 73)
    #expect(try scratch.names(in: "out") == ["twins.csv"])
  }
}
