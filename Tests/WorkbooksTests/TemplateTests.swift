import MobilityModel
import RoundFiles
import Testing

@testable import Workbooks

@Suite struct TemplateTests {
  @Test func `the template is a round in which nothing is worth a note`() throws {
    let files = TemplateRound.tables.map { ("\($0.name).csv", CSVText.bytes($0.table)) }
    let reading = RoundReader.read(tables: Dictionary(files) { first, _ in first })
    guard case .round(let round, let notes) = reading else {
      Issue.record("\(reading)")
      return
    }
    #expect(notes.map(\.message) == [])
    #expect(round.applications.count == 9)
  }

  @Test func `the template has every table of a round but those that mend files of others`() {
    let names = TemplateRound.tables.map(\.name) + ["headers", "same-person"]
    #expect(names.sorted() == TableNames.all.sorted())
  }

  @Test func `hints and drop-downs belong to columns that are there, and hints can be shown`() {
    let columns = Dictionary(
      TemplateRound.tables.map { ($0.name, $0.table.columns) },
      uniquingKeysWith: { first, _ in first })
    for (table, hints) in TemplateHints.columns {
      for (column, hint) in hints {
        #expect(columns[table]?.contains(column) == true, "\(table).\(column)")
        #expect(hint.utf16.count <= 255, "\(table).\(column)")
      }
    }
    for (table, entries) in RoundColumns.entries {
      for column in entries.keys {
        #expect(columns[table]?.contains(column) == true, "\(table).\(column)")
      }
    }
    for (table, column) in RoundColumns.id { #expect(columns[table]?.first == column) }
  }

  @Test func `every row of the template has a cell for each column`() {
    for (name, table) in TemplateRound.tables {
      #expect(table.rows.allSatisfy { $0.count == table.columns.count }, "\(name)")
    }
  }
}
