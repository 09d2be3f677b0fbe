import MobilityModel
import Selection

extension Compiler {
  /// Sizes and leaders of all sessions.
  mutating func addSessions() {
    for session in round.sessions.indices where space.size[session].participants > 0 {
      let size = space.size[session]
      let participants = terms(session, ofLeaders: false)
      if case .one = size.leaders {
        let runs = addRuns(session, participants, size)
        addLeaders(session, participants, size, runs: runs)
      } else if size.least > 1 {
        _ = addRuns(session, participants, size)
      } else if size.most < size.participants {
        addRow(
          .session(.seats, session), lower: nil, upper: size.most, ascending: participants)
      }
    }
  }

  /// How many people of one role a session has.
  private mutating func terms(_ session: Int, ofLeaders: Bool) -> [SelectionProblem.Term] {
    for option in space.options(of: session)
    where space.isAlive[option] && space.isLeader[space.application(option)] == ofLeaders {
      row.add(Int(column[option]))
    }
    return row.take()
  }

  /// A count that is 1 where a session runs, with `least * runs <= n <= most * runs`.
  private mutating func addRuns(
    _ session: Int, _ participants: [SelectionProblem.Term], _ size: SessionSize
  ) -> SelectionProblem.Column {
    let runs = addCount(.runs(session: session), 0...1, cost: costs.zero)
    addRow(
      .session(.seats, session), lower: nil, upper: 0,
      ascending: participants + [SelectionProblem.Term(runs, -size.most)])
    addRow(
      .session(.minimum, session), lower: 0, upper: nil,
      ascending: participants + [SelectionProblem.Term(runs, -size.least)])
    return runs
  }

  /// A count of leaders `L` that is the number of participants `n` over `k`, rounded up.
  ///
  /// `n <= k L` and `n >= k L - (k - 1) runs` are the rounding; `runs <= L <= most runs` says that
  /// there are leaders exactly where the session runs.
  private mutating func addLeaders(
    _ session: Int, _ participants: [SelectionProblem.Term], _ size: SessionSize,
    runs: SelectionProblem.Column
  ) {
    let placed = terms(session, ofLeaders: true)
    let (each, most) = (size.perLeader, size.mostLeaders)
    let leaders = addCount(.leaders(session: session), 0...most, cost: costs.zero)
    typealias Term = SelectionProblem.Term
    addRow(
      .session(.leaders, session), lower: 0, upper: 0, ascending: placed + [Term(leaders, -1)])
    addRow(
      .session(.led, session), lower: nil, upper: 0,
      ascending: participants + [Term(leaders, -each)])
    let rounding = each > 1 ? [Term(runs, each - 1)] : []
    addRow(
      .session(.needed, session), lower: 0, upper: nil,
      ascending: participants + rounding + [Term(leaders, -each)])
    addRow(
      .session(.present, session), lower: 0, upper: nil,
      ascending: [Term(runs, -1), Term(leaders, 1)])
    addRow(
      .session(.absent, session), lower: nil, upper: 0,
      ascending: [Term(runs, -most), Term(leaders, 1)])
  }
}
