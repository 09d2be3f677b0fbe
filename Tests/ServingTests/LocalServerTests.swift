import Dispatch
import Synchronization
import Testing

@testable import Serving

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

@Suite struct LocalServerTests {
  /// Sends bytes to a server and reads all that comes back.
  private func exchange(_ text: String, _ port: UInt16) -> String {
    #if canImport(Darwin)
      let link = socket(AF_INET, SOCK_STREAM, 0)
    #else
      let link = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    #endif
    defer { close(link) }
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = port.bigEndian
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    let size = socklen_t(MemoryLayout<sockaddr_in>.size)
    let isOpen = withUnsafePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { connect(link, $0, size) == 0 }
    }
    guard isOpen else { return "" }
    let bytes = Array(text.utf8)
    _ = write(link, bytes, bytes.count)
    var answer: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 4096)
    while true {
      let count = read(link, &buffer, buffer.count)
      if count <= 0 { return String(decoding: answer, as: UTF8.self) }
      answer += buffer.prefix(count)
    }
  }

  @Test func `it answers at its own address, bodies whole, and stops when it is told`() throws {
    let server = try LocalServer(port: 0)
    let isOver = Mutex(false)
    let ended = DispatchSemaphore(value: 0)
    DispatchQueue.global().async {
      server.run(until: { isOver.withLock { $0 } }) { request in
        .html(request.path[0].utf8 + [0x20] + request.body)
      }
      ended.signal()
    }
    let body = String(repeating: "b", count: 20_000)
    let sent = "POST /x HTTP/1.1\r\nContent-Length: \(body.utf8.count)\r\n\r\n\(body)"
    let answer = exchange(sent, server.port)
    #expect(answer.hasPrefix("HTTP/1.1 200 OK\r\n") && answer.hasSuffix("\r\n\r\nx " + body))
    let long = "GET / HTTP/1.1\r\nA: \(String(repeating: "a", count: 20_000))"
    #expect(exchange(long, server.port).hasPrefix("HTTP/1.1 431"))
    #expect(exchange("nonsense\r\n\r\n", server.port).hasPrefix("HTTP/1.1 400"))
    isOver.withLock { $0 = true }
    #expect(ended.wait(timeout: .now() + 5) == .success)
  }

  @Test func `a port that is taken is told in the system's words`() throws {
    let first = try LocalServer(port: 0)
    #expect(throws: ListeningError.self) { try LocalServer(port: first.port) }
  }
}
