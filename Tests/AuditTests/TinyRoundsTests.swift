import Foundation
import MobilityModel
import RoundFiles
import TestSupport
import Testing

@Suite struct TinyRoundsTests {
  @Test func `tiny rounds are read back from their tables as they were made`() throws {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "tiny-rounds-\(ProcessInfo.processInfo.processIdentifier)")
    defer { try? FileManager.default.removeItem(at: folder) }
    for seed in 0..<150 as Range<UInt64> {
      try? FileManager.default.removeItem(at: folder)
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      let written = WrittenTables(TinyRounds.make(seed: seed)).files()
      for file in written {
        try Data(file.text.utf8).write(to: folder.appending(path: file.name))
      }
      guard case .round(let round, _) = RoundReader.read(folder: folder.path) else {
        Issue.record("seed \(seed): \(RoundReader.read(folder: folder.path))")
        continue
      }
      #expect(rows(of: WrittenTables(round).files()) == rows(of: written), "seed \(seed)")
    }
  }

  /// The rows of each file in an order of their own.
  private func rows(of files: [(name: String, text: String)]) -> [[String]] {
    files.map { [$0.name] + $0.text.split(separator: "\n").map(String.init).sorted() }
  }

  @Test func `tiny rounds have every feature, few plans, and mostly one that keeps the rules`() {
    var met: [String: Int] = [:]
    var plans = 0
    for seed in 0..<400 as Range<UInt64> {
      let round = TinyRounds.make(seed: seed)
      plans += TinyRounds.planCount(of: round)
      for feature in features(of: round) { met[feature, default: 0] += 1 }
    }
    #expect((100...2_000).contains(plans / 400), "\(plans / 400) plans on average")
    for feature in Set(featureNames).subtracting(met.filter { $0.value >= 5 }.keys) {
      Issue.record("\(feature) is rare: \(met)")
    }
  }

  private var featureNames: [String] {
    // Rounds of their own have the measure `different`.
    let measured = Limit.Measure.allCases.filter { $0 != .different }.flatMap { measure in
      Limit.Kind.allCases.map { "\(measure) \($0)" }
    }
    let fixed = [
      "groups", "leaders", "minimum", "sectors", "each", "where", "who", "window", "locks",
      "forbids", "rules", "stays", "twins", "rates", "published", "weights", "preferences",
      "two at once", "no draw",
    ]
    return measured.filter { $0 != "atOnce soft" } + fixed + Tier.allCases.map(\.rawValue)
  }

  private func features(of round: Round) -> Set<String> {
    var features = Set(round.settings.objective.map(\.rawValue))
    for limit in round.limits {
      features.insert("\(limit.measure) \(limit.kind)")
      if !limit.each.isEmpty { features.insert("each") }
      if !limit.where.conditions.isEmpty { features.insert("where") }
      if !limit.who.conditions.isEmpty { features.insert("who") }
      if limit.from != nil { features.insert("window") }
    }
    let flags = [
      "groups": round.applications.contains { !$0.group.isEmpty },
      "leaders": round.applications.contains { $0.role == .leader },
      "minimum": round.sessions.contains { $0.minPeople > 0 },
      "sectors": round.sessions.contains { $0.sectors.count > 1 },
      "locks": round.locks.contains { $0.effect == .lock },
      "forbids": round.locks.contains { $0.effect == .forbid },
      "rules": !round.rules.isEmpty, "stays": !round.stays.isEmpty,
      "twins": !round.twins.isEmpty, "rates": !round.rates.isEmpty,
      "published": !round.published.isEmpty,
      "weights": round.streams.contains { $0.weight > 1 },
      "preferences": round.applications.contains { !$0.preferences.isEmpty },
      "two at once": Set(round.applications.map(\.participant)).count < round.applications.count,
      "no draw": !round.settings.objective.contains(.draw),
    ]
    return features.union(flags.filter(\.value).keys)
  }
}
