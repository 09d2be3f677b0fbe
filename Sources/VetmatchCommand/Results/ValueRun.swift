import Audit
import MobilityModel
import Planning
import RoundFiles

/// Plans a round with one unit more of everything, one at a time.
struct ValueRun {
  private let input: RoundInput
  private let finder: PlanFinder

  init(_ input: RoundInput, until interruption: Interruption) {
    self.input = input
    finder = PlanFinder { interruption.isDue }
  }

  /// - Throws: `Ending.fault` where the audit does not accept a plan, `Ending.tooLarge`.
  func result(threads: Int) async throws(Ending) -> ValueResult {
    let round = input.round
    let (found, finder) = finder.learn(round, crew: ThreadCrew(threads: threads))
    let base = try Self.values(found, round)
    guard case .values(let values) = base else {
      return ValueResult(round: round, base: base, units: [])
    }
    let answers = await inOrder(round.unitChanges, threads: threads) { change in
      Result { () throws(Ending) in
        let changed = round.changing([change])
        return ValueResult.Unit(
          change: change, answer: try Self.values(finder.answer(changed), changed))
      }
    }
    var units: [ValueResult.Unit] = []
    for answer in answers { units.append(try answer.get()) }
    return ValueResult(
      round: round, base: base,
      units: units.enumerated().sorted { one, other in
        let tiers = round.settings.objective
        let (left, right) = (one.element.worth(over: values), other.element.worth(over: values))
        if left == right { return one.offset < other.offset }
        return Self.isBetter(left, right, tiers)
      }.map(\.element))
  }

  /// Undecided ones come last; the lot says nothing about what is worth an effort.
  private static func isBetter(_ one: [Int]?, _ other: [Int]?, _ tiers: [Tier]) -> Bool {
    guard let one, let other else { return one != nil }
    for (tier, pair) in zip(tiers, zip(one, other)) where tier != .draw && pair.0 != pair.1 {
      return tier.isMaximised ? pair.0 > pair.1 : pair.0 < pair.1
    }
    return false
  }

  private static func values(_ answer: PlanFinder.Answer, _ round: Round) throws(Ending)
    -> ValueResult.Answer
  {
    switch answer {
    case .best(let allocation):
      return .values(try AuditedPlan(allocation, of: round).tiers.map(\.value))
    case .infeasible: return .infeasible
    case .open: return .open
    case .tooLarge(let error): throw .tooLarge(error.message)
    }
  }
}

/// What one unit more of everything brings, the most first.
struct ValueResult {
  enum Answer: Hashable, Sendable {
    /// Of the best plan, proven.
    case values([Int])
    case infeasible
    /// A limit of time stopped the proof.
    case open
  }

  struct Unit: Sendable {
    var change: RoundChange
    var answer: Answer

    /// How far each tier is above `base`; `nil` where it is not known.
    func worth(over base: [Int]) -> [Int]? {
      guard case .values(let values) = answer else { return nil }
      return zip(base, values).map { step(from: $0, to: $1) }
    }
  }

  let round: Round
  let base: Answer
  let units: [Unit]

  var baseValues: [Int] { if case .values(let values) = base { values } else { [] } }

  var written: Table {
    let tiers = round.settings.objective
    let columns = ["kind", "id", "change", "status"] + tiers.map { "\($0.rawValue)_change" }
    return Table(
      columns: columns,
      rows: units.map { unit in
        let steps = unit.worth(over: baseValues)
        return [unit.change.kind, unit.change.id(in: round)]
          + [ChangeWords(round).words(unit.change), unit.answer.word]
          + (steps.map { zip(tiers, $0).map { $0.cell($1) } } ?? tiers.map { _ in "" })
      },
      idColumns: Set(columns.filter { $0 != "change" }))
  }
}

extension ValueResult.Answer {
  var word: String {
    switch self {
    case .values: "optimal"
    case .infeasible: "infeasible"
    case .open: "unknown"
    }
  }
}

extension RoundChange {
  /// What it is a unit of, in a word.
  var kind: String {
    switch self {
    case .ceiling: "max"
    case .floor: "min"
    case .seats: "places"
    case .minimum: "minimum"
    case .accepts: "language"
    case .minAge: "age"
    default: "application"
    }
  }

  /// The limit or the session that it changes.
  func id(in round: Round) -> String {
    switch self {
    case .ceiling(let limit, _), .floor(let limit, _): round.limits[limit].id
    case .seats(let session, _), .minimum(let session, _), .accepts(let session, _),
      .minAge(let session, _):
      round.sessions[session].id
    default: ""
    }
  }
}
