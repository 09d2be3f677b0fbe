import Foundation
import RoundFiles
import Testing

@Suite struct NewFolderTests {
  private let parts = [
    ("", [OutputFile(name: "a.txt", text: "a")]),
    ("inner", [OutputFile(name: "b.txt", text: "b"), OutputFile(name: "c.txt", text: "c")]),
  ].map { (folder: $0.0, files: $0.1) }

  private func reason(_ path: String) -> OutputError.Reason? {
    do {
      _ = try NewFolder.write(parts, to: path)
      return nil
    } catch {
      return error.reason
    }
  }

  @Test func `a folder is written with the folders in it, and nothing else is left`() throws {
    let home = try TestFolder()
    for name in ["new", "deep/er", "slash/"] {
      #expect(try NewFolder.write(parts, to: home.path + "/" + name))
      #expect(try home.text(of: name + "/inner/c.txt") == "c")
      #expect(try home.text(of: name + "/a.txt") == "a")
    }
    #expect(try home.names == ["deep", "new", "slash"])
  }

  @Test func `an empty folder is replaced, anything else stays as it was`() throws {
    let home = try TestFolder(["file": "old"])
    try FileManager.default.createDirectory(
      at: home.url.appending(path: "empty"), withIntermediateDirectories: false)
    #expect(reason(home.path + "/empty") == nil)
    #expect(reason(home.path + "/file") == .notAFolder)
    let taken = OutputError.Reason.other("it is there already, and not empty")
    #expect(reason(home.path + "/empty") == taken)
    #expect(try home.text(of: "file") == "old")
    #expect(try home.names == ["empty", "file"])
  }

  @Test func `what is not sound, or cannot be written, is taken back`() throws {
    let home = try TestFolder()
    var seen: [String] = []
    let isWritten = try NewFolder.write(parts, to: home.path + "/new") { path in
      seen = (try? FileManager.default.contentsOfDirectory(atPath: path + "/inner").sorted()) ?? []
      return false
    }
    #expect(!isWritten && seen == ["b.txt", "c.txt"])
    #expect(try home.names.isEmpty)
    let twice = [OutputFile(name: "b", text: ""), OutputFile(name: "b", text: "")]
    #expect(throws: OutputError.self) {
      try NewFolder.write(
        [("", [OutputFile(name: "a", text: "a")]), ("in", twice)], to: home.path + "/new")
    }
    #expect(try home.names.isEmpty)
  }
}
