import MobilityModel

/// Orders for rows without ids: by all that they say, so that no two different rows are equal.
extension Lock {
  func precedes(_ other: Lock) -> Bool {
    let (left, right) = (target.rank, other.target.rank)
    if (application, left.kind, left.place) != (other.application, right.kind, right.place) {
      return (application, left.kind, left.place) < (other.application, right.kind, right.place)
    }
    if effect != other.effect { return effect == .lock }
    if reason != other.reason { return reason.precedesByScalars(other.reason) }
    return author.precedesByScalars(other.author)
  }
}

extension Lock.Target {
  fileprivate var rank: (kind: Int, place: Int) {
    switch self {
    case .anywhere: (0, 0)
    case .session(let place): (1, place)
    case .host(let place): (2, place)
    }
  }
}

extension Stay {
  func precedes(_ other: Stay) -> Bool {
    if participant != other.participant { return participant < other.participant }
    if dates != other.dates {
      return (dates.start, dates.end) < (other.dates.start, other.dates.end)
    }
    return country.precedesByScalars(other.country)
  }
}

extension Twin {
  func precedes(_ other: Twin) -> Bool {
    (organisation, host) < (other.organisation, other.host)
  }
}

extension PublishedPlacement {
  func precedes(_ other: PublishedPlacement) -> Bool {
    (application, session, sector) < (other.application, other.session, other.sector)
  }
}

extension String {
  /// The order of Unicode scalars, which no locale and no canonical form changes.
  func precedesByScalars(_ other: String) -> Bool { utf8.lexicographicallyPrecedes(other.utf8) }
}
