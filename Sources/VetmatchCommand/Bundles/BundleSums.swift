import MobilityModel

/// The list of a bundle's files with their hashes, in the form that `sha256sum --check` reads.
struct BundleSums {
  struct Line: Hashable {
    /// Path within the bundle.
    var path: String
    /// 64 hexadecimal digits.
    var sha256: String
  }

  /// In the order of paths, each once.
  let lines: [Line]

  init(_ files: [(path: String, bytes: [UInt8])]) {
    lines = files.map { Line(path: $0.path, sha256: SHA256.hex($0.bytes)) }.sorted {
      $0.path.utf8.lexicographicallyPrecedes($1.path.utf8)
    }
  }

  /// Reads a list; `nil` where it is not exactly as it would be written.
  init?(_ text: String) {
    var lines: [Line] = []
    for line in text.split(separator: "\n") {
      let parts = line.split(separator: "  ", maxSplits: 1)
      guard parts.count == 2, Self.isHash(parts[0]) else { return nil }
      lines.append(Line(path: String(parts[1]), sha256: String(parts[0])))
    }
    let isRising = zip(lines, lines.dropFirst()).allSatisfy {
      $0.path.utf8.lexicographicallyPrecedes($1.path.utf8)
    }
    self.lines = lines
    guard isRising, text == self.text else { return nil }
  }

  private static func isHash(_ text: Substring) -> Bool {
    text.utf8.count == 64
      && text.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }
  }

  var text: String { lines.map { "\($0.sha256)  \($0.path)\n" }.joined() }

  /// The hash of the list itself, which stands for the whole bundle.
  var fingerprint: String { SHA256.hex(Array(text.utf8)) }
}
