#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The text could not be written, for a reason other than a reader that has gone.
struct ChannelFailure: Error {
  /// What the system says about it.
  var reason: String
}

/// A way out for text: standard output or standard error.
struct Channel: Sendable {
  private let descriptor: Int32

  static let output = Channel(descriptor: 1)
  static let errors = Channel(descriptor: 2)

  /// Whether a person is likely to look at it as it is written.
  var isTerminal: Bool { isatty(descriptor) == 1 }

  /// Width of the terminal in characters; 80 where there is none or it does not say.
  var width: Int {
    var size = winsize()
    guard ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return 80 }
    return Int(size.ws_col)
  }

  /// Writes all of a text; a reader that has closed its end is no failure, since it asked for no
  /// more.
  func write(_ text: String) throws(ChannelFailure) { try write(Array(text.utf8)) }

  /// Writes all of a text in UTF-8.
  func write(_ bytes: [UInt8]) throws(ChannelFailure) {
    var start = 0
    while start < bytes.count {
      let written = bytes[start...].withUnsafeBytes { systemWrite(descriptor, $0) }
      if written >= 0 {
        start += written
      } else if errno == EPIPE {
        return
      } else if errno == EAGAIN {
        waitUntilWritable()
      } else if errno != EINTR {
        throw ChannelFailure(reason: String(cString: strerror(errno)))
      }
    }
  }

  /// A reader may have set the descriptor to non-blocking; then a full pipe is waited for.
  private func waitUntilWritable() {
    var request = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
    _ = poll(&request, 1, 1000)
  }

  /// Makes writing to a closed pipe an error that `write` sees, rather than the end of the run.
  static func surviveClosedPipes() {
    signal(SIGPIPE, SIG_IGN)
  }
}

private func systemWrite(_ descriptor: Int32, _ bytes: UnsafeRawBufferPointer) -> Int {
  write(descriptor, bytes.baseAddress, bytes.count)
}
