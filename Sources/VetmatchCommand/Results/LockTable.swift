import MobilityModel
import RoundFiles

/// The locks and forbids under which a plan was made, with their reasons and authors.
struct LockTable {
  /// The round as it is shown.
  let round: Round
  /// Whether people are shown by pseudonyms, whose order must tell nothing.
  let isSorted: Bool

  static let columns = ["application", "effect", "session", "reason", "author"]

  /// As in `locks.csv`.
  var table: Table { Table(columns: Self.columns, rows: rows) }

  var json: JSONText.Value {
    .array(
      rows.map { row in
        .object(zip(Self.columns, row).map { (key: $0, value: .string($1)) })
      })
  }

  private var rows: [[String]] {
    let rows = round.locks.map { lock in
      [
        round.applications[lock.application].id, lock.effect.rawValue, lock.target.code(in: round),
        lock.reason, lock.author,
      ]
    }
    return isSorted ? rows.sorted { $0.lexicographicallyPrecedes($1) } : rows
  }
}

extension Lock {
  /// What an explanation says of it.
  func json(in round: Round) -> JSONText.Value {
    [
      "effect": .string(effect.rawValue), "place": .string(target.words(in: round)),
      "reason": .string(reason), "author": .string(author),
    ]
  }
}

extension Lock.Target {
  /// As the table of locks writes it; empty for any session.
  func code(in round: Round) -> String {
    switch self {
    case .anywhere: ""
    case .session(let session): round.sessions[session].id
    case .host(let host): round.organisations[host].id
    }
  }
}
