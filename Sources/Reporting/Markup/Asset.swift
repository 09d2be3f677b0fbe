import MobilityModel

/// A style sheet or a script that is part of the program.
package struct Asset: Sendable {
  let bytes: [UInt8]

  init(_ parts: [UInt8]...) { bytes = Array(parts.joined()) }

  /// How a content security policy names it.
  var fingerprint: String { "'sha256-\(Self.base64(SHA256.digest(bytes)))'" }

  private static let digits = Array(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".unicodeScalars)

  /// The bytes as text.
  ///
  /// Source: S. Josefsson, "The Base16, Base32, and Base64 Data Encodings", RFC 4648 (2006).
  static func base64(_ bytes: [UInt8]) -> String {
    var text = ""
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let part = bytes[start..<min(start + 3, bytes.count)]
      let group = part.reduce(0) { $0 << 8 | Int($1) } << (8 * (3 - part.count))
      for place in 0..<4 {
        let isFilled = place <= part.count
        text.unicodeScalars.append(isFilled ? digits[group >> (18 - 6 * place) & 63] : "=")
      }
    }
    return text
  }
}
