import Foundation
import MobilityModel
import RoundFiles
import Testing

/// Rounds as the programs of planners write them: `datasets/dirty`.
@Suite struct DirtyRoundTests {
  private static let folder = DataSets.root.appending(path: "dirty")

  private static var names: [String] {
    get throws {
      try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
        .filter { !$0.contains(".") && $0 != "make" }
    }
  }

  /// Rounds that say the same as `clean`, but for the script of names in one of them.
  private static let sameRounds = [
    "beneficiary-module", "excel-albania", "excel-bosnia", "excel-macedonia",
    "excel-unicode-text", "libreoffice-bosnia", "libreoffice-tabs", "web-form",
    "whole-rows-in-one-cell", "written-dates",
  ]

  @Test func `every round gives exactly the findings that are written down beside it`() throws {
    for name in try Self.names {
      let path = Self.folder.appending(path: name)
      let found = FindingCase.findings(in: path.path)
      let table = Table(
        columns: ["severity", "kind", "file", "row", "column", "value", "maybe", "read_as"],
        rows: found.map {
          [
            $0.severity.rawValue, $0.kind, $0.file, $0.row.map(String.init) ?? "",
            $0.column ?? "", $0.value, $0.maybe ?? "", $0.readAs ?? "",
          ]
        })
      let written = try String(contentsOf: path.appending(path: "findings.csv"), encoding: .utf8)
      #expect(CSVText.write(table) == written, "\(name)")
    }
  }

  @Test func `rounds that say the same are the same, whatever program wrote them`() throws {
    let clean = try round(RoundReader.read(folder: Self.folder.appending(path: "clean").path))
    for name in Self.sameRounds {
      let path = Self.folder.appending(path: name).path
      let dirty = try round(RoundReader.read(folder: path))
      expectSame(dirty, clean, name, areNamesTranslated: name == "excel-macedonia")
    }
  }

  @Test func `repaired copies are the same round, and nothing is left to repair`() throws {
    for name in Self.sameRounds {
      let path = Self.folder.appending(path: name).path
      let before = try round(RoundReader.read(folder: path))
      let repair = try #require(RoundRepair.repair(folder: path))
      #expect(repair.changes > 0 && repair.untouched.isEmpty)
      let copies = try TestFolder()
      for file in repair.files { try copies.write(file.bytes, to: file.name) }
      let reading = RoundReader.read(folder: copies.path)
      #expect(FindingCase.findings(reading) == [], "\(name)")
      expectSame(try round(reading), before, name)
    }
  }

  @Test func `what has to be decided stays as it is in repaired copies`() throws {
    let path = Self.folder.appending(path: "to-be-decided").path
    let repair = try #require(RoundRepair.repair(folder: path))
    let copies = try TestFolder()
    for file in repair.files { try copies.write(file.bytes, to: file.name) }
    let errors = { (findings: [Finding]) in findings.filter { $0.severity == .error } }
    let before = errors(FindingCase.findings(in: path))
    #expect(errors(FindingCase.findings(in: copies.path)) == before)
    #expect(before.count >= 9)
  }

  private func round(_ reading: RoundReading) throws -> Round {
    guard case .round(let round, _) = reading else { throw TestFailure("the round is not sound") }
    return round
  }

  private func expectSame(
    _ left: Round, _ right: Round, _ name: String, areNamesTranslated: Bool = false
  ) {
    var (left, right) = (left, right)
    if areNamesTranslated {
      for place in right.participants.indices { right.participants[place].name = "" }
      for place in left.participants.indices { left.participants[place].name = "" }
      for place in right.organisations.indices {
        (right.organisations[place].name, right.organisations[place].city) = ("", "")
        (left.organisations[place].name, left.organisations[place].city) = ("", "")
      }
    }
    #expect(left.settings == right.settings, "\(name)")
    #expect(left.organisations == right.organisations, "\(name)")
    #expect(left.streams == right.streams, "\(name)")
    #expect(left.sessions == right.sessions, "\(name)")
    #expect(left.attributeNames == right.attributeNames, "\(name)")
    #expect(left.participants == right.participants, "\(name)")
    #expect(left.applications == right.applications, "\(name)")
    #expect(left.limits == right.limits, "\(name)")
    #expect(left.stays == right.stays, "\(name)")
  }
}
