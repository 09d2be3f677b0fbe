package import MobilityModel

/// Why a round has no plan.
package struct Infeasibility: Hashable, Sendable {
  /// Sets of rules of which no plan keeps all, each on its own; never empty.
  ///
  /// First come those that a lock is in whatever the other locks are, then others. A clash that
  /// shares the part of another one that is in `relief` need not be among them.
  package var clashes: [Clash]
  /// Parts of the clashes without which the round has a plan, proven by one; `nil` where the search
  /// for clashes was given up before that.
  package var relief: [Clash.Part]?

  /// The same in the words of another round, in which everything has the same place.
  package func told(in round: Round) -> Infeasibility {
    let words = ClashWords(
      RoundTables(round, mostChanges: clashes.first?.mostChanges).loosened)
    return Infeasibility(
      clashes: clashes.map { clash in
        var clash = clash
        clash.parts = clash.parts.map { words.part($0.rule) }
        return clash
      }, relief: relief?.map { words.part($0.rule) })
  }
}

/// Hard rules that no plan keeps together.
package struct Clash: Hashable, Sendable {
  /// One of the rules, for a reader.
  package struct Part: Hashable, Sendable {
    package var rule: HardRule
    /// Stable: the kind of rule and the id of the row that it comes from, `limit:AL-max`.
    package var id: String
    /// What the rule asks, in a sentence without a full stop.
    package var words: String
  }

  /// In the order of `HardRule`'s cases and of ids.
  package var parts: [Part]
  /// Whether some plan keeps all of them but one, whichever that is, proven by such plans; `false` if
  /// the search was stopped.
  package var isMinimal: Bool
  /// The most changes that the run allowed, if it set such a number.
  var mostChanges: Int?
}

extension HardRule {
  /// Every rule that a round's plans must keep.
  static func all(of tables: RoundTables) -> [HardRule] {
    let round = tables.round
    let groups = Groups(round, ignoring: []).all
    let refusing = Set(tables.refusals.refusing)
    let forbids = round.locks.filter { $0.effect == .forbid }.map {
      HardRule.forbid(application: $0.application, $0.target)
    }
    let locked = Set(round.locks.lazy.filter { $0.effect == .lock }.map(\.application)).sorted()
    var applications = [Int](repeating: 0, count: round.participants.count)
    for application in round.applications { applications[application.participant] += 1 }
    let sessions = round.sessions.indices
    let hasLeaders = round.applications.contains { $0.role == .leader }
    let isLed = sessions.filter { session in
      hasLeaders || round.streams[round.sessions[session].stream].learnersPerLeader > 0
    }
    let limits = round.limits.indices.filter { round.limits[$0].kind != .soft }
    let rules: [[HardRule]] = [
      locked.map { .lock(application: $0) }, forbids.distinct.filter(refusing.contains),
      round.rules.indices.map { .rule($0) }.filter(refusing.contains), limits.map { .limit($0) },
      groups.map { .group(application: $0.applications[0]) },
      sessions.filter { round.sessions[$0].minPeople > 1 }.map { .minimum(session: $0) },
      sessions.filter { round.sessions[$0].maxPeople != nil }.map { .maximum(session: $0) },
      isLed.map { .leaders(session: $0) },
      applications.indices.filter { applications[$0] > 1 }.map { .person(participant: $0) },
      tables.mostChanges == nil ? [] : [.changes],
    ]
    return rules.flatMap { $0 }
  }
}

extension [HardRule] {
  /// Each of them once, in order.
  fileprivate var distinct: [HardRule] {
    var seen: Set<HardRule> = []
    return filter { seen.insert($0).inserted }
  }
}
