import Foundation
import MobilityModel
import RoundFiles
import Testing

@testable import Workbooks

@Suite struct WorkbookPageTests {
  @Test func `the page on workbooks lists every kind of finding, and no other`() throws {
    let page = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "docs/workbooks.md")
    let text = String(decoding: try Data(contentsOf: page), as: UTF8.self)
    let section = try #require(text.components(separatedBy: "## What is refused\n").last)
    let listed = section.matches(of: /\n\| `([a-z-]+)` \|/).map { String($0.1) }
    #expect(listed.sorted() == WorkbookFindingKind.allCases.map(\.rawValue).sorted())
  }
}

/// Workbooks that other programs wrote; `datasets/workbooks` says how.
@Suite struct OtherProgramTests {
  @Test func `a round that LibreOffice saved is read cell by cell`() throws {
    let path = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "datasets/workbooks/libreoffice.xlsx").path
    guard case .tables(let tables) = WorkbookReader.tables(path: path),
      case .round(let round, let notes) = WorkbookReader.round(path: path)
    else {
      Issue.record("not read")
      return
    }
    #expect(notes.isEmpty)
    #expect(round.applications.map(\.points) == [8450, 30])
    let rows = tables.map { [$0.table.columns] + $0.table.rows }
    #expect(
      tables.map(\.name) == [
        "organisations", "streams", "sessions", "participants", "applications",
      ]
    )
    #expect(rows == Self.expected)
  }

  private static let expected = [
    [
      ["organisation", "name", "country", "latitude", "longitude"],
      ["TIA", "Shkolla e Tiranës", "AL", "41.3275", "19.8187"],
      ["NIS", "Школа у Нишу", "RS", "43.3209", "21.8958"],
      ["SEV", "Seville & \"partners\"", "ES", "37.3891", "-5.9845"],
    ],
    [["stream", "kind", "weight", "national_visa"], ["m1", "learner", "1", "no"]],
    [
      ["session", "stream", "host", "start", "end", "max_people", "sectors"],
      ["june", "m1", "SEV", "2022-06-01", "2022-06-30", "2", "0713"],
    ],
    [
      ["participant", "name", "organisation", "birth_date", "sectors", "remark"],
      ["p1", "Ђорђе Љубичић", "NIS", "2004-01-31", "0713", "=1+1"],
      ["p2", "Gëzim Çela", "TIA", "2003-12-01", "0713", "two\nlines"],
    ],
    [
      ["application", "participant", "stream", "points"], ["a1", "p1", "m1", "84.5"],
      ["a2", "p2", "m1", "0.3"],
    ],
  ]
}
