/// One table of a round: its file and its columns.
///
/// A table's columns are its stored properties, asked for by name in `init`.
protocol TableLayout {
  /// Name of the table, which is the name of its file without `.csv`.
  static var name: String { get }
  /// Whether a round cannot do without it.
  static var isRequired: Bool { get }
  /// Whether columns that it does not ask for may stand in it without a word.
  static var keepsFurther: Bool { get }

  init(_ header: inout Header)

  /// Looks at the names of columns once the layout has asked for its own.
  func check(_ header: Header)
}

extension TableLayout {
  static var isRequired: Bool { false }
  static var keepsFurther: Bool { false }
  static var file: String { name + ".csv" }

  func check(_ header: Header) { header.check() }
}

/// A table whose rows have ids of their own.
protocol KeyedTable: TableLayout, SendableMetatype {
  associatedtype Row: Sendable

  static var index: WritableKeyPath<RoundIds, IdIndex> { get }
  /// The column with the ids of rows.
  var key: Column { get }

  /// Reads the row at hand, whose id is already known.
  func row(_ id: String, _ table: borrowing TableReader, _ ids: RoundIds) -> Row
}

/// A table of statements about rows of other tables.
protocol RoundTable: TableLayout {
  associatedtype Row

  func row(_ table: borrowing TableReader, _ ids: RoundIds) -> Row
}

/// The names of a round's tables, in the order in which they are read and reported.
package enum TableNames {
  static var layouts: [any TableLayout.Type] {
    [
      HeadersTable.self, SettingsTable.self, OrganisationsTable.self, StreamsTable.self,
      SessionsTable.self, ParticipantsTable.self, SamePersonTable.self, ApplicationsTable.self,
      LimitsTable.self, CarriedTable.self, RulesTable.self, LocksTable.self, StaysTable.self,
      TwinsTable.self, RatesTable.self, PlacementsTable.self, ScenariosTable.self,
    ]
  }

  package static let all = layouts.map { $0.name }
  /// The words that may stand in the column `setting` of `settings.csv`.
  package static let settings = SettingsTable.names
  static let files = all.map { $0 + ".csv" }
}

/// What is known of the tables read so far, for references from the later ones.
struct RoundIds: Sendable {
  var organisations = IdIndex(noun: "an organisation")
  var streams = IdIndex(noun: "a stream")
  var sessions = IdIndex(noun: "a session")
  var participants = IdIndex(noun: "a participant")
  var applications = IdIndex(noun: "an application")
  var limits = IdIndex(noun: "a limit")
  var rules = IdIndex(noun: "a rule")
  var destinations = Destinations()
  var people = SamePeople()
  /// Index into `Round.attributeNames`.
  var attributes: [String: Int] = [:] {
    didSet { keys = KeyWords(attributes: attributes.keys) }
  }
  private(set) var keys = KeyWords(attributes: EmptyCollection())

  /// The same ids for another thread.
  func forAnotherThread() -> RoundIds {
    var ids = self
    ids.organisations = organisations.forAnotherThread()
    ids.streams = streams.forAnotherThread()
    ids.sessions = sessions.forAnotherThread()
    ids.participants = participants.forAnotherThread()
    ids.applications = applications.forAnotherThread()
    return ids
  }
}
