import MobilityModel
import RoundFiles
import Workbooks

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Where a round is, or goes: a folder of CSV tables, or one workbook.
enum RoundPlace {
  case folder(String)
  case workbook(String)

  /// A file is taken for a workbook, whatever its name; all else for a folder.
  init(of path: String) {
    var status = stat()
    let isFile = stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
    self = isFile ? .workbook(path) : .folder(path)
  }

  /// The file of a plan: the one that is named, or the placements in a folder of results.
  static func planFile(_ path: String) -> String {
    var status = stat()
    guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFDIR else { return path }
    return path + (path.hasSuffix("/") ? "" : "/") + "placements.csv"
  }

  /// A place for results, by the name that is given for it.
  init(forResultsAt path: String) {
    self = path.lowercased().hasSuffix(".xlsx") ? .workbook(path) : .folder(path)
  }

  var path: String {
    switch self {
    case .folder(let path), .workbook(let path): path
    }
  }

  /// Reads the round that is there.
  func round(_ options: ReadingOptions) -> RoundReading {
    switch self {
    case .folder(let path): RoundReader.read(folder: path, options: options)
    case .workbook(let path): WorkbookReader.round(path: path, options: options)
    }
  }

  /// Reads the round of which scenarios are made.
  func base(_ options: ReadingOptions) -> ScenarioBase.Reading {
    switch self {
    case .folder(let path): ScenarioBase.read(folder: path, options: options)
    case .workbook(let path): WorkbookReader.base(path: path, options: options)
    }
  }

  /// What is wrong with the scenarios that the round has itself.
  func scenarioFindings(_ options: ReadingOptions) -> [Finding] {
    switch self {
    case .folder(let path): ScenarioReader.findings(folder: path, options: options)
    case .workbook(let path): WorkbookReader.scenarioFindings(path: path, options: options)
    }
  }

  /// Reads the round and puts right what is certain; `nil` where there is no such place.
  func repair(_ options: ReadingOptions) -> RoundRepair.Result? {
    switch self {
    case .folder(let path): RoundRepair.repair(folder: path, options: options)
    case .workbook(let path): WorkbookReader.repair(path: path, options: options)
    }
  }

  /// Where the rows of the tables stand that are there.
  func rows(_ options: ReadingOptions) -> RowPlaces? {
    switch self {
    case .folder(let path): RoundReader.rows(folder: path, options: options)
    case .workbook(let path): WorkbookReader.rows(path: path, options: options)
    }
  }

  /// The further names of columns that the round there has.
  func headers(_ options: ReadingOptions) -> HeaderBook {
    switch self {
    case .folder(let path): RoundReader.headers(folder: path, options: options)
    case .workbook(let path): WorkbookReader.headers(path: path, options: options)
    }
  }

  /// Takes the tables apart that are there; `telling` is handed the notes about files.
  func tables(
    _ options: ReadingOptions, telling: ([Finding]) -> Void = { _ in }
  ) -> TablesReading {
    switch self {
    case .folder(let path): TablesReader.read(folder: path, options: options, telling: telling)
    case .workbook(let path): WorkbookReader.tables(path: path)
    }
  }

  /// The fingerprint of every file that the round is read from.
  func fingerprints() -> Result<[InputHash], InputHashFailure> {
    switch self {
    case .folder(let path): InputHash.ofTables(folder: path)
    case .workbook(let path): InputHash.ofFile(path)
    }
  }
}
