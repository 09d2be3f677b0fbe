/// Conditions that hold together: each names a key and the values that satisfy it.
///
/// An empty filter always holds.
package struct Filter: Hashable, Sendable {
  package struct Condition: Hashable, Sendable {
    package var key: FilterKey
    package var values: Set<String>

    package init(key: FilterKey, values: Set<String>) {
      self.key = key
      self.values = values
    }
  }

  package var conditions: [Condition]

  package init(_ conditions: [Condition] = []) { self.conditions = conditions }
}

/// What a filter, or the `each` of a limit, may look at.
package enum FilterKey: Hashable, Sendable {
  // Where a placement is.
  case stream, session, host, hostCountry, sector
  // Who is placed.
  case application, participant, organisation, country, role, group
  /// A further column of `participants.csv`, as an index into `Round.attributeNames`.
  /// `nationality` is a column of its own and stands as `.nationality`.
  case attribute(Int)
  case nationality
}

/// A lower or upper bound on what a plan may do.
package struct Limit: Hashable, Sendable {
  package enum Measure: String, Hashable, Sendable, CaseIterable {
    case people, days, euros
    case atOnce = "at_once"
    /// How many different values of the key `of` the placements have.
    case different
  }

  package enum Kind: String, Hashable, Sendable, CaseIterable {
    case hard
    case orNone = "or_none"
    case soft
  }

  package var id: String
  package var `where` = Filter()
  package var who = Filter()
  /// Keys that split the limit into one for each combination of their values.
  package var each: [FilterKey] = []
  package var measure = Measure.people
  package var from: Day?
  package var until: Day?
  package var min: Int?
  package var max: Int?
  package var kind = Kind.hard
  package var reason = ""
  /// The placements that are taken off the count; `nil` where none are.
  package var minus: Minus?
  /// The key whose values are counted by the measure `different`.
  package var of: FilterKey?
  /// What counts start from, by the values of `each`.
  package var carried: [[String]: Int] = [:]

  package init(id: String) { self.id = id }
}

/// A dated refusal.
package struct Rule: Hashable, Sendable {
  package var id: String
  package var `where` = Filter()
  package var who = Filter()
  package var from: Day?
  package var until: Day?
  package var reason = ""

  package init(id: String) { self.id = id }
}

/// A decision made before the round is run.
package struct Lock: Hashable, Sendable {
  package enum Effect: String, Hashable, Sendable, CaseIterable { case lock, forbid }

  package enum Target: Hashable, Sendable {
    case anywhere
    /// Index into `Round.sessions`.
    case session(Int)
    /// Index into `Round.organisations`.
    case host(Int)
  }

  /// Index into `Round.applications`.
  package var application: Int
  package var effect: Effect
  package var target: Target
  package var reason = ""
  package var author = ""

  package init(application: Int, effect: Effect, target: Target) {
    self.application = application
    self.effect = effect
    self.target = target
  }
}

/// An earlier stay of a participant abroad.
package struct Stay: Hashable, Sendable {
  /// Index into `Round.participants`.
  package var participant: Int
  package var country: String
  package var dates: Interval

  package init(participant: Int, country: String, dates: Interval) {
    self.participant = participant
    self.country = country
    self.dates = dates
  }
}

/// A twinned pair; both are indices into `Round.organisations`.
package struct Twin: Hashable, Sendable {
  package var organisation: Int
  package var host: Int

  package init(organisation: Int, host: Int) {
    self.organisation = organisation
    self.host = host
  }
}

/// A row of the rate table; an empty field matches all, the first row that matches counts.
package struct Rate: Hashable, Sendable {
  package enum Kind: String, Hashable, Sendable, CaseIterable { case travel, daily, organisation }

  package var kind: Kind
  package var role: Role?
  /// Countries of hosts for which the rate holds; empty for all.
  package var hostCountries: Set<String> = []
  package var minKm: Int?
  package var maxKm: Int?
  package var euros: Int

  package init(kind: Kind, euros: Int) {
    self.kind = kind
    self.euros = euros
  }
}

/// A placement of the published plan; both are indices into the round.
package struct PublishedPlacement: Hashable, Sendable {
  package var application: Int
  package var session: Int
  package var sector: Sector

  package init(application: Int, session: Int, sector: Sector) {
    self.application = application
    self.session = session
    self.sector = sector
  }
}
