import RoundFiles

/// Reads rounds in which one table is whatever libFuzzer comes up with; CONTRIBUTING.md says how to
/// run it.
///
/// The first byte chooses the table and what is done with it, the rest is the table. A trap, a hang, a
/// round that its own repaired copy contradicts, or one that is another when it is read in pieces ends
/// the run with the input that did it.
enum ReaderFuzzing {
  static let folder = "datasets/dirty/clean/"
  static let names = [
    "applications", "limits", "organisations", "participants", "sessions", "settings", "stays",
    "streams", "headers", "same-person", "locks", "placements", "rates", "rules", "twins",
    "carried",
  ].map { $0 + ".csv" }

  static let tables: [String: [UInt8]] = {
    var result: [String: [UInt8]] = [:]
    for name in names { result[name] = try? FileBytes.read(folder + name) }
    precondition(result["applications.csv"] != nil, "run this from the root of the project")
    return result
  }()

  static func read(_ input: UnsafeBufferPointer<UInt8>) {
    guard let choice = input.first else { return }
    var tables = tables
    tables[names[Int(choice & 15)]] = Array(input.dropFirst())
    // Reading alone takes half the time of a repair, so every second input has no more than that.
    switch choice >> 4 & 3 {
    case 2: repair(tables)
    case 3: readInPieces(tables)
    default: _ = RoundReader.read(tables: tables)
    }
  }

  private static func repair(_ tables: [String: [UInt8]]) {
    let repair = RoundRepair.repair(tables: tables)
    guard case .round(_, let notes) = repair.reading else { return }
    precondition(notes.allSatisfy { $0.severity == .note }, "a sound round has no errors")
    let copies = Dictionary(
      repair.files.map { ($0.name, $0.bytes) }, uniquingKeysWith: { first, _ in first })
    guard case .round = RoundReader.read(tables: copies) else {
      preconditionFailure("a copy of a sound round is sound")
    }
  }

  private static func readInPieces(_ tables: [String: [UInt8]]) {
    var options = ReadingOptions()
    (options.threads, options.pieceBytes) = (2, 48)
    let pieces = RoundReader.read(tables: tables, options: options)
    options.threads = 1
    let whole = RoundReader.read(tables: tables, options: options)
    precondition(pieces.findings == whole.findings, "pieces say what the whole says")
  }
}

@_silgen_name("LLVMFuzzerRunDriver")
private func runDriver(
  _ count: UnsafeMutablePointer<Int32>,
  _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>>,
  _ body: @convention(c) (UnsafePointer<UInt8>?, Int) -> Int32
) -> Int32

var count = CommandLine.argc
var arguments = CommandLine.unsafeArgv
let status = runDriver(&count, &arguments) { start, size in
  ReaderFuzzing.read(UnsafeBufferPointer(start: start, count: size))
  return 0
}
precondition(status == 0, "libFuzzer ended with \(status)")
