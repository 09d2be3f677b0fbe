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
    if isSame(folder, round) {
      throw OutputError(
        path: folder,
        reason: .other("it is the round's own folder, whose placements.csv would be replaced"))
    }
    let existing = nearestExisting(folder)
    var status = stat()
    guard stat(existing, &status) == 0, status.st_mode & S_IFMT == S_IFDIR else {
      throw OutputError(path: existing, reason: .notAFolder)
    }
    guard access(existing, W_OK | X_OK) == 0 else {
      throw OutputError(path: existing, reason: .noPermission)
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
