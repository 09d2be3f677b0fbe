import Foundation
import MobilityModel
import RoundFiles
import Testing

@Suite struct RoundReaderTests {
  @Test func `every conformance and published round reads without an error`() throws {
    let rounds = try DataSets.rounds
    #expect(rounds.count >= 40)
    for folder in rounds {
      switch RoundReader.read(folder: folder.path) {
      case .round(let round, let notes):
        let lines = try DataSets.tables(folder)["applications.csv"]?.split(
          whereSeparator: \.isNewline
        )
        .count
        #expect(round.applications.count + 1 == lines, "\(folder.lastPathComponent)")
        #expect(notes.allSatisfy { $0.severity == .note })
      case .findings(let findings):
        Issue.record("\(folder.lastPathComponent): \(findings.map(\.message))")
      case .missing:
        Issue.record("\(folder.lastPathComponent) is missing")
      }
    }
  }

  @Test func `a round is the same for any order of rows and columns`() throws {
    var generator = SeededGenerator(seed: 17)
    for folder in try DataSets.rounds {
      let tables = try DataSets.tables(folder)
      var shuffled: [String: [UInt8]] = [:]
      for (name, text) in tables.sorted(by: { $0.key < $1.key }) {
        shuffled[name] = Array(shuffle(name, text, &generator).utf8)
      }
      let left = round(RoundReader.read(folder: folder.path))
      let right = round(RoundReader.read(tables: shuffled))
      try #require(left != nil && right != nil, "\(folder.lastPathComponent)")
      #expect(differences(left, right) == [], "\(folder.lastPathComponent)")
    }
  }

  private func round(_ reading: RoundReading) -> Round? {
    guard case .round(let round, _) = reading else { return nil }
    return round
  }

  /// Rows and columns in another order; the rows of rates keep theirs, which has a meaning.
  private func shuffle(
    _ name: String, _ text: String, _ generator: inout SeededGenerator
  ) -> String {
    let lines = text.split(whereSeparator: \.isNewline)
    var rows = lines.map { $0.split(separator: ",", omittingEmptySubsequences: false) }
    let head = rows.removeFirst()
    if name != "rates.csv" { rows.shuffle(using: &generator) }
    let columns = head.indices.shuffled(using: &generator)
    return ([head] + rows).map { row in columns.map { String(row[$0]) }.joined(separator: ",") }
      .joined(separator: "\r\n")
  }

  /// Names of the arrays in which two rounds differ.
  private func differences(_ left: Round?, _ right: Round?) -> [String] {
    guard let left, let right else { return ["unread"] }
    let equal: [(String, Bool)] = [
      ("settings", left.settings == right.settings),
      ("organisations", left.organisations == right.organisations),
      ("streams", left.streams == right.streams), ("sessions", left.sessions == right.sessions),
      ("attributeNames", left.attributeNames == right.attributeNames),
      ("participants", left.participants == right.participants),
      ("applications", left.applications == right.applications),
      ("limits", left.limits == right.limits), ("rules", left.rules == right.rules),
      ("locks", left.locks == right.locks), ("stays", left.stays == right.stays),
      ("twins", left.twins == right.twins), ("rates", left.rates == right.rates),
      ("published", left.published == right.published),
    ]
    return equal.filter { !$0.1 }.map(\.0)
  }
}
