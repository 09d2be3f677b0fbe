import Foundation
import RoundFiles
import Testing

/// Our workbooks in another program's hands, where that program is installed.
///
/// It takes long to install and a few seconds to start, so the gate does not ask for it.
@Suite(.enabled(if: LibreOffice.isInstalled, "LibreOffice is not installed"), .serialized)
struct LibreOfficeTests {
  @Test func `LibreOffice shows every cell of a workbook as the table has it`() throws {
    let scratch = try Scratch()
    let tables = try hostileRound(in: scratch)
    try LibreOffice.exportSheets(of: "round.xlsx", to: "shown", in: scratch)
    let shown = try Self.tables(scratch.path("shown"))
    #expect(shown.map(\.name) == tables.map(\.name))
    #expect(shown.map(\.table) == tables.map(\.table))
  }

  @Test func `a workbook that LibreOffice has saved reads as the one it was given`() throws {
    let scratch = try Scratch()
    let tables = try hostileRound(in: scratch)
    try LibreOffice.convert("round.xlsx", to: "xlsx", in: scratch)
    #expect(
      try Vetmatch.run("convert", scratch.path("office/round.xlsx"), "-o", scratch.path("back"))
        .status == 0)
    #expect(try Self.tables(scratch.path("back")).map(\.table) == tables.map(\.table))
  }

  @Test func `LibreOffice shows a plan as its CSV files have it`() throws {
    let scratch = try Scratch()
    let round = Vetmatch.conformance("10-leaders")
    #expect(try Vetmatch.run("allocate", round, "-o", scratch.path("round.xlsx")).status == 0)
    #expect(try Vetmatch.run("allocate", round, "-o", scratch.path("out")).status == 0)
    try LibreOffice.exportSheets(of: "round.xlsx", to: "shown", in: scratch)
    for name in ["placements.csv", "unplaced.csv", "reserves.csv"] {
      #expect(try scratch.text("shown/\(name)") == scratch.text("out/\(name)"))
    }
  }

  /// A round with texts that programs like to change, as the workbook `round.xlsx`.
  private func hostileRound(in scratch: Scratch) throws -> [(name: String, table: Table)] {
    let folder = try scratch.copy(of: "28-group-with-leader-and-minimum", as: "round")
    let texts = [
      "=1+1", "+39 055", "-x", "@SUM(A1)", "0713", "007", "1e5", "TRUE", "2022-06-01", "1/2",
      "#N/A",
      "\"a\nb\"", "„Đorđe\" & <ć>", "Ћирилица", "_x0041_", "50 %", "12:30", "''",
    ]
    let rows = texts.enumerated().map { "q\($0),\($1),TIA,200\($0 % 9)-01-31,AL,,0713,f" }
    try scratch.append(rows.joined(separator: "\n") + "\n", to: "round/participants.csv")
    #expect(try Vetmatch.run("convert", folder, "-o", scratch.path("round.xlsx")).status == 0)
    return try Self.tables(folder)
  }

  private static func tables(_ folder: String) throws -> [(name: String, table: Table)] {
    guard case .tables(let tables) = TablesReader.read(folder: folder) else {
      Issue.record("\(folder) cannot be read")
      return []
    }
    return tables
  }
}

/// The program, run without a window.
enum LibreOffice {
  private static let program = "/usr/bin/soffice"

  static var isInstalled: Bool { FileManager.default.isExecutableFile(atPath: program) }

  /// Has the program open a file of the scratch folder and save it in another format, into the
  /// folder `office`.
  static func convert(_ file: String, to format: String, in scratch: Scratch) throws {
    let process = Process()
    process.executableURL = URL(filePath: program)
    process.arguments = [
      // A profile of its own, so that runs and other windows do not meet.
      "-env:UserInstallation=file://\(scratch.path("profile"))", "--headless", "--convert-to",
      format, "--outdir", scratch.path("office"), scratch.path(file),
    ]
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
  }

  /// Has the program write every sheet as a CSV file of its name, cells as it shows them.
  static func exportSheets(of file: String, to folder: String, in scratch: Scratch) throws {
    // Comma, quote, UTF-8, from row 1, cells as shown, no formulas, all sheets.
    let options = "44,34,76,1,,0,false,true,false,false,false,-1"
    try convert(file, to: "csv:Text - txt - csv (StarCalc):\(options)", in: scratch)
    let stem = file.split(separator: ".").first.map(String.init) ?? file
    for name in try scratch.names(in: "office") where name.hasPrefix(stem + "-") {
      let text = try scratch.text("office/" + name)
      try scratch.write(text, to: folder + "/" + name.dropFirst(stem.count + 1))
    }
  }
}
