import RoundFiles

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Looks at the place for results before a long search, so that a slip is told at once.
///
/// What is found here may change until the results are written; that step checks for itself.
enum OutputFolder {
  /// Refuses a place where results could not be written, or would replace an input.
  static func check(_ folder: String, round: String) throws(OutputError) {
    if isSame(folder, round) { throw inRound(folder) }
    try checkFolder(nearestExisting(folder))
  }

  private static func inRound(_ path: String) -> OutputError {
    OutputError(
      path: path, reason: .other("it is the round's own folder, into which nothing is written"))
  }

  /// Refuses a place where a table could not be written, would replace an input, or become one: in
  /// a round's own folder it might be read as one of its tables.
  static func check(table: String, inputs: [String]) throws(OutputError) {
    let folder = folder(of: table)
    if inputs.contains(where: { isSame(folder, $0) }) { throw inRound(table) }
    try check(file: table, inputs: inputs)
  }

  private static func folder(of file: String) -> String {
    let slash = file.lastIndex(of: "/")
    return slash.map { $0 == file.startIndex ? "/" : String(file[..<$0]) } ?? "."
  }

  /// Refuses a folder in which one of the files would replace an input.
  static func check(_ folder: String, files: [String], inputs: [String]) throws(OutputError) {
    for file in files where inputs.contains(where: { isSame("\(folder)/\(file)", $0) }) {
      throw OutputError(
        path: "\(folder)/\(file)", reason: .other("it is an input, which would be replaced"))
    }
    try checkFolder(nearestExisting(folder))
  }

  private static func checkFolder(_ folder: String) throws(OutputError) {
    var status = stat()
    guard stat(folder, &status) == 0, status.st_mode & S_IFMT == S_IFDIR else {
      throw OutputError(path: folder, reason: .notAFolder)
    }
    guard access(folder, W_OK | X_OK) == 0 else {
      throw OutputError(path: folder, reason: .noPermission)
    }
  }

  /// Refuses a place where a file could not be written, or would replace an input.
  static func check(file: String, inputs: [String]) throws(OutputError) {
    if inputs.contains(where: { isSame(file, $0) }) {
      throw OutputError(path: file, reason: .other("it is an input, which would be replaced"))
    }
    let folder = folder(of: file)
    var status = stat()
    guard stat(folder, &status) == 0 else {
      throw OutputError(path: file, reason: .missingFolder)
    }
    try checkFolder(folder)
    if lstat(file, &status) == 0, status.st_mode & S_IFMT == S_IFDIR {
      throw OutputError(path: file, reason: .isAFolder)
    }
  }

  private static func isSame(_ left: String, _ right: String) -> Bool {
    var (one, other) = (stat(), stat())
    guard stat(left, &one) == 0, stat(right, &other) == 0 else { return false }
    return one.st_dev == other.st_dev && one.st_ino == other.st_ino
  }

  /// The path itself, or the innermost folder above it that exists.
  private static func nearestExisting(_ path: String) -> String {
    var path = Substring(path)
    var status = stat()
    while lstat(String(path), &status) != 0 {
      guard let slash = path.lastIndex(of: "/") else { return "." }
      if slash == path.startIndex { return "/" }
      path = path[..<slash]
    }
    return String(path)
  }
}
