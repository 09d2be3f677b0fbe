#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// One writing of files into a folder that exists.
struct FolderWriting {
  let folder: String
  let calls: OutputCalls
  /// Tells the temporary names of this writing from all others.
  private let mark = String(UInt64.random(in: .min ... .max), radix: 16)

  init(folder: String, calls: OutputCalls) {
    self.folder = folder
    self.calls = calls
  }

  func write(_ files: [OutputFile]) throws(OutputError) {
    let directory = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard directory >= 0 else { throw error(folder, errno) }
    defer { close(directory) }
    do throws(OutputError) {
      for file in files { try refuseFolder(file.name, directory) }
      for (index, file) in files.enumerated() { try writeBeside(file, index, directory) }
    } catch {
      remove(files.indices.map(temporary), directory)
      throw error
    }
    try putInPlace(files, directory)
    // The files are whole and in place; that the folder's own entry is late is no failure.
    _ = calls.sync(directory)
  }

  // MARK: Beside

  private func temporary(_ index: Int) -> String { ".\(mark).\(index).new" }
  private func backup(_ index: Int) -> String { ".\(mark).\(index).old" }

  private func refuseFolder(_ name: String, _ directory: Int32) throws(OutputError) {
    var status = stat()
    guard fstatat(directory, name, &status, AT_SYMLINK_NOFOLLOW) == 0 else {
      if errno == ENOENT { return }
      throw error(name, errno)
    }
    if status.st_mode & S_IFMT == S_IFDIR { throw error(name, EISDIR) }
  }

  private func writeBeside(
    _ file: OutputFile, _ index: Int, _ directory: Int32
  ) throws(OutputError) {
    let descriptor = openat(
      directory, temporary(index), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC,
      file.isSecret ? 0o600 : 0o666)
    guard descriptor >= 0 else { throw error(file.name, errno) }
    var code = fill(descriptor, file.bytes)
    if close(descriptor) != 0, code == 0 { code = errno }
    guard code == 0 else { throw error(file.name, code) }
  }

  /// Writes all bytes and forces them to the disk; the code of what failed, or 0.
  private func fill(_ descriptor: Int32, _ bytes: [UInt8]) -> Int32 {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = calls.write(descriptor, rest)
      if count > 0 {
        rest = rest.dropFirst(count)
      } else if count == 0 {
        return EIO
      } else if errno != EINTR {
        return errno
      }
    }
    return calls.sync(descriptor) == 0 ? 0 : errno
  }

  // MARK: In place

  /// Renames every file into place; after a failure, the ones before it are put back.
  private func putInPlace(_ files: [OutputFile], _ directory: Int32) throws(OutputError) {
    let names = files.map(\.name)
    var hasBackup: [Bool] = []
    do throws(OutputError) {
      for (index, name) in names.enumerated() {
        if files[index].isSecret {
          try putNew(name, index, directory)
          hasBackup.append(false)
          continue
        }
        hasBackup.append(try keep(name, index, directory))
        if calls.rename(directory, temporary(index), name) != 0 { throw error(name, errno) }
      }
    } catch {
      for (index, isKept) in hasBackup.enumerated().reversed() {
        undo(names[index], index, isKept, directory)
      }
      remove(names.indices.map(temporary), directory)
      throw error
    }
    remove(names.indices.filter { hasBackup[$0] }.map(backup), directory)
  }

  /// Gives a file a name under which nothing stands.
  private func putNew(_ name: String, _ index: Int, _ directory: Int32) throws(OutputError) {
    if linkat(directory, temporary(index), directory, name, 0) != 0 {
      throw error(name, errno)
    }
    unlinkat(directory, temporary(index), 0)
  }

  /// Gives what stands under a name a second one; `false` if nothing stands there.
  private func keep(
    _ name: String, _ index: Int, _ directory: Int32
  ) throws(OutputError) -> Bool {
    if linkat(directory, name, directory, backup(index), 0) == 0 { return true }
    switch errno {
    case ENOENT: return false
    // File systems without a second name for a file: the first one is given up for a moment.
    case EPERM, EOPNOTSUPP, EMLINK, ENOSYS:
      guard renameat(directory, name, directory, backup(index)) == 0 else {
        throw error(name, errno)
      }
      return true
    default: throw error(name, errno)
    }
  }

  /// Puts back what stood under a name, or nothing if nothing did.
  private func undo(_ name: String, _ index: Int, _ isKept: Bool, _ directory: Int32) {
    if isKept {
      _ = renameat(directory, backup(index), directory, name)
      // Renaming one name of a file to another name of the same file does nothing.
      unlinkat(directory, backup(index), 0)
    } else {
      // While the temporary file is there, it was not renamed, and the name is not ours.
      var status = stat()
      let isWaiting = fstatat(directory, temporary(index), &status, AT_SYMLINK_NOFOLLOW) == 0
      if !isWaiting { unlinkat(directory, name, 0) }
    }
  }

  private func remove(_ names: [String], _ directory: Int32) {
    for name in names { unlinkat(directory, name, 0) }
  }

  private func error(_ name: String, _ code: Int32) -> OutputError {
    OutputError(path: name == folder ? folder : folder + "/" + name, reason: .init(errno: code))
  }
}
