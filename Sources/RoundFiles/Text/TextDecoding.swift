/// Finds out in which encoding the bytes of a file are, and reads them as text.
enum TextDecoding {
  /// What was read, and as what; an encoding other than UTF-8 is worth a note.
  struct Decoded: ~Copyable {
    var text: SourceText
    var encoding: TextEncoding
  }

  /// Reads bytes as UTF-8 where they are that, else in the encoding that a planner names, or else in
  /// the one that they show, or that other tables of the round do.
  ///
  /// Bytes that are no text in any of them come back as they are: `SourceText.isClean` is `false`
  /// then, and their cells are looked at one by one.
  ///
  /// - Complexity: O(bytes); a second copy of the file only where it is not UTF-8.
  static func read(
    _ bytes: consuming [UInt8], as named: TextEncoding?, beside others: CodePageOfRound? = nil,
    threads: Int = 1
  ) -> Decoded {
    if let encoding = byteOrderMark(bytes) { return decoded(bytes, encoding) }
    let text = SourceText(bytes, threads: threads)
    guard !text.isClean, let encoding = named ?? guess(text, others), encoding != .utf8 else {
      return Decoded(text: text, encoding: .utf8)
    }
    return decoded(text.bytes, encoding)
  }

  private static func decoded(_ bytes: consuming [UInt8], _ encoding: TextEncoding) -> Decoded {
    Decoded(text: SourceText(encoding.decoded(bytes)), encoding: encoding)
  }

  private static func byteOrderMark(_ bytes: [UInt8]) -> TextEncoding? {
    if bytes.starts(with: [0xFF, 0xFE]) { return .utf16LittleEndian }
    return bytes.starts(with: [0xFE, 0xFF]) ? .utf16BigEndian : nil
  }

  private static func guess(_ text: SourceText, _ others: CodePageOfRound?) -> TextEncoding? {
    if text.hasNul { return wide(text.bytes) }
    let guess = CodePageGuess(text.bytes)
    return guess.encoding ?? others?.letters.flatMap { guess.encoding(beside: $0) }
  }

  /// UTF-16 without a byte order mark: every second byte of its ASCII characters is NUL.
  private static func wide(_ bytes: [UInt8]) -> TextEncoding? {
    let sample = bytes.prefix(4_096)
    guard bytes.count % 2 == 0 else { return nil }
    var nuls = [0, 0]
    for (index, byte) in sample.enumerated() where byte == 0 { nuls[index % 2] += 1 }
    // Names in Cyrillic have no NUL, but separators, ids and dates of any table have; in the other
    // place only rare characters have one.
    let (first, second) = (nuls[0], nuls[1])
    guard max(first, second) > sample.count / 8, min(first, second) <= sample.count / 64 else {
      return nil
    }
    return first < second ? .utf16LittleEndian : .utf16BigEndian
  }
}
