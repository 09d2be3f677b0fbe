/// Something in a table that is not as it should be, with its place and what was expected there.
package struct Finding: Hashable, Sendable {
  package enum Severity: String, Hashable, Sendable {
    /// The round cannot be used.
    case error
    /// The round can be used, but a planner should know.
    case note
  }

  package var severity = Severity.error
  /// Stable id of the kind of finding, such as `unknown-id` or `bad-date`.
  package var kind: String
  /// File name within the round's folder, such as `sessions.csv`.
  package var file: String
  /// Line in the file where the record starts, counted from 1; `nil` if the whole file is meant.
  package var row: Int?
  /// Name of the column; `nil` if the whole row is meant.
  package var column: String?
  /// The offending value as it stands in the file.
  package var value: String
  /// What was expected, as a phrase: "a date as YYYY-MM-DD".
  package var expected: String
  /// A likely correction, where a near miss is known.
  package var maybe: String?
  /// How the value was read, where it is written in another way but can only mean this.
  package var readAs: String?

  package init(
    _ kind: String, file: String, row: Int? = nil, column: String? = nil, value: String = "",
    expected: String, maybe: String? = nil, readAs: String? = nil, severity: Severity = .error
  ) {
    self.severity = severity
    self.kind = kind
    self.file = file
    self.row = row
    self.column = column
    self.value = value
    self.expected = expected
    self.maybe = maybe
    self.readAs = readAs
  }
}
