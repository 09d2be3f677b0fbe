import RoundFiles

/// Reads the cells of one sheet into a grid of texts.
///
/// What a sheet declares about its own size is not believed: only cells that are there count.
final class SheetContent: XMLContent {
  private var walk: SheetWalk

  init(
    part: String, shared: SharedTexts, formats: CellFormats, from1904: Bool, findings: CellFindings
  ) {
    walk = SheetWalk(
      part: part, shared: shared, formats: formats, from1904: from1904, findings: findings)
  }

  var grid: CellGrid { walk.grid }

  func start(_ name: XMLName, _ attributes: XMLAttributes) throws(WorkbookFault) {
    try walk.start(name, attributes)
  }

  func end(_ name: XMLName) throws(WorkbookFault) { try walk.end(name) }
  func text(_ piece: UnsafeBufferPointer<UInt8>) { walk.text(piece) }
}

/// Where the reading of a sheet stands.
///
/// A struct of plain values that are used again for every cell, since there are millions of them.
private struct SheetWalk {
  private(set) var grid = CellGrid()

  private let part: String
  private let shared: SharedTexts
  private let formats: CellFormats
  private let from1904: Bool
  private let findings: CellFindings

  /// Row that was read last, counted from 1, and whether the grid has it.
  private var row = 0
  private var isRowInGrid = false
  /// Column that was read last, counted from 0.
  private var column = -1
  private var isInData = false
  private var isInCell = false
  private var isInValue = false
  private var isInFormula = false
  private var run = TextRun()

  // The cell at hand.
  private var kind = Kind.number
  private var style = 0
  private var value: [UInt8] = []
  /// Start of the formula from which a spreadsheet computes the value.
  private var formula: [UInt8] = []
  private var hasFormula = false

  private enum Kind { case number, shared, text, boolean, error, date }

  init(
    part: String, shared: SharedTexts, formats: CellFormats, from1904: Bool, findings: CellFindings
  ) {
    (self.part, self.shared, self.formats) = (part, shared, formats)
    (self.from1904, self.findings) = (from1904, findings)
  }

  mutating func start(_ name: XMLName, _ attributes: XMLAttributes) throws(WorkbookFault) {
    guard isInData else {
      isInData = name == "sheetData"
      return
    }
    switch name {
    case "c": try startCell(attributes)
    case "v": isInValue = isInCell
    case "row": try startRow(attributes)
    case "f": (isInFormula, hasFormula) = (isInCell, isInCell)
    default: run.start(name)
    }
  }

  mutating func end(_ name: XMLName) throws(WorkbookFault) {
    switch name {
    case "c": try endCell()
    case "v": isInValue = false
    case "f": isInFormula = false
    case "sheetData": isInData = false
    default: run.end(name)
    }
  }

  /// Bytes of a formula that a finding shows.
  private static let formulaBytes = 100

  mutating func text(_ piece: UnsafeBufferPointer<UInt8>) {
    guard isInCell else { return }
    if isInValue || run.isRead {
      // One byte over the limit is enough for the grid to refuse it.
      if value.count <= SizeLimits.fileBytes { value += piece }
    } else if isInFormula {
      formula += piece.prefix(max(0, Self.formulaBytes - formula.count))
    }
  }

  private mutating func startRow(_ attributes: XMLAttributes) throws(WorkbookFault) {
    let number = attributes.number("r") ?? row + 1
    guard number > row, number <= WorkbookLimits.rows else {
      throw .damaged(part: part, what: "rows in their order, up to row \(WorkbookLimits.rows)")
    }
    (row, column, isRowInGrid) = (number, -1, false)
  }

  private mutating func startCell(_ attributes: XMLAttributes) throws(WorkbookFault) {
    let place = attributes.bytes("r").map(Self.column) ?? column + 1
    guard let place, place > column else {
      throw .damaged(part: part, what: "cells of a row in their order; see row \(row)")
    }
    column = place
    kind = Self.kind(attributes)
    style = attributes.number("s") ?? 0
    value.removeAll(keepingCapacity: true)
    (isInCell, isInValue, isInFormula, hasFormula) = (true, false, false, false)
    if !formula.isEmpty { formula = [] }
  }

  private static func kind(_ attributes: XMLAttributes) -> Kind {
    if attributes.has("t", "s") { return .shared }
    return switch attributes["t"] {
    case "str", "inlineStr": .text
    case "b": .boolean
    case "e": .error
    case "d": .date
    default: .number
    }
  }

  /// The column of a reference such as `AB12`, counted from 0; `nil` beyond column XFD.
  private static func column(of reference: UnsafePointer<CChar>) -> Int? {
    var (value, place) = (0, reference)
    while true {
      let letter = Int(place.pointee | 0x20) - 0x60
      guard (1...26).contains(letter) else { break }
      value = value * 26 + letter
      guard value <= 16_384 else { return nil }
      place += 1
    }
    return value > 0 ? value - 1 : nil
  }

  private mutating func endCell() throws(WorkbookFault) {
    guard isInCell else { return }
    isInCell = false
    guard !value.isEmpty else {
      if hasFormula { try addUnread(.noValue(formula)) }
      return
    }
    switch kind {
    case .text:
      XMLText.decodeCodes(&value, from: 0)
      try add(value)
    case .shared:
      guard let text = Self.index(value).flatMap({ shared[$0] }) else {
        throw .damaged(part: part, what: "texts that the workbook has; see row \(row)")
      }
      try add(text)
    case .boolean: try add(value == [0x31] ? Array("yes".utf8) : Array("no".utf8))
    case .error: try addUnread(.error(value))
    case .date: try add(Self.date(value))
    case .number: try addNumber()
    }
  }

  private static func index(_ bytes: [UInt8]) -> Int? {
    guard bytes.count <= 12 else { return nil }
    var value = 0
    for byte in bytes {
      guard ASCII.isDigit(byte) else { return nil }
      value = value * 10 + Int(byte - 0x30)
    }
    return value
  }

  /// A date of ISO 8601 without a time that says nothing.
  private static func date(_ bytes: [UInt8]) -> [UInt8] {
    let text = String(decoding: bytes, as: UTF8.self)
    let midnight = /T00:00:00(\.0*)?Z?/
    return text.utf8.count <= 40 ? Array(text.replacing(midnight, with: "").utf8) : bytes
  }

  private mutating func addNumber() throws(WorkbookFault) {
    guard let text = CellNumber.text(value, formats[style], from1904: from1904) else {
      return try addUnread(.number(value))
    }
    try add(text)
  }

  /// Keeps what stands in place of a value as the cell's text: a copy in which the cell were empty would
  /// be in order, with a bound or an answer less.
  private mutating func addUnread(_ fault: CellFindings.Fault) throws(WorkbookFault) {
    try add(findings.add(fault, row, column).utf8)
  }

  private mutating func add(_ text: some Sequence<UInt8>) throws(WorkbookFault) {
    do throws(FileBytes.Fault) {
      if !isRowInGrid { try grid.beginRow(number: row) }
      isRowInGrid = true
      try grid.add(text, column: column)
    } catch {
      throw .tooLarge(part: part, limit: "\(SizeLimits.fileBytes) bytes of text")
    }
  }
}
