import Foundation

/// What one run of the built command gave.
struct CommandRun {
  var status: Int32
  var output: String
  var errors: String

  /// Standard output as a JSON object; `nil` where it is none.
  var json: [String: Any]? {
    try? JSONSerialization.jsonObject(with: Data(output.utf8)) as? [String: Any]
  }
}

/// The built command, found beside the test bundle, run as its users run it.
enum Vetmatch {
  static var executable: URL {
    URL(fileURLWithPath: CommandLine.arguments[0]).resolvingSymlinksInPath()
      .deletingLastPathComponent().appendingPathComponent("vetmatch")
  }

  /// The project's folder, from the place of this file.
  static var project: URL {
    URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
  }

  static func conformance(_ name: String) -> String {
    dataset("conformance/\(name)")
  }

  /// A data set of the repository.
  static func dataset(_ name: String) -> String {
    project.appendingPathComponent("datasets/\(name)").path
  }

  static func conformanceNames() throws -> [String] {
    try FileManager.default.contentsOfDirectory(
      atPath: project.appendingPathComponent("datasets/conformance").path
    ).filter { $0.first?.isNumber == true }.sorted()
  }

  /// What the contract expects of a conformance round.
  static func expected(_ name: String) throws -> [String: Any] {
    let file = URL(fileURLWithPath: conformance(name)).appendingPathComponent("expected.json")
    let value = try JSONSerialization.jsonObject(with: Data(contentsOf: file))
    return value as? [String: Any] ?? [:]
  }

  /// Runs the command to its end.
  static func run(_ arguments: String..., environment: [String: String] = [:]) throws -> CommandRun
  {
    try run(arguments, environment: environment)
  }

  static func run(
    _ arguments: [String], environment: [String: String] = [:]
  ) throws -> CommandRun {
    let scratch = try Scratch()
    return try finish(start(arguments, environment: environment, scratch: scratch), scratch)
  }

  /// Runs a line of bash to its end.
  static func shell(_ line: String) throws -> CommandRun {
    let scratch = try Scratch()
    let bash = URL(fileURLWithPath: "/bin/bash")
    return try finish(start(["-c", line], executable: bash, scratch: scratch), scratch)
  }

  /// Waits for a run that was started.
  static func finish(_ process: Process, _ scratch: Scratch) throws -> CommandRun {
    process.waitUntilExit()
    return try CommandRun(
      status: process.terminationStatus, output: scratch.text("stdout"),
      errors: scratch.text("stderr"))
  }

  /// Starts the command with its output going to files `stdout` and `stderr` of `scratch`.
  static func start(
    _ arguments: [String], executable: URL = Vetmatch.executable,
    environment: [String: String] = [:], scratch: Scratch
  ) throws -> Process {
    let process = Process()
    process.executableURL = executable
    process.arguments = arguments
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = try scratch.handle("stdout")
    process.standardError = try scratch.handle("stderr")
    try process.run()
    return process
  }
}

/// A folder of its own for one test, gone when the test lets go of it.
final class Scratch: Sendable {
  let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("vetmatch-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  func path(_ name: String) -> String { folder.appendingPathComponent(name).path }

  func write(_ text: String, to name: String) throws {
    let place = folder.appendingPathComponent(name)
    try FileManager.default.createDirectory(
      at: place.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: place)
  }

  func append(_ text: String, to name: String) throws {
    try write(try self.text(name) + text, to: name)
  }

  /// Copies a conformance round into the scratch folder; the path of the copy.
  func copy(of conformance: String, as name: String) throws -> String {
    try FileManager.default.copyItem(
      atPath: Vetmatch.conformance(conformance), toPath: path(name))
    return path(name)
  }

  func text(_ name: String) throws -> String {
    String(decoding: try bytes(name), as: UTF8.self)
  }

  func bytes(_ name: String) throws -> Data {
    try Data(contentsOf: folder.appendingPathComponent(name))
  }

  func exists(_ name: String) -> Bool { FileManager.default.fileExists(atPath: path(name)) }

  /// Names in a folder of the scratch folder, sorted.
  func names(in name: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: path(name)).sorted()
  }

  /// Turns the rows below the header round; the order of `rates.csv` has a meaning and stays.
  func reverseRows(of file: String) throws {
    guard !file.hasSuffix("/rates.csv") else { return }
    let lines = try text(file).split(separator: "\n").map(String.init)
    guard let header = lines.first else { return }
    let rows = [header] + lines.dropFirst().reversed()
    try write(rows.joined(separator: "\n") + "\n", to: file)
  }

  fileprivate func handle(_ name: String) throws -> FileHandle {
    try write("", to: name)
    return try FileHandle(forWritingTo: folder.appendingPathComponent(name))
  }
}
