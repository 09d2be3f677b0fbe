import Foundation
import ModelFiles
import RoundFiles
import Testing

@Suite struct ModelFindingTests {
  private struct Case {
    var old: String
    var new: String
    /// Kind, line and value of each finding.
    var findings: [String]

    init(_ old: String, _ new: String, _ findings: String...) {
      (self.old, self.new, self.findings) = (old, new, findings)
    }
  }

  private func findings(_ text: String) -> [Finding] {
    guard case .findings(let findings) = ModelText.read(text) else { return [] }
    return findings
  }

  private func check(_ cases: [Case]) throws {
    for example in cases {
      let found = findings(try ModelText.edited(example.old, example.new))
      let told = found.map { finding in
        "\(finding.kind) \(finding.row.map(String.init) ?? "-") \(finding.value)"
      }
      #expect(told == example.findings, "\(example.new)")
      #expect(found.allSatisfy { $0.file == "small.mps" && !$0.expected.isEmpty })
    }
  }

  @Test func `what is wrong with sections is found`() throws {
    try check([
      Case("ENDATA\n", "", "missing-section - "),
      Case("ENDATA\n", "ROWS\nENDATA\n", "section-order 26 ROWS"),
      Case(
        "RHS\n", "RIGHT\n", "unknown-section 18 RIGHT"),
      Case("ROWS\n", "BOUNDS\nROWS\n", "section-order 5 BOUNDS", "section-order 22 BOUNDS"),
      Case("NAME small\n", " N cost\n", "bad-line 2 N cost"),
      Case(" N cost\n", "", "unknown-name 11 cost", "missing-section - "),
      Case("    MIN", "    SMALL", "unknown-kind 4 SMALL"),
    ])
  }

  @Test func `what is wrong with rows and columns is found`() throws {
    try check([
      Case(" L one\n", " L one\n X two\n", "unknown-kind 8 X"),
      Case(" L one\n", " L one\n L one\n", "duplicate-name 8 one"),
      Case(" L one\n", " L one\n L\n", "bad-line 8 L"),
      Case(" a two 1\n", " a two\n", "bad-line 13 a two"),
      Case(" a two 1\n", " a two 1 all 2 one 3\n", "bad-line 13 a two 1"),
      Case(" a two 1\n", " a tow l\n", "unknown-name 13 tow", "bad-number 13 l"),
      Case(" n all -1\n", " n all -1\n a all 1\n", "duplicate-name 17 a"),
      Case(" n all -1\n", " n all -1\n n all 1\n", "duplicate-entry 17 all"),
      Case(" a two 1\n", " a two 1 cost 3\n", "duplicate-entry 13 cost"),
      Case("'INTEND'", "'INTEGER'", "unknown-kind 17 'INTEGER'"),
    ])
  }

  @Test func `what is wrong with right sides, ranges and bounds is found`() throws {
    try check([
      Case(" RHS all 2\n", " RHS all 2\n RHS all 2\n", "duplicate-entry 21 all"),
      Case(" RHS all 2\n", " R2 all 2\n", "second-set 20 R2"),
      Case(" RHS all 2\n", " RHS\n", "bad-line 20 RHS"),
      Case("BOUNDS\n", "RANGES\n one 1 one 2\nBOUNDS\n", "duplicate-entry 22 one"),
      Case(" UP BND a 1\n", " UP BND a 1\n UP BND z 1\n", "unknown-name 23 z"),
      Case(" UP BND a 1\n", " UP BND a 1\n SC BND a 1\n", "unknown-kind 23 SC"),
      Case(
        " UP BND a 1\n", " UP BND a 1\n PL BND a\n", "not-of-this-shape 12 a",
        "duplicate-entry 23 a"),
      Case(" UP BND a 1\n", " UP BND a 1\n UP a\n", "bad-line 23 UP a"),
      Case(" UP BND a 1\n", " UP BND a 1\n LO B2 a 0\n", "second-set 23 B2"),
      Case(" UP BND n 4\n", " UP BND n -4\n", "reversed-bounds 15 n"),
    ])
  }

