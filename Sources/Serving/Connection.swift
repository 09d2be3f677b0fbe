#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// One connection, one request.
struct Connection {
  private let descriptor: Int32
  private let deadline: ContinuousClock.Instant

  init(_ descriptor: Int32, seconds: Int) {
    self.descriptor = descriptor
    deadline = .now + .seconds(seconds)
    var yes: Int32 = 1
    // An answer goes out at once, and not when there is more of it.
    setsockopt(
      descriptor, Int32(IPPROTO_TCP), TCP_NODELAY, &yes, socklen_t(MemoryLayout<Int32>.size))
  }

  /// Reads the request, answers it and closes the connection.
  func serve(_ answer: (HTTPRequest) -> HTTPResponse) {
    defer { close(descriptor) }
    do throws(HTTPFault) {
      guard let request = try read() else { return }
      send(answer(request).bytes)
    } catch {
      send(HTTPResponse(error).bytes)
    }
  }

  private static let headEnd = Array("\r\n\r\n".utf8)

  /// `nil` where the other side went away, or took too long.
  private func read() throws(HTTPFault) -> HTTPRequest? {
    var bytes: [UInt8] = []
    var seen = 0
    var end: Int?
    while end == nil {
      guard bytes.count <= HTTPHead.headBytes else { throw .headTooLarge }
      guard let more = receive() else { return nil }
      bytes += more
      end = (max(0, seen - 3)..<max(0, bytes.count - 3)).first {
        bytes[$0] == 0x0D && bytes[$0..<($0 + 4)].elementsEqual(Self.headEnd)
      }
      seen = bytes.count
    }
    guard let end else { return nil }
    guard end <= HTTPHead.headBytes else { throw .headTooLarge }
    var (request, count) = try HTTPHead.parse(bytes[..<end])
    var body = Array(bytes[(end + 4)...])
    while body.count < count {
      guard let more = receive() else { return nil }
      body += more
    }
    request.body = Array(body.prefix(count))
    return request
  }

  /// What has come next; `nil` where nothing more comes in time.
  private func receive() -> [UInt8]? {
    guard isReady(Int16(POLLIN)) else { return nil }
    var buffer = [UInt8](repeating: 0, count: 8192)
    let count = recv(descriptor, &buffer, buffer.count, 0)
    return count > 0 ? Array(buffer.prefix(count)) : nil
  }

  private func send(_ bytes: [UInt8]) {
    var rest = bytes[...]
    while !rest.isEmpty, isReady(Int16(POLLOUT)) {
      let count = rest.withUnsafeBytes { buffer in
        #if canImport(Darwin)
          Darwin.send(descriptor, buffer.baseAddress, buffer.count, 0)
        #elseif canImport(Glibc)
          Glibc.send(descriptor, buffer.baseAddress, buffer.count, Int32(MSG_NOSIGNAL))
        #else
          Musl.send(descriptor, buffer.baseAddress, buffer.count, Int32(MSG_NOSIGNAL))
        #endif
      }
      guard count > 0 else { return }
      rest = rest.dropFirst(count)
    }
    // The other side sees the end even while it still has something to say.
    shutdown(descriptor, Int32(SHUT_WR))
  }

  private func isReady(_ events: Int16) -> Bool {
    let left = deadline - .now
    guard left > .zero else { return false }
    let milliseconds = left.components.seconds * 1000 + 1
    var event = pollfd(fd: descriptor, events: events, revents: 0)
    return poll(&event, 1, Int32(clamping: milliseconds)) > 0
  }
}
