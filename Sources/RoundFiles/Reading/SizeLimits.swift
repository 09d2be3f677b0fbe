/// What a table may hold at most, so that no file can exhaust the machine.
///
/// The limits leave room for a round of a million applications with a factor of four.
package enum SizeLimits {
  /// Bytes of one file; also the proof that an offset into a file fits `Int32`.
  package static let fileBytes = 256 << 20
  package static let rows = 4_000_000
  package static let columns = 1_000
  /// Rows of a file times its columns: further columns of participants take a string each.
  package static let cells = 80_000_000
  /// Values of one list, such as the preferences of an application.
  package static let listItems = 1_000
  package static let idBytes = 64
  /// Errors, and notes, kept of one file; one more then says that the rest is not listed.
  package static let findings = 100_000
  /// Bytes of a cell that are looked at as a value; only free text may be longer.
  package static let valueBytes = 600
  /// Characters of an offending value that a finding keeps.
  package static let valueCharacters = 120

  /// Every whole number of a table, and every point in hundredths, lies within this distance of 0.
  package static let whole = 1_000_000_000_000
  /// Largest sum over a whole plan that any tier may reach, far enough from 2^63 that solvers can
  /// add and subtract such sums.
  package static let total = 1_000_000_000_000_000_000
  /// Days of a session or of an earlier stay: ten years.
  package static let stayDays = 3_660
  package static let age = 150
}
