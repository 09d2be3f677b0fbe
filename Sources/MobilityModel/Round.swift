/// One run of allocation: every table, checked and cross-referenced.
///
/// References between tables are indices into the arrays here. All arrays but `rates` are in the
/// order of their ids (by Unicode scalars), so nothing that is computed from a round depends on
/// the order in which a planner keeps rows. `rates` keeps its rows' order, which has a meaning.
package struct Round: Sendable {
  package var settings = Settings()
  package var organisations: [Organisation] = []
  package var streams: [Stream] = []
  package var sessions: [Session] = []
  /// Names of the further columns of `participants.csv`, in the order of `Participant.attributes`.
  package var attributeNames: [String] = []
  package var participants: [Participant] = []
  package var applications: [Application] = []
  package var limits: [Limit] = []
  package var rules: [Rule] = []
  package var locks: [Lock] = []
  package var stays: [Stay] = []
  package var twins: Set<Twin> = []
  package var rates: [Rate] = []
  /// The plan that has been published, when the round has one.
  package var published: [PublishedPlacement] = []

  package init() {}
}

package struct Settings: Hashable, Sendable {
  package var name = ""
  package var objective: [Tier] = [.filled, .targets, .points, .fit, .travel, .draw]
  /// Scores of the listed preferences, in their order; later ones score 0.
  package var preferenceScores = [100, 80, 60, 40, 20]
  package var onlyListed = false
  /// Scores of an exact, a narrow and a broad match.
  package var sectorScores = [100, 60, 20]
  package var minSectorMatch = SectorMatch.narrow
  package var languageStepScore = 10
  package var twinScore = 50
  package var shortStayNationalities: Set<String> = []
  package var drawSeed = ""

  package init() {}
}

package struct Organisation: Hashable, Sendable {
  package var id: String
  package var name: String
  /// ISO 3166-1 alpha-2, `XK` for Kosovo, `GR` and `GB` already normalised; empty if not given.
  package var country: String
  package var city: String
  package var coordinates: Coordinates?

  package init(
    id: String, name: String = "", country: String = "", city: String = "",
    coordinates: Coordinates? = nil
  ) {
    self.id = id
    self.name = name
    self.country = country
    self.city = city
    self.coordinates = coordinates
  }
}

/// A place on the globe, in degrees.
package struct Coordinates: Hashable, Sendable {
  package var latitude: Double
  package var longitude: Double

  package init(latitude: Double, longitude: Double) {
    self.latitude = latitude
    self.longitude = longitude
  }
}

/// A kind of mobility.
package struct Stream: Hashable, Sendable {
  package enum Kind: String, Hashable, Sendable, CaseIterable { case learner, staff }

  package var id: String
  package var title = ""
  package var kind = Kind.learner
  package var minDays: Int?
  package var maxDays: Int?
  /// What one filled place counts; at least 1.
  package var weight = 1
  /// Participants that one leader may accompany; 0 where none are needed.
  package var learnersPerLeader = 0
  package var hasNationalVisa = false

  package init(id: String) { self.id = id }
}

/// One dated offer of one host in one stream.
package struct Session: Hashable, Sendable {
  package var id: String
  /// Index into `Round.streams`.
  package var stream: Int
  /// Index into `Round.organisations`.
  package var host: Int
  package var dates: Interval
  package var minPeople = 0
  /// `nil` is unbounded.
  package var maxPeople: Int?
  /// Alternatives, any one of which is enough; empty asks for none.
  package var languages: [LanguageSkill] = []
  /// The place sectors on offer, in rising order; empty for the one place sector `.none`.
  package var sectors: [Sector] = []
  package var minAge: Int?

  package init(id: String, stream: Int, host: Int, dates: Interval) {
    self.id = id
    self.stream = stream
    self.host = host
    self.dates = dates
  }
}

package struct Participant: Hashable, Sendable {
  package var id: String
  package var name = ""
  /// Index into `Round.organisations`.
  package var organisation: Int
  package var birthDate: Day?
  package var nationality = ""
  package var languages: [LanguageSkill] = []
  package var sectors: [Sector] = []
  /// Cells of the further columns, in the order of `Round.attributeNames`.
  package var attributes: [String] = []

  package init(id: String, organisation: Int) {
    self.id = id
    self.organisation = organisation
  }
}

/// One participant's wish to take part in one stream.
package struct Application: Hashable, Sendable {
  /// A session, or a host for all of its sessions.
  ///
  /// Four bytes, because a million applications may name seven places each.
  package struct Preference: Hashable, Sendable {
    /// Index into `Round.sessions`, or the complement of one into `Round.organisations`.
    @usableFromInline let code: Int32

    /// The session at a place of the round.
    package static func session(_ place: Int) -> Preference {
      Preference(code: Int32(truncatingIfNeeded: place))
    }

    /// The organisation at a place of the round.
    package static func host(_ place: Int) -> Preference {
      Preference(code: ~Int32(truncatingIfNeeded: place))
    }

    @inlinable
    package static func == (left: Preference, right: Preference) -> Bool { left.code == right.code }

    /// What is named, as locks name it; never `.anywhere`.
    package var target: Lock.Target { code < 0 ? .host(Int(~code)) : .session(Int(code)) }
  }

  package var id: String
  /// Index into `Round.participants`.
  package var participant: Int
  /// Index into `Round.streams`.
  package var stream: Int
  package var role = Role.participant
  package var availableFrom: Day?
  package var availableUntil: Day?
  /// Ranked, first is best.
  package var preferences: [Preference] = []
  /// Hundredths of a point.
  package var points = 0
  /// Empty if the application travels alone.
  package var group = ""

  package init(id: String, participant: Int, stream: Int) {
    self.id = id
    self.participant = participant
    self.stream = stream
  }
}
