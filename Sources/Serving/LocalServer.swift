import Dispatch
import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A port that cannot be listened on, in the system's words.
package struct ListeningError: Error {
  package let words: String
}

/// A server on this machine's own address, for one person's browser.
///
/// A connection holds one request; a few are served at once, each within a few seconds. That is all
/// that a page of one's own needs.
package final class LocalServer: Sendable {
  package let port: UInt16
  private let listener: Int32
  private let open = Atomic<Int>(0)

  /// The most connections at once, and the seconds that each has for its request.
  private static let mostOpen = 24
  private static let seconds = 10

  /// Listens on a port of 127.0.0.1.
  ///
  /// - Parameter port: 0 for any that is free.
  /// - Throws: `ListeningError`.
  package init(port: UInt16) throws(ListeningError) {
    let listener = socket(AF_INET, Self.stream, 0)
    var yes: Int32 = 1
    setsockopt(listener, SOL_SOCKET, SO_REUSEADDR, &yes, socklen_t(MemoryLayout<Int32>.size))
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = port.bigEndian
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    var size = socklen_t(MemoryLayout<sockaddr_in>.size)
    let isBound = withUnsafeMutablePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        bind(listener, $0, size) == 0 && listen(listener, 64) == 0
          && getsockname(listener, $0, &size) == 0
      }
    }
    guard isBound else {
      let words = String(cString: strerror(errno))
      close(listener)
      throw ListeningError(words: words)
    }
    self.listener = listener
    self.port = UInt16(bigEndian: address.sin_port)
  }

  deinit { close(listener) }

  #if canImport(Glibc) || canImport(Musl)
    private static let stream = Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue)
  #else
    private static let stream = SOCK_STREAM
  #endif

  /// Answers requests until it is told to stop.
  ///
  /// - Parameters:
  ///   - shouldStop: asked some five times a second.
  ///   - answer: called on several threads.
  package func run(
    until shouldStop: @Sendable () -> Bool,
    answer: @escaping @Sendable (HTTPRequest) -> HTTPResponse
  ) {
    while !shouldStop() {
      var event = pollfd(fd: listener, events: Int16(POLLIN), revents: 0)
      guard poll(&event, 1, 200) > 0 else { continue }
      let connection = accept(listener, nil, nil)
      guard connection >= 0 else { continue }
      guard open.add(1, ordering: .relaxed).newValue <= Self.mostOpen else {
        open.subtract(1, ordering: .relaxed)
        close(connection)
        continue
      }
      DispatchQueue.global().async {
        Connection(connection, seconds: Self.seconds).serve(answer)
        self.open.subtract(1, ordering: .relaxed)
      }
    }
  }
}
