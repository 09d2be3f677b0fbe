import Foundation
import Testing

@Suite struct ReportCommandTests {
  /// A plan of a round, in the folder `out`.
  private func plan(_ round: String, _ scratch: Scratch) throws -> String {
    #expect(try Vetmatch.run("allocate", round, "-o", scratch.path("out"), "-q").status == 0)
    return scratch.path("out/placements.csv")
  }

  private func page(_ scratch: Scratch, _ arguments: String...) throws -> String {
    let run = try Vetmatch.run(["report"] + arguments + ["-o", scratch.path("page.html")])
    #expect(run.status == 0, "\(run.output)\(run.errors)")
    return try scratch.text("page.html")
  }

  @Test func `every round of the contract that has a plan has a page that needs nothing else`()
    throws
  {
    let scratch = try Scratch()
    for name in try Vetmatch.conformanceNames() {
      let expected = try Vetmatch.expected(name)
      guard expected["status"] as? String == "optimal" else { continue }
      let round = Vetmatch.conformance(name)
      let page = try page(scratch, round, try plan(round, scratch))
      #expect(page.hasPrefix("<!DOCTYPE html>") && page.contains("Proven: no plan is better"))
      for outside in ["http:", "https:", "url(", "@import", "src=", "<link", " style="] {
        #expect(!page.contains(outside), "\(name): \(outside)")
      }
      #expect(page.contains("default-src 'none'".replacing("'", with: "&#39;")), "\(name)")
    }
  }

  @Test func `proof is claimed only where the record beside the plan is of this round and plan`()
    throws
  {
    let scratch = try Scratch()
    let round = try scratch.copy(of: "01-seats-and-points", as: "round")
    let plan = try plan(round, scratch)
    #expect(try page(scratch, round, plan).contains("class=\"verdict good\""))
    try scratch.append("\n", to: "round/streams.csv")
    #expect(try page(scratch, round, plan).contains("class=\"verdict plain\""))
    try FileManager.default.removeItem(atPath: scratch.path("out/summary.json"))
    #expect(try page(scratch, round, plan).contains("class=\"verdict plain\""))
    try scratch.write(String(repeating: "[", count: 100_000), to: "out/summary.json")
    #expect(try page(scratch, round, plan).contains("class=\"verdict plain\""))
  }

  @Test func `names are shown and never run`() throws {
    let scratch = try Scratch()
    let round = try scratch.copy(of: "01-seats-and-points", as: "round")
    let names = ["<script>alert(1)</script>", "O'Neil & \"sons\"", "\u{202E}evil"]
    var lines = try scratch.text("round/participants.csv").split(separator: "\n").map(String.init)
    let column = try #require(lines[0].split(separator: ",").firstIndex(of: "name"))
    for (place, name) in names.enumerated() {
      var cells = lines[place + 1].split(separator: ",", omittingEmptySubsequences: false)
        .map(String.init)
      cells[column] = "\"" + name.replacing("\"", with: "\"\"") + "\""
      lines[place + 1] = cells.joined(separator: ",")
    }
    try scratch.write(lines.joined(separator: "\n") + "\n", to: "round/participants.csv")
    let page = try page(scratch, round, try plan(round, scratch))
    #expect(page.contains("<bdi>&lt;script&gt;alert(1)&lt;/script&gt;</bdi>"))
    #expect(page.contains("<bdi>O&#39;Neil &amp; &quot;sons&quot;</bdi>"))
    #expect(page.contains("<bdi>\u{202E}evil</bdi>"))
    #expect(page.ranges(of: "<script>").count == 1)
  }

  @Test func `fixed texts are in the language that is asked for, and an unknown one is refused`()
    throws
  {
    let scratch = try Scratch()
    let round = Vetmatch.conformance("10-leaders")
    let plan = try plan(round, scratch)
    for (code, word) in [
      ("en", "Sessions"), ("sr", "Termini"), ("bs", "Sadržaj"), ("mk", "Содржина"),
      ("sq", "Përmbajtja"), ("it", "Indice"),
    ] {
      let page = try page(scratch, round, plan, "--lang", code)
      #expect(page.contains("<html lang=\"\(code)") && page.contains(word), "\(code)")
    }
    let run = try Vetmatch.run("report", round, plan, "-o", scratch.path("x"), "--lang", "xx")
    #expect(run.status == 64)
  }

  @Test func `two plans are compared, and one that breaks a rule is refused`() throws {
    let scratch = try Scratch()
    let round = Vetmatch.conformance("01-seats-and-points")
    let plan = try plan(round, scratch)
    let same = try page(scratch, round, plan, "--compare", plan)
    #expect(same.contains("id=\"comparison\"") && same.contains("Everybody is where"))
    try scratch.write("application,session\n", to: "empty.csv")
    let other = try page(scratch, round, plan, "--compare", scratch.path("empty.csv"))
    #expect(other.contains("has a place now"))
    try scratch.write("application,session\np0-m1,b\np1-m1,b\n", to: "broken.csv")
    let run = try Vetmatch.run(
      "report", round, scratch.path("broken.csv"), "-o", scratch.path("none.html"))
    #expect(run.status == 1 && !scratch.exists("none.html"))
  }

  @Test func `a round of a thousand people has a page of less than two megabytes`() throws {
    let scratch = try Scratch()
    let round = Vetmatch.project.appendingPathComponent("datasets/intervet").path
    // Nobody is placed, so that everybody stands in the longest of its tables.
    try scratch.write("application,session\n", to: "empty.csv")
    let page = try page(scratch, round, scratch.path("empty.csv"))
    #expect(page.utf8.count < 2_000_000)
    #expect(page.ranges(of: "<ul class=\"reasons\">").count > 1_000)
  }

  @Test func `the same round and plan give the same bytes`() throws {
    let scratch = try Scratch()
    let round = Vetmatch.conformance("28-group-with-leader-and-minimum")
    let plan = try plan(round, scratch)
    let first = try page(scratch, round, plan)
    for zone in ["Pacific/Apia", "Europe/Sarajevo"] {
      let run = try Vetmatch.run(
        ["report", round, plan, "-o", scratch.path("again.html")],
        environment: ["TZ": zone, "LC_ALL": "tr_TR.UTF-8"])
      #expect(run.status == 0)
      #expect(try scratch.text("again.html") == first)
    }
  }

  @Test
  func `an input is never replaced, and a page that cannot be written leaves what stood there`()
    throws
  {
    let scratch = try Scratch()
    let round = Vetmatch.conformance("01-seats-and-points")
    let plan = try plan(round, scratch)
    let before = try scratch.bytes("out/placements.csv")
    #expect(try Vetmatch.run("report", round, plan, "-o", plan).status == 73)
    #expect(try scratch.bytes("out/placements.csv") == before)
    #expect(
      try Vetmatch.run("report", round, plan, "-o", scratch.path("no/page.html")).status == 73)
  }
}
