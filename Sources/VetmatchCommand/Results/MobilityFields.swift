import MobilityModel
import RoundFiles

/// The fields of a mobility by the names that the Beneficiary Module's data model has for them.
enum MobilityField: String, CaseIterable {
  case mobilityId = "mobility-id"
  case activityType = "activity-type"
  case accompanyingPerson = "accompanying-person"
  case longTerm = "long-term"
  case iscedCode = "isced-f-code"
  case sendingOrganisation = "sending-organization"
  case sendingName = "sending-business-name"
  case sendingCountry = "sending-country"
  case sendingCity = "sending-city"
  case receivingOrganisation = "receiving-organization"
  case receivingName = "receiving-business-name"
  case receivingCountry = "receiving-country"
  case receivingCity = "receiving-city"
  case distanceBand = "distance-band"
  case startDate = "start-date"
  case endDate = "end-date"
  case duration = "duration-calculated"
  case participantId = "participant-id"
  case givenNames = "given-names"
  case familyName = "family-name"
  case email
  case birthDate = "birth-date"
  case nationality
  case recentGraduate = "recent-graduate"
  case fewerOpportunities = "fewer-opportunities"

  /// Whether it says who somebody is, or how they live.
  var isPersonal: Bool {
    switch self {
    case .givenNames, .familyName, .email, .birthDate, .nationality, .recentGraduate,
      .fewerOpportunities:
      true
    default: false
    }
  }
}

/// The values of a mobility's fields.
struct MobilityFields {
  static let all = MobilityField.allCases

  private let round: Round
  private let valuation: Valuation
  /// Columns of participants that a field is taken from, by spelling.
  private let column: [String: Int]

  init(_ input: RoundInput) {
    round = input.shown
    valuation = Valuation(input.round)
    column = Self.columns(round.attributeNames)
  }

  /// The places of columns by the keys of their names; of two spellings of one name, that with lines
  /// is the round's own, and dashes are the module's.
  private static func columns(_ names: [String]) -> [String: Int] {
    let places = names.enumerated().map { (ColumnSpelling.key($1), $0) }
    return Dictionary(places) { names[$1].contains("_") ? $1 : $0 }
  }

  var hasSplitNames: Bool { place("given_names") != nil && place("family_name") != nil }

  func value(of field: MobilityField, _ placement: MobilityModel.Option) -> String {
    let application = round.applications[Int(placement.application)]
    let session = round.sessions[Int(placement.session)]
    let person = round.participants[application.participant]
    let sender = round.organisations[person.organisation]
    let host = round.organisations[session.host]
    switch field {
    case .mobilityId: return application.id
    case .activityType: return round.streams[application.stream].id
    case .accompanyingPerson: return application.role == .leader ? "yes" : "no"
    case .longTerm: return isLongTerm(application, session) ? "yes" : "no"
    case .iscedCode: return placement.sector.code
    case .sendingOrganisation: return sender.id
    case .sendingName: return sender.name
    case .sendingCountry: return Self.country(sender.country)
    case .sendingCity: return sender.city
    case .receivingOrganisation: return host.id
    case .receivingName: return host.name
    case .receivingCountry: return Self.country(host.country)
    case .receivingCity: return host.city
    case .distanceBand: return Self.band(valuation.km(placement))
    case .startDate: return Self.date(session.dates.start)
    case .endDate: return Self.date(session.dates.end)
    case .duration: return String(session.dates.days)
    case .participantId: return person.id
    case .givenNames: return hasSplitNames ? attribute("given_names", person) : ""
    case .familyName: return hasSplitNames ? attribute("family_name", person) : person.name
    case .email: return attribute("email", person)
    case .birthDate: return person.birthDate.map(Self.date) ?? ""
    case .nationality: return Self.country(person.nationality)
    case .recentGraduate: return answer("recent_graduate", person) ?? ""
    case .fewerOpportunities:
      // The module refuses an accompanying person with this flag, whatever the table says.
      return application.role == .leader ? "no" : answer("fewer_opportunities", person) ?? ""
    }
  }

  /// Whether the table has something for a field, with which the field cannot be filled.
  func isUnclear(_ field: MobilityField, _ placement: MobilityModel.Option) -> Bool {
    let application = round.applications[Int(placement.application)]
    let person = round.participants[application.participant]
    switch field {
    case .recentGraduate: return answer("recent_graduate", person) == nil
    case .fewerOpportunities:
      return application.role != .leader && answer("fewer_opportunities", person) == nil
    default: return false
    }
  }

  private func place(_ name: String) -> Int? { column[ColumnSpelling.key(name)] }

  private func attribute(_ name: String, _ person: Participant) -> String {
    place(name).map { person.attributes[$0] } ?? ""
  }

  /// `yes` or `no`, or nothing where nothing is given; `nil` where something else is.
  private func answer(_ name: String, _ person: Participant) -> String? {
    let text = attribute(name, person)
    return text.isEmpty ? "" : AnswerForms.isYes(text).map { $0 ? "yes" : "no" }
  }

  /// Days from which a learner's mobility is a long one.
  private static let longTermDays = 90

  private func isLongTerm(_ application: Application, _ session: Session) -> Bool {
    application.role == .participant && round.streams[application.stream].kind == .learner
      && session.dates.days >= Self.longTermDays
  }

  /// The codes of the European institutions differ from those of ISO for two countries.
  private static func country(_ code: String) -> String {
    switch code {
    case "GR": "EL"
    case "GB": "UK"
    default: code
    }
  }

  /// The band of a distance in kilometres; none for a distance that is not known or shorter than all.
  private static func band(_ kilometres: Int) -> String {
    switch kilometres {
    case ..<10: ""
    case ..<100: "10-99"
    case ..<500: "100-499"
    case ..<2000: "500-1999"
    case ..<3000: "2000-2999"
    case ..<4000: "3000-3999"
    case ..<8000: "4000-7999"
    default: "8000+"
    }
  }

  /// A day as `DD-MM-YYYY`.
  private static func date(_ day: Day) -> String {
    day.iso.split(separator: "-").reversed().joined(separator: "-")
  }
}
