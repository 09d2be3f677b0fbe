import MobilityModel
import Planning
import RoundFiles
import Workbooks

/// What `twin` has found: audited pairs, and what else there could be.
struct TwinResults {
  /// Twinnings that were found beside the best one.
  struct Others {
    /// The best twinning without a pair; none where the pair is agreed or the search was stopped.
    var runnerUp: [SchoolPair: TwinAlternative] = [:]
    /// The best twinning in which a school has a twin, where it has none; by school.
    var twinned: [Int: TwinAlternative] = [:]
    /// Whether all were looked for.
    var isComplete = true
  }

  let pairing: SchoolPairing
  let twinning: Twinning
  let others: Others
  let fingerprints: [InputHash]
  let notes: [Finding]

  init(
    _ audited: AuditedTwinning, _ others: Others, fingerprints: [InputHash], notes: [Finding]
  ) {
    (pairing, twinning) = (audited.pairing, audited.twinning)
    (self.others, self.fingerprints, self.notes) = (others, fingerprints, notes)
  }

  var schools: [School] { pairing.schools }
  var isProven: Bool { twinning.isProven }
  var status: String { isProven ? "optimal" : "feasible" }

  /// Schools without a twin, in the order of ids.
  var unmatched: [Int] {
    schools.indices.filter { twinning.pairs.twins(of: $0).isEmpty }
  }

  func id(_ school: Int) -> String { schools[school].id }

  /// Twins by id, joined as in a table; `-` where there are none.
  func twins(of school: Int, in pairs: [SchoolPair]) -> String {
    let twins = pairs.twins(of: school).map(id)
    return twins.isEmpty ? "-" : twins.joined(separator: "|")
  }

  // MARK: Words

  /// Why a pair is better than its runner-up.
  func why(_ pair: SchoolPair) -> String {
    if pairing.isAgreed(pair) { return "agreed beforehand" }
    guard let other = others.runnerUp[pair] else { return "not looked at" }
    let changed = Set(other.pairs).symmetricDifference(twinning.pairs)
      .flatMap { [$0.eu, $0.wb] }.filter { !pair.has($0) }
    let further = Set(changed).count
    let loss = other.loss.map(words) ?? "nothing would change"
    return loss + (further == 0 ? "" : "; \(counted(further, "other school", "other schools")) too")
  }

  /// Why a school has no twin.
  func whyUnmatched(_ school: Int) -> String {
    if let other = others.twinned[school] {
      let twins = other.twins(of: school).map(id).joined(separator: ", ")
      return "with \(twins): " + (other.loss.map(words) ?? "nothing would change")
    }
    guard others.isComplete else { return "not looked at" }
    let refusals = schools.indices(of: schools[school].side == .eu ? .wb : .eu).compactMap {
      other in
      pairing.refusal(
        schools[school].side == .eu
          ? SchoolPair(eu: school, wb: other) : SchoolPair(eu: other, wb: school))
    }
    let counts = SchoolPairing.Refusal.allCases.compactMap { refusal in
      let count = refusals.count { $0 == refusal }
      return count == 0 ? nil : "\(count) \(refusal.words)"
    }
    if !counts.isEmpty, refusals.count == schools.indices(of: otherSide(school)).count {
      return "no school may be its twin: " + counts.joined(separator: ", ")
    }
    return "every school that may be its twin has all the twins that are agreed"
  }

  private func otherSide(_ school: Int) -> School.Side { schools[school].side == .eu ? .wb : .eu }

  private func words(_ loss: TwinAlternative.Loss) -> String {
    "\(loss.tier.words) \(loss.from.grouped) → \(loss.to.grouped)"
  }

  // MARK: Tables

  static let fileNames = ["twins.csv", "pairs.csv", "unmatched.csv", "summary.json"]

  var files: [OutputFile] {
    tables.map { OutputFile(name: "\($0.name).csv", bytes: CSVText.bytes($0.table)) }
      + [OutputFile(name: "summary.json", bytes: JSONText.bytes(json))]
  }

  var sheets: [Sheet] {
    let kinds: [String: CellKind] = [
      "wishes": .whole, "sectors": .whole, "languages": .whole, "km": .whole, "value": .whole,
    ]
    return (tables + [("tiers", tierTable)]).map { Sheet(name: $0, table: $1, kinds: kinds) }
  }

  private var tables: [(name: String, table: Table)] {
    [("twins", twinTable), ("pairs", pairTable), ("unmatched", unmatchedTable)]
  }

  /// `twins.csv` of a round: each pair both ways, because either may send people.
  private var twinTable: Table {
    let both = twinning.pairs.flatMap { [[id($0.eu), id($0.wb)], [id($0.wb), id($0.eu)]] }
    return Table(
      columns: ["organisation", "host"], rows: both.sorted { $0.lexicographicallyPrecedes($1) })
  }

  private var pairTable: Table {
    Table(
      columns: [
        "eu", "eu_name", "eu_country", "wb", "wb_name", "wb_country", "agreed", "eu_rank",
        "wb_rank",
        "wishes", "sectors", "languages", "km", "eu_runner_up", "wb_runner_up", "why",
      ],
      rows: twinning.pairs.map { pair in
        let other = others.runnerUp[pair]?.pairs
        return named(pair.eu) + named(pair.wb) + [pairing.isAgreed(pair) ? "yes" : "no"]
          + [rank(of: pair.wb, for: pair.eu), rank(of: pair.eu, for: pair.wb)]
          + [
            pairing.wishes(pair), pairing.sectors(pair), pairing.languages(pair),
            pairing.kilometres(pair),
          ].map(String.init)
          + [
            other.map { twins(of: pair.eu, in: $0) } ?? "",
            other.map { twins(of: pair.wb, in: $0) } ?? "",
          ]
          + [why(pair)]
      }, idColumns: ["eu", "wb"])
  }

  private var unmatchedTable: Table {
    Table(
      columns: ["school", "name", "country", "side", "why"],
      rows: unmatched.map { named($0) + [schools[$0].side.rawValue, whyUnmatched($0)] },
      idColumns: ["school"])
  }

  private var tierTable: Table {
    Table(
      columns: ["tier", "value", "bound", "proven", "meaning"],
      rows: twinning.tiers.map {
        [
          $0.tier.rawValue, String($0.value), $0.bound.map(String.init) ?? "",
          $0.isMet ? "yes" : "no", $0.tier.words,
        ]
      })
  }

  private func named(_ school: Int) -> [String] {
    [id(school), schools[school].name, schools[school].country]
  }

  /// The rank that a school gives a twin; empty where it has no wishes.
  func rank(of twin: Int, for school: Int) -> String {
    guard let rank = pairing.rank(of: twin, for: school) else { return "" }
    return rank == pairing.unlistedRank ? "unlisted" : String(rank)
  }
}

extension SchoolPairing.Refusal {
  fileprivate var words: String {
    switch self {
    case .refused: "refused"
    case .wish: "not wished"
    case .sector: "without a shared sector"
    case .language: "without a shared language at the level asked"
    case .distance: "too far"
    }
  }
}

extension TwinTier {
  /// What the number counts.
  var words: String {
    switch self {
    case .twinned: "schools with a twin"
    case .worstRank: "worst rank"
    case .wishes: "wishes that come true"
    case .sectors: "shared sectors"
    case .languages: "levels of shared languages"
    case .km: "km"
    case .draw: "drawn by lot"
    }
  }
}
