import MobilityModel

/// Reads the tables of a round one after the other, each with the ids of those before it.
struct RoundBuilder {
  let source: any TableSource
  let options: ReadingOptions
  let log: FindingLog
  let codePage: CodePageOfRound
  /// What the tables after `headers.csv` may call their columns.
  private(set) var headers = HeaderBook()
  private var usesDecimalComma = false
  private(set) var round = Round()
  private(set) var ids = RoundIds()
  /// The rows of the table of locks with their lines, each once.
  private(set) var locks: [(row: Lock, line: Int)] = []

  init(_ source: any TableSource, _ options: ReadingOptions, _ log: FindingLog) {
    (self.source, self.options, self.log) = (source, options, log)
    codePage = CodePageOfRound(source)
  }

  mutating func readAll() {
    checkNames()
    readHeaders()
    readSettings()
    round.organisations = keyed(OrganisationsTable.self).rows
    round.streams = keyed(StreamsTable.self).rows
    round.sessions = keyed(SessionsTable.self).rows
    ids.destinations = Destinations(
      sessions: round.sessions.map(\.id), organisations: round.organisations.map(\.id))
    readParticipants()
    readSamePeople()
    round.applications = keyed(ApplicationsTable.self).rows
    round.limits = keyed(LimitsTable.self).rows
    readCarried()
    round.rules = keyed(RulesTable.self).rows
    locks = distinct(LocksTable.self) { $0.precedes($1) }
    round.locks = locks.map(\.row)
    round.stays = distinct(StaysTable.self) { $0.precedes($1) }.map(\.row)
    round.twins = Set(distinct(TwinsTable.self) { $0.precedes($1) }.map(\.row))
    readRates()
    readPublished()
  }

  mutating func readHeaders() {
    var book = HeaderBook()
    each(HeadersTable.self) { layout, table in
      let row = layout.row(table, ids)
      guard !row.header.isEmpty, !row.column.isEmpty else { return }
      if let other = book.column(of: row.header, table: row.table), other != row.column {
        table.add(
          .duplicateColumn, layout.header.name, value: row.header,
          expected: "one column for each name; an earlier row says \(other)")
        return
      }
      book.add(row.header, column: row.column, table: row.table)
    }
    headers = book
  }

  private mutating func readSettings() {
    var settings = SettingsTable.Values()
    var lines: [String: Int] = [:]
    each(SettingsTable.self) { layout, table in
      let change = layout.row(table, ids)
      guard !change.name.isEmpty else { return }
      if let first = lines[change.name] {
        table.add(
          .duplicateSetting, layout.setting.name, value: change.name,
          expected: "each setting once; row \(first) has this one")
      } else {
        lines[change.name] = change.line
        change.apply?(&settings)
      }
    }
    round.settings = settings.ofRound
    usesDecimalComma = settings.usesDecimalComma
  }

  private mutating func readParticipants() {
    let (layout, rows) = keyed(ParticipantsTable.self)
    round.participants = rows
    round.attributeNames = layout?.attributes.map(\.name) ?? []
    var attributes: [String: Int] = [:]
    for (index, name) in round.attributeNames.enumerated() where FilterSide.keys[name] == nil {
      attributes[name] = index
    }
    ids.attributes = attributes
  }

  private mutating func readSamePeople() {
    let rows = distinct(SamePersonTable.self) { $0.precedes($1) }
    guard !rows.isEmpty else { return }
    ids.people = SamePeople(rows.map(\.row))
    for finding in ids.people.clashes(rows, round) { log.add(finding) }
    for place in ids.people.kept.keys.sorted() {
      ids.participants.redirect(round.participants[place].id, to: ids.people.person(place))
    }
  }

  /// Puts what is carried with the limits; a limit without `each` has one count, which has no values.
  private mutating func readCarried() {
    for (row, line) in distinct(CarriedTable.self, { $0.precedes($1) }) where row.limit >= 0 {
      let limit = round.limits[row.limit]
      let values = limit.each.isEmpty && row.values == [""] ? [] : row.values
      let text = row.values.joined(separator: "+")
      func add(_ kind: FindingKind, _ column: String, _ value: String, _ expected: String) {
        log.add(
          Finding(
            kind, file: CarriedTable.file, row: line, column: column, value: value,
            expected: expected))
      }
      if values.count != limit.each.count {
        add(.wrongCount, "combination", text, "as many values joined by + as the limit's each has")
      } else if limit.carried[values] != nil {
        add(.duplicateId, "combination", text, "one amount for each combination of a limit")
      }
      if limit.kind == .orNone || limit.measure == .atOnce || limit.measure == .different {
        add(
          .unfitMeasure, "limit", limit.id,
          "a limit that is hard or soft and counts people, days or euros")
      }
      round.limits[row.limit].carried[values] = row.amount
    }
  }

  private mutating func readRates() {
    var rates: [Rate] = []
    each(RatesTable.self) { layout, table in rates.append(layout.row(table, ids)) }
    round.rates = rates
  }

