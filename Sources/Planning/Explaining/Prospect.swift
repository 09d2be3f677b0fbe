package import MobilityModel

/// How a session in which an application has an option looks to it, seen from a plan.
package struct Prospect: Hashable, Sendable {
  /// How it is placed there, or would be: of its options the one with the least in its way.
  package var option: Option
  /// Place of the session in its list, counted from 1.
  package var rank: Int?
  package var fit: Int
  /// Whether this is where the plan has it.
  package var isHeld: Bool
  /// What is in the way of being there instead, in words, with everybody else as they are.
  package var obstacles: [String]
  /// Where no rule is in the way: by how much the plan would be worse in each tier of the objective,
  /// negative where it would be better.
  package var loss: [Int]?
}

extension PlanReview {
  /// The sessions in which an application has an option, in the order of its list, then of ids.
  ///
  /// - Complexity: O(*o* *l*) for *o* options and *l* limits.
  package func prospects(application: Int) -> [Prospect] {
    let options = tables.options.options[tables.options.range(ofApplication: application)]
    let own = state.placement[Int32(application)]
    let sessions = Set(options.map { Int($0.session) }).sorted()
    let prospects = sessions.map { session in
      if let own, Int(own.session) == session { return prospect(own, SessionLook.none) }
      let look = look(application, session)
      let option = look.change?.arriving.first { $0.application == application }
      // The group cannot go there: any option will do.
      let any = options.first { $0.session == session }
      return prospect(option ?? any ?? options[options.startIndex], look)
    }
    return prospects.enumerated().sorted {
      ($0.element.rank ?? .max, $0.offset) < ($1.element.rank ?? .max, $1.offset)
    }.map(\.element)
  }

  private func prospect(_ option: Option, _ look: SessionLook) -> Prospect {
    let application = Int(option.application)
    let words = words(for: application)
    return Prospect(
      option: option, rank: round.rank(of: option), fit: tables.valuation.fit(option),
      isHeld: look.found.isEmpty,
      obstacles: look.found.map { obstacle in
        words.phrase(obstacle.cause, obstacle.id)
          + (obstacle.cause == .full ? points(of: application, in: [Int(option.session)]) : "")
      },
      loss: look.ruleCount == 0 ? look.change.map { costs(of: $0) } : nil)
  }
}

extension SessionLook {
  /// Of the session where an application is.
  fileprivate static let none = SessionLook(change: nil, found: [], ruleCount: 0)
}
