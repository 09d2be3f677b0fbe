/// Reads a certificate line by line; every line ends with a line feed, and one blank stands between
/// two words.
struct ProofScanner {
  private let bytes: [UInt8]
  private var place = 0
  /// Number of the line that is read, from 1.
  private(set) var line = 1

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  static let most = 1 << 61

  private static let feed = UInt8(ascii: "\n")
  private static let blank = UInt8(ascii: " ")

  func fault(_ reason: ProofFault.Reason) -> ProofFault { ProofFault(line: line, reason: reason) }

  var isAtEnd: Bool { place == bytes.count }
  var isAtLineEnd: Bool { place < bytes.count && bytes[place] == Self.feed }
  /// Bytes read so far.
  var offset: Int { place }

  /// Ends a line.
  mutating func endLine() throws(ProofFault) {
    guard isAtLineEnd else { throw fault(.malformed(expected: "the end of the line")) }
    place += 1
    line += 1
  }

  /// The word at this place, up to the next blank or the end of the line.
  mutating func word() throws(ProofFault) -> String {
    let start = place
    while place < bytes.count, bytes[place] > Self.blank, bytes[place] < 0x7F { place += 1 }
    guard place > start else { throw fault(.malformed(expected: "a word of printable ASCII")) }
    return String(decoding: bytes[start..<place], as: UTF8.self)
  }

  mutating func space() throws(ProofFault) {
    guard place < bytes.count, bytes[place] == Self.blank else {
      throw fault(.malformed(expected: "a blank"))
    }
    place += 1
  }

  /// A whole number from -2^61 to 2^61, without leading zeros.
  mutating func number() throws(ProofFault) -> Int {
    let isNegative = place < bytes.count && bytes[place] == UInt8(ascii: "-")
    if isNegative { place += 1 }
    let start = place
    var value = 0
    while place < bytes.count, case let digit = Int(bytes[place]) - 48, digit >= 0, digit <= 9 {
      if value > Self.most / 10 { throw fault(.numberTooLarge) }
      value = value * 10 + digit
      if value > Self.most { throw fault(.numberTooLarge) }
      place += 1
    }
    let hasLeadingZero =
      bytes.indices.contains(start) && bytes[start] == 48
      && (place - start > 1 || isNegative)
    if place == start || hasLeadingZero { throw fault(.malformed(expected: "a whole number")) }
    return isNegative ? -value : value
  }

  /// A blank, then a number.
  mutating func nextNumber() throws(ProofFault) -> Int {
    try space()
    return try number()
  }

  /// A blank, then a number or `-`.
  mutating func nextBound() throws(ProofFault) -> Int? {
    try space()
    let isNone =
      place + 1 < bytes.count && bytes[place] == UInt8(ascii: "-")
      && (bytes[place + 1] == Self.blank || bytes[place + 1] == Self.feed)
    if isNone {
      place += 1
      return nil
    }
    return try number()
  }

  /// Reads `word` and a number that is no less than 0, on a line of their own.
  mutating func count(_ word: String) throws(ProofFault) -> Int {
    try expect(word)
    let count = try nextNumber()
    // Each of what is counted takes a line.
    guard count >= 0, count <= bytes.count - place else {
      throw fault(.malformed(expected: "a number of lines that are there"))
    }
    try endLine()
    return count
  }

  /// Reads a given word.
  mutating func expect(_ word: String) throws(ProofFault) {
    guard starts(with: word) else { throw fault(.malformed(expected: "'\(word)'")) }
    place += word.utf8.count
  }

  /// Whether a word stands at this place.
  func starts(with word: String) -> Bool {
    let end = place + word.utf8.count
    guard end <= bytes.count, bytes[place..<end].elementsEqual(word.utf8) else { return false }
    return end == bytes.count || bytes[end] == Self.blank || bytes[end] == Self.feed
  }

  /// Passes over the rest of the line.
  mutating func skipLine() throws(ProofFault) -> [UInt8] {
    let start = place
    while place < bytes.count, bytes[place] != Self.feed { place += 1 }
    let rest = Array(bytes[start..<place])
    try endLine()
    return rest
  }
}