  private mutating func readPublished() {
    let rows = distinct(PlacementsTable.self) { $0.precedes($1) }
    round.published = rows.map(\.row)
    for (first, second) in zip(rows, rows.dropFirst())
    where first.row.application >= 0 && first.row.application == second.row.application
      && first.row != second.row
    {
      log.add(
        Finding(
          .duplicateId, file: PlacementsTable.file, row: max(first.line, second.line),
          column: "application", value: round.applications[first.row.application].id,
          expected: "one placement of an application; row \(min(first.line, second.line)) is one"))
    }
  }

  /// Reads a table with ids into the order of its ids.
  private mutating func keyed<Table: KeyedTable>(
    _ type: Table.Type
  ) -> (layout: Table?, rows: [Table.Row]) {
    var rows = KeyedRows<Table>(index: ids[keyPath: Table.index])
    // A constant, because the rows of a large table must not each copy what a property holds.
    let known = ids
    let layout = open(type) { layout, table in rows.read(&table, layout, known, options) }
    if layout == nil { rows.index.isComplete = false }
    rows.sort()
    ids[keyPath: Table.index] = rows.index
    return (layout, rows.rows)
  }

  /// Reads a table without ids into the order of what its rows say, each once, with its line.
  private func distinct<Table: RoundTable>(
    _ type: Table.Type, _ precedes: (Table.Row, Table.Row) -> Bool
  ) -> [(row: Table.Row, line: Int)] where Table.Row: Hashable {
    let known = ids
    var rows: [(row: Table.Row, line: Int)] = []
    each(type) { layout, table in rows.append((layout.row(table, known), table.row)) }
    rows.sort {
      precedes($0.row, $1.row) || (!precedes($1.row, $0.row) && $0.line < $1.line)
    }
    var result: [(row: Table.Row, line: Int)] = []
    result.reserveCapacity(rows.count)
    for row in rows {
      // Where something is wrong, rows may look alike only because of what stands in for it.
      guard row.row != result.last?.row || log.hasErrors else {
        log.add(
          Finding(
            .duplicateRow, file: Table.file, row: row.line,
            expected: "a row that says something new", severity: .note))
        continue
      }
      result.append(row)
    }
    return result
  }

  /// Opens a table and walks over its rows.
  private func each<Table: TableLayout>(
    _ type: Table.Type, _ body: (Table, borrowing TableReader) -> Void
  ) {
    open(type) { layout, table in
      while table.next() { body(layout, table) }
    }
  }

  /// Opens a table before its first row; its columns, or `nil` where there is nothing to be read.
  @discardableResult
  private func open<Table: TableLayout>(
    _ type: Table.Type, _ body: (Table, inout TableReader) -> Void
  ) -> Table? {
    guard let content = content(type),
      var table = TableReader.open(
        file: Table.file, content: content, names: names(of: type),
        options: options, beside: codePage, log: log)
    else { return nil }
    table.usesDecimalComma = usesDecimalComma
    let layout = Table(&table.header)
    table.check(layout, names(of: type))
    body(layout, &table)
    return layout
  }

  /// The columns of a table, with all other names that hold in this round.
  func names<Table: TableLayout>(of type: Table.Type) -> ColumnNames {
    ColumnNames(of: type, book: headers)
  }

  private func content<Table: TableLayout>(_ type: Table.Type) -> TableContent? {
    do {
      return try source.content(of: Table.file)
    } catch {
      guard error != .missing || Table.isRequired else { return nil }
      log.add(error.finding(file: Table.file, files: source.files, in: source.home, log: log))
      return nil
    }
  }

  /// Points out files that look like a slip of the name of a table that is not there.
  private func checkNames() {
    let absent = TableNames.files.filter { !source.files.contains($0) }
    for file in source.files where !TableNames.files.contains(file) {
      guard let maybe = NearMiss.closest(to: file, among: absent, log: log),
        Self.isSlip(file, of: maybe)
      else { continue }
      log.add(
        Finding(
          .unknownTable, file: file,
          expected: "the name of a table; this \(source.home.noun) was not read",
          maybe: source.home.name(maybe), severity: .note))
    }
  }

  /// Whether a name is near enough to a short one: `notes` is a word of its own, and not `rates`.
  private static func isSlip(_ file: String, of table: String) -> Bool {
    let most = min(file.utf8.count, table.utf8.count) - ".csv".utf8.count <= 5 ? 1 : 2
    return EditDistance.within(
      most, file.lowercased().utf8.map { $0 }, table.lowercased().utf8.map { $0 }) != nil
  }
}

extension FileBytes.Fault {
  /// What to say of a table, or another file, that could not be opened.
  package func finding(
    file: String, files: [String] = [], in home: TableHome = .file, log: FindingLog
  ) -> Finding {
    switch self {
    case .missing:
      Finding(
        .missingTable, file: file,
        expected: "a \(home.noun) of this name; a round cannot do without it"
          + home.others,
        maybe: NearMiss.closest(to: file, among: files, log: log).map(home.name))
    case .folder: Finding(.notAFile, file: file, expected: "a file, not a folder")
    case .notRegular:
      Finding(.notAFile, file: file, expected: "a file, not a pipe or a device")
    case .tooLarge(let size):
      Finding(
        .fileTooLarge, file: file, value: String(size),
        expected: "at most \(SizeLimits.fileBytes) bytes")
    case .unreadable(let reason):
      Finding(
        .unreadable, file: file, value: reason, expected: "a \(home.noun) that can be read")
    }
  }
}
