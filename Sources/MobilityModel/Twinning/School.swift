/// A school that looks for twins among those of the other side.
///
/// Schools refer to each other by their index in a list that is in the order of ids.
package struct School: Hashable, Sendable {
  package enum Side: String, Hashable, Sendable, CaseIterable { case eu, wb }

  package var id: String
  package var side: Side
  package var name = ""
  /// As `Organisation.country`.
  package var country = ""
  package var city = ""
  package var coordinates: Coordinates?
  package var sectors: [Sector] = []
  package var languages: [LanguageSkill] = []
  /// Schools of the other side, best first.
  package var wishes: [Int] = []
  /// The most twins that the school takes, at least 1.
  package var mostTwins = 1
  /// Schools with which it is twinned already, in rising order.
  package var agreed: [Int] = []
  /// Schools with which it is not to be twinned, in rising order.
  package var refused: [Int] = []

  package init(id: String, side: Side) {
    self.id = id
    self.side = side
  }
}

/// A school of the EU and one of the Western Balkans, by their indices in the list of schools.
package struct SchoolPair: Hashable, Comparable, Sendable {
  package var eu: Int
  package var wb: Int

  package init(eu: Int, wb: Int) {
    self.eu = eu
    self.wb = wb
  }

  package static func < (left: SchoolPair, right: SchoolPair) -> Bool {
    (left.eu, left.wb) < (right.eu, right.wb)
  }

  /// Whether a school is one of the two.
  package func has(_ school: Int) -> Bool { eu == school || wb == school }

  /// The twin of one of the two.
  package func twin(of school: Int) -> Int { eu == school ? wb : eu }
}

/// What two schools must have in common to be twins.
package struct TwinRules: Hashable, Sendable {
  /// One of the two lists the other, or has no wishes at all.
  package var needsWish = false
  /// Some sectors of theirs are at least of one broad field.
  package var needsSector = false
  /// The least level at which both speak some language; `nil` asks for none.
  package var leastLevel: Level?
  /// The greatest distance; schools without coordinates are no distance apart.
  package var mostKilometres: Int?
  /// Keys the lot among equally good twinnings.
  package var drawSeed = ""

  package init() {}
}

/// What a twinning is for, most important first; the raw value is what tables and messages print.
package enum TwinTier: String, Hashable, Sendable, CaseIterable {
  case twinned
  case worstRank = "worst_rank"
  case wishes, sectors, languages, km, draw

  /// Whether more is better.
  package var isMaximised: Bool {
    switch self {
    case .twinned, .wishes, .sectors, .languages, .draw: true
    case .worstRank, .km: false
    }
  }
}

/// What a twinning is worth in one tier, in the tier's own sense.
package struct TwinTierValue: Hashable, Sendable {
  package var tier: TwinTier
  package var value: Int

  package init(tier: TwinTier, value: Int) {
    self.tier = tier
    self.value = value
  }
}
