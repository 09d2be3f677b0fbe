package import MobilityModel

/// Says changes of a round in words.
package struct ChangeWords {
  private let round: Round

  /// - Parameter round: the round as it is shown, before any change.
  package init(_ round: Round) { self.round = round }

  /// A change in a phrase, with what the datum is now.
  package func words(_ change: RoundChange) -> String {
    switch change {
    case .availableFrom(let application, let day):
      let now = round.applications[application].availableFrom
      return "\(id(application)) can travel from \(day.iso)" + self.now(now?.iso)
    case .availableUntil(let application, let day):
      let now = round.applications[application].availableUntil
      return "\(id(application)) can travel until \(day.iso)" + self.now(now?.iso)
    case .speaks(let application, let skill):
      return "\(id(application)) speaks \(skill.text)" + now(level(of: application, skill.code))
    case .worksIn(let application, let sector):
      return "\(id(application)) works in sector \(sector.code), too"
    case .exempts(let application, let rule):
      return "rule \(round.rules[rule].id) does not hold for \(id(application))"
    case .lists(let application, let session):
      return "\(id(application)) lists \(self.session(session))"
    case .permits(let application, let session):
      return "\(id(application)) is not forbidden to go to \(self.session(session))"
    default: return wordsOnOffers(change)
    }
  }

  private func wordsOnOffers(_ change: RoundChange) -> String {
    switch change {
    case .seats(let session, let more):
      return "\(more) more place\(more == 1 ? "" : "s") in \(self.session(session))"
        + now(round.sessions[session].maxPeople.map(String.init))
    case .ceiling(let limit, let more):
      let most = round.limits[limit].max ?? 0
      return "limit \(round.limits[limit].id) allows \(most + more)" + now(String(most))
    case .floor(let limit, let less):
      let least = round.limits[limit].min ?? 0
      return "limit \(round.limits[limit].id) asks for \(least - less)" + now(String(least))
    case .minimum(let session, let people):
      return "\(self.session(session)) runs with \(people)"
        + now(String(round.sessions[session].minPeople))
    case .accepts(let session, let skill):
      let asked = round.sessions[session].languages.map(\.text).joined(separator: "|")
      return "\(self.session(session)) accepts \(skill.text)" + now(asked)
    case .minAge(let session, let age):
      return "\(self.session(session)) takes people of \(age)"
        + now(round.sessions[session].minAge.map(String.init))
    default: return ""
    }
  }

  /// A session with its place and its dates.
  package func session(_ place: Int) -> String {
    let session = round.sessions[place]
    let host = round.organisations[session.host]
    let name = [host.city, host.name, host.id].first { !$0.isEmpty } ?? ""
    return "\(session.id) (\(name), \(session.dates.start.iso) to \(session.dates.end.iso))"
  }

  private func id(_ application: Int) -> String { round.applications[application].id }

  private func now(_ value: String?) -> String { value.map { " (now \($0))" } ?? "" }

  private func level(of application: Int, _ code: String) -> String {
    let own = round.participants[round.applications[application].participant].languages
    return own.filter { $0.code == code }.map(\.level).max()?.code ?? "none"
  }
}
