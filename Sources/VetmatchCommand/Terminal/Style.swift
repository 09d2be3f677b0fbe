#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Colours, where there is a terminal to show them and nobody has asked for none.
///
/// Colour never carries a meaning of its own: each word that has one says the same without it.
struct Style: Sendable {
  let hasColour: Bool

  /// For a reader that is no terminal.
  static let plain = Style(hasColour: false)

  private init(hasColour: Bool) { self.hasColour = hasColour }

  init(for channel: Channel) {
    hasColour = channel.isTerminal && !Style.isSet("NO_COLOR") && Style.value("TERM") != "dumb"
  }

  func bold(_ text: String) -> String { wrap(text, in: "1") }
  func faint(_ text: String) -> String { wrap(text, in: "2") }
  func good(_ text: String) -> String { wrap(text, in: "32") }
  func bad(_ text: String) -> String { wrap(text, in: "31") }
  func warning(_ text: String) -> String { wrap(text, in: "33") }

  private func wrap(_ text: String, in code: String) -> String {
    hasColour ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
  }

  private static func value(_ name: String) -> String? {
    getenv(name).map { String(cString: $0) }
  }

  /// An empty value counts as not set, as <https://no-color.org> has it.
  private static func isSet(_ name: String) -> Bool { !(value(name) ?? "").isEmpty }
}

extension String {
  /// The text with everything that a terminal would obey rather than show made visible.
  ///
  /// Names and cells come from other people's tables, and may hold escape sequences, line breaks
  /// or marks that turn the direction of writing.
  var printable: String {
    guard unicodeScalars.contains(where: \.isUnprintable) else { return self }
    var result = ""
    for scalar in unicodeScalars {
      if scalar.isUnprintable {
        result += "\\u{\(String(scalar.value, radix: 16))}"
      } else {
        result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// The text cut to at most `width` characters, with an ellipsis where something was cut.
  func clipped(to width: Int) -> String {
    count <= width ? self : prefix(Swift.max(width - 1, 0)) + "…"
  }

  func leftPadded(to width: Int) -> String {
    String(repeating: " ", count: Swift.max(width - count, 0)) + self
  }

  func rightPadded(to width: Int) -> String {
    self + String(repeating: " ", count: Swift.max(width - count, 0))
  }
}

extension Unicode.Scalar {
  fileprivate var isUnprintable: Bool {
    switch properties.generalCategory {
    case .control, .lineSeparator, .paragraphSeparator, .surrogate: true
    case .format: value != 0x200C && value != 0x200D  // joiners belong to some scripts' words
    default: false
    }
  }
}
