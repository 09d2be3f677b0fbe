#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Reads whole files with the system's own calls: their error codes tell a missing file from a
/// folder and from one without permission.
package enum FileBytes {
  package enum Fault: Error, Equatable {
    case missing
    case folder
    /// A pipe, a device or another thing that has no end.
    case notRegular
    /// Size in bytes.
    case tooLarge(Int)
    /// The system's words.
    case unreadable(String)
  }

  /// The bytes of the regular file at `path`, symbolic links followed.
  package static func read(
    _ path: String, limit: Int = SizeLimits.fileBytes
  ) throws(Fault) -> [UInt8] {
    guard !path.utf8.contains(0) else { throw .missing }
    // Without O_NONBLOCK, opening a pipe would wait for a writer for ever.
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { throw fault(errno) }
    defer { close(descriptor) }
    let size = try regularSize(descriptor)
    guard size <= limit else { throw .tooLarge(size) }
    return try bytes(of: descriptor, count: size)
  }

  private static func regularSize(_ descriptor: Int32) throws(Fault) -> Int {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw fault(errno) }
    switch status.st_mode & S_IFMT {
    case S_IFREG: return Int(status.st_size)
    case S_IFDIR: throw .folder
    default: throw .notRegular
    }
  }

  private static func bytes(of descriptor: Int32, count: Int) throws(Fault) -> [UInt8] {
    var code: Int32 = 0
    let result = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      while filled < count, let start = buffer.baseAddress {
        let got = systemRead(descriptor, start + filled, count - filled)
        if got > 0 {
          filled += got
        } else if got == 0 {
          break
        } else if errno != EINTR {
          code = errno
          break
        }
      }
    }
    guard code == 0 else { throw fault(code) }
    return result
  }

  static func fault(_ code: Int32) -> Fault {
    switch code {
    case ENOENT, ENOTDIR: .missing
    case EISDIR: .folder
    case ENXIO, ENODEV: .notRegular
    default: .unreadable(String(cString: strerror(code)))
    }
  }
}

/// The system's `read`, under a name that methods called `read` do not hide.
private func systemRead(
  _ descriptor: Int32, _ target: UnsafeMutableRawPointer, _ count: Int
) -> Int {
  read(descriptor, target, count)
}
