import MobilityModel

/// Which rules, forbids and locks refuse the options that a round would have without them.
///
/// They stand beside a table of those options, so that a rule can be left out without looking for
/// options anew. An option that nothing refuses is one of the round as it is.
struct Refusals: Sendable {
  /// Where an option's list starts in `refusing`, and one place more; empty where nothing is
  /// refused.
  private var start: [Int] = []
  private(set) var refusing: [HardRule] = []

  /// Nothing is refused: of a table of the round's own options.
  init() {}

  /// - Parameters:
  ///   - round: the round as it is.
  ///   - options: what it would have without its rules and locks.
  /// - Complexity: one look at every test for each option.
  init(_ round: Round, _ options: [Option]) {
    let eligibility = Eligibility(round)
    let forbids = Dictionary(
      grouping: round.locks.filter { $0.effect == .forbid }, by: \.application)
    start.append(0)
    for option in options {
      let application = Int(option.application)
      let failed = eligibility.refusals(
        application: application, session: Int(option.session), sector: option.sector)
      for refusal in failed {
        switch refusal {
        case .rule(let rule): refusing.append(.rule(rule))
        case .locked: refusing.append(.lock(application: application))
        case .forbidden:
          let named = forbids[application, default: []].map(\.target).filter {
            $0.names(session: Int(option.session), in: round)
          }
          refusing += named.map { .forbid(application: application, $0) }
        case .stream, .dates, .language, .sector, .age, .stay, .preference:
          assertionFailure("an option is refused by \(refusal.code)")
        }
      }
      start.append(refusing.count)
    }
  }

  /// What refuses an option.
  @inline(__always)
  func of(_ option: Int) -> ArraySlice<HardRule> {
    start.isEmpty ? [] : refusing[start[option]..<start[option + 1]]
  }

  /// Whether an option exists when only those rules hold that are not in `ignoring`.
  func allows(_ option: Int, ignoring: Set<HardRule>) -> Bool {
    of(option).allSatisfy { ignoring.contains($0) }
  }
}
