/// The texts that cells refer to by number.
final class SharedTexts: XMLContent {
  private var bytes: [UInt8] = []
  /// Offset after the last byte of each text.
  private var ends: [Int32] = []
  private let part: String
  private var run = TextRun()

  init(_ entry: ZipArchive.Entry?, in archive: ZipArchive) throws(WorkbookFault) {
    part = entry?.name ?? ""
    if let entry { try archive.read(entry, as: self) }
  }

  /// The text of a number, or `nil` if there is none.
  subscript(index: Int) -> ArraySlice<UInt8>? {
    guard ends.indices.contains(index) else { return nil }
    return bytes[(index == 0 ? 0 : Int(ends[index - 1]))..<Int(ends[index])]
  }

  func start(_ name: XMLName, _ attributes: XMLAttributes) {
    run.start(name)
  }

  func text(_ piece: UnsafeBufferPointer<UInt8>) {
    if run.isRead, bytes.count <= WorkbookLimits.sharedBytes { bytes += piece }
  }

  func end(_ name: XMLName) throws(WorkbookFault) {
    run.end(name)
    guard name == "si" else { return }
    guard bytes.count <= WorkbookLimits.sharedBytes else {
      throw .tooLarge(part: part, limit: "\(WorkbookLimits.sharedBytes) bytes")
    }
    XMLText.decodeCodes(&bytes, from: ends.last.map(Int.init) ?? 0)
    ends.append(Int32(bytes.count))
  }
}

/// Whether text belongs to what a cell shows: that of `t`, but not how it is pronounced.
struct TextRun {
  private(set) var isRead = false
  private var isPronunciation = false

  mutating func start(_ name: XMLName) {
    if name == "t" { isRead = !isPronunciation }
    if name == "rPh" { isPronunciation = true }
  }

  mutating func end(_ name: XMLName) {
    if name == "t" { isRead = false }
    if name == "rPh" { isPronunciation = false }
  }
}
