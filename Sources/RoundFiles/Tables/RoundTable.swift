/// One table of a round: its file, its columns, and what a row of it says.
///
/// A table's columns are its stored properties, asked for by name in `init`; `row` reads them.
protocol RoundTable {
  associatedtype Row

  /// Name of the table, which is the name of its file without `.csv`.
  static var name: String { get }
  /// Whether a round cannot do without it.
  static var isRequired: Bool { get }

  init(_ header: inout Header)

  /// Reads the row at hand. Ids that name rows are entered into `ids`.
  func row(_ table: TableReader, _ ids: inout RoundIds) -> Row
}

extension RoundTable {
  static var isRequired: Bool { false }
  static var file: String { name + ".csv" }
}

/// The names of a round's tables, in the order in which they are read and reported.
enum TableNames {
  static let all = [
    "settings", "organisations", "streams", "sessions", "participants", "applications", "limits",
    "rules", "locks", "stays", "twins", "rates", "placements",
  ]

  static let files = all.map { $0 + ".csv" }
}

/// What is known of the tables read so far, for references from the later ones.
struct RoundIds {
  var organisations = IdIndex(noun: "an organisation")
  var streams = IdIndex(noun: "a stream")
  var sessions = IdIndex(noun: "a session")
  var participants = IdIndex(noun: "a participant")
  var applications = IdIndex(noun: "an application")
  var limits = IdIndex(noun: "a limit")
  var rules = IdIndex(noun: "a rule")
  /// Index into `Round.attributeNames`.
  var attributes: [String: Int] = [:]
  /// Values in filters that need not be there, but should be.
  var uses: [ValueUse] = []
}
