import Foundation
import RoundFiles
import Synchronization
import Testing

@Suite struct AtomicFolderTests {
  private let files = [
    OutputFile(name: "a.csv", text: "new a"), OutputFile(name: "b.csv", text: "new b"),
    OutputFile(name: "c.csv", text: "new c"),
  ]

  /// A folder in which two of the three files, and another one, already stand.
  private func folder() throws -> TestFolder {
    try TestFolder(["a.csv": "old a", "c.csv": "old c", "other.txt": "other"])
  }

  private func contents(_ folder: TestFolder) throws -> [String: String] {
    try folder.names.reduce(into: [:]) { $0[$1] = try folder.text(of: $1) }
  }

  private func error(
    _ files: [OutputFile], _ folder: String, _ calls: OutputCalls = .system
  ) -> OutputError? {
    do {
      try AtomicFolder.write(files, to: folder, calls: calls)
      return nil
    } catch {
      return error
    }
  }

  @Test func `all files are written, others are left alone, nothing else is left`() throws {
    let folder = try folder()
    try AtomicFolder.write(files, to: folder.path)
    #expect(
      try contents(folder) == [
        "a.csv": "new a", "b.csv": "new b", "c.csv": "new c", "other.txt": "other",
      ])
  }

  @Test func `folders that are missing are made, and removed again if nothing comes of it`() throws
  {
    let folder = try folder()
    try AtomicFolder.write(files, to: folder.path + "/x/y")
    #expect(try String(contentsOfFile: folder.path + "/x/y/b.csv", encoding: .utf8) == "new b")
    var calls = OutputCalls.system
    calls.sync = { _ in fail(EIO) }
    #expect(error(files, folder.path + "/p/q/", calls)?.reason == .other("Input/output error"))
    #expect(try folder.names == ["a.csv", "c.csv", "other.txt", "x"])
  }

  @Test func `a failure at any step leaves what stood there`() throws {
    let before = try contents(try folder())
    let isLeft = { (calls: OutputCalls, reason: OutputError.Reason) in
      let folder = try folder()
      #expect(error(files, folder.path, calls)?.reason == reason)
      #expect(try contents(folder) == before)
    }
    for step in 0..<3 {
      var calls = OutputCalls.system
      let write = calls.write
      calls.write = failing(at: step, ENOSPC) { write($0, $1) }
      try isLeft(calls, .diskFull)
      calls = .system
      let sync = calls.sync
      let syncs = Mutex(0)
      calls.sync = { syncs.next() == step ? fail(EDQUOT) : sync($0) }
      try isLeft(calls, .diskFull)
      calls = .system
      let rename = calls.rename
      let renames = Mutex(0)
      calls.rename = { renames.next() == step ? fail(EACCES) : rename($0, $1, $2) }
      try isLeft(calls, .noPermission)
    }
  }

  @Test func `a disk that is full says so`() throws {
    let full = open("/dev/full", O_WRONLY)
    try #require(full >= 0)
    defer { close(full) }
    var calls = OutputCalls.system
    let write = calls.write
    calls.write = { write(full, $1) }
    let folder = try folder()
    #expect(
      error(files, folder.path, calls)
        == OutputError(path: folder.path + "/a.csv", reason: .diskFull))
    #expect(try folder.names == ["a.csv", "c.csv", "other.txt"])
  }

  @Test func `writes that take only a part at a time, or are interrupted, come to an end`() throws {
    var calls = OutputCalls.system
    let write = calls.write
    let count = Mutex(0)
    calls.write = { count.next() % 2 == 0 ? fail(EINTR) : write($0, $1.prefix(2)) }
    let folder = try folder()
    #expect(error(files, folder.path, calls) == nil)
    #expect(try folder.text(of: "b.csv") == "new b")
  }

  @Test func `names that lead out of the folder or come twice are refused`() throws {
    let folder = try folder()
    for name in ["", ".", "..", "../x", "/etc/x", "a/b", "a\u{0}b", "a.csv"] {
      let files = files + [OutputFile(name: name, text: "")]
      #expect(error(files, folder.path)?.reason == .badName, "\(name)")
    }
    #expect(try folder.text(of: "a.csv") == "old a")
  }

  @Test func `a folder in place of a file, or a file in place of the folder, is refused`() throws {
    let folder = try folder()
    try FileManager.default.createDirectory(
      at: folder.url.appending(path: "b.csv"), withIntermediateDirectories: false)
    #expect(
      error(files, folder.path) == OutputError(path: folder.path + "/b.csv", reason: .isAFolder))
    #expect(try folder.text(of: "a.csv") == "old a")
    #expect(error(files, folder.path + "/other.txt")?.reason == .notAFolder)
    #expect(error(files, folder.path + "/other.txt/x")?.reason == .notAFolder)
    #expect(error(files, "")?.reason == .badName)
    #expect(try folder.names == ["a.csv", "b.csv", "c.csv", "other.txt"])
  }

  @Test func `a link in place of a file is replaced, not followed`() throws {
    let (folder, outside) = (try folder(), try TestFolder(["x": "outside"]))
    try FileManager.default.createSymbolicLink(
      atPath: folder.path + "/b.csv", withDestinationPath: outside.path + "/x")
    try AtomicFolder.write(files, to: folder.path)
    #expect(try folder.text(of: "b.csv") == "new b")
    #expect(try outside.text(of: "x") == "outside")
  }

  @Test func `a single file is written wholly or not at all`() throws {
    let folder = try folder()
    try AtomicFile.write(Array("x".utf8), to: folder.path + "/a.csv")
    #expect(try folder.text(of: "a.csv") == "x")
    let wrong: [(String, OutputError.Reason)] = [
      ("/none/x", .missingFolder), ("/other.txt/x", .notAFolder), ("/", .badName),
      ("/..", .badName),
    ]
    for (path, reason) in wrong {
      #expect(throws: OutputError.self) { try AtomicFile.write([], to: folder.path + path) }
      do throws(OutputError) {
        try AtomicFile.write([], to: folder.path + path)
      } catch {
        #expect(error.reason == reason, "\(path)")
      }
    }
    #expect(try folder.names == ["a.csv", "c.csv", "other.txt"])
  }
}

/// Sets `errno` as a failing call does.
private func fail<Code: BinaryInteger & SignedInteger>(_ code: Int32) -> Code {
  errno = code
  return -1
}

/// A call that fails when it is made for the `step`th time.
private func failing(
  at step: Int, _ code: Int32, _ call: @escaping @Sendable (Int32, ArraySlice<UInt8>) -> Int
) -> @Sendable (Int32, ArraySlice<UInt8>) -> Int {
  let count = Mutex(0)
  return { count.next() == step ? fail(code) : call($0, $1) }
}

extension Mutex<Int> {
  /// The number before, counted up.
  borrowing fileprivate func next() -> Int {
    withLock { value in
      defer { value += 1 }
      return value
    }
  }
}
