import RoundFiles

/// Splits the bytes of a model into lines and lines into fields between blanks.
///
/// A line ends in LF or CR LF. Blank lines and those that start with `*` are passed over. Nothing
/// is copied: a field is a range of the file's bytes.
struct MPSScanner {
  /// More fields than any line may have are counted, but not kept.
  private static let mostFields = 8

  private let bytes: [UInt8]
  private var position: Int
  /// The line at hand, counted from 1.
  private(set) var line = 0
  private(set) var fields: [Range<Int>] = []
  private(set) var fieldCount = 0
  /// Whether the line starts in its first column, as the head of a section does.
  private(set) var isHead = false

  init(_ text: SourceText) {
    bytes = text.bytes
    position = text.start
  }

  /// Moves to the next line that says something; `false` at the end.
  mutating func next() -> Bool {
    while position < bytes.count {
      let start = position
      line += 1
      split()
      if fieldCount > 0, bytes[fields[0].lowerBound] != 0x2A {
        isHead = fields[0].lowerBound == start
        return true
      }
    }
    return false
  }

  private mutating func split() {
    fields.removeAll(keepingCapacity: true)
    fieldCount = 0
    while position < bytes.count, bytes[position] != ASCII.lf {
      let start = position
      while position < bytes.count, !Self.isBlank(bytes[position]) { position += 1 }
      if start < position {
        fieldCount += 1
        if fields.count < Self.mostFields { fields.append(start..<position) }
      } else if bytes[position] != ASCII.lf {
        position += 1
      }
    }
    position += 1
  }

  private static func isBlank(_ byte: UInt8) -> Bool {
    byte == ASCII.space || byte == ASCII.tab || byte == ASCII.cr || byte == ASCII.lf
  }

  func bytes(_ field: Int) -> ArraySlice<UInt8> { bytes[fields[field]] }

  func text(_ field: Int) -> String { String(decoding: bytes(field), as: UTF8.self) }
}
