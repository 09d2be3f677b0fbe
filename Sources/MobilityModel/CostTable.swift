/// What a placement costs, from the table of rates.
struct CostTable: Sendable {
  /// The rows of one rate that fit a role and a host's country, in the order of the table.
  private struct Band: Sendable {
    var kilometres: ClosedRange<Int>
    var euros: Int
  }

  /// Lists of bands: three (travel, daily, organisation) for each role in each host country.
  private let bands: Slices<Band>
  /// Place of a session's host country.
  private let country: [Int32]
  private let days: [Int]

  init(_ round: Round) {
    var countries = Interner<String>()
    country = round.sessions.map { session in
      countries.place(of: round.organisations[session.host].country)
    }
    days = round.sessions.map { max(0, $0.dates.days) }
    var bands = Slices<Band>()
    for country in countries.values {
      for role in [Role.participant, .leader] {
        for kind in [Rate.Kind.travel, .daily, .organisation] {
          bands.append(
            round.rates.lazy.filter { Self.fits($0, kind, role, country) }.compactMap(Self.band))
        }
      }
    }
    self.bands = bands
  }

  private static func fits(_ rate: Rate, _ kind: Rate.Kind, _ role: Role, _ country: String) -> Bool
  {
    rate.kind == kind && (rate.role == nil || rate.role == role)
      && (rate.hostCountries.isEmpty || rate.hostCountries.contains(country))
  }

  private static func band(_ rate: Rate) -> Band? {
    let (low, high) = (rate.minKm ?? .min, rate.maxKm ?? .max)
    return low <= high ? Band(kilometres: low...high, euros: rate.euros) : nil
  }

  /// Whole euros: travel, 14 days in full, later days at 70 % rounded half up, organisation.
  func euros(session: Int, isLeader: Bool, kilometres: Int) -> Int {
    let list = (Int(country[session]) * 2 + (isLeader ? 1 : 0)) * 3
    let daily = first(list + 1, kilometres)
    let late = halfUpTenth(saturatingProduct(7, daily))
    let early = saturatingProduct(daily, min(14, days[session]))
    let stay = saturatingSum(early, saturatingProduct(late, max(0, days[session] - 14)))
    let ways = saturatingSum(first(list, kilometres), first(list + 2, kilometres))
    return saturatingSum(ways, stay)
  }

  /// A tenth, rounded half up.
  private func halfUpTenth(_ value: Int) -> Int {
    let (quotient, remainder) = saturatingSum(value, 5).quotientAndRemainder(dividingBy: 10)
    return remainder < 0 ? quotient - 1 : quotient
  }

  private func first(_ list: Int, _ kilometres: Int) -> Int {
    for place in bands.range(list) where bands.elements[place].kilometres.contains(kilometres) {
      return bands.elements[place].euros
    }
    return 0
  }
}
