import MobilityModel
import TestSupport
import Testing

@testable import Reporting

@Suite struct MarkupTests {
  private func text(_ markup: Markup) -> String { String(decoding: markup.html, as: UTF8.self) }

  @Test func `texts and values of attributes cannot leave their place`() {
    let hostile = "</td><script>alert('1')</script>\"&"
    let written = text(tag("td", ["title": hostile]) { hostile })
    let escaped = "&lt;/td&gt;&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt;&quot;&amp;"
    #expect(written == "<td title=\"\(escaped)\">\(escaped)</td>")
  }

  @Test func `control characters that no page may have are shown as unreadable`() {
    #expect(text(.text("a\u{0}b\u{7}\u{7F}c\td")) == "a\u{FFFD}b\u{FFFD}\u{FFFD}c\td")
  }

  @Test func `attributes without a value are left out, elements without an end have none`() {
    #expect(text(tag("input", ["id": "x", "class": nil])) == "<input id=\"x\">")
    #expect(text(tag("p") { if Bool(false) { "no" } }) == "<p></p>")
  }

  @Test func `random texts come back as they went in`() {
    var random = SplitMix64(seed: 7)
    let signs = Array("<>&\"'ab \u{202E}šЖ/=;")
    for _ in 0..<300 {
      let value = String(
        (0..<Int(random.next() % 12)).map { _ in
          signs[Int(random.next() % UInt64(signs.count))]
        })
      let written = text(.text(value))
      #expect(!written.contains("<") && !written.contains("\""), "\(value)")
      let back = [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&")]
        .reduce(written) { replaced($0, $1.0, $1.1) }
      #expect(back == value)
    }
  }

  private func replaced(_ text: String, _ old: String, _ new: String) -> String {
    text.split(separator: old, omittingEmptySubsequences: false).joined(separator: new)
  }

  @Test(arguments: [
    ("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg=="),
    ("fooba", "Zm9vYmE="), ("foobar", "Zm9vYmFy"),
  ])
  func `base 64 is that of RFC 4648`(bytes: String, expected: String) {
    #expect(Asset.base64(Array(bytes.utf8)) == expected)
  }

  @Test(arguments: [(0.0, "0"), (1.04, "1"), (-2.55, "-2.6"), (10.25, "10.3"), (-0.04, "0")])
  func `coordinates have one decimal place at the most`(value: Double, expected: String) {
    #expect(value.coordinate == expected)
  }
}
