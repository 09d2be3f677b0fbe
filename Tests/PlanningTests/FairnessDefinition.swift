import Audit
import MobilityModel

/// Envy and waste of `docs/fairness.md` counted the slow way, word by word, with the audit as judge.
struct FairnessDefinition {
  /// Who envies whom, with the application, then the holder.
  private(set) var envies: [[Int]] = []
  /// Those of them where the holder has fewer points.
  private(set) var enviesByPoints: [[Int]] = []
  private(set) var wasted: [[Int]] = []

  init(_ round: Round, _ plan: Plan) {
    let (auditor, valuation) = (Auditor(round: round), Valuation(round))
    let all = OptionTable(round).options
    func isSound(_ placements: [Option]) -> Bool {
      if case .sound = auditor.audit(placements) { true } else { false }
    }
    /// The highest lot of the application in the session.
    func lot(_ application: Int, _ session: Int) -> Int {
      all.filter {
        Int($0.application) == application && Int($0.session) == session
      }.map(valuation.draw).max() ?? 0
    }
    for (place, application) in round.applications.enumerated()
    where application.role == .participant {
      let own = plan.placements.first { $0.application == place }
      let rest = plan.placements.filter { $0.application != place }
      let rank = own.map { round.rank(of: $0) ?? .max }
      let options = all.filter { option in
        option.application == place && option.session != own?.session
          && (rank == nil || (round.rank(of: option) ?? .max) < rank ?? 0)
      }
      for session in round.sessions.indices {
        let wanted = options.filter { $0.session == session }
        if wanted.contains(where: { isSound(rest + [$0]) }) { wasted.append([place, session]) }
        for holder in plan.placements where holder.session == session {
          let other = round.applications[Int(holder.application)]
          if other.role != .participant { continue }
          let isBetter =
            application.points > other.points
            || application.points == other.points
              && lot(place, session) > lot(Int(holder.application), session)
          let isEnvied =
            isBetter
            && wanted.contains { isSound(rest.filter { $0 != holder } + [$0]) }
          if !isEnvied { continue }
          envies.append([place, Int(holder.application)])
          if application.points > other.points { enviesByPoints.append(envies[envies.count - 1]) }
        }
      }
    }
  }
}
