import Foundation
import Glibc

/// A terminal for one run of the command, with nobody but a test in front of it.
final class PseudoTerminal {
  struct NoTerminal: Error {}

  private let main: Int32
  private let side: FileHandle
  private var process: Process?
  private(set) var text = ""

  init() throws {
    main = open("/dev/ptmx", O_RDWR | O_NOCTTY | O_CLOEXEC)
    // `grantpt` and its kin are not in the C library's module; these are the kernel's own calls.
    let (setLock, getNumber): (UInt, UInt) = (0x4004_5431, 0x8004_5430)
    var (isLocked, number): (Int32, UInt32) = (0, 0)
    guard main >= 0, ioctl(main, setLock, &isLocked) == 0, ioctl(main, getNumber, &number) == 0,
      let side = FileHandle(forUpdatingAtPath: "/dev/pts/\(number)")
    else { throw NoTerminal() }
    self.side = side
  }

  deinit { close(main) }

  /// Starts the command with the terminal as its standard output and error.
  func start(_ arguments: [String], environment: [String: String] = [:]) throws {
    let process = Process()
    process.executableURL = Vetmatch.executable
    process.arguments = arguments
    process.environment = ProcessInfo.processInfo.environment
      .filter { $0.key != "NO_COLOR" }
      .merging(["TERM": "xterm"]) { $1 }
      .merging(environment) { $1 }
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = side
    process.standardError = side
    try process.run()
    try side.close()
    self.process = process
  }

  /// Reads until a text has been shown; `false` if the run ended without it.
  func wait(for words: String) -> Bool {
    while !text.contains(words) {
      guard readSome() else { return text.contains(words) }
    }
    return true
  }

  func send(_ signal: Int32) {
    if let process { kill(process.processIdentifier, signal) }
  }

  /// Reads the rest; the exit code of the run.
  func finish() -> Int32 {
    while readSome() {}
    process?.waitUntilExit()
    return process?.terminationStatus ?? -1
  }

  /// Reads what there is; `false` at the end, or if there is nothing for two minutes.
  private func readSome() -> Bool {
    var request = pollfd(fd: main, events: Int16(POLLIN), revents: 0)
    guard poll(&request, 1, 120_000) > 0 else { return false }
    var bytes = [UInt8](repeating: 0, count: 4096)
    let count = read(main, &bytes, bytes.count)
    guard count > 0 else { return false }
    text += String(decoding: bytes.prefix(count), as: UTF8.self)
    return true
  }
}
