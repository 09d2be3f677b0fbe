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
    guard let rank = round.rank(of: placement) else {
      share.unlisted += 1
      return
    }
    while share.ranks.count < rank { share.ranks.append(0) }
    share.ranks[rank - 1] += 1
  }
}

extension FairShare {
  /// Placements by first, second, third and a later choice, and those not listed.
  package var choices: [Int] {
    (0..<3).map { $0 < ranks.count ? ranks[$0] : 0 }
      + [ranks.dropFirst(3).reduce(0, +), unlisted]
  }

  /// Of listed placements, in hundredths, half up; `nil` if there are none.
  package var meanRank: Int? { listed == 0 ? nil : (rankSum * 200 + listed) / (2 * listed) }
}