  @Test func `numbers that are none, too large or broken are found`() throws {
    for text in ["", "1..0", "--1", "1e", "e5", ".", "+", "0x1", "1,5", "nan", "inf", "1e5x"] {
      try check([Case("one 1\n a", "one 1\u{1}\(text)\n a", "bad-number 12 1\u{1}\(text)")])
    }
    for text in ["2305843009213693953", "1e19", "-1e999999999999", "9999999999999999999999"] {
      try check([Case("cost -2", "cost \(text)", "out-of-range 12 \(text)")])
    }
    for text in ["0.5", "-1e-1", "1234567890123456789012345.5", "1e-999999999999"] {
      try check([Case("cost -2", "cost \(text)", "not-of-this-shape 12 \(text)")])
    }
  }

  @Test func `a column that may be a fraction or has an open end is of another shape`() throws {
    try check([
      Case(
        " M1 'MARKER' 'INTORG'\n", "", "not-of-this-shape 11 a", "not-of-this-shape 13 b",
        "not-of-this-shape 14 n"),
      Case(" UP BND a 1\n", "", "not-of-this-shape 12 a"),
      Case(" UP BND a 1\n", " PL BND a\n", "not-of-this-shape 12 a"),
      Case(" LO BND n -3\n", " MI BND n\n", "not-of-this-shape 15 n"),
      // Some programs take the lower end for 0, others for none.
      Case(" LO BND n -3\n UP BND n 4\n", " UP BND n -1\n", "not-of-this-shape 15 n"),
    ])
  }

  @Test func `bytes that are no text are one finding`() {
    for bytes: [UInt8] in [[0xFF, 0xFE, 0x4E, 0], [0x4E, 0], [0xC3]] {
      guard case .findings(let findings) = MPSReader.read(bytes, file: "x") else {
        Issue.record("\(bytes)")
        continue
      }
      #expect(findings.map(\.kind) == ["not-text"])
    }
  }

  @Test func `a file that is not there, and one that is none, are told apart`() {
    guard case .missing = MPSReader.read(path: "/nonexistent.mps") else {
      Issue.record("not missing")
      return
    }
    guard case .findings(let findings) = MPSReader.read(path: "/") else {
      Issue.record("no findings")
      return
    }
    #expect(findings.map(\.kind) == [FindingKind.notAFile.rawValue])
  }

  @Test func `models with other columns or rows are told from each other by name`() throws {
    let first = try ModelText.model()
    #expect(first.differences(from: first).isEmpty)
    let turned = try ModelText.edited(
      " a cost -2 one 1\n a two 1\n b one 1 all 3\n",
      " b cost 9 one 1\n b all 3\n a two 1 one 1\n"
    ).replacing(" L one\n G two\n", with: " G two\n L one\n")
    let other = try ModelText.model(turned)
    #expect(other.differences(from: first).isEmpty)
    #expect(other.objective(inOrderOf: first).cost == [0, 9, 0])
    for (old, new, names) in [
      ("two 2", "two 3", ["two"]), ("RHS all 2", "RHS all 1", ["all"]),
      (" UP BND n 4", " UP BND n 5", ["n"]), (" E all\n", " E all\n L more\n", ["more"]),
      (" n two 2\n", " n two 2\n n one 1\n", ["one"]),
    ] {
      let found = try ModelText.model(ModelText.edited(old, new)).differences(from: first)
      #expect(found.map(\.value) == names)
      #expect(found.allSatisfy { $0.kind == "different-model" })
    }
  }

  @Test func `the page on MPS lists every kind of finding of a model, and no other`() throws {
    let page = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "docs/mps.md")
    let text = String(decoding: try Data(contentsOf: page), as: UTF8.self)
    let section = try #require(text.components(separatedBy: "## Findings\n").last)
    let listed = section.matches(of: /\n\| `([a-z-]+)` \|/).map { String($0.1) }
    #expect(listed.sorted() == ModelFindingKind.allCases.map(\.rawValue).sorted())
  }
}
