/// What is sent back.
package struct HTTPResponse: Sendable {
  package var status = 200
  package var reason = "OK"
  package var type: String
  package var body: [UInt8]

  package init(type: String, body: [UInt8]) { (self.type, self.body) = (type, body) }

  package static func html(_ body: [UInt8]) -> HTTPResponse {
    HTTPResponse(type: "text/html; charset=utf-8", body: body)
  }

  package static func json(_ text: [UInt8]) -> HTTPResponse {
    HTTPResponse(type: "application/json", body: text)
  }

  package init(_ fault: HTTPFault) {
    self.init(type: "text/plain; charset=utf-8", body: Array((fault.reason + "\n").utf8))
    (status, reason) = (fault.rawValue, fault.reason)
  }

  /// As bytes on the wire.
  ///
  /// Nothing is kept by a browser, shown in another page's frame or handed to
  /// another site.
  var bytes: [UInt8] {
    let head = [
      "HTTP/1.1 \(status) \(reason)", "Content-Type: \(type)", "Content-Length: \(body.count)",
      "Connection: close", "Cache-Control: no-store", "X-Content-Type-Options: nosniff",
      "X-Frame-Options: DENY", "Referrer-Policy: no-referrer",
      "Cross-Origin-Resource-Policy: same-origin", "Cross-Origin-Opener-Policy: same-origin",
    ]
    return Array((head.joined(separator: "\r\n") + "\r\n\r\n").utf8) + body
  }
}
