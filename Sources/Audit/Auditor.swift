package import MobilityModel

/// Checks plans of a round against every rule, and counts what they are worth, from the round alone.
///
/// Nothing here is shared with the way in which plans are found: each rule is counted again, in
/// the order and the words of `docs/format.md`, section 5.
package struct Auditor: Sendable {
  let round: Round
  let eligibility: Eligibility
  let valuation: Valuation
  private let limitBook: LimitBook

  package init(round: Round) {
    self.round = round
    eligibility = Eligibility(round)
    valuation = Valuation(round)
    limitBook = LimitBook(round, eligibility, valuation)
  }

  /// The verdict on `placements`, in whatever order they come.
  ///
  /// A placement that is given twice breaks `one-placement` and is counted once elsewhere. One
  /// that has no option breaks `no-option` and is counted all the same.
  ///
  /// - Complexity: O(*p* log *p* + *p* · *l*) for *p* placements and *l* limits; the options of the
  ///   round are built only for a limit whose `each` has to know which combinations there are.
  package func audit(_ placements: [Option]) -> Verdict {
    let known = placements.filter(isKnown).sorted()
    let plan = distinct(known)
    let refused = refusedPlacements(in: plan)
    var violations = unknownPlacements(in: placements.filter { !isKnown($0) }.sorted())
    violations += repeatedApplications(in: known)
    violations += refused
    violations += overlaps(in: plan)
    violations += dividedGroups(in: plan)
    violations += sessionSizes(in: plan)
    violations += leaderCounts(in: plan)
    violations += unplacedLocks(in: plan)
    let limits = LimitCheck(limitBook, plan: plan, hasRefused: !refused.isEmpty)
    violations += limits.violations()
    return violations.isEmpty ? .sound(tierValues(of: plan, limits: limits)) : .broken(violations)
  }

  private func isKnown(_ placement: Option) -> Bool {
    round.applications.indices.contains(Int(placement.application))
      && round.sessions.indices.contains(Int(placement.session))
      && (-1...9999).contains(placement.sector.number)
  }

  private func distinct(_ sorted: [Option]) -> [Option] {
    var plan: [Option] = []
    plan.reserveCapacity(sorted.count)
    for placement in sorted where plan.last != placement { plan.append(placement) }
    return plan
  }
}

extension Round {
  func application(_ placement: Option) -> Application { applications[Int(placement.application)] }

  func session(_ placement: Option) -> Session { sessions[Int(placement.session)] }

  /// The placement by its ids.
  func named(_ placement: Option) -> Violation.Placement {
    Violation.Placement(
      application: application(placement).id, session: session(placement).id,
      sector: placement.sector.code)
  }
}
