import MobilityModel
import RoundFiles

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// A step of a planner that is kept: a whole round in a folder of its own, with its plan and what was
/// changed to get there.
struct SavedScenario {
  let step: PlannerStep
  let name: String

  /// The folder of all scenarios: in the round's own, or beside its workbook.
  private var home: String {
    switch step.input.place {
    case .folder(let path): return (path.hasSuffix("/") ? path : path + "/") + "scenarios"
    case .workbook(let path):
      let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
      return folder + "scenarios"
    }
  }

  /// Writes the folder wholly or not at all; one of that name that was there is kept under the next
  /// number.
  ///
  /// - Returns: the folder.
  func write() throws(OutputError) -> String {
    guard isName else { throw OutputError(path: name.printable, reason: .badName) }
    let place = home + "/" + name
    try refuseLink(home)
    let fresh = home + "/." + name + ".new"
    try AtomicFolder.write(files, to: fresh)
    do {
      try keepOld(place)
      try move(fresh, place)
    } catch {
      for file in files { unlink(fresh + "/" + file.name) }
      rmdir(fresh)
      throw error
    }
    return place
  }

  /// Letters, digits and `.`, `_`, `-`, not beginning with a dot.
  private var isName: Bool {
    !name.isEmpty && name.utf8.count <= 64 && !name.hasPrefix(".")
      && name.utf8.allSatisfy { byte in
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F: true
        default: false
        }
      }
  }

  /// A link could lead out of the round's folder.
  private func refuseLink(_ path: String) throws(OutputError) {
    var status = stat()
    if lstat(path, &status) == 0, status.st_mode & S_IFMT != S_IFDIR {
      throw OutputError(path: path, reason: .notAFolder)
    }
  }

  private func keepOld(_ place: String) throws(OutputError) {
    var status = stat()
    guard lstat(place, &status) == 0 else { return }
    let free = (1...9999).map { "\(place).\($0)" }.first { (path: String) in
      lstat(path, &status) != 0
    }
    guard let free else { throw OutputError(path: place, reason: .other("too many old versions")) }
    try move(place, free)
  }

  private func move(_ from: String, _ to: String) throws(OutputError) {
    guard rename(from, to) == 0 else {
      throw OutputError(path: to, reason: .other(String(cString: strerror(errno))))
    }
  }

  /// The round with all that its tables say: it is to be planned on, so it names people as they do,
  /// whatever the page shows.
  private var round: Round {
    guard step.input.names != nil, case .round(let round, _) = step.tables.round(ReadingOptions())
    else { return step.input.round }
    return round
  }

  private var files: [OutputFile] {
    let changes = Table(columns: ["change"], rows: step.edits.map { [$0.words(by: nil)] })
    var files = step.tables.files + [OutputFile(name: "changes.csv", bytes: CSVText.bytes(changes))]
    if let plan = step.plan {
      let table = PlacementTable(round: round).table(of: plan.plan)
      files.append(OutputFile(name: "plan.csv", bytes: CSVText.bytes(table)))
    }
    return files
  }
}
