import Audit
import Foundation
import MobilityModel
import RoundFiles
import TestSupport
import Testing

/// Holds audit and brute force against the values that the contract's own rounds must have.
@Suite struct ConformanceTests {
  private struct Expected: Decodable {
    var status: String
    var values: [String: Int]
  }

  /// More plans than this are left to the tests of planning.
  private static let maxPlans = 60_000

  private static var folders: [URL] {
    get throws {
      let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "datasets/conformance")
      return try FileManager.default.contentsOfDirectory(atPath: root.path).sorted()
        .map { root.appending(path: $0) }
        .filter {
          FileManager.default.fileExists(atPath: $0.appending(path: "expected.json").path)
        }
    }
  }

  @Test func `the best plans of the contract's small rounds are sound with its values`() throws {
    var enumerated = 0
    for folder in try Self.folders {
      let name = folder.lastPathComponent
      guard case .round(let round, _) = RoundReader.read(folder: folder.path) else {
        Issue.record("\(name) cannot be read")
        continue
      }
      guard TinyRounds.planCount(of: round) <= Self.maxPlans else { continue }
      enumerated += 1
      let json = try Data(contentsOf: folder.appending(path: "expected.json"))
      let expected = try JSONDecoder().decode(Expected.self, from: json)
      let best = BruteForce(round).best()
      #expect((best == nil) == (expected.status == "infeasible"), "\(name)")
      for plan in best?.plans ?? [] {
        guard case .sound(let values) = Auditor(round: round).audit(plan.placements) else {
          Issue.record("\(name): \(plan) is broken")
          continue
        }
        #expect(values.map(\.value) == best?.tierValues, "\(name)")
        let compared = values.filter { $0.tier != .draw }.map { ($0.tier.rawValue, $0.value) }
        #expect(Dictionary(uniqueKeysWithValues: compared) == expected.values, "\(name)")
      }
    }
    #expect(enumerated >= 15, "\(enumerated) rounds are small enough")
  }
}
