import MobilityModel
import Planning

/// All that a report says, before a word of it is written; each part is counted when it is first
/// asked for, so that a page can show its head before its tail is known.
final class ReportContent {
  let source: ReportSource
  private let names: Pseudonyms?
  private let keys: [FilterKey]
  /// Whether people are listed one by one.
  let listsPeople: Bool

  private lazy var review = PlanReview(source.round, source.plan)
  private(set) lazy var counts = Counts(review, of: source.plan, in: source.round)
  private(set) lazy var timelines = Timelines(source, Facts(source.round))
  private(set) lazy var flows = Flows(source)
  private(set) lazy var places = Places(source)
  /// By country.
  private(set) lazy var choices = review.fairShares(by: [.country])
  private(set) lazy var limits = BindingLimit.all(source, review, left, names)
  private(set) lazy var sessions = SessionEntry.all(source, review, hasReserves: listsPeople)
  private(set) lazy var left = LeftOut(source, review)
  private(set) lazy var fairness = review.fairShares(by: keys)
  private(set) lazy var comparison = Comparison(source)

  var round: Round { source.shown }

  /// Rounds with more applications are shown by their numbers alone: a page of many thousand rows
  /// serves nobody.
  static let mostPeople = 5_000

  init(_ source: ReportSource, names: Pseudonyms?, by keys: [FilterKey]) {
    (self.source, self.names, self.keys) = (source, names, keys)
    listsPeople = source.round.applications.count <= Self.mostPeople
  }
}
