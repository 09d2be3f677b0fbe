/// Names of printable ASCII without blanks, no two of them the same.
struct PlainNames {
  /// Bytes of a name before its number; readers of models take names of up to 255.
  private static let longest = 200

  private var seen: Set<String> = []
  /// How many names were asked for under a name that was taken.
  private var repeats: [String: Int] = [:]

  /// The parts with points between them; a name that is taken gets `~2`, `~3` and so on.
  ///
  /// Ids stand as they are. In other texts whatever no id could have is written as `%` and two
  /// hexadecimal digits for each byte, so that `~` is only ever found before such a number.
  mutating func name(_ parts: [String]) -> String {
    let name = Self.plain(parts.joined(separator: "."))
    if seen.insert(name).inserted { return name }
    let number = repeats[name, default: 1] + 1
    repeats[name] = number
    return "\(name)~\(number)"
  }

  private static func plain(_ text: String) -> String {
    guard text.utf8.count > longest || !text.utf8.allSatisfy(isOfId) else { return text }
    var name: [UInt8] = []
    for byte in text.utf8 {
      let piece = isOfId(byte) ? [byte] : Array(escape(byte).utf8)
      guard name.count + piece.count <= longest else { break }
      name += piece
    }
    return String(decoding: name, as: UTF8.self)
  }

  private static func escape(_ byte: UInt8) -> String {
    "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
  }

  private static func isOfId(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F: true
    default: false
    }
  }
}
