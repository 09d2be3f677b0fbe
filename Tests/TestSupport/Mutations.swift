package import MobilityModel

/// Broken plans made from a sound one, each with a rule that it breaks by construction.
package struct Mutations {
  package struct Mutant: Hashable, Sendable {
    /// Stable id of a rule that `placements` break; they may break others besides.
    package var rule: String
    /// For `no-option`: the code of the test that refuses.
    package var refusal: String?
    /// Id of what the rule speaks about: an application, participant, session, group or limit.
    package var subject: String
    package var placements: [Option]
  }

  private let round: Round
  private let plan: [Option]
  private let options: [Option]
  private let boundedSums: [BoundedSum]

  /// - Parameters:
  ///   - plan: A plan that keeps every rule of the round.
  ///   - truth: The brute force of that round.
  package init(of plan: Plan, _ truth: BruteForce) {
    self.plan = plan.placements
    round = truth.round
    options = truth.options
    boundedSums = truth.boundedSums
  }

  /// Every mutant, rule by rule.
  package func all() -> [Mutant] {
    doubled() + refused() + overlapping() + divided() + underfilled() + overfilled()
      + leaderless() + overled() + unlocked() + beyondLimits()
  }

  /// Plans that differ from the plan in one application, all of options.
  package func neighbours() -> [[Option]] {
    let without = plan.indices.map { gone in plan.indices.filter { $0 != gone }.map { plan[$0] } }
    let with = options.filter { !plan.contains($0) }.map { option in
      plan.filter { $0.application != option.application } + [option]
    }
    return without + with
  }

  private func role(_ placement: Option) -> Role {
    round.applications[Int(placement.application)].role
  }

  private func isPlaced(_ application: Int32) -> Bool {
    plan.contains { $0.application == application }
  }

  private func mutant(_ rule: String, _ subject: String, _ placements: [Option]) -> Mutant {
    Mutant(rule: rule, subject: subject, placements: placements)
  }

  private func without(_ placement: Option) -> [Option] { plan.filter { $0 != placement } }

  private func sessionID(_ placement: Option) -> String {
    round.sessions[Int(placement.session)].id
  }

  /// A placed application gets a second option of its own, or the same one again.
  private func doubled() -> [Mutant] {
    options.filter { isPlaced($0.application) }.map { option in
      mutant("one-placement", round.applications[Int(option.application)].id, plan + [option])
    }
  }

  /// An application goes where it has no option, or into a sector that is not on offer.
  private func refused() -> [Mutant] {
    let eligibility = Eligibility(round)
    var mutants: [Mutant] = []
    for (index, application) in round.applications.enumerated() {
      let rest = plan.filter { $0.application != index }
      for session in round.sessions.indices {
        for sector in eligibility.placeSectors(application: index, session: session) {
          let refusal = eligibility.refusal(application: index, session: session, sector: sector)
          guard let refusal else { continue }
          let placement = Option(
            application: Int32(index), session: Int32(session), sector: sector)
          var made = mutant("no-option", application.id, rest + [placement])
          made.refusal = refusal.code
          mutants.append(made)
        }
      }
    }
    return mutants + outsideOffer()
  }

  private func outsideOffer() -> [Mutant] {
    plan.map { placement in
      let other = Option(
        application: placement.application, session: placement.session,
        sector: Sector(number: 9999))
      let id = round.applications[Int(placement.application)].id
      var made = mutant("no-option", id, without(placement) + [other])
      made.refusal = "sector"
      return made
    }
  }

  /// A participant who is placed is placed again, on a day of the first placement.
  private func overlapping() -> [Mutant] {
    options.filter { !isPlaced($0.application) }.compactMap { option in
      let participant = round.applications[Int(option.application)].participant
      let clashes = plan.contains { placed in
        round.applications[Int(placed.application)].participant == participant
          && round.sessions[Int(placed.session)].dates.overlaps(
            round.sessions[Int(option.session)].dates)
      }
      guard clashes else { return nil }
      return mutant("overlap", round.participants[participant].id, plan + [option])
    }
  }

  /// One of a group stays at home, or goes elsewhere.
  private func divided() -> [Mutant] {
    var mutants: [Mutant] = []
    for placement in plan {
      let application = round.applications[Int(placement.application)]
      let mates = plan.filter { other in
        let mate = round.applications[Int(other.application)]
        return other != placement && mate.group == application.group
          && mate.stream == application.stream
      }
      if application.group.isEmpty || mates.isEmpty { continue }
      mutants.append(mutant("group", application.group, without(placement)))
      let elsewhere = options.filter {
        $0.application == placement.application && $0.session != placement.session
      }
      mutants += elsewhere.map { mutant("group", application.group, without(placement) + [$0]) }
    }
    return mutants
  }

  private func participants(in session: Int32) -> [Option] {
    plan.filter { $0.session == session && role($0) == .participant }
  }

  /// One of a session that is just large enough stays at home.
  private func underfilled() -> [Mutant] {
    plan.filter { role($0) == .participant }.compactMap { placement in
      let count = participants(in: placement.session).count
      let least = round.sessions[Int(placement.session)].minPeople
      guard count > 1, count == least else { return nil }
      return mutant("session-min", sessionID(placement), without(placement))
    }
  }

  /// One more joins a full session.
  private func overfilled() -> [Mutant] {
    options.filter { role($0) == .participant }.compactMap { option in
      let rest = plan.filter { $0.application != option.application }
      let isThere = plan.contains {
        $0.application == option.application && $0.session == option.session
      }
      let count = participants(in: option.session).count
      guard !isThere, count == round.sessions[Int(option.session)].maxPeople else { return nil }
      return mutant("session-max", sessionID(option), rest + [option])
    }
  }

  /// A leader stays at home, or all whom leaders accompany do.
  private func leaderless() -> [Mutant] {
    plan.filter { role($0) == .leader }.flatMap { leader in
      let alone = plan.filter { $0.session != leader.session || role($0) == .leader }
      return [
        mutant("leaders", sessionID(leader), without(leader)),
        mutant("leaders", sessionID(leader), alone),
      ]
    }
  }

  /// One leader too many.
  private func overled() -> [Mutant] {
    options.filter { role($0) == .leader && !isPlaced($0.application) }.map { option in
      mutant("leaders", sessionID(option), plan + [option])
    }
  }

  private func unlocked() -> [Mutant] {
    round.locks.filter { $0.effect == .lock }.map { lock in
      let rest = plan.filter { $0.application != lock.application }
      return mutant("locked", round.applications[lock.application].id, rest)
    }
  }

  /// One step beyond a bound of a limit.
  private func beyondLimits() -> [Mutant] {
    neighbours().flatMap { placements -> [Mutant] in
      let numbers = placements.compactMap { options.firstIndex(of: $0) }
      return boundedSums.compactMap { bounded in
        guard !bounded.isKept(by: numbers) else { return nil }
        let sum = bounded.sum(of: numbers)
        let isTooFew = bounded.limit.min.map { sum < $0 } ?? false
        let rule =
          bounded.limit.kind == .orNone ? "limit-or-none" : isTooFew ? "limit-min" : "limit-max"
        return mutant(rule, bounded.limit.id, placements)
      }
    }
  }
}
