/// Where two texts first differ.
struct FirstDifference {
  /// Counted from 1.
  let line: Int
  /// The line as it is, and as it was expected; `nil` where one text ends before it.
  private let found: String?
  private let expected: String?

  private static let width = 160

  init(_ found: [UInt8], _ expected: [UInt8]) {
    let (left, right) = (Self.lines(found), Self.lines(expected))
    let same = zip(left, right).prefix { $0.elementsEqual($1) }.count
    line = same + 1
    self.found = same < left.count ? Self.text(left[same]) : nil
    self.expected = same < right.count ? Self.text(right[same]) : nil
  }

  var place: String { "line \(line) is not what is made anew" }

  var message: String {
    "line \(line) is \(words(found)), and made anew \(words(expected))"
  }

  private func words(_ line: String?) -> String { line.map { "\"\($0)\"" } ?? "not there" }

  private static func lines(_ bytes: [UInt8]) -> [ArraySlice<UInt8>] {
    bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
  }

  private static func text(_ line: ArraySlice<UInt8>) -> String {
    String(decoding: line, as: UTF8.self).printable.clipped(to: width)
  }
}
