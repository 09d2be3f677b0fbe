import Foundation

/// A folder of its own for one test, removed when the value goes.
final class TestFolder {
  let url: URL

  var path: String { url.path }

  init() throws {
    url = FileManager.default.temporaryDirectory.appending(path: "round-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  convenience init(_ tables: [String: String]) throws {
    try self.init()
    for (name, text) in tables { try write(text, to: name) }
  }

  deinit { try? FileManager.default.removeItem(at: url) }

  func write(_ text: String, to name: String) throws { try write(Array(text.utf8), to: name) }

  func write(_ bytes: [UInt8], to name: String) throws {
    try Data(bytes).write(to: url.appending(path: name))
  }

  func text(of name: String) throws -> String {
    String(decoding: try Data(contentsOf: url.appending(path: name)), as: UTF8.self)
  }

  var names: [String] {
    get throws { try FileManager.default.contentsOfDirectory(atPath: path).sorted() }
  }
}

/// The committed data sets.
enum DataSets {
  static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "datasets")

  /// Folders of the rounds of both families, in the order of their names.
  static var rounds: [URL] {
    get throws {
      try ["conformance", "published"].flatMap { family in
        let folder = root.appending(path: family)
        return try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
          .map { folder.appending(path: $0) }
          .filter {
            FileManager.default.fileExists(atPath: $0.appending(path: "expected.json").path)
          }
      }
    }
  }

  /// The tables of a round, by file name.
  static func tables(_ folder: URL) throws -> [String: String] {
    var result: [String: String] = [:]
    for name in try FileManager.default.contentsOfDirectory(atPath: folder.path)
    where name.hasSuffix(".csv") {
      let data = try Data(contentsOf: folder.appending(path: name))
      result[name] = String(decoding: data, as: UTF8.self)
    }
    return result
  }
}

/// A seeded generator of random numbers (SplitMix64).
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ value >> 30) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ value >> 27) &* 0x94D0_49BB_1331_11EB
    return value ^ value >> 31
  }
}
