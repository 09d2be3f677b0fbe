import Foundation
import MobilityModel
import RoundFiles
import Testing

/// A round of the repository, with the values that it must have.
struct DataSet {
  struct Expected: Decodable {
    var status: String?
    /// Of the contract's rounds, and of published ones.
    var values: [String: Int]?
    var tiers: [String: Int]?
    var options: Int?
    var refusals: [[String]]?
  }

  let name: String
  let round: Round
  let expected: Expected

  /// The rounds of a family in the order of their names.
  static func all(_ family: String) throws -> [DataSet] {
    let names = try FileManager.default.contentsOfDirectory(
      atPath: root.appending(path: family).path)
    return try names.sorted().compactMap { name in
      let json = root.appending(path: "\(family)/\(name)/expected.json")
      guard FileManager.default.fileExists(atPath: json.path) else { return nil }
      return try named("\(family)/\(name)")
    }
  }

  /// One round with its values.
  static func named(_ path: String) throws -> DataSet {
    let json = root.appending(path: "\(path)/expected.json")
    let expected = try JSONDecoder().decode(Expected.self, from: Data(contentsOf: json))
    return DataSet(
      name: json.deletingLastPathComponent().lastPathComponent, round: try round(path),
      expected: expected)
  }

  /// One round.
  static func round(_ path: String) throws -> Round {
    guard case .round(let round, _) = RoundReader.read(folder: root.appending(path: path).path)
    else { throw Unreadable(path: path) }
    return round
  }

  struct Unreadable: Error { var path: String }

  private static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "datasets")
}
