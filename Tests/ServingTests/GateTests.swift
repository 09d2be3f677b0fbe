import Testing

@testable import Serving

@Suite struct GateTests {
  let gate = Gate(port: 8080)

  private func request(
    _ method: HTTPRequest.Method = .get, _ headers: [String: String] = [:], path: String? = nil
  ) -> HTTPRequest {
    HTTPRequest(
      method: method, path: [path ?? gate.token, "state"],
      headers: ["host": "127.0.0.1:8080"].merging(headers) { $1 }, body: [])
  }

  private let own = ["origin": "http://127.0.0.1:8080", "content-type": "application/json"]

  @Test func `the page's own requests pass, without the token in their path`() throws {
    #expect(try gate.pass(request()) == ["state"])
    #expect(try gate.pass(request(.post, own)) == ["state"])
    #expect(try gate.pass(request(.get, ["sec-fetch-site": "none"])) == ["state"])
  }

  @Test(arguments: [
    ["host": "evil.example"], ["host": "127.0.0.1"], ["host": "127.0.0.1:8081"],
    ["origin": "http://evil.example"], ["origin": "null"], ["sec-fetch-site": "cross-site"],
    ["sec-fetch-site": "same-site"],
  ])
  func `requests of other sites do not`(headers: [String: String]) {
    #expect(throws: HTTPFault.forbidden) { try gate.pass(request(.get, headers)) }
    #expect(throws: HTTPFault.forbidden) {
      try gate.pass(request(.post, own.merging(headers) { $1 }))
    }
  }

  @Test func `what changes something says where it comes from and is no form`() {
    #expect(throws: HTTPFault.forbidden) { try gate.pass(request(.post)) }
    let form = own.merging(["content-type": "application/x-www-form-urlencoded"]) { $1 }
    #expect(throws: HTTPFault.forbidden) { try gate.pass(request(.post, form)) }
  }

  @Test func `without the token there is nothing, and tokens differ`() {
    for word in ["", "state", String(gate.token.dropLast()), gate.token + "0"] {
      #expect(throws: HTTPFault.notFound) { try gate.pass(request(path: word)) }
    }
    #expect(gate.token.utf8.count == 32 && Gate(port: 8080).token != gate.token)
  }
}
