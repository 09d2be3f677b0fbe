import Testing

@testable import Serving

@Suite struct HTTPHeadTests {
  private func parse(
    _ lines: String...
  ) throws(HTTPFault) -> (request: HTTPRequest, bodyCount: Int) {
    try HTTPHead.parse(Array(lines.joined(separator: "\r\n").utf8))
  }

  @Test func `what a browser sends is taken apart`() throws {
    let (request, count) = try parse(
      "POST /token/change HTTP/1.1", "Host: 127.0.0.1:80", "Content-Length: 12", "X-Empty:")
    #expect(request.method == .post && request.path == ["token", "change"] && count == 12)
    #expect(request.headers["host"] == "127.0.0.1:80" && request.headers["x-empty"] == "")
    #expect(try parse("GET / HTTP/1.1").request.path == [""])
  }

  @Test(arguments: [
    "GET", "GET /", "GET  / HTTP/1.1", "GET / HTTP/2", "GET http://x/ HTTP/1.1", "GET x HTTP/1.1",
    "GET / HTTP/1.1\r\nno colon", "GET / HTTP/1.1\r\n: x", "GET / HTTP/1.1\r\nA: 1\r\na: 2",
    "GET / HTTP/1.1\r\n folded", "GET / HTTP/1.1\r\nTransfer-Encoding: chunked",
    "POST / HTTP/1.1", "POST / HTTP/1.1\r\nContent-Length: -1",
    "POST / HTTP/1.1\r\nContent-Length: 1, 1", "GET / HTTP/1.1\nHost: x", "GET /\u{0} HTTP/1.1",
    "GET / HTTP/1.1\r\nHost: š", "POST / HTTP/1.1\r\nContent-Length: 99999999999999999999",
  ])
  func `what could be read in two ways is refused`(text: String) {
    #expect(throws: HTTPFault.badRequest) { try HTTPHead.parse(Array(text.utf8)) }
  }

  @Test(arguments: ["/../x", "/a/./b", "/a%2e%2e", "/a?b", "/a/b\\c", "/a b"])
  func `a path never leads anywhere but where it says`(path: String) {
    #expect(throws: HTTPFault.self) { try HTTPHead.parse(Array("GET \(path) HTTP/1.1".utf8)) }
  }

  @Test func `other methods and bodies that are too large have their own answers`() {
    #expect(throws: HTTPFault.methodNotAllowed) { try parse("PUT / HTTP/1.1") }
    #expect(throws: HTTPFault.bodyTooLarge) {
      try parse("POST / HTTP/1.1", "Content-Length: \(HTTPHead.bodyBytes + 1)")
    }
  }

  @Test func `random bytes are parsed or refused`() {
    var seed: UInt64 = 5
    let signs = Array("GET POST / HTTP/1.1\r\n:aB-.\t\u{7F}é".utf8)
    for _ in 0..<2_000 {
      var bytes: [UInt8] = Array("GET /a HTTP/1.1".utf8)
      for _ in 0..<8 {
        seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        let place = Int(seed >> 40) % (bytes.count + 1)
        bytes.insert(signs[Int(seed >> 33) % signs.count], at: place)
      }
      if let (request, count) = try? HTTPHead.parse(bytes) {
        #expect(request.path.allSatisfy { $0 != ".." } && count <= HTTPHead.bodyBytes)
      }
    }
  }
}
