package import MobilityModel

/// Where the rows of a round stand in its tables, for those who have to look at them again.
///
/// Reading a round keeps no row numbers, which hardly any run needs; this reads the tables once more.
package struct RowPlaces {
  /// A row of a table.
  package struct Place: Hashable, Sendable {
    /// As findings name it: `locks.csv`, or `round.xlsx:locks`.
    package var file: String
    /// Counted from 1, as findings count.
    package var row: Int
  }

  /// Tables whose rows have ids.
  package enum KeyedTable { case streams, sessions, participants, applications, limits, rules }

  private let builder: RoundBuilder

  init(_ source: some TableSource, options: ReadingOptions) {
    var builder = RoundBuilder(source, options, .silent)
    builder.readAll()
    self.builder = builder
  }

  /// The row with an id; `nil` where the table has none.
  package func row(of id: String, in table: KeyedTable) -> Place? {
    let (layout, index) = layout(table)
    guard let place = index.place(of: id) else { return nil }
    return self.place(layout.file, index.line(at: place))
  }

  /// The rows of `locks.csv` that name an application and pass a test, in the order of the table.
  package func locks(of application: String, where isMeant: (Lock) -> Bool) -> [Place] {
    guard let place = builder.ids.applications.place(of: application) else { return [] }
    return builder.locks.filter { $0.row.application == place && isMeant($0.row) }
      .map(\.line).sorted().map { self.place(LocksTable.file, $0) }
  }

  private func place(_ file: String, _ row: Int) -> Place {
    Place(file: builder.source.place(of: file), row: row)
  }

  private func layout(_ table: KeyedTable) -> (any TableLayout.Type, IdIndex) {
    switch table {
    case .streams: (StreamsTable.self, builder.ids.streams)
    case .sessions: (SessionsTable.self, builder.ids.sessions)
    case .participants: (ParticipantsTable.self, builder.ids.participants)
    case .applications: (ApplicationsTable.self, builder.ids.applications)
    case .limits: (LimitsTable.self, builder.ids.limits)
    case .rules: (RulesTable.self, builder.ids.rules)
    }
  }
}

extension IdIndex {
  fileprivate func place(of id: String) -> Int? {
    let bytes = Array(id.utf8)
    return place(of: bytes, bytes.indices)
  }
}
