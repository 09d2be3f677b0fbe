import MobilityModel
import RoundFiles

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The seed of a draw in the file that keeps it.
struct DrawRun {
  let secret: String
  private static let mostBytes = 4096

  /// The hash of the seed that the file keeps, which is made where there is none.
  ///
  /// - Parameter name: the text for the seed to start with.
  /// - Returns: what can be published.
  /// - Throws: `Ending.findings` where the file holds another seed, or none; `Ending.unwritable`.
  func commit(name: String?) throws(Ending) -> CommitReport {
    if let kept = try kept() {
      if let name, !kept.text.hasPrefix(name + "-") {
        throw .findings([
          Finding(
            "other-seed", file: secret,
            expected: "a seed that starts with \(name)-, or a file that does not exist yet")
        ])
      }
      return CommitReport(
        seed: kept, secret: secret, isNew: false, isOpenToOthers: isOpenToOthers)
    }
    var generator = SystemRandomNumberGenerator()
    let seed = SealedSeed(name: name ?? SealedSeed.usualName, using: &generator)
    do {
      // No line end, so that the hash of the file is the hash of the seed.
      try AtomicFile.write(Array(seed.text.utf8), to: secret, isSecret: true)
    } catch {
      throw .unwritable(error)
    }
    return CommitReport(seed: seed, secret: secret, isNew: true, isOpenToOthers: isOpenToOthers)
  }

  /// The seed, held against the hash that was published.
  ///
  /// - Parameter hash: the hash.
  /// - Returns: the seed, and whether it is the one.
  /// - Throws: `Ending.missing`, or `Ending.findings` where the file holds no seed.
  func reveal(hash: DrawHash) throws(Ending) -> RevealReport {
    guard let kept = try kept() else { throw .missing(path: secret) }
    return RevealReport(seed: kept.text, hash: hash)
  }

  /// The seed in the file; `nil` if there is no file.
  private func kept() throws(Ending) -> SealedSeed? {
    let bytes: [UInt8]
    do {
      bytes = try FileBytes.read(secret, limit: Self.mostBytes)
    } catch .missing {
      return nil
    } catch {
      throw .findings([error.finding(file: secret, log: FindingLog())])
    }
    let end = bytes.lastIndex { $0 != ASCII.lf && $0 != ASCII.cr }.map { $0 + 1 } ?? 0
    guard let seed = SealedSeed(String(decoding: bytes[..<end], as: UTF8.self)) else {
      throw .findings([
        Finding("no-seed", file: secret, expected: "a seed that draw --commit has made")
      ])
    }
    return seed
  }

  /// Whether people other than its owner may read the file.
  private var isOpenToOthers: Bool {
    var status = stat()
    return stat(secret, &status) == 0 && status.st_mode & 0o077 != 0
  }

  /// The tables of a round with this `draw_seed` in their settings.
  static func setting(
    _ tables: [Conversion.NamedTable], seed: String
  ) -> [Conversion.NamedTable] {
    var tables = tables
    if !tables.contains(where: { $0.name == "settings" }) {
      tables.insert(("settings", Table(columns: ["setting", "value"])), at: 0)
    }
    for place in tables.indices where tables[place].name == "settings" {
      tables[place].table.set("draw_seed", to: seed)
    }
    return tables
  }
}

extension Table {
  /// Gives a setting a value, in the row that it has or in a new one.
  fileprivate mutating func set(_ name: String, to text: String) {
    guard let setting = columns.firstIndex(of: "setting"),
      let value = columns.firstIndex(of: "value")
    else { return }
    rows.removeAll { $0[setting] == name }
    var row = [String](repeating: "", count: columns.count)
    (row[setting], row[value]) = (name, text)
    rows.append(row)
  }
}
