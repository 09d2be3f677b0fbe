package import RoundFiles

/// The tables of a round as sheets.
package enum RoundSheets {
  /// A sheet for each table, with drop-downs where only certain words or ids can stand.
  package static func sheets(_ tables: [(name: String, table: Table)]) -> [Sheet] {
    let ids = Dictionary(
      tables.map { ($0.name, $0.table.columns.first) }, uniquingKeysWith: { first, _ in first })
    return tables.map { name, table in
      let entries = (RoundColumns.entries[name] ?? [:]).filter { _, entry in
        // A list of ids is offered where the other sheet has them in its first column.
        guard case .firstColumn(let other) = entry else { return true }
        return ids[other] == RoundColumns.id[other]
      }
      return Sheet(
        name: name, table: table, kinds: entries.compactMapValues(\.kind), entries: entries)
    }
  }
}

extension CellEntry {
  /// How cells with such entries are stored; `nil` as text.
  fileprivate var kind: CellKind? {
    switch self {
    case .words, .firstColumn: nil
    case .whole: .whole
    case .decimal: .decimal
    case .date: .date
    }
  }
}

/// What may be entered in the columns of a round's tables, where that can be said of a single cell.
enum RoundColumns {
  /// The column of ids that other tables refer to.
  static let id = [
    "organisations": "organisation", "streams": "stream", "sessions": "session",
    "participants": "participant", "applications": "application",
  ]

  private static let organisation = CellEntry.firstColumn(ofSheet: "organisations")
  private static let stream = CellEntry.firstColumn(ofSheet: "streams")
  private static let session = CellEntry.firstColumn(ofSheet: "sessions")
  private static let participant = CellEntry.firstColumn(ofSheet: "participants")
  private static let application = CellEntry.firstColumn(ofSheet: "applications")
  private static let role = CellEntry.words(["participant", "leader"])

  static let entries: [String: [String: CellEntry]] = [
    "settings": [
      "setting": .words(TableNames.settings)
    ],
    "organisations": ["latitude": .decimal, "longitude": .decimal],
    "streams": [
      "kind": .words(["learner", "staff"]), "min_days": .whole, "max_days": .whole,
      "weight": .whole, "learners_per_leader": .whole, "national_visa": .words(["yes", "no"]),
    ],
    "sessions": [
      "stream": stream, "host": organisation, "start": .date, "end": .date, "min_people": .whole,
      "max_people": .whole, "min_age": .whole,
    ],
    "participants": ["organisation": organisation, "birth_date": .date],
    "applications": [
      "participant": participant, "stream": stream, "role": role, "available_from": .date,
      "available_until": .date, "points": .decimal,
    ],
    "limits": [
      "measure": .words(["people", "days", "euros", "at_once", "different"]), "from": .date,
      "until": .date,
      "min": .decimal, "max": .decimal, "kind": .words(["hard", "or_none", "soft"]),
    ],
    "carried": ["amount": .decimal],
    "rules": ["from": .date, "until": .date],
    "locks": ["application": application, "effect": .words(["lock", "forbid"])],
    "stays": ["participant": participant, "from": .date, "until": .date],
    "twins": ["organisation": organisation, "host": organisation],
    "rates": [
      "rate": .words(["travel", "daily", "organisation"]), "role": role, "min_km": .whole,
      "max_km": .whole, "euros": .whole,
    ],
    "placements": ["application": application, "session": session],
  ]
}
