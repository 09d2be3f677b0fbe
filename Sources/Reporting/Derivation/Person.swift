import MobilityModel

/// Somebody who applies, as a page shows them.
struct Person: Sendable {
  /// Index into `Round.applications`.
  var application: Int
  var id: String
  /// Empty where people are shown by pseudonyms.
  var name: String
  var organisation: String
  var country: String
  var role: Role
  var stream: Int
  /// Hundredths.
  var points: Int
  var group: String

  init(_ index: Int, in round: Round) {
    let application = round.applications[index]
    let participant = round.participants[application.participant]
    let organisation = round.organisations[participant.organisation]
    self.application = index
    (id, name) = (application.id, participant.name)
    self.organisation = organisation.label
    (country, role, stream) = (organisation.country, application.role, application.stream)
    (points, group) = (application.points, application.group)
  }

  /// Participants before leaders, then by the ids that are shown: another order would tell
  /// something of ids that are not.
  static func isBefore(_ left: Person, _ right: Person) -> Bool {
    if left.role != right.role { return left.role == .participant }
    return left.id.unicodeScalars.lexicographicallyPrecedes(right.id.unicodeScalars)
  }
}

extension Organisation {
  /// Its name, or else its id.
  var label: String { name.isEmpty ? id : name }
}

extension Round {
  func hostLabel(_ session: Int) -> String { organisations[sessions[session].host].label }

  func country(ofApplication application: Int) -> String {
    organisations[participants[applications[application].participant].organisation].country
  }
}
