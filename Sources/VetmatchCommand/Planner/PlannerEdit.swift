import MobilityModel
import RoundFiles

/// A change of the tables that a planner makes on the page.
///
/// It changes cells and rows as a person would in a spreadsheet; whether the result is a round, the
/// reader of rounds decides.
struct PlannerEdit: Hashable, Sendable, Decodable {
  enum Kind: String, Hashable, Sendable, Decodable {
    case seats, minimum, dates
    case limitMax = "limit-max"
    case limitMin = "limit-min"
    case lock, forbid, free, withdraw
  }

  var kind: Kind
  /// Of the session, the limit or the application that is meant.
  var id: String
  /// The new value; of a lock the session or host, of dates the first day.
  var value: String?
  /// The last day.
  var until: String?

  /// Why an edit cannot be made.
  struct Refusal: Error {
    let words: String
  }

  /// The longest text that a cell takes from the page.
  private static let mostBytes = 64

  /// The tables with this change.
  ///
  /// - Throws: `Refusal` where there is no such row.
  func applied(to tables: PlannerTables) throws(Refusal) -> PlannerTables {
    for text in [id, value ?? "", until ?? ""] where text.utf8.count > Self.mostBytes {
      throw Refusal(words: "a value of more than \(Self.mostBytes) bytes")
    }
    var tables = tables
    let value = value ?? ""
    switch kind {
    case .seats: try tables.set("sessions", id, ["max_people": value])
    case .minimum: try tables.set("sessions", id, ["min_people": value])
    case .dates: try tables.set("sessions", id, ["start": value, "end": until ?? ""])
    case .limitMax: try tables.set("limits", id, ["max": value])
    case .limitMin: try tables.set("limits", id, ["min": value])
    case .lock:
      try tables.checkApplication(id)
      tables.removeRows(of: "locks", application: id)
      tables.addLock(id, "lock", value)
    case .forbid:
      try tables.checkApplication(id)
      tables.addLock(id, "forbid", value)
    case .free:
      try tables.checkApplication(id)
      tables.removeRows(of: "locks", application: id)
    case .withdraw:
      try tables.checkApplication(id)
      for name in ["applications", "locks", "placements"] {
        tables.removeRows(of: name, application: id)
      }
    }
    return tables
  }

  /// Whether `id` is that of an application.
  private var isOfApplication: Bool {
    switch kind {
    case .lock, .forbid, .free, .withdraw: true
    case .seats, .minimum, .dates, .limitMax, .limitMin: false
    }
  }

  /// The same change in the round's own ids, where the page has shown a pseudonym.
  func own(in input: RoundInput) -> PlannerEdit {
    guard isOfApplication, input.names != nil, let place = try? input.application(id) else {
      return self
    }
    var own = self
    own.id = input.round.applications[place].id
    return own
  }

  /// What it does, in a phrase for a list of changes.
  ///
  /// - Parameter names: by which people are shown; `nil` for their own.
  /// - Returns: the phrase.
  func words(by names: Pseudonyms?) -> String {
    let id = isOfApplication ? names?.pseudonym(of: .application, id) ?? id : id
    let value = value ?? ""
    switch kind {
    case .seats: return "\(id): \(value.isEmpty ? "any number of" : value) seats"
    case .minimum: return "\(id): at least \(value.isEmpty ? "0" : value) people"
    case .dates: return "\(id): from \(value) until \(until ?? "")"
    case .limitMax: return "limit \(id): at most \(value.isEmpty ? "any" : value)"
    case .limitMin: return "limit \(id): at least \(value.isEmpty ? "0" : value)"
    case .lock: return "\(id) is locked" + (value.isEmpty ? "" : " to \(value)")
    case .forbid: return "\(id) is kept from \(value.isEmpty ? "every session" : value)"
    case .free: return "\(id) has no locks any more"
    case .withdraw: return "\(id) withdraws"
    }
  }
}

/// The tables of a round as they are being worked on.
struct PlannerTables: Sendable {
  private(set) var tables: [(name: String, table: Table)]

  init(_ tables: [(name: String, table: Table)]) { self.tables = tables }

  /// Each table as the bytes of its file.
  var files: [OutputFile] {
    tables.map { OutputFile(name: "\($0.name).csv", bytes: CSVText.bytes($0.table)) }
  }

  /// What reading them gives.
  func round(_ options: ReadingOptions) -> RoundReading {
    var bytes: [String: [UInt8]] = [:]
    for file in files { bytes[file.name] = file.bytes }
    return RoundReader.read(tables: bytes, options: options)
  }

  private static let keys = [
    "sessions": "session", "limits": "limit", "applications": "application",
  ]

  /// Sets cells of the row with an id; a column that is missing is added.
  mutating func set(
    _ name: String, _ id: String, _ cells: KeyValuePairs<String, String>
  ) throws(PlannerEdit.Refusal) {
    let place = try place(of: name, id)
    for (column, text) in cells {
      if !tables[place.table].table.columns.contains(column) {
        tables[place.table].table.columns.append(column)
        for row in tables[place.table].table.rows.indices {
          tables[place.table].table.rows[row].append("")
        }
      }
      guard let cell = tables[place.table].table.columns.firstIndex(of: column) else { continue }
      tables[place.table].table.rows[place.row][cell] = text
    }
  }

  func checkApplication(_ id: String) throws(PlannerEdit.Refusal) {
    _ = try place(of: "applications", id)
  }

  private func place(
    of name: String, _ id: String
  ) throws(PlannerEdit.Refusal) -> (table: Int, row: Int) {
    guard let table = tables.firstIndex(where: { $0.name == name }), let key = Self.keys[name],
      let column = tables[table].table.columns.firstIndex(of: key),
      let row = tables[table].table.rows.firstIndex(where: { $0[column] == id })
    else { throw PlannerEdit.Refusal(words: "the table of \(name) has no \(id.printable)") }
    return (table, row)
  }

  mutating func removeRows(of name: String, application id: String) {
    guard let place = tables.firstIndex(where: { $0.name == name }),
      let column = tables[place].table.columns.firstIndex(of: "application")
    else { return }
    tables[place].table.rows.removeAll { $0[column] == id }
  }

  mutating func addLock(_ application: String, _ effect: String, _ session: String) {
    let cells = ["application": application, "effect": effect, "session": session]
    if let place = tables.firstIndex(where: { $0.name == "locks" }) {
      for column in ["session"] where !tables[place].table.columns.contains(column) {
        tables[place].table.columns.append(column)
        for row in tables[place].table.rows.indices { tables[place].table.rows[row].append("") }
      }
      tables[place].table.rows.append(tables[place].table.columns.map { cells[$0] ?? "" })
    } else {
      let columns = ["application", "effect", "session"]
      tables.append(("locks", Table(columns: columns, rows: [columns.map { cells[$0] ?? "" }])))
    }
  }
}
