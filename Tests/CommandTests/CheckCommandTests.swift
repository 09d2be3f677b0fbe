import Foundation
import Testing

@Suite struct CheckCommandTests {
  @Test func `a round in order is counted, with as many options as the contract says`() throws {
    for name in try Vetmatch.conformanceNames() {
      let run = try Vetmatch.run("check", Vetmatch.conformance(name), "--json")
      let isLockedOut = ["24-locked-out", "27-lock-without-option"].contains(name)
      #expect(run.status == (isLockedOut ? 3 : 0), "\(name)")
      let round = try #require(run.json?["round"] as? [String: Any], "\(name)")
      let expected = try Vetmatch.expected(name)
      #expect(round["options"] as? Int == expected["options"] as? Int, "\(name)")
    }
  }

  @Test func `every finding is listed with its place, and the exit code is 65`() throws {
    let scratch = try Scratch()
    let round = try scratch.copy(of: "01-seats-and-points", as: "round")
    try scratch.append(
      "p1-again,nobody,m1,participnt,2022-13-01,,,1,\n", to: "round/applications.csv")
    try scratch.append("s9,m1,nowhere,2022-06-30,2022-06-01,,3,,,\n", to: "round/sessions.csv")
    let text = try Vetmatch.run("check", round)
    #expect(text.status == 65)
    for word in ["nobody", "participnt", "2022-13-01", "nowhere", "applications.csv", "row "] {
      #expect(text.output.contains(word), "\(word) in \(text.output)")
    }
    let run = try Vetmatch.run("check", round, "--json")
    #expect(run.status == 65)
    #expect(run.json?["status"] as? String == "data")
    let findings = try #require(run.json?["findings"] as? [[String: Any]])
    #expect(findings.count >= 5)
    #expect(findings.allSatisfy { $0["file"] is String && $0["expected"] is String })
  }

  @Test func `findings are grouped by kind, errors before notes, with what to do`() throws {
    let scratch = try Scratch()
    let round = try scratch.copy(of: "01-seats-and-points", as: "round")
    let wrong = (0..<9).map { "w\($0),nobody\($0),m1,,1.6.2022,,,1,\n" }.joined()
    try scratch.append(wrong, to: "round/applications.csv")
    let list = scratch.path("list.csv")
    let text = try Vetmatch.run("check", round, "--findings", list)
    #expect(text.status == 65)
    let error = try #require(text.output.range(of: "unknown-id  9 times"))
    let note = try #require(text.output.range(of: "note read-date  9 times"))
    #expect(error.lowerBound < note.lowerBound)
    #expect(text.output.contains("and 3 more"))
    #expect(text.output.contains("read as 2022-06-01"))
    #expect(text.output.contains("Correct the id, or add the row that it names."))
    let lines = try String(contentsOfFile: list, encoding: .utf8).split(separator: "\n")
    #expect(lines.count == 19)
    let json = try Vetmatch.run("check", round, "--json")
    let groups = try #require(json.json?["groups"] as? [[String: Any]])
    #expect(groups.map { $0["kind"] as? String } == ["unknown-id", "read-date"])
    #expect(groups.map { $0["count"] as? Int } == [9, 9])
  }

  @Test func `repaired copies are written beside a list of changes, never into the round`() throws {
    let scratch = try Scratch()
    let round = try scratch.copy(of: "01-seats-and-points", as: "round")
    try scratch.append("w1,p1,m1,,1.6.2022,,,1,\n", to: "round/applications.csv")
    let before = try String(contentsOfFile: round + "/applications.csv", encoding: .utf8)
    let copies = scratch.path("copies")
    let run = try Vetmatch.run("check", round, "--fix", copies, "--json")
    #expect((run.json?["repaired"] as? [String: Any])?["changes"] as? Int == 1)
    let changes = try String(contentsOfFile: copies + "/changes.csv", encoding: .utf8)
    #expect(changes.contains("available_from,read-date,1.6.2022,2022-06-01"))
    let after = try String(contentsOfFile: copies + "/applications.csv", encoding: .utf8)
    #expect(after == before.replacingOccurrences(of: "1.6.2022", with: "2022-06-01"))
    #expect(try String(contentsOfFile: round + "/applications.csv", encoding: .utf8) == before)
    let own = try Vetmatch.run("check", round, "--fix", round)
    #expect(own.status == 73)
    let unwritable = try Vetmatch.run("check", round, "--findings", "no-such-folder/list.csv")
    #expect(unwritable.status == 73)
  }

  @Test func `a separator and an encoding can be named, and wrong ones are refused`() throws {
    let round = Vetmatch.conformance("01-seats-and-points")
    #expect(try Vetmatch.run("check", round, "--delimiter", ";").status == 65)
    #expect(try Vetmatch.run("check", round, "--delimiter", "comma").status == 0)
    #expect(try Vetmatch.run("check", round, "--encoding", "Windows-1252").status == 0)
    #expect(try Vetmatch.run("check", round, "--encoding", "ebcdic").status == 64)
    #expect(try Vetmatch.run("check", round, "--delimiter", "pipe").status == 64)
  }

  @Test func `a round that does not exist ends with 66`() throws {
    let run = try Vetmatch.run("check", "no-such-folder")
    #expect(run.status == 66)
    #expect(run.output.isEmpty)
    #expect(run.errors.contains("no-such-folder"))
    let json = try Vetmatch.run("check", "no-such-folder", "--json")
    #expect(json.status == 66)
    #expect(json.json?["status"] as? String == "missing")
  }

  @Test func `a file in place of a folder is a finding, not a trap`() throws {
    let file = Vetmatch.conformance("01-seats-and-points") + "/sessions.csv"
    let run = try Vetmatch.run("check", file)
    #expect(run.status == 65)
  }

  @Test func `what tables hold cannot drive the terminal`() throws {
    let scratch = try Scratch()
    let round = try scratch.copy(of: "01-seats-and-points", as: "round")
    try scratch.append("\u{1B}[2J\u{202E},x,m1,,,,,1,\n", to: "round/applications.csv")
    let run = try Vetmatch.run("check", round)
    #expect(run.status == 65)
    #expect(!run.output.unicodeScalars.contains("\u{1B}"))
    #expect(!run.output.unicodeScalars.contains("\u{202E}"))
  }

  @Test func `a reader that goes away early does not change how the run ends`() throws {
    let scratch = try Scratch()
    let round = try scratch.copy(of: "01-seats-and-points", as: "round")
    let wrong = (0..<20_000).map { "wrong\($0),nobody,nothing,,,,,1,\n" }.joined()
    try scratch.append(wrong, to: "round/applications.csv")
    let command = "'\(Vetmatch.executable.path)' check '\(round)' | head -n 1"
    let run = try Vetmatch.shell("set -o pipefail; { \(command); }; exit ${PIPESTATUS[0]}")
    #expect(run.status == 65)
    #expect(run.errors.isEmpty)
    #expect(run.output.contains("errors"))
  }

  @Test func `standard output on a full disk ends with 73`() throws {
    let round = Vetmatch.conformance("01-seats-and-points")
    let run = try Vetmatch.shell("'\(Vetmatch.executable.path)' check '\(round)' > /dev/full")
    #expect(run.status == 73)
    #expect(run.errors.contains("standard output"))
  }
}
