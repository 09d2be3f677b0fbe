/// Writes markup as the bytes of an HTML page.
struct MarkupWriter {
  private(set) var bytes: [UInt8] = []

  /// Elements of HTML that have no end tag.
  private static let void: Set<String> = ["meta", "link", "br", "hr", "input", "img"]

  mutating func write(_ markup: Markup) {
    switch markup {
    case .text(let text): escape(text)
    case .several(let pieces): for piece in pieces { write(piece) }
    case .asset(let element, let asset):
      put("<\(element)>")
      bytes += asset.bytes
      put("</\(element)>")
    case .element(let name, let attributes, let content):
      put("<\(name)")
      for attribute in attributes {
        put(" \(attribute.name)=\"")
        escape(attribute.value)
        put("\"")
      }
      put(">")
      if Self.void.contains("\(name)") { return }
      for piece in content { write(piece) }
      put("</\(name)>")
    }
  }

  mutating func put(_ text: String) { bytes.append(contentsOf: text.utf8) }

  /// Writes a text so that it cannot end the text or the quotes in which it stands.
  ///
  /// Control characters, which no page may have, are shown by the sign for what is unreadable.
  private mutating func escape(_ text: String) {
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "&"): put("&amp;")
      case UInt8(ascii: "<"): put("&lt;")
      case UInt8(ascii: ">"): put("&gt;")
      case UInt8(ascii: "\""): put("&quot;")
      case UInt8(ascii: "'"): put("&#39;")
      case 0x09, 0x0A: bytes.append(byte)
      case 0..<0x20, 0x7F: put("\u{FFFD}")
      default: bytes.append(byte)
      }
    }
  }
}

extension Markup {
  /// The markup as bytes of UTF-8.
  package var html: [UInt8] {
    var writer = MarkupWriter()
    writer.write(self)
    return writer.bytes
  }
}
