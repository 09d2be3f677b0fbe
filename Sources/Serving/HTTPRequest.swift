/// A request as a browser sends it, within narrow bounds.
package struct HTTPRequest: Hashable, Sendable {
  package enum Method: String, Hashable, Sendable {
    case get = "GET"
    case post = "POST"
  }

  package var method: Method
  /// Parts of the path between slashes; they hold nothing but letters, digits and `.`, `_`, `-`.
  package var path: [String]
  /// By name in small letters; each name once.
  package var headers: [String: String]
  package var body: [UInt8]
}

/// Why a request is not looked at any further.
package enum HTTPFault: Int, Error, Hashable, Sendable {
  case badRequest = 400
  case forbidden = 403
  case notFound = 404
  case methodNotAllowed = 405
  case bodyTooLarge = 413
  case headTooLarge = 431

  /// What the status line says.
  package var reason: String {
    switch self {
    case .badRequest: "Bad Request"
    case .forbidden: "Forbidden"
    case .notFound: "Not Found"
    case .methodNotAllowed: "Method Not Allowed"
    case .bodyTooLarge: "Content Too Large"
    case .headTooLarge: "Request Header Fields Too Large"
    }
  }
}

/// Takes the head of a request apart.
///
/// It takes what browsers send and nothing that could be read in two ways: no folded lines, no
/// header twice, no transfer coding, no escapes in a path.
///
/// Source: R. Fielding, M. Nottingham and J. Reschke, "HTTP/1.1", RFC 9112 (2022).
package enum HTTPHead {
  /// The most bytes of a head and of a body.
  package static let headBytes = 16_384
  package static let bodyBytes = 65_536

  /// Takes the bytes before the empty line apart.
  ///
  /// - Parameter bytes: the head.
  /// - Returns: the request without its body, and how many bytes that has.
  /// - Throws: why it is refused.
  package static func parse(
    _ bytes: some Sequence<UInt8>
  ) throws(HTTPFault) -> (request: HTTPRequest, bodyCount: Int) {
    let bytes = Array(bytes)
    guard bytes.allSatisfy({ (0x20..<0x7F).contains($0) || $0 == 0x0D || $0 == 0x0A }) else {
      throw .badRequest
    }
    var lines = try lines(bytes)
    let start = lines.removeFirst().split(separator: " ", omittingEmptySubsequences: false)
    guard start.count == 3, start[2] == "HTTP/1.1" || start[2] == "HTTP/1.0" else {
      throw .badRequest
    }
    let path = try path(start[1])
    let headers = try headers(lines)
    guard let method = HTTPRequest.Method(rawValue: String(start[0])) else {
      throw .methodNotAllowed
    }
    let count = try bodyCount(method, headers)
    return (HTTPRequest(method: method, path: path, headers: headers, body: []), count)
  }

  /// Lines end with CR LF and nothing else.
  private static func lines(_ bytes: [UInt8]) throws(HTTPFault) -> [Substring] {
    let text = Substring(decoding: bytes, as: UTF8.self)
    let lines = text.split(separator: "\r\n", omittingEmptySubsequences: false)
    guard lines.allSatisfy({ !$0.unicodeScalars.contains { $0 == "\r" || $0 == "\n" } }) else {
      throw .badRequest
    }
    return lines
  }

  private static func path(_ target: Substring) throws(HTTPFault) -> [String] {
    guard target.hasPrefix("/"), target.utf8.count <= 512 else { throw .badRequest }
    let parts = target.dropFirst().split(separator: "/", omittingEmptySubsequences: false)
    for part in parts {
      guard part != ".", part != "..", part.utf8.allSatisfy(isPlain) else { throw .notFound }
    }
    return parts.map(String.init)
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "_"),
      UInt8(ascii: "-"):
      true
    default: false
    }
  }

  private static func headers(_ lines: [Substring]) throws(HTTPFault) -> [String: String] {
    var headers: [String: String] = [:]
    for line in lines {
      guard let colon = line.firstIndex(of: ":"), colon != line.startIndex,
        line[..<colon].utf8.allSatisfy(isPlain)
      else { throw .badRequest }
      let name = line[..<colon].lowercased()
      var value = line[line.index(after: colon)...]
      while value.first == " " { value.removeFirst() }
      while value.last == " " { value.removeLast() }
      guard headers.updateValue(String(value), forKey: name) == nil else { throw .badRequest }
    }
    guard headers["transfer-encoding"] == nil else { throw .badRequest }
    return headers
  }

  private static func bodyCount(
    _ method: HTTPRequest.Method, _ headers: [String: String]
  ) throws(HTTPFault) -> Int {
    guard let text = headers["content-length"] else {
      if method == .post { throw .badRequest }
      return 0
    }
    guard text.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let count = Int(text) else {
      throw .badRequest
    }
    guard count <= bodyBytes else { throw .bodyTooLarge }
    return count
  }
}
