import MobilityModel

/// `locks.csv`: decisions made before the run.
struct LocksTable: RoundTable {
  static let name = "locks"

  let application, effect, session, reason, author: Column

  init(_ header: inout Header) {
    application = header.required("application")
    effect = header.required("effect")
    session = header.optional("session")
    reason = header.optional("reason")
    author = header.optional("author")
  }

  func row(_ table: borrowing TableReader, _ ids: RoundIds) -> Lock {
    let words = TableReader.oneOf(Lock.Effect.allCases.map(\.rawValue))
    var result = Lock(
      application: table.requiredReference(application, to: ids.applications) ?? -1,
      effect: table.required(effect, words) { table.choice($0) } ?? .lock,
      target: target(table, ids))
    result.reason = table.text(reason)
    result.author = table.text(author)
    return result
  }

  private func target(_ table: borrowing TableReader, _ ids: RoundIds) -> Lock.Target {
    guard case .bytes(let range) = table.cell(session) else { return .anywhere }
    switch table.destination(range, session, ids) {
    case .session(let session): return .session(session)
    case .host(let host): return .host(host)
    case .ambiguous, nil: return .anywhere
    }
  }
}
