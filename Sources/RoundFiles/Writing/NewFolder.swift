#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Writes a folder that was not there before, wholly or not at all.
///
/// All files are written into a folder beside it under a temporary name, which is renamed at the
/// end. A folder that stands in its place is only replaced where it is empty.
package enum NewFolder {
  /// - Parameters:
  ///   - parts: names of folders within the new one, `""` for itself, with their files.
  ///   - path: the new folder; those above it are made if they do not exist.
  ///   - isSound: looks at the folder under its temporary name before it is renamed; `false` takes
  ///     it back.
  /// - Throws: `OutputError`, with nothing written.
  /// - Returns: whether the folder was sound, and is in its place.
  package static func write(
    _ parts: [(folder: String, files: [OutputFile])], to path: String,
    isSound: (String) -> Bool = { _ in true }
  ) throws(OutputError) -> Bool {
    try check(path)
    let bare = path.hasSuffix("/") && path != "/" ? String(path.dropLast()) : path
    let mark = String(UInt64.random(in: .min ... .max), radix: 16)
    let slash = bare.lastIndex(of: "/").map { bare.index(after: $0) } ?? bare.startIndex
    let temporary = bare[..<slash] + "." + mark + ".new"
    func remove() {
      for part in parts.reversed() {
        let folder = part.folder.isEmpty ? String(temporary) : temporary + "/" + part.folder
        for file in part.files { unlink(folder + "/" + file.name) }
        rmdir(folder)
      }
    }
    do throws(OutputError) {
      for part in parts {
        let folder = part.folder.isEmpty ? String(temporary) : temporary + "/" + part.folder
        try AtomicFolder.write(part.files, to: folder)
      }
      guard isSound(String(temporary)) else {
        remove()
        return false
      }
      guard rename(String(temporary), bare) == 0 else { throw Self.error(path, errno) }
      return true
    } catch {
      remove()
      throw error
    }
  }

  /// Refuses a place where something stands already, but for an empty folder.
  package static func check(_ path: String) throws(OutputError) {
    guard let directory = opendir(path) else {
      if errno == ENOENT { return }
      throw error(path, errno)
    }
    defer { closedir(directory) }
    var count = 0
    while count < 3, readdir(directory) != nil { count += 1 }
    // Every folder has itself and the one above it as entries.
    if count > 2 { throw error(path, ENOTEMPTY) }
  }

  private static func error(_ path: String, _ code: Int32) -> OutputError {
    let isTaken = code == ENOTEMPTY || code == EEXIST
    return OutputError(
      path: path,
      reason: isTaken ? .other("it is there already, and not empty") : .init(errno: code))
  }
}
