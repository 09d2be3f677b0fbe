extension Round {
  /// The round without some of its applications, and without whatever names them.
  ///
  /// Their participants stay. Filters still name them, as they may name anybody.
  ///
  /// - Parameter withdrawn: indices into `applications`.
  /// - Returns: the round, and for each application of it the place that it has in this one.
  package func withdrawing(_ withdrawn: Set<Int>) -> (round: Round, kept: [Int]) {
    let kept = applications.indices.filter { !withdrawn.contains($0) }
    let place = Dictionary(uniqueKeysWithValues: kept.enumerated().map { ($1, $0) })
    var round = self
    round.applications = kept.map { applications[$0] }
    round.locks = locks.compactMap { lock in
      guard let application = place[lock.application] else { return nil }
      var lock = lock
      lock.application = application
      return lock
    }
    round.published = published.compactMap { placement in
      guard let application = place[placement.application] else { return nil }
      var placement = placement
      placement.application = application
      return placement
    }
    return (round, kept)
  }
}
