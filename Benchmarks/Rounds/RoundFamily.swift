import Foundation
import RoundFiles
import RoundGeneration

/// Rounds that one benchmark works on, as the bytes of their tables.
struct RoundFamily {
  /// The bytes of each table, by the name of its file.
  typealias Tables = [String: [UInt8]]

  /// `family/size`, without spaces: the tool passes over names with spaces in silence.
  let name: String
  let rounds: () throws -> [Tables]

  /// A generated round.
  static func generated(_ name: String, _ profile: Profile, seed: UInt64 = 1) -> RoundFamily {
    RoundFamily(name: name) { [GeneratedRound.make(profile: profile, seed: seed).files] }
  }

  /// Programmes of so many people.
  static func scaled(_ people: Int) -> RoundFamily {
    generated("scaled/\(people)-people", .scaled(people: people))
  }

  /// Small random rounds with the seeds from 1.
  static func small(_ count: Int) -> RoundFamily {
    RoundFamily(name: "small/\(count)-rounds") {
      (1...UInt64(count)).map { GeneratedRound.make(profile: .small, seed: $0).files }
    }
  }

  /// The data set `intervet`.
  static var intervet: RoundFamily {
    RoundFamily(name: "intervet/62-sessions") { [try DataSets.tables("intervet")] }
  }

  /// One of the published rounds.
  static func published(_ round: String) -> RoundFamily {
    RoundFamily(name: "published/\(round)") { [try DataSets.tables("published/\(round)")] }
  }

  /// All rounds of a folder of data sets, in the order of their names.
  static func all(_ folder: String) -> RoundFamily {
    let names = DataSets.names(folder)
    return RoundFamily(name: "\(folder)/\(names.count)-rounds") {
      try names.map { try DataSets.tables("\(folder)/\($0)") }
    }
  }
}

/// The committed data sets.
private enum DataSets {
  static var root: URL {
    URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "datasets")
  }

  /// Folders with a round each, sorted.
  static func names(_ folder: String) -> [String] {
    let path = root.appending(path: folder)
    let entries = (try? FileManager.default.contentsOfDirectory(atPath: path.path)) ?? []
    return entries.sorted().filter {
      FileManager.default.fileExists(atPath: path.appending(path: "\($0)/applications.csv").path)
    }
  }

  static func tables(_ round: String) throws -> RoundFamily.Tables {
    let folder = root.appending(path: round)
    let files = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    return Dictionary(
      uniqueKeysWithValues: try files.filter { $0.hasSuffix(".csv") }.map {
        ($0, Array(try Data(contentsOf: folder.appending(path: $0))))
      })
  }
}

extension GeneratedRound {
  fileprivate var files: RoundFamily.Tables {
    Dictionary(
      uniqueKeysWithValues: tables.map {
        ("\($0.name).csv", CSVText.bytes(Table(columns: $0.columns, rows: $0.rows)))
      })
  }
}
