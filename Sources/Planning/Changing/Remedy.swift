package import MobilityModel

/// A change of a round with which an application gets a place in the best plan.
package struct Remedy: Hashable, Sendable {
  package enum Proof: Hashable, Sendable {
    /// The changed round was planned to the end: this is what its best plan is worth.
    case solved
    /// Only options of this application and its group come into being, and with one of them there
    /// is a plan better than the one at hand. If that one is the best plan of the round as it is,
    /// every best plan of the changed round places the application, and is worth this or more.
    case better
    /// The changed round was not planned to the end, and somebody else may have the better claim:
    /// there is a plan that keeps every rule and is worth this, if the place is kept for the
    /// application by a lock.
    case kept
  }

  package var changes: [RoundChange]
  /// Where the application would be.
  package var placement: Option
  /// In the order of the objective.
  package var values: [Int]
  package var proof: Proof
  /// Where more places in a session are not proven to place it: its number among the session's
  /// reserves, who have the better claim before it; `nil` if it is none, or travels with a group.
  package var reserveRank: Int?
}

/// What would place an application.
package struct RemedySearch: Hashable, Sendable {
  /// The smallest ones first; all with the same number of changes.
  package var remedies: [Remedy] = []
  /// Ways that were planned and do not place it, with fewer changes or smaller ones.
  package var refuted = 0
  /// Ways that were not decided for want of time, with no more changes than the remedies.
  package var undecided = 0
}

extension WhatIf {
  /// The most data that are changed at once, and remedies that are looked for.
  private static let mostChanges = 3
  private static let mostRemedies = 3
  /// How often one more place or unit is tried where one is not enough.
  private static let mostUnits = 3

  /// Looks for the smallest change that gives an application a place.
  ///
  /// A change is a number of data of the round, each changed as little as one of the sessions needs
  /// that it could go to; fewer data are smaller. `docs/explaining.md` has the kinds. Among changes
  /// of as many data those are solved only where none is proven by a better plan.
  ///
  /// - Parameter application: index of one that the plan does not place.
  /// - Returns: what was found, and how sure that is.
  /// - Complexity: one audit for each way that concerns the applicant alone, one run of the solver
  ///   for each other one, up to the time limit.
  package func remedies(application: Int) -> RemedySearch {
    let members = review.groups.members(with: application)?.applications ?? [application]
    let finder = ChangeFinder(review)
    let ways = finder.ways(application: application)
    let exchanges = finder.exchanges(application: application)
    var search = RemedySearch()
    for count in 1...Self.mostChanges where search.remedies.isEmpty {
      let level = ways.filter { $0.changes.count == count }
      search.remedies = betterPlans(
        level + exchanges.filter { $0.changes.count == count }, application, members)
      if !search.remedies.isEmpty { break }
      for way in level where search.remedies.count < Self.mostRemedies {
        look(at: way, application, &search)
      }
    }
    if search.remedies.isEmpty, search.undecided > 0 {
      search.remedies = keptPlans(ways.filter { !$0.changes.isEmpty }, application)
    }
    return search
  }

  /// The remedies with the fewest changes that hold where a lock keeps the place.
  private func keptPlans(_ ways: [ChangeFinder.Way], _ application: Int) -> [Remedy] {
    var found: [Remedy] = []
    for way in ways
    where found.count < Self.mostRemedies && way.changes.count == ways[0].changes.count {
      if let remedy = keptPlan(way, application) { found.append(ranked(remedy)) }
    }
    return found
  }

  /// With the number among the reserves of the session that would have more places.
  private func ranked(_ remedy: Remedy) -> Remedy {
    let session = Int(remedy.placement.session)
    let opensSeats = remedy.changes.contains { change in
      if case .seats(session, _) = change { true } else { false }
    }
    guard opensSeats else { return remedy }
    var remedy = remedy
    remedy.reserveRank =
      review.reserves(of: session).first { reserve in
        reserve.options.contains { $0.application == remedy.placement.application }
      }?
      .rank
    return remedy
  }

  private func look(
    at way: ChangeFinder.Way, _ application: Int, _ search: inout RemedySearch
  ) {
    for more in 0..<Self.mostUnits {
      guard let changes = way.changes.enlarged(by: more) else { return }
      switch answer(changes) {
      case .open:
        search.undecided += 1
        return
      case .best(let plan, let values):
        guard let placement = plan.placements.first(where: { $0.application == application }) else {
          search.refuted += 1
          continue
        }
        let remedy = Remedy(changes: changes, placement: placement, values: values, proof: .solved)
        search.remedies.append(remedy)
        return
      case .infeasible: search.refuted += 1
      }
    }
  }

  /// Remedies that better plans prove, the first ones of different changes.
  private func betterPlans(
    _ ways: [ChangeFinder.Way], _ application: Int, _ members: [Int]
  ) -> [Remedy] {
    var found: [Remedy] = []
    for way in ways where found.count < Self.mostRemedies {
      if found.contains(where: { $0.changes == way.changes }) { continue }
      if let remedy = betterPlan(way, application, members) { found.append(remedy) }
    }
    return found
  }

  /// The plan at hand with the application added, perhaps for somebody else, if that alone proves
  /// that the change places it.
  private func betterPlan(
    _ way: ChangeFinder.Way, _ application: Int, _ members: [Int]
  ) -> Remedy? {
    let owners = way.changes.map { $0.onlyApplication(in: round) }
    guard owners.allSatisfy({ $0.map(members.contains) ?? false }) else { return nil }
    guard var remedy = keptPlan(way, application), isBetter(remedy.values) else { return nil }
    remedy.proof = .better
    return remedy
  }

  /// The plan at hand with the application added, if it keeps every rule of the changed round.
  private func keptPlan(_ way: ChangeFinder.Way, _ application: Int) -> Remedy? {
    let stay = review.plan.placements.filter { !way.leaving.contains($0) }
    let plan = Plan(placements: stay + way.arriving)
    guard let values = audit(round.changing(way.changes), plan),
      let placement = way.arriving.first(where: { $0.application == application })
    else { return nil }
    return Remedy(changes: way.changes, placement: placement, values: values, proof: .kept)
  }
}

extension [RoundChange] {
  /// The same changes with `more` further places or units, where there is one kind of these;
  /// `nil` where there is none.
  fileprivate func enlarged(by more: Int) -> [RoundChange]? {
    if more == 0 { return self }
    guard count == 1 else { return nil }
    switch self[0] {
    case .seats(let session, let seats): return [.seats(session: session, more: seats + more)]
    case .ceiling(let limit, let units): return [.ceiling(limit: limit, more: units + more)]
    default: return nil
    }
  }
}
