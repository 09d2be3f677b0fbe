package import MobilityModel

/// What became of the applications of role `participant` that share a value of a key.
package struct FairShare: Hashable, Sendable {
  package var key: FilterKey
  /// Empty where it is not given.
  package var value: String
  package var applied = 0
  /// Those who have an option at all.
  package var eligible = 0
  package var placed = 0
  /// Placements by rank in the applicant's list, the first choice at 0.
  package var ranks: [Int] = []
  /// Placements that the applicant did not list.
  package var unlisted = 0

  /// Placements that were listed.
  package var listed: Int { ranks.reduce(0, +) }
  /// Sum of the ranks of listed placements, counted from 1.
  package var rankSum: Int {
    ranks.indices.reduce(0) { $0 + ($1 + 1) * ranks[$1] }
  }
  /// The last rank that somebody got, from 1; `nil` if none was listed.
  package var worstRank: Int? { ranks.isEmpty ? nil : ranks.count }
}

/// Somebody without a placement has a better claim to a seat than the person who holds it.
///
/// The claim is better by more points, or by the same points and a higher lot for the session; and
/// the plan would keep every hard rule if the seat changed hands.
package struct JustifiedEnvy: Hashable, Sendable {
  package var envious: Option
  package var holder: Option
  /// Whether points are equal and the lot decides.
  package var isByLot: Bool
}

extension PlanReview {
  /// The shares of every value of each key, in the order of keys and values.
  ///
  /// - Complexity: linear in the number of applications for each key.
  package func fairShares(by keys: [FilterKey]) -> [FairShare] {
    keys.flatMap { key -> [FairShare] in
      var shares: [String: FairShare] = [:]
      for (place, application) in round.applications.enumerated()
      where application.role == .participant {
        let value = tables.facts.value(of: key, application: place)
        count(place, in: &shares[value, default: FairShare(key: key, value: value)])
      }
      return shares.sorted {
        $0.key.unicodeScalars.lexicographicallyPrecedes($1.key.unicodeScalars)
      }.map(\.value)
    }
  }

  private func count(_ application: Int, in share: inout FairShare) {
    share.applied += 1
    share.eligible += tables.options.range(ofApplication: application).isEmpty ? 0 : 1
    guard let placement = state.placement[Int32(application)] else { return }
    share.placed += 1
    let session = Int(placement.session)
    let rank = round.applications[application]
      .rank(ofSession: session, host: round.sessions[session].host)
    guard let rank else {
      share.unlisted += 1
      return
    }
    while share.ranks.count < rank { share.ranks.append(0) }
    share.ranks[rank - 1] += 1
  }

  /// Every case of justified envy among `reserves`, in their order and that of the holders.
  ///
  /// - Complexity: linear in the seats that reserves could take.
  package func justifiedEnvy(among reserves: [Reserve]) -> [JustifiedEnvy] {
    let holders = Dictionary(grouping: plan.placements, by: \.session)
    return reserves.filter { isParticipant($0.option) }.flatMap { reserve -> [JustifiedEnvy] in
      (holders[reserve.option.session] ?? []).compactMap { holder in
        guard isParticipant(holder), reserve.canReplace(holder.application) else { return nil }
        return envy(of: reserve.option, holder)
      }
    }
  }

  private func isParticipant(_ option: Option) -> Bool {
    round.applications[Int(option.application)].role == .participant
  }

  private func envy(of envious: Option, _ holder: Option) -> JustifiedEnvy? {
    let own = round.applications[Int(envious.application)].points
    let other = round.applications[Int(holder.application)].points
    if own < other { return nil }
    let isByLot = own == other
    if isByLot, tables.valuation.draw(envious) <= tables.valuation.draw(holder) { return nil }
    return JustifiedEnvy(envious: envious, holder: holder, isByLot: isByLot)
  }
}

extension Reserve {
  /// Whether it could take the seat of somebody of its role in its session.
  package func canReplace(_ holder: Int32) -> Bool {
    switch seats {
    case .any: true
    case .of(let applications): applications.contains(holder)
    }
  }
}

extension Application {
  /// The place of a session, or of its host, in the list of preferences, counted from 1.
  package func rank(ofSession session: Int, host: Int) -> Int? {
    preferences.firstIndex { $0 == .session(session) || $0 == .host(host) }.map { $0 + 1 }
  }
}
