import RoundFiles

/// Reads the cells of one sheet into a grid of texts.
///
/// What a sheet declares about its own size is not believed: only cells that are there count.
final class SheetContent: XMLContent {
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
  private var cell: Cell?
  private var run = TextRun()

  /// The cell whose elements are being read.
  private struct Cell {
    var kind: Kind
    var style: Int
    var value: [UInt8] = []
    /// Start of the formula that a spreadsheet computes the value from.
    var formula: [UInt8]?
    var isInValue = false
    var isInFormula = false
  }

  private enum Kind { case number, shared, text, boolean, error, date }

  init(
    part: String, shared: SharedTexts, formats: CellFormats, from1904: Bool, findings: CellFindings
  ) {
    (self.part, self.shared, self.formats) = (part, shared, formats)
    (self.from1904, self.findings) = (from1904, findings)
  }

  func start(_ name: XMLName, _ attributes: XMLAttributes) throws(WorkbookFault) {
    guard isInData else {
      isInData = name == "sheetData"
      return
    }
    switch name {
    case "row": try startRow(attributes)
    case "c": try startCell(attributes)
    case "v": cell?.isInValue = true
    case "f":
      cell?.isInFormula = true
      cell?.formula = []
    default: run.start(name)
    }
  }

  func end(_ name: XMLName) throws(WorkbookFault) {
    switch name {
    case "sheetData": isInData = false
    case "c": try endCell()
    case "v": cell?.isInValue = false
    case "f": cell?.isInFormula = false
    default: run.end(name)
    }
  }

  /// Characters of a formula that a finding shows.
  private static let formulaBytes = 100

  func text(_ piece: UnsafeBufferPointer<UInt8>) {
    guard let cell else { return }
    if cell.isInValue || run.isRead {
      // One byte over the limit is enough for the grid to refuse it.
      guard cell.value.count <= SizeLimits.fileBytes else { return }
      self.cell?.value += piece
    } else if cell.isInFormula, let count = cell.formula?.count {
      self.cell?.formula? += piece.prefix(max(0, Self.formulaBytes - count))
    }
  }

  private func startRow(_ attributes: XMLAttributes) throws(WorkbookFault) {
    let number = attributes.number("r") ?? row + 1
    guard number > row, number <= WorkbookLimits.rows else {
      throw .damaged(part: part, what: "rows in their order, up to row \(WorkbookLimits.rows)")
    }
    (row, column, isRowInGrid) = (number, -1, false)
  }

  private func startCell(_ attributes: XMLAttributes) throws(WorkbookFault) {
    let place = attributes.bytes("r").map(Self.column) ?? column + 1
    guard let place, place > column else {
      throw .damaged(part: part, what: "cells of a row in their order; see row \(row)")
    }
    column = place
    cell = Cell(kind: Self.kind(attributes), style: attributes.number("s") ?? 0)
  }

  private static func kind(_ attributes: XMLAttributes) -> Kind {
    switch attributes["t"] {
    case "s": .shared
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

  private func endCell() throws(WorkbookFault) {
    guard let cell else { return }
    self.cell = nil
    guard !cell.value.isEmpty else {
      if let formula = cell.formula { findings.add(.noValue(formula), row, column) }
      return
    }
    switch cell.kind {
    case .text:
      var value = cell.value
      XMLText.decodeCodes(&value, from: 0)
      try add(value)
    case .shared:
      guard let text = Self.index(cell.value).flatMap({ shared[$0] }) else {
        throw .damaged(part: part, what: "texts that the workbook has; see row \(row)")
      }
      try add(text)
    case .boolean: try add(cell.value == [0x31] ? Array("yes".utf8) : Array("no".utf8))
    case .error: findings.add(.error(cell.value), row, column)
    case .date: try add(Self.date(cell.value))
    case .number: try addNumber(cell)
    }
  }

  private static func index(_ bytes: [UInt8]) -> Int? {
    Int(String(decoding: bytes.prefix(12), as: UTF8.self))
  }

  /// A date of ISO 8601 without a time that says nothing.
  private static func date(_ bytes: [UInt8]) -> [UInt8] {
    let text = String(decoding: bytes, as: UTF8.self)
    let midnight = /T00:00:00(\.0*)?Z?/
    return text.utf8.count <= 40 ? Array(text.replacing(midnight, with: "").utf8) : bytes
  }

  private func addNumber(_ cell: Cell) throws(WorkbookFault) {
    guard let text = CellNumber.text(cell.value, formats[cell.style], from1904: from1904) else {
      return findings.add(.number(cell.value), row, column)
    }
    try add(text)
  }

  private func add(_ text: some Sequence<UInt8>) throws(WorkbookFault) {
    do throws(FileBytes.Fault) {
      if !isRowInGrid { try grid.beginRow(number: row) }
      isRowInGrid = true
      try grid.add(text, column: column)
    } catch {
      throw .tooLarge(part: part, limit: "\(SizeLimits.fileBytes) bytes of text")
    }
  }
}
