import MobilityModel
import RoundFiles

extension Pseudonyms {
  private static let leastBytes = 16
  private static let mostBytes = 1 << 20

  /// Reads the secret from a file; a line end at its end does not count.
  ///
  /// - Throws: `Ending.missing` or `Ending.findings`.
  init(secretFile path: String) throws(Ending) {
    let bytes: [UInt8]
    do {
      bytes = try FileBytes.read(path, limit: Self.mostBytes)
    } catch .missing {
      throw .missing(path: path)
    } catch {
      throw .findings([error.finding(file: path, log: FindingLog())])
    }
    let end = bytes.lastIndex { $0 != ASCII.lf && $0 != ASCII.cr }.map { $0 + 1 } ?? 0
    guard end >= Self.leastBytes else {
      throw .findings([
        Finding(
          "short-secret", file: path, expected: "a secret of at least \(Self.leastBytes) bytes")
      ])
    }
    self.init(secret: Array(bytes[..<end]))
  }
}
