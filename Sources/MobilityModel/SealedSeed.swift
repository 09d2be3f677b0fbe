/// A draw seed whose hash can be published before anybody may know the seed.
///
/// It is a text of the planner's own, a hyphen, and 32 hexadecimal digits that nobody chose. Its hash
/// is the SHA-256 digest of that text and of nothing else, so that any program can check it. The
/// digits keep the seed from being guessed from its hash, however short the text before them; that no
/// second seed has the same hash rests on SHA-256.
///
/// Source: M. Blum, "Coin flipping by telephone: a protocol for solving impossible problems", ACM SIGACT
/// News 15 (1983) 23-27.
package struct SealedSeed: Hashable, Sendable {
  /// What becomes the round's `draw_seed`.
  package let text: String

  /// The name of a seed for which the planner gives none.
  package static let usualName = "draw"
  private static let saltDigits = 32
  private static let mostCharacters = 64

  /// Seals a text with digits from a source of randomness.
  ///
  /// - Parameters:
  ///   - name: a text for which ``isName(_:)`` holds.
  ///   - generator: where the digits come from; the system's own for a real draw.
  package init(name: String, using generator: inout some RandomNumberGenerator) {
    precondition(Self.isName(name), "\(name) is no name of a seed")
    let salt = (0..<Self.saltDigits / 2).map { _ in UInt8.random(in: 0...255, using: &generator) }
    text = name + "-" + SHA256.hex(digest: salt)
  }

  /// A seed that was sealed before; `nil` if the text is none.
  package init?(_ text: String) {
    let salt = text.utf8.suffix(Self.saltDigits)
    let name = text.utf8.dropLast(Self.saltDigits)
    let digits = Set("0123456789abcdef".utf8)
    guard salt.count == Self.saltDigits, salt.allSatisfy(digits.contains),
      name.last == UInt8(ascii: "-"), let name = String(name.dropLast()), Self.isName(name)
    else { return nil }
    self.text = text
  }

  /// The digest of the text as 64 hexadecimal digits.
  package var hash: String { SHA256.hex(text.utf8) }

  /// Whether a text can stand before the digits: 1 to 64 of `A-Z a-z 0-9 . _ -`, first a letter, so
  /// that no spreadsheet takes the seed for a number.
  package static func isName(_ text: String) -> Bool {
    guard (1...mostCharacters).contains(text.utf8.count), let first = text.utf8.first else {
      return false
    }
    return isLetter(first)
      && text.utf8.allSatisfy {
        isLetter($0) || (48...57).contains($0) || [45, 46, 95].contains($0)
      }
  }

  private static func isLetter(_ byte: UInt8) -> Bool { (97...122).contains(byte | 32) }
}
