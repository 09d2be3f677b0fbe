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
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "datasets/\(family)")
    return try FileManager.default.contentsOfDirectory(atPath: root.path).sorted().compactMap {
      let folder = root.appending(path: $0)
      let json = folder.appending(path: "expected.json")
      guard FileManager.default.fileExists(atPath: json.path) else { return nil }
      guard case .round(let round, _) = RoundReader.read(folder: folder.path) else {
        Issue.record("\($0) cannot be read")
        return nil
      }
      let expected = try JSONDecoder().decode(Expected.self, from: Data(contentsOf: json))
      return DataSet(name: $0, round: round, expected: expected)
    }
  }
}
