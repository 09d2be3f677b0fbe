#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A file to be written.
package struct OutputFile: Hashable, Sendable {
  /// Name within its folder, without a path.
  package var name: String
  package var bytes: [UInt8]
  /// Whether nobody but its owner may read it, and nothing may stand there before.
  package var isSecret = false

  package init(name: String, bytes: [UInt8]) {
    self.name = name
    self.bytes = bytes
  }

  package init(name: String, text: String) { self.init(name: name, bytes: Array(text.utf8)) }
}

/// Writes several files into a folder, all of them or none.
///
/// Every file is written beside its place under a temporary name and forced to the disk before the
/// first one is renamed into place. What is replaced keeps a second name until all is done, so
/// that a failure at any step puts back what stood there. Files of the folder that are not written
/// are never touched, and no link within the folder is followed.
package enum AtomicFolder {
  /// Writes the files; the folder, and those above it, are made if they do not exist.
  package static func write(
    _ files: [OutputFile], to folder: String, calls: OutputCalls = .system
  ) throws(OutputError) {
    for (index, file) in files.enumerated() {
      let isTwice = files[..<index].contains { $0.name == file.name }
      guard isName(file.name), !isTwice else {
        throw OutputError(path: folder + "/" + file.name, reason: .badName)
      }
    }
    let made = try makeFolders(folder)
    do {
      try FolderWriting(folder: folder, calls: calls).write(files)
    } catch {
      for path in made.reversed() { rmdir(path) }
      throw error
    }
  }

  /// Whether a word names a file of the folder itself.
  private static func isName(_ name: String) -> Bool {
    !name.isEmpty && name != "." && name != ".." && !name.utf8.contains { $0 == 0 || $0 == 0x2F }
  }

  /// Makes the folders that are missing on a path; the ones made, outermost first.
  private static func makeFolders(_ path: String) throws(OutputError) -> [String] {
    guard !path.isEmpty, !path.utf8.contains(0) else {
      throw OutputError(path: path, reason: .badName)
    }
    var made: [String] = []
    var prefix = path.hasPrefix("/") ? "/" : ""
    for part in path.split(separator: "/") {
      prefix += (prefix.isEmpty || prefix == "/" ? "" : "/") + part
      if mkdir(prefix, 0o777) == 0 {
        made.append(prefix)
      } else if errno != EEXIST && errno != EISDIR {
        let code = errno
        // A folder above may be closed to us and still lead to one that is there.
        var status = stat()
        guard stat(prefix, &status) != 0 else { continue }
        for path in made.reversed() { rmdir(path) }
        throw OutputError(path: prefix, reason: .init(errno: code))
      }
    }
    return made
  }
}

/// Writes a single file, wholly or not at all.
package enum AtomicFile {
  /// Writes the bytes to a path whose folder exists.
  ///
  /// - Parameters:
  ///   - bytes: what is written.
  ///   - path: where to.
  ///   - isSecret: whether only the owner may read it; then nothing is replaced.
  ///   - calls: how the system is asked.
  /// - Throws: ``OutputError``, with what stood there as it was.
  package static func write(
    _ bytes: [UInt8], to path: String, isSecret: Bool = false, calls: OutputCalls = .system
  ) throws(OutputError) {
    let slash = path.lastIndex(of: "/")
    let name = slash.map { String(path[path.index(after: $0)...]) } ?? path
    let folder = slash.map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "."
    guard !name.isEmpty, name != ".", name != "..", !path.utf8.contains(0) else {
      throw OutputError(path: path, reason: .badName)
    }
    var file = OutputFile(name: name, bytes: bytes)
    file.isSecret = isSecret
    try FolderWriting(folder: folder, calls: calls).write([file])
  }
}
