import Foundation
import Testing

/// The same round gives the same bytes, whoever runs it, wherever.
@Suite struct SameBytesTests {
  static let rounds = [
    "08-runs-or-not", "11-one-person-two-streams", "13-soft-targets", "14-or-none-mixed-teams",
    "16-sector-places", "21-budget", "28-group-with-leader-and-minimum",
  ]

  @Test func `locale, time zone, hash seed and the place of the folder change nothing`() throws {
    for name in Self.rounds {
      let scratch = try Scratch()
      let round = Vetmatch.conformance(name)
      let plain = try Vetmatch.run("allocate", round, "-o", scratch.path("plain"))
      let copy = try scratch.copy(of: name, as: "elsewhere")
      let other = try Vetmatch.run(
        ["allocate", copy, "-o", scratch.path("other")],
        environment: [
          "LANG": "tr_TR.UTF-8", "LC_ALL": "de_DE.UTF-8", "TZ": "Pacific/Kiritimati",
          "SWIFT_DETERMINISTIC_HASHING": "1",
        ])
      #expect(plain.status == 0 && other.status == 0, "\(name)")
      for file in ["placements.csv", "unplaced.csv", "reserves.csv", "summary.json"] {
        #expect(
          try scratch.bytes("plain/\(file)") == scratch.bytes("other/\(file)"), "\(name): \(file)")
      }
    }
  }

  @Test func `the number of threads changes nothing`() throws {
    let round = Vetmatch.project.appendingPathComponent("datasets/v2v").path
    let scratch = try Scratch()
    for threads in ["1", "2", "5"] {
      let run = try Vetmatch.run(
        "allocate", round, "-o", scratch.path(threads), "--threads", threads)
      #expect(run.status == 0, "\(run.output)")
      for file in try scratch.names(in: "1") {
        #expect(
          try scratch.bytes("1/\(file)") == scratch.bytes("\(threads)/\(file)"), "\(file)")
      }
    }
  }

  @Test func `the order of rows changes nothing but the fingerprints of the tables`() throws {
    for name in Self.rounds {
      let scratch = try Scratch()
      let shuffled = try scratch.copy(of: name, as: "shuffled")
      for file in try scratch.names(in: "shuffled") where file.hasSuffix(".csv") {
        try scratch.reverseRows(of: "shuffled/\(file)")
      }
      let plain = try Vetmatch.run(
        "allocate", Vetmatch.conformance(name), "-o", scratch.path("plain"))
      let other = try Vetmatch.run("allocate", shuffled, "-o", scratch.path("other"))
      #expect(plain.status == 0 && other.status == 0, "\(name): \(other.output)")
      for file in ["placements.csv", "unplaced.csv", "reserves.csv"] {
        #expect(
          try scratch.bytes("plain/\(file)") == scratch.bytes("other/\(file)"), "\(name): \(file)")
      }
      let summaries = try ["plain", "other"].map { folder in
        let text = try scratch.text("\(folder)/summary.json")
        return text.replacing(/"sha256": "[0-9a-f]{64}"/, with: "")
      }
      #expect(summaries[0] == summaries[1], "\(name)")
    }
  }
}
