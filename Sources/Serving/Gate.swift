/// Who may talk to a local server: the browser of the person who started it, and no page of another
/// site that happens to be open in it.
package struct Gate: Sendable {
  /// The first part of every path, which nobody can guess.
  package let token: String
  let port: UInt16

  package init(port: UInt16) {
    self.port = port
    token = (0..<4).map { _ in
      let digits = String(UInt32.random(in: .min ... .max), radix: 16)
      return String(repeating: "0", count: 8 - digits.count) + digits
    }.joined()
  }

  private var names: [String] { ["127.0.0.1:\(port)", "localhost:\(port)"] }

  package var address: String { "http://127.0.0.1:\(port)/\(token)/" }

  /// The rest of the path of a request that may pass.
  ///
  /// The name of the host keeps out pages whose own name has been turned to this machine; origin and
  /// fetch headers, which no page can forge, keep out requests that other sites make; the token
  /// keeps out everybody else on this machine.
  ///
  /// - Throws: why it may not.
  package func pass(_ request: HTTPRequest) throws(HTTPFault) -> [String] {
    guard let host = request.headers["host"], names.contains(host) else { throw .forbidden }
    if let site = request.headers["sec-fetch-site"], site != "same-origin", site != "none" {
      throw .forbidden
    }
    if let origin = request.headers["origin"], origin != "http://\(host)" { throw .forbidden }
    if request.method == .post {
      guard request.headers["origin"] != nil,
        request.headers["content-type"] == "application/json"
      else { throw .forbidden }
    }
    guard let first = request.path.first, isToken(first) else { throw .notFound }
    return Array(request.path.dropFirst())
  }

  /// Takes as long for a wrong word as for the right one.
  private func isToken(_ word: String) -> Bool {
    let (one, other) = (Array(word.utf8), Array(token.utf8))
    guard one.count == other.count else { return false }
    return zip(one, other).reduce(0) { $0 | ($1.0 ^ $1.1) } == 0
  }
}
