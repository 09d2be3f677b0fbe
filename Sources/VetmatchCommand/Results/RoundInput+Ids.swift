import ArgumentParser
import MobilityModel
import RoundFiles

/// What ids on a command line mean; people's can also be given as the pseudonyms that are shown.
extension RoundInput {
  /// Index of an application.
  ///
  /// - Throws: `ValidationError` where there is none of that id, as all of these.
  func application(_ id: String) throws -> Int {
    try place(of: id, "application", round.applications.map(\.id), shown.applications.map(\.id))
  }

  /// Indices of a participant's applications.
  func applications(ofParticipant id: String) throws -> [Int] {
    let person = try place(
      of: id, "participant", round.participants.map(\.id), shown.participants.map(\.id))
    let applications = round.applications.indices.filter {
      round.applications[$0].participant == person
    }
    if applications.isEmpty { throw ValidationError("Participant \(id) has no application.") }
    return applications
  }

  func session(_ id: String) throws -> Int {
    try place(of: id, "session", round.sessions.map(\.id), [])
  }

  func limit(_ id: String) throws -> Int {
    try place(of: id, "limit", round.limits.map(\.id), [])
  }

  private func place(
    of id: String, _ kind: String, _ ids: [String], _ shown: [String]
  ) throws -> Int {
    if let place = ids.firstIndex(of: id) ?? shown.firstIndex(of: id) { return place }
    // What is near would tell something of ids that are not shown.
    let near = names == nil ? NearMiss.closest(to: id, among: ids) : nil
    throw ValidationError(
      "There is no \(kind) \(id.printable) in the round" + (near.map { "; maybe \($0)." } ?? "."))
  }
}
