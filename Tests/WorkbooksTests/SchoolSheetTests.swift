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
}
