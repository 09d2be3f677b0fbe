/// A value that was read although it is written in another way than the format has it.
///
/// Only what can be meant in one way is read so; everything else is an error, with the likely value
/// as a suggestion that nobody applies.
struct Repair: Hashable, Sendable {
  var kind: FindingKind
  var row: Int
  var column: String
  /// Offsets of the value in the text of its table.
  var start: Int32
  var end: Int32
  var was: String
  var now: String
}

extension TableReader {
  /// Notes that bytes stand for the bar of a list, about which a finding was added.
  func note(separator range: Range<Int>, _ column: Column) {
    log.add(
      Repair(
        kind: .readList, row: row, column: column.name,
        start: Int32(truncatingIfNeeded: range.lowerBound),
        end: Int32(truncatingIfNeeded: range.upperBound), was: string(range), now: "|"),
      of: file)
  }

  /// Notes how a value was read.
  func readAs(
    _ text: String, _ kind: FindingKind, _ range: Range<Int>, _ column: Column,
    _ expected: @autoclosure () -> String
  ) {
    let value = string(range)
    add(kind, column.name, value: value, expected: expected(), readAs: text, severity: .note)
    log.add(
      Repair(
        kind: kind, row: row, column: column.name,
        start: Int32(truncatingIfNeeded: range.lowerBound),
        end: Int32(truncatingIfNeeded: range.upperBound), was: value, now: text), of: file)
  }
}
