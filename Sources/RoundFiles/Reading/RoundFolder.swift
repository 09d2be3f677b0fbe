#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The folder of a round, with the names of what lies in it.
struct RoundFolder: TableSource {
  let path: String
  /// Names of CSV files, sorted; at most as many as a planner could look through.
  let files: [String]

  private static let fileLimit = 10_000
  private static let nameLimit = 64

  init(_ path: String) throws(SourceFault) {
    guard !path.isEmpty, !path.utf8.contains(0) else { throw .missing(path: path) }
    guard let directory = opendir(path) else {
      guard errno == ENOTDIR, Self.exists(path) else { throw .missing(path: path) }
      throw .findings([Finding(.notAFolder, file: path, expected: "a folder with tables")])
    }
    defer { closedir(directory) }
    var files: [String] = []
    while files.count < Self.fileLimit, let entry = readdir(directory) {
      let name = Self.name(of: entry)
      if name.utf8.count <= Self.nameLimit, name.lowercased().hasSuffix(".csv") {
        files.append(name)
      }
    }
    self.path = path.hasSuffix("/") ? path : path + "/"
    self.files = files.sorted()
  }

  func content(of file: String) throws(FileBytes.Fault) -> TableContent {
    .file(try FileBytes.read(path + file))
  }

  private static func exists(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0
  }

  private static func name(of entry: UnsafeMutablePointer<dirent>) -> String {
    withUnsafeBytes(of: &entry.pointee.d_name) {
      String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
    }
  }
}
