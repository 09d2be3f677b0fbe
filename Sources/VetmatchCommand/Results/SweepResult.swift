import MobilityModel
import RoundFiles

/// What became of the round, or of a scenario of it.
struct SweepRow: Sendable {
  enum Status: String, Sendable, CaseIterable {
    case optimal, feasible, unknown, infeasible

    /// Whether there is a plan.
    var hasPlan: Bool { self == .optimal || self == .feasible }
  }

  /// How a plan differs from that of the round as it is.
  struct Moves: Sendable {
    var placed = 0
    var added = 0
    var dropped = 0
    var moved = 0
  }

  var name: String
  var status: Status
  /// In the order of the tiers; empty where there is no plan.
  var values: [Int] = []
  var moves: Moves?
}

/// The rows of a sweep, the best ones first.
struct SweepResult {
  /// The round's own, without the lot, by which nobody would choose.
  let tiers: [Tier]
  private(set) var rows: [SweepRow]
  /// The fingerprint of all that was read.
  let inputs: String

  init(tiers: [Tier], rows: [SweepRow], inputs: String) {
    (self.tiers, self.inputs) = (tiers, inputs)
    self.rows = rows.sorted { Self.precedes($0, $1, tiers) }
  }

  /// Those with a plan by what it is worth, then the undecided, then those that cannot be; equal ones
  /// by name.
  private static func precedes(_ one: SweepRow, _ other: SweepRow, _ tiers: [Tier]) -> Bool {
    let order = SweepRow.Status.allCases
    if one.status.hasPlan != other.status.hasPlan { return one.status.hasPlan }
    if !one.status.hasPlan, one.status != other.status {
      return order.firstIndex(of: one.status) ?? 0 < order.firstIndex(of: other.status) ?? 0
    }
    for (tier, pair) in zip(tiers, zip(one.values, other.values)) where pair.0 != pair.1 {
      return tier.isMaximised ? pair.0 > pair.1 : pair.0 < pair.1
    }
    return one.name.utf8.lexicographicallyPrecedes(other.name.utf8)
  }

  var base: SweepRow? { rows.first { $0.name == ScenarioBase.base } }

  /// By how much a row's tiers are above those of the round as it is; `nil` where one has no plan.
  func steps(_ row: SweepRow) -> [Int]? {
    guard let base, base.status.hasPlan, row.status.hasPlan else { return nil }
    return zip(base.values, row.values).map { step(from: $0, to: $1) }
  }

  // MARK: As a table

  static func columns(_ tiers: [Tier]) -> [String] {
    ["scenario", "status"] + tiers.map(\.rawValue) + tiers.map { "\($0.rawValue)_change" }
      + ["placed", "added", "dropped", "moved", "inputs"]
  }

  var written: Table {
    Table(
      columns: Self.columns(tiers), rows: rows.map(cells),
      // Ids, words and numbers: a minus before one of these starts no formula.
      idColumns: Set(Self.columns(tiers)))
  }

  private func cells(_ row: SweepRow) -> [String] {
    let blank = tiers.map { _ in "" }
    let values = row.values.isEmpty ? blank : zip(tiers, row.values).map { $0.cell($1) }
    let steps = steps(row).map { zip(tiers, $0).map { $0.cell($1) } } ?? blank
    let moves = row.moves.map { [$0.placed, $0.added, $0.dropped, $0.moved].map(String.init) }
    return [row.name, row.status.rawValue] + values + steps
      + (moves ?? ["", "", "", ""]) + [inputs]
  }

  /// The row that cells say; `nil` where they are none.
  static func row(_ cells: [String], _ tiers: [Tier]) -> SweepRow? {
    guard cells.count == columns(tiers).count, !cells[0].isEmpty,
      let status = SweepRow.Status(rawValue: cells[1])
    else { return nil }
    var row = SweepRow(name: cells[0], status: status)
    guard status.hasPlan else { return row }
    let values = zip(tiers, cells.dropFirst(2)).map { $0.value(ofCell: $1) }
    let moves = cells.dropFirst(2 + 2 * tiers.count).prefix(4).map { Int($0) }
    guard !values.contains(nil), !moves.contains(nil) else { return nil }
    row.values = values.compactMap { $0 }
    let counts = moves.compactMap { $0 }
    row.moves = SweepRow.Moves(
      placed: counts[0], added: counts[1], dropped: counts[2], moved: counts[3])
    return row
  }
}

extension Tier {
  /// The value that `cell` has written.
  fileprivate func value(ofCell text: String) -> Int? {
    guard self == .points else { return Int(text) }
    let halves = text.split(separator: ".", omittingEmptySubsequences: false)
    guard let first = halves.first, halves.count <= 2 else { return nil }
    let places = halves.count == 2 ? halves[1] : ""
    guard places.utf8.count <= 2 else { return nil }
    return Int(first + places + String(repeating: "0", count: 2 - places.utf8.count))
  }
}
