#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The system calls that can fail while results are written.
///
/// They are values so that a test can let any one of them fail. Each gives what the system gives:
/// a count or 0, or -1 with `errno` set.
package struct OutputCalls: Sendable {
  package var write: @Sendable (_ descriptor: Int32, _ bytes: ArraySlice<UInt8>) -> Int
  package var sync: @Sendable (_ descriptor: Int32) -> Int32
  /// Renames within the folder that `descriptor` stands for.
  package var rename: @Sendable (_ descriptor: Int32, _ from: String, _ to: String) -> Int32

  package static let system = OutputCalls(
    write: { descriptor, bytes in
      bytes.withUnsafeBytes { systemWrite(descriptor, $0.baseAddress, $0.count) }
    },
    sync: { fsync($0) },
    rename: { renameat($0, $1, $0, $2) })
}

private func systemWrite(_ descriptor: Int32, _ start: UnsafeRawPointer?, _ count: Int) -> Int {
  count == 0 ? 0 : write(descriptor, start, count)
}

extension OutputError.Reason {
  init(errno code: Int32) {
    self =
      switch code {
      case ENOSPC, EDQUOT: .diskFull
      case EACCES, EPERM, EROFS: .noPermission
      case ENOTDIR: .notAFolder
      case EISDIR: .isAFolder
      case ENOENT: .missingFolder
      case ENAMETOOLONG: .badName
      default: .other(String(cString: strerror(code)))
      }
  }
}
