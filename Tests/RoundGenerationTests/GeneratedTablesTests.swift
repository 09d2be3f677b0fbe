import RoundGeneration
import Testing

/// What holds for the tables of every profile.
@Suite struct GeneratedTablesTests {
  private static let profiles: [(Profile, seeds: Range<UInt64>)] = [
    (.intervet, 1..<4), (.intervet2025, 1..<2), (.tight, 1..<3), (.multiple(copies: 2), 1..<2),
    (.scaled(people: 1_000), 1..<3),
    (.small, 1..<60), (.tiny, 1..<60),
  ]

  private func forEachRound(_ body: (GeneratedRound, Profile, UInt64) -> Void) {
    for (profile, seeds) in Self.profiles {
      for seed in seeds { body(GeneratedRound.make(profile: profile, seed: seed), profile, seed) }
    }
  }

  @Test func `every row has a cell for each column`() {
    forEachRound { round, profile, seed in
      for table in round.tables {
        #expect(
          table.rows.allSatisfy { $0.count == table.columns.count },
          "\(profile) \(seed) \(table.name)")
        #expect(Set(table.columns).count == table.columns.count)
      }
      #expect(Set(round.tables.map(\.name)).count == round.tables.count)
    }
  }

  @Test func `ids are valid and no id stands twice`() {
    let keys = [
      "organisations": "organisation", "streams": "stream", "sessions": "session",
      "participants": "participant", "applications": "application", "limits": "limit",
      "rules": "rule", "settings": "setting",
    ]
    forEachRound { round, profile, seed in
      for (table, column) in keys {
        let ids = round.column(column, of: table)
        #expect(Set(ids).count == ids.count, "\(profile) \(seed) \(table)")
        #expect(ids.allSatisfy(isId), "\(profile) \(seed) \(table)")
      }
      #expect(round.column("group", of: "applications").allSatisfy { $0.isEmpty || isId($0) })
    }
  }

  private func isId(_ text: String) -> Bool {
    (1...64).contains(text.utf8.count)
      && text.utf8.allSatisfy { byte in
        switch UInt8(byte) {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"),
          UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "_"),
          UInt8(ascii: "-"):
          true
        default: false
        }
      }
  }

  @Test func `every reference names a row that is there`() {
    let references = [
      ("sessions", "stream", "streams", "stream"),
      ("sessions", "host", "organisations", "organisation"),
      ("participants", "organisation", "organisations", "organisation"),
      ("applications", "participant", "participants", "participant"),
      ("applications", "stream", "streams", "stream"),
      ("locks", "application", "applications", "application"),
      ("stays", "participant", "participants", "participant"),
      ("twins", "organisation", "organisations", "organisation"),
      ("twins", "host", "organisations", "organisation"),
      ("placements", "application", "applications", "application"),
      ("placements", "session", "sessions", "session"),
    ]
    forEachRound { round, profile, seed in
      for (table, column, target, key) in references {
        let known = Set(round.column(key, of: target))
        #expect(
          round.column(column, of: table).allSatisfy(known.contains),
          "\(profile) \(seed) \(table).\(column)")
      }
      let places = Set(
        round.column("organisation", of: "organisations") + round.column("session", of: "sessions"))
      let preferences = round.column("preferences", of: "applications")
        .flatMap { $0.split(separator: "|").map(String.init) }
      #expect(preferences.allSatisfy(places.contains), "\(profile) \(seed)")
      #expect(
        round.column("session", of: "locks").allSatisfy { $0.isEmpty || places.contains($0) })
    }
  }

  @Test func `nobody applies twice in one stream, and groups keep to one`() {
    forEachRound { round, profile, seed in
      var seen: Set<[String]> = []
      var streams: [String: Set<String>] = [:]
      for wish in round.records("applications") {
        let pair = [wish["participant"] ?? "", wish["stream"] ?? ""]
        #expect(seen.insert(pair).inserted, "\(profile) \(seed) \(pair)")
        guard let group = wish["group"], !group.isEmpty else { continue }
        streams[group, default: []].insert(wish["stream"] ?? "")
      }
      #expect(streams.values.allSatisfy { $0.count == 1 }, "\(profile) \(seed)")
    }
  }
}
