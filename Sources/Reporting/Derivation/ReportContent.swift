import MobilityModel
import Planning

/// All that a report says, before a word of it is written.
struct ReportContent {
  let source: ReportSource
  let counts: Counts
  let timelines: Timelines
  let flows: Flows
  let places: Places
  /// By country.
  let choices: [FairShare]
  let limits: [BindingLimit]
  let sessions: [SessionEntry]
  let left: LeftOut
  let fairness: [FairShare]
  let comparison: Comparison?
  /// Whether people are listed one by one.
  let listsPeople: Bool

  var round: Round { source.shown }

  /// Rounds with more applications are shown by their numbers alone: a page of many thousand rows
  /// serves nobody.
  static let mostPeople = 5_000

  /// - Complexity: that of reasons and reserves of everybody without a place.
  init(_ source: ReportSource, names: Pseudonyms?, by keys: [FilterKey]) {
    let review = PlanReview(source.round, source.plan)
    let facts = Facts(source.round)
    self.source = source
    listsPeople = source.round.applications.count <= Self.mostPeople
    counts = Counts(review, of: source.plan, in: source.round)
    timelines = Timelines(source, facts)
    flows = Flows(source)
    places = Places(source)
    choices = review.fairShares(by: [.country])
    left = LeftOut(source, review)
    limits = BindingLimit.all(source, review, left, names)
    sessions = SessionEntry.all(source, review, hasReserves: listsPeople)
    fairness = review.fairShares(by: keys)
    comparison = Comparison(source)
  }
}
