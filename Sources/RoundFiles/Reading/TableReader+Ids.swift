import MobilityModel

/// Cells as ids: those that name a row, and those that refer to one.
extension TableReader {
  static let idExpected = "an id of 1 to 64 characters of A-Z a-z 0-9 . _ -"

  /// The id that names the row, entered into `index`.
  func key(_ column: Column, into index: inout IdIndex) -> String {
    let given = cell(column, isKey: true)
    guard case .bytes(let range) = given else {
      _ = index.add(bytes, 0..<0, line: row)
      if case .faulty = given {
        index.isComplete = false
      } else {
        add(.missingValue, column.name, expected: Self.idExpected)
      }
      return ""
    }
    check(range, column)
    guard range.count <= SizeLimits.idBytes else {
      _ = index.add(bytes, 0..<0, line: row)
      index.isComplete = false
      return string(range)
    }
    if let first = index.add(bytes, range, line: row) {
      add(
        .duplicateId, column.name, value: string(range),
        expected: "\(index.noun) of its own; row \(index.line(ofNumber: first)) has this one")
    }
    return string(range)
  }

  /// An id that refers to nothing, such as the name of a group.
  func label(_ column: Column) -> String {
    guard case .bytes(let range) = cell(column) else { return "" }
    check(range, column)
    return string(range)
  }

  private func check(_ range: Range<Int>, _ column: Column) {
    guard range.count > SizeLimits.idBytes || !bytes[range].allSatisfy(ASCII.isOfId) else { return }
    let value = string(range)
    add(
      .badId, column.name, value: value, expected: Self.idExpected, maybe: Self.likelyId(value))
  }

  /// The same word without blanks and other characters that an id cannot have.
  private static func likelyId(_ value: String) -> String? {
    guard value.utf8.count <= SizeLimits.idBytes else { return nil }
    let words = value.utf8.split { !ASCII.isOfId($0) }.map { String(decoding: $0, as: UTF8.self) }
    guard value.utf8.allSatisfy({ $0 < 0x80 }), !words.isEmpty else { return nil }
    return words.joined(separator: "-")
  }

  /// Place of the row that the cell refers to, which must be given.
  func requiredReference(_ column: Column, to index: borrowing IdIndex) -> Int? {
    // Not by way of `required`: what a closure holds of the index is copied for each row.
    if case .empty = cell(column) {
      add(.missingValue, column.name, expected: "the id of \(index.noun)")
      return nil
    }
    return reference(column, to: index)
  }

  func reference(_ column: Column, to index: borrowing IdIndex) -> Int? {
    guard case .bytes(let range) = cell(column) else { return nil }
    return reference(range, column, to: index)
  }

  func reference(_ range: Range<Int>, _ column: Column, to index: borrowing IdIndex) -> Int? {
    if let place = index.place(of: bytes, range) { return place }
    guard index.isComplete else { return nil }
    let value = string(range)
    add(
      .unknownId, column.name, value: value, expected: "the id of \(index.noun)",
      maybe: NearMiss.closest(to: value, in: index, log: log))
    return nil
  }

  /// What the cell names, never `.ambiguous`.
  func destination(_ range: Range<Int>, _ column: Column, _ ids: borrowing RoundIds) -> Destinations
    .Target?
  {
    switch ids.destinations.target(of: bytes, range) {
    case .ambiguous:
      add(
        .ambiguousId, column.name, value: string(range),
        expected: "an id that is not both a session's and an organisation's")
    case let target?: return target
    case nil:
      guard ids.sessions.isComplete, ids.organisations.isComplete else { return nil }
      let value = string(range)
      add(
        .unknownId, column.name, value: value, expected: "the id of a session or an organisation",
        maybe: NearMiss.closest(to: value, in: ids.sessions, log: log)
          ?? NearMiss.closest(to: value, in: ids.organisations, log: log))
    }
    return nil
  }
}
