/// How a spreadsheet shows the number in a cell, as far as it changes what the number says.
enum CellFormat: Hashable {
  case general
  /// A day, perhaps with a time, counted in days.
  case date
  /// A time of a day alone, as a share of it.
  case time
  /// A whole number with zeros before it to this many digits, such as `0713`.
  case padded(Int)

  /// The format of a number in the list that every workbook knows.
  ///
  /// Source: ECMA-376, part 1, section 18.8.30; 27 to 36 and 50 to 58 are dates of East Asia.
  init(builtIn id: Int) {
    switch id {
    case 14...17, 22, 27...31, 34...36, 50...58: self = .date
    case 18...21, 32...33, 45...47: self = .time
    default: self = .general
    }
  }

  /// The format that a code such as `dd/mm/yyyy` or `0000` describes.
  init(code: String) {
    let letters = Self.letters(of: code)
    if letters.contains(where: { "dy".contains($0) }) || Self.isMonth(letters) {
      self = .date
    } else if letters.contains(where: { "hs".contains($0) }) {
      self = .time
    } else if (2...15).contains(code.utf8.count), code.utf8.allSatisfy({ $0 == 0x30 }) {
      self = .padded(code.utf8.count)
    } else {
      self = .general
    }
  }

  /// `m` alone is a month; beside hours or seconds it is minutes.
  private static func isMonth(_ letters: String) -> Bool {
    letters.contains("m") && !letters.contains { "hs".contains($0) }
  }

  /// The first section's letters in small, without quoted text, characters that are only shown,
  /// and what stands in square brackets (colours and conditions, but not hours counted on).
  private static func letters(of code: String) -> String {
    var (result, bracket) = ("", "")
    var (isQuoted, isInBracket, isShown) = (false, false, false)
    for character in code.lowercased() {
      if isShown {
        isShown = false
      } else if isQuoted {
        isQuoted = character != "\""
      } else if isInBracket {
        isInBracket = character != "]"
        if isInBracket { bracket.append(character) }
        if !isInBracket, ["h", "hh", "m", "mm", "s", "ss"].contains(bracket) { result += "h" }
      } else {
        switch character {
        case ";": return result
        case "\"": isQuoted = true
        case "\\", "_", "*": isShown = true
        case "[": (isInBracket, bracket) = (true, "")
        case "a"..."z": result.append(character)
        default: continue
        }
      }
    }
    // The word stands for no format at all.
    return result == "general" ? "" : result
  }
}

/// The formats of cells, by the number that a cell has for its style.
final class CellFormats: XMLContent {
  private(set) var formats: [CellFormat] = []
  private var codes: [Int: CellFormat] = [:]
  private var isInCells = false

  /// A workbook may do without styles.
  init(_ entry: ZipArchive.Entry?, in archive: ZipArchive) throws(WorkbookFault) {
    if let entry { try archive.read(entry, as: self) }
  }

  subscript(style: Int) -> CellFormat { style < formats.count ? formats[style] : .general }

  func start(_ name: XMLName, _ attributes: XMLAttributes) throws(WorkbookFault) {
    switch name {
    case "numFmt":
      guard let id = attributes.number("numFmtId"), let code = attributes["formatCode"] else {
        return
      }
      try check(codes.count)
      codes[id] = CellFormat(code: code)
    case "cellXfs": isInCells = true
    case "xf" where isInCells:
      try check(formats.count)
      let id = attributes.number("numFmtId") ?? 0
      formats.append(codes[id] ?? CellFormat(builtIn: id))
    default: return
    }
  }

  private func check(_ count: Int) throws(WorkbookFault) {
    guard count < WorkbookLimits.styles else {
      throw .tooLarge(part: "styles.xml", limit: "\(WorkbookLimits.styles) styles")
    }
  }

  func end(_ name: XMLName) {
    if name == "cellXfs" { isInCells = false }
  }

  func text(_ bytes: UnsafeBufferPointer<UInt8>) {}
}
