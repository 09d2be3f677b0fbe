import Foundation
import Testing

#if canImport(FoundationNetworking)
  import FoundationNetworking
#endif

/// A planner's page that must not say who people are.
@Suite struct ServePseudonymTests {
  private let scratch: Scratch
  private let round: String

  /// Everything that could tell who somebody is has a word of its own.
  init() throws {
    scratch = try Scratch()
    let tables = [
      "organisations": "organisation,name,country\nTIA,School,AL\nBLQ,Hub,IT\n",
      "streams": "stream,kind\nm1,learner\n",
      "sessions": "session,stream,host,start,end,max_people\n"
        + "june,m1,BLQ,2022-06-01,2022-06-30,2\nmay,m1,BLQ,2022-05-01,2022-05-30,1\n",
      "participants": "participant,name,organisation,sectors\n"
        + (0..<5).map { "WHO\($0),NOMEN\($0),TIA,0713\n" }.joined(),
      "applications": "application,participant,stream,points\n"
        + (0..<5).map { "APP\($0),WHO\($0),m1,\($0)\n" }.joined(),
      "locks": "application,effect,session,reason,author\nAPP3,forbid,may,REASON,AUTHOR\n",
    ]
    for (name, text) in tables { try scratch.write(text, to: "round/\(name).csv") }
    try scratch.write("a secret of many words\n", to: "secret")
    round = scratch.path("round")
  }

  private func tells(_ text: String) -> Bool {
    ["APP", "WHO", "NOMEN", "REASON", "AUTHOR"].contains { text.contains($0) }
  }

  /// A server under way, and its address.
  private func serving(_ work: (URL) async throws -> Void) async throws {
    let output = try Scratch()
    let process = try Vetmatch.start(
      ["serve", round, "--pseudonymise", scratch.path("secret")], scratch: output)
    var said = ""
    for _ in 0..<200 where !said.contains("Ctrl-C") {
      try await Task.sleep(for: .milliseconds(50))
      said = try output.text("stdout")
    }
    let address = try #require(said.firstMatch(of: /http:\S+/)?.output)
    try await work(try #require(URL(string: String(address))))
    process.terminate()
    #expect(try Vetmatch.finish(process, output).status == 0)
  }

  private func answer(_ address: URL, _ path: String, _ body: [String: String]? = nil) async throws
    -> String
  {
    var request = URLRequest(url: address.appendingPathComponent(path))
    if path.isEmpty { request.url = address }
    if let body {
      request.httpMethod = "POST"
      request.httpBody = try JSONSerialization.data(withJSONObject: body)
      request.setValue("application/json", forHTTPHeaderField: "Content-Type")
      let origin = "http://127.0.0.1:\(address.port ?? 0)"
      request.setValue(origin, forHTTPHeaderField: "Origin")
    }
    let (data, response) = try await URLSession.shared.data(for: request)
    let text = String(decoding: data, as: UTF8.self)
    #expect((response as? HTTPURLResponse)?.statusCode == 200, "\(path): \(text)")
    #expect(!tells(text.replacing(scratch.folder.path, with: "")), "\(path): \(text)")
    return text
  }

  private func news(_ text: String) throws -> [String: Any] {
    try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
  }

  /// The state once there is a plan.
  private func planned(_ address: URL) async throws -> [String: Any] {
    for _ in 0..<20 {
      let news = try news(try await answer(address, "state/0"))
      if news["state"] as? String != "planning" { return news }
    }
    return [:]
  }

  /// The pseudonyms of the applications, in their order.
  private func pseudonyms() throws -> [String] {
    let hidden = scratch.path("hidden")
    let run = try Vetmatch.run(
      "convert", round, "-o", hidden, "--pseudonymise", scratch.path("secret"))
    #expect(run.status == 0)
    let rows = try scratch.text("hidden/applications.csv").split(separator: "\n").map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
    let id = try #require(rows[0].firstIndex(of: "application"))
    let points = try #require(rows[0].firstIndex(of: "points"))
    return rows.dropFirst().sorted { $0[points] < $1[points] }.map { $0[id] }
  }

  @Test func `no page and no answer says who people are, and what is saved does`() async throws {
    let names = try pseudonyms()
    #expect(names.count == 5 && !tells(names.joined()))
    try await serving { address in
      let first = try await planned(address)
      #expect(first["state"] as? String == "optimal")
      _ = try await answer(address, "")
      for part in Self.parts { _ = try await page(address, part) }
      let shown = try await answer(address, "explain/application/\(names[0])")
      #expect(shown.contains(names[0]))
      _ = try await answer(address, "explain/session/june")
      // By its pseudonym: the one with the fewest points gets the seat of somebody else.
      let changed = try news(
        try await answer(
          address, "change", ["kind": "lock", "id": names[0], "value": "may"]))
      #expect(changed["problem"] is NSNull)
      #expect((changed["changes"] as? String)?.contains(names[0]) == true)
      let next = try await planned(address)
      #expect(next["state"] as? String == "optimal")
      #expect(try await page(address, "moved").contains(names[0]))
      #expect(try await page(address, "sessions").contains(names[0]))
      for edit in [
        ["kind": "lock", "id": names[1], "value": "nowhere"],
        ["kind": "withdraw", "id": "A-0000"],
      ] {
        let refused = try news(try await answer(address, "change", edit))
        #expect((refused["problem"] as? String)?.isEmpty == false)
      }
      // Two who are locked into one seat.
      _ = try await answer(address, "change", ["kind": "lock", "id": names[1], "value": "may"])
      let clash = try await planned(address)
      #expect(clash["state"] as? String == "infeasible")
      #expect((clash["problem"] as? String)?.contains(names[1]) == true)
      _ = try await answer(address, "undo", [:])
      _ = try await planned(address)
      let saved = try news(try await answer(address, "save", ["name": "kept"]))
      #expect(saved["saved"] is String)
    }
    let folder = "round/scenarios/kept"
    #expect(try scratch.text("\(folder)/changes.csv").contains("APP0 is locked to may"))
    #expect(try scratch.text("\(folder)/locks.csv").contains("APP0,lock,may"))
    #expect(try scratch.text("\(folder)/locks.csv").contains("REASON"))
    let plan = try scratch.text("\(folder)/plan.csv")
    #expect(plan.contains("APP0,may") && plan.contains("NOMEN0"))
    let check = try Vetmatch.run(
      "verify", scratch.path(folder), scratch.path("\(folder)/plan.csv"))
    #expect(check.status == 0, "\(check.output)")
  }

  private static let parts = [
    "headline", "timelines", "flows", "choices", "limits", "sessions", "unplaced", "fairness",
    "settings", "changes", "moved",
  ]

  /// A part of the page as it is now.
  private func page(_ address: URL, _ part: String) async throws -> String {
    let version = try news(try await answer(address, "state"))["version"] as? Int ?? 0
    return try await answer(address, "part/\(version)/\(part)")
  }
}
