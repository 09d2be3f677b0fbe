/// The parts of a zip file, as its directory lists them.
///
/// Nothing is unpacked until a part is read, and nothing is ever unpacked to a disk: a name is only
/// a key, so a name with a path in it leads nowhere. Parts that share bytes, with which a small file
/// could hold petabytes, are refused.
///
/// Source: PKWARE, "APPNOTE.TXT, .ZIP File Format Specification", version 6.3.10 (2022).
struct ZipArchive {
  struct Entry {
    var name: String
    /// 0 for stored, 8 for deflated.
    var method: Int
    var isLocked: Bool
    var checksum: Int
    /// Where the packed bytes lie in the file.
    var packed: Range<Int>
    /// Bytes when unpacked.
    var size: Int
  }

  let bytes: [UInt8]
  /// By the name in small letters, since names of parts do not tell small letters from capitals.
  private var entries: [String: Entry] = [:]

  init(_ bytes: [UInt8]) throws(WorkbookFault) {
    self.bytes = bytes
    let directory = try Self.directory(of: bytes)
    var place = directory.start
    for _ in 0..<directory.count {
      guard let (entry, next) = entry(at: place, directory.end) else { throw Self.damaged }
      guard entries.updateValue(entry, forKey: entry.name.lowercased()) == nil else {
        throw .damaged(part: entry.name, what: "each part once")
      }
      place = next
    }
    try refuseSharedBytes()
    // No part gives more than it says here, so this is all that can be unpacked.
    let size = entries.values.reduce(0) { $0 + $1.size }
    guard size <= WorkbookLimits.unpackedBytes else {
      throw .tooLarge(part: "", limit: "\(WorkbookLimits.unpackedBytes) bytes, unpacked")
    }
  }

  /// The part of this name, without a slash at its start.
  subscript(name: String) -> Entry? { entries[name.lowercased()] }

  static let damaged = WorkbookFault.damaged(part: "", what: "a zip file that is whole")

  // MARK: The directory

  private static let endSignature = 0x0605_4b50
  private static let entrySignature = 0x0201_4b50
  private static let localSignature = 0x0403_4b50
  private static let endLength = 22
  private static let entryLength = 46
  private static let localLength = 30

  /// Finds the directory from the end of the file, before which a comment may stand.
  private static func directory(
    of bytes: [UInt8]
  ) throws(WorkbookFault) -> (start: Int, end: Int, count: Int) {
    let last = bytes.count - endLength
    guard last >= 0 else { throw damaged }
    for place in stride(from: last, through: max(0, last - 0xFFFF), by: -1)
    where bytes.word32(at: place) == endSignature {
      guard place + endLength + bytes.word16(at: place + 20) == bytes.count else { continue }
      let count = bytes.word16(at: place + 10)
      let (size, start) = (bytes.word32(at: place + 12), bytes.word32(at: place + 16))
      guard start + size <= place, bytes.word16(at: place + 8) == count else { throw damaged }
      guard count <= WorkbookLimits.parts else {
        throw .tooLarge(part: "", limit: "\(WorkbookLimits.parts) parts")
      }
      return (start, start + size, count)
    }
    throw damaged
  }

  /// The entry of the directory at a place, and where the next one starts.
  private func entry(at place: Int, _ end: Int) -> (Entry, next: Int)? {
    guard place + Self.entryLength <= end, bytes.word32(at: place) == Self.entrySignature else {
      return nil
    }
    let nameEnd = place + Self.entryLength + bytes.word16(at: place + 28)
    let extraEnd = nameEnd + bytes.word16(at: place + 30)
    let next = extraEnd + bytes.word16(at: place + 32)
    guard next <= end else { return nil }
    let name = String(decoding: bytes[(place + Self.entryLength)..<nameEnd], as: UTF8.self)
    var fields = [24, 20, 42].map { bytes.word32(at: place + $0) }
    guard widen(&fields, extra: nameEnd..<extraEnd),
      let packed = data(at: fields[2], count: fields[1])
    else { return nil }
    let entry = Entry(
      name: Self.plain(name), method: bytes.word16(at: place + 10),
      isLocked: bytes.word16(at: place + 8) & 1 != 0, checksum: bytes.word32(at: place + 16),
      packed: packed, size: fields[0])
    return (entry, next)
  }

  /// Puts numbers of 64 bits in place of those that only say that there is one.
  private func widen(_ fields: inout [Int], extra: Range<Int>) -> Bool {
    guard fields.contains(0xFFFF_FFFF) else { return true }
    var place = extra.lowerBound
    while place + 4 <= extra.upperBound {
      let end = place + 4 + bytes.word16(at: place + 2)
      guard end <= extra.upperBound else { return false }
      guard bytes.word16(at: place) == 1 else {
        place = end
        continue
      }
      place += 4
      for index in fields.indices where fields[index] == 0xFFFF_FFFF {
        guard place + 8 <= end, let value = bytes.word64(at: place) else { return false }
        fields[index] = value
        place += 8
      }
      return true
    }
    return false
  }

  /// Where the packed bytes lie behind a part's own header.
  private func data(at place: Int, count: Int) -> Range<Int>? {
    guard place <= bytes.count - Self.localLength, bytes.word32(at: place) == Self.localSignature
    else { return nil }
    let start =
      place + Self.localLength + bytes.word16(at: place + 26)
      + bytes.word16(at: place + 28)
    guard start <= bytes.count, count <= bytes.count - start else { return nil }
    return start..<start + count
  }

  private func refuseSharedBytes() throws(WorkbookFault) {
    var end = 0
    for entry in entries.values.sorted(by: { $0.packed.lowerBound < $1.packed.lowerBound }) {
      guard entry.packed.lowerBound >= end else {
        throw .damaged(part: entry.name, what: "parts that share no bytes")
      }
      end = entry.packed.upperBound
    }
  }

  /// A name with slashes the right way and none at its start.
  private static func plain(_ name: String) -> String {
    String(name.replacing("\\", with: "/").drop { $0 == "/" })
  }
}
