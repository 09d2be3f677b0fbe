import Foundation
import MobilityModel
import RoundFiles
import Testing

@testable import Workbooks

@Suite struct SchoolSheetTests {
  @Test func `a sheet of schools reads as the same table in a file does`() throws {
    let table = Table(
      columns: ["school", "side", "latitude", "longitude", "sectors", "wishes", "twins"],
      rows: [
        ["a", "eu", "44.7", "8.04", "0713|1013", "x", "2"],
        ["x", "wb", "42.29", "18.84", "0713", "a", ""],
      ])
    let kinds: [String: CellKind] = ["latitude": .decimal, "longitude": .decimal, "twins": .whole]
    let path = NSTemporaryDirectory() + "schools-\(UUID().uuidString).xlsx"
    defer { try? FileManager.default.removeItem(atPath: path) }
    let sheets = [
      Sheet(name: "notes", table: Table(columns: ["a"])),
      Sheet(name: "Schools", table: table, kinds: kinds),
    ]
    try Data(WorkbookBytes.write(sheets)).write(to: URL(fileURLWithPath: path))
    guard case .schools(let fromSheet, _) = WorkbookReader.schools(path: path),
      case .schools(let fromFile, _) = SchoolReader.read(
        .file(CSVText.bytes(table)), file: "schools.csv")
    else {
      Issue.record("not read")
      return
    }
    #expect(fromSheet == fromFile && fromSheet.count == 2 && fromSheet[0].mostTwins == 2)
  }

  @Test func `a sheet of headers names the columns of schools`() throws {
    let path = NSTemporaryDirectory() + "schools-\(UUID().uuidString).xlsx"
    defer { try? FileManager.default.removeItem(at: URL(fileURLWithPath: path)) }
    func read(_ column: String) throws -> SchoolReading {
      let headers = Table(columns: ["column", "header"], rows: [[column, "Seite"]])
      let schools = Table(columns: ["school", "Seite"], rows: [["a", "eu"], ["x", "wb"]])
      let sheets = [Sheet(name: "headers", table: headers), Sheet(name: "schools", table: schools)]
      try Data(WorkbookBytes.write(sheets)).write(to: URL(fileURLWithPath: path))
      return WorkbookReader.schools(path: path)
    }
    guard case .schools(let schools, _) = try read("side"),
      case .findings(let found) = try read("x")
    else {
      Issue.record("not read")
      return
    }
    #expect(schools.map(\.side) == [.eu, .wb])
    #expect(found.first?.file.hasSuffix(".xlsx:headers") == true)
  }
}
