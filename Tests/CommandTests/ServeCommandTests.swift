import Foundation
import Testing

@Suite struct ServeCommandTests {
  @Test func `it says where it is, and ends in good order`() throws {
    let scratch = try Scratch()
    let round = Vetmatch.conformance("10-leaders")
    let process = try Vetmatch.start(["serve", round], scratch: scratch)
    var said = ""
    for _ in 0..<200 where !said.contains("Ctrl-C") {
      usleep(50_000)
      said = try scratch.text("stdout")
    }
    #expect(said.contains(/open http:\/\/127\.0\.0\.1:\d+\/[0-9a-f]{32}\//))
    process.terminate()
    let run = try Vetmatch.finish(process, scratch)
    #expect(run.status == 0 && run.errors.isEmpty, "\(run.errors)")
  }

  @Test func `a round that is wrong or not there is told before anything listens`() throws {
    let scratch = try Scratch()
    let round = try scratch.copy(of: "01-seats-and-points", as: "round")
    try scratch.append("x,nobody,m1,,,,,1,\n", to: "round/applications.csv")
    #expect(try Vetmatch.run("serve", round).status == 65)
    #expect(try Vetmatch.run("serve", scratch.path("none")).status == 66)
    #expect(try Vetmatch.run("serve", round, "--port", "99999").status == 64)
  }
}
