import MobilityModel
import Planning
import RoundFiles

/// How a sound plan treats applicants, as tables; `docs/fairness.md` describes them.
struct FairnessRun {
  let round: Round
  let shares: [FairShare]
  let envy: [JustifiedEnvy]
  /// How seats that nobody holds could be taken.
  let wasted: [MobilityModel.Option]
  /// Where an application is.
  private let places: [Int32: MobilityModel.Option]

  init(_ input: RoundInput, _ plan: Plan, by keys: [FilterKey]) {
    let review = PlanReview(input.round, plan)
    places = Dictionary(uniqueKeysWithValues: plan.placements.map { ($0.application, $0) })
    round = input.shown
    shares = review.fairShares(by: keys)
    envy = Self.inShownOrder(review.justifiedEnvy(), input.shown)
    wasted = Self.inShownOrder(review.wastedSeats(), input.shown)
  }

  /// By session, points and the ids that are shown: the order of others would tell of them.
  private static func inShownOrder(_ envy: [JustifiedEnvy], _ shown: Round) -> [JustifiedEnvy] {
    func numbers(_ envy: JustifiedEnvy) -> (Int32, Int) {
      (envy.envious.session, shown.applications[Int(envy.envious.application)].points)
    }
    func ids(_ envy: JustifiedEnvy) -> [String] {
      [envy.envious, envy.holder].map { shown.applications[Int($0.application)].id }
    }
    return envy.sorted { left, right in
      let (one, other) = (numbers(left), numbers(right))
      if one.0 != other.0 { return one.0 < other.0 }
      return one.1 != other.1 ? one.1 > other.1 : ids(left).lexicographicallyPrecedes(ids(right))
    }
  }

  /// By session, then by the ids that are shown.
  private static func inShownOrder(
    _ seats: [MobilityModel.Option], _ shown: Round
  ) -> [MobilityModel.Option] {
    seats.map { (seat: $0, id: shown.applications[Int($0.application)].id) }.sorted {
      $0.seat.session != $1.seat.session ? $0.seat.session < $1.seat.session : $0.id < $1.id
    }.map(\.seat)
  }

  /// Columns that are looked at wherever a round has them.
  private static let usual = ["gender", "first_time", "fewer_opportunities"]

  /// The keys of the usual columns and of those that are asked for, each once.
  ///
  /// - Throws: `ValidationError` for a column that the round does not have.
  static func keys(by asked: [String], in round: Round) throws -> [FilterKey] {
    let usual = usual.compactMap { FilterKey(ofColumn: $0, in: round) }
    let further = try asked.map { try FilterKey(ofColumn: $0, option: "--by", in: round) }
    return ([.country, .organisation] + usual + further).reduce(into: []) { keys, key in
      if !keys.contains(key) { keys.append(key) }
    }
  }

  func id(_ application: Int32) -> String { round.applications[Int(application)].id }

  func session(_ option: MobilityModel.Option) -> String { round.sessions[Int(option.session)].id }

  /// Where an application is; empty if nowhere.
  func ownSession(_ application: Int32) -> String {
    places[application].map(session) ?? ""
  }

  func points(_ application: Int32) -> Int { round.applications[Int(application)].points }

  var files: [OutputFile] {
    [("fairness", shareTable), ("envy", envyTable), ("wasted", wastedTable)].map {
      OutputFile(name: "\($0.0).csv", bytes: CSVText.bytes($0.1))
    }
  }

  private var shareTable: Table {
    Table(
      columns: [
        "by", "value", "applied", "eligible", "placed", "first", "second", "third", "later",
        "unlisted", "mean_rank", "worst_rank",
      ],
      rows: shares.map { share in
        let counts = [share.applied, share.eligible, share.placed] + share.choices
        return [share.key.word(in: round), share.value] + counts.map(String.init) + [
          share.meanRank.map(decimal) ?? "", share.worstRank.map(String.init) ?? "",
        ]
      })
  }

  private var envyTable: Table {
    Table(
      columns: [
        "session", "application", "points", "holder", "holder_points", "decided_by",
        "own_session",
      ],
      rows: envy.map { envy in
        let (own, holder) = (envy.envious.application, envy.holder.application)
        return [
          session(envy.envious), id(own), decimal(points(own)), id(holder),
          decimal(points(holder)), envy.isByLot ? "lot" : "points", ownSession(own),
        ]
      })
  }

  private var wastedTable: Table {
    Table(
      columns: ["session", "application", "sector", "points", "own_session"],
      rows: wasted.map { seat in
        [
          session(seat), id(seat.application), seat.sector.code,
          decimal(points(seat.application)), ownSession(seat.application),
        ]
      })
  }
}
