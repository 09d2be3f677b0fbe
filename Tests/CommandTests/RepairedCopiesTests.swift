import Foundation
import Testing

/// What `check --fix` writes, and what it must not.
@Suite struct RepairedCopiesTests {
  /// A round as a workbook with a change.
  private func book(
    _ scratch: Scratch, _ change: (inout TypedWorkbook) -> Void
  ) throws -> String {
    var book = try TypedWorkbook(folder: Vetmatch.conformance("01-seats-and-points"))
    change(&book)
    let path = scratch.path("round.xlsx")
    try book.write(to: path)
    return path
  }

  @Test func `a cell that could not be read is refused in the copy, too, and listed`() throws {
    for isFormula in [true, false] {
      let scratch = try Scratch()
      let round = try book(scratch) {
        if isFormula {
          $0.setFormula("2*2", "sessions", row: 1, "max_people")
        } else {
          $0.setError("#N/A", "sessions", row: 1, "max_people")
        }
      }
      let copies = scratch.path("copies")
      let run = try Vetmatch.run("check", round, "--fix", copies, "--json")
      #expect(run.status == 65)
      #expect((run.json?["findings"] as? [Any])?.count == 1, "\(run.output)")
      let repaired = try #require(run.json?["repaired"] as? [String: Any])
      #expect(repaired["changes"] as? Int == 0)
      #expect(repaired["unread"] as? Int == 1)
      let text = isFormula ? "=2*2" : "#N/A"
      #expect(try scratch.text("copies/sessions.csv").contains(text))
      let list = try scratch.text("copies/changes.csv")
      #expect(list.contains("sessions.csv,2,") && list.contains(text))
      let again = try Vetmatch.run("check", copies, "--json")
      #expect(again.status == 65)
      let kinds = (again.json?["findings"] as? [[String: Any]] ?? []).map { $0["kind"] as? String }
      #expect(kinds == ["bad-number"])
    }
  }

  @Test func `a formula is written so that no spreadsheet runs it, in a column of ids, too`() throws
  {
    let scratch = try Scratch()
    let round = try book(scratch) { $0.setFormula("1+1", "sessions", row: 1, "session") }
    let run = try Vetmatch.run("check", round, "--fix", scratch.path("copies"))
    #expect(run.status == 65)
    #expect(try scratch.text("copies/sessions.csv").contains("\n'=1+1,"))
    #expect(try Vetmatch.run("check", scratch.path("copies")).status == 65)
  }

  @Test func `a cell that could not be read is one error, with and without copies`() throws {
    let scratch = try Scratch()
    let round = try book(scratch) { $0.setError("#REF!", "sessions", row: 1, "max_people") }
    for more in [[], ["--fix", scratch.path("copies")]] {
      let run = try Vetmatch.run(["check", round] + more)
      #expect(run.status == 65)
      #expect(run.output.hasPrefix("1 error in 1 file"), "\(run.output)")
    }
  }

  @Test func `copies in which a cell that could not be read would pass are not written`()
    throws
  {
    let scratch = try Scratch()
    let round = try book(scratch) {
      $0.setError("#N/A", "organisations", row: 1, "name")
      $0.setError("#N/A", "sessions", row: 1, "max_people")
    }
    let run = try Vetmatch.run("check", round, "--fix", scratch.path("copies"))
    #expect(run.status == 65)
    #expect(run.output.contains("not written"))
    #expect(!scratch.exists("copies"))
  }

  @Test func `copies are not mixed with tables that the round does not have`() throws {
    let scratch = try Scratch()
    let round = Vetmatch.conformance("01-seats-and-points")
    try scratch.write("application,effect\n", to: "copies/locks.csv")
    let run = try Vetmatch.run("check", round, "--fix", scratch.path("copies"))
    #expect(run.status == 73)
    #expect(run.errors.contains("tables that the new round does not have: locks.csv"))
    #expect(try scratch.names(in: "copies") == ["locks.csv"])
    #expect(try Vetmatch.run("check", round, "--fix", scratch.path("other")).status == 0)
    #expect(try Vetmatch.run("check", round, "--fix", scratch.path("other")).status == 0)
  }

  @Test func `copies are a workbook where the name ends so`() throws {
    let scratch = try Scratch()
    let round = try scratch.copy(of: "01-seats-and-points", as: "round")
    try scratch.append("w1,p1,m1,,1.6.2022,,,1,\n", to: "round/applications.csv")
    let copies = scratch.path("copies.xlsx")
    let run = try Vetmatch.run("check", round, "--fix", copies, "--json")
    #expect((run.json?["repaired"] as? [String: Any])?["changes"] as? Int == 1)
    #expect(try Vetmatch.run("convert", copies, "-o", scratch.path("back")).status == 0)
    #expect(try scratch.text("back/applications.csv").contains("2022-06-01"))
    try scratch.append("\"open,m1,,,,,1,\n", to: "round/applications.csv")
    #expect(try Vetmatch.run("check", round, "--fix", scratch.path("more.xlsx")).status == 73)
  }
}
