import Foundation
import Testing

/// A balance that is carried from a year to the next.
@Suite struct CarriedCommandTests {
  private let scratch: Scratch
  private let first = Vetmatch.dataset("extensions/01-balance-of-a-pair")

  init() throws { scratch = try Scratch() }

  /// Plans a round, and writes what its balances leave.
  ///
  /// - Returns: how many go to each session, and the rows of what is carried.
  private func plan(_ round: String, _ name: String) throws -> (sent: [Int], carried: [String]) {
    let out = scratch.path(name)
    #expect(try Vetmatch.run("allocate", round, "-o", out).status == 0)
    let run = try Vetmatch.run(
      "verify", round, out, "--carried", scratch.path("\(name).csv"), "--json")
    #expect(run.status == 0 && run.json?["carried"] as? String == scratch.path("\(name).csv"))
    let sessions = try scratch.text("\(name)/placements.csv").split(separator: "\n").dropFirst()
      .map { $0.split(separator: ",")[1] }
    let rows = try scratch.text("\(name).csv").split(separator: "\n").map(String.init)
    #expect(rows[0] == "limit,combination,amount")
    return (
      ["to-alba", "to-budva"].map { id in sessions.count { $0 == id } }, Array(rows.dropFirst())
    )
  }

  /// The first round a year later, with what was carried.
  private func next(_ carried: String, as name: String) throws -> String {
    let place = scratch.path(name)
    try FileManager.default.copyItem(atPath: first, toPath: place)
    try scratch.write(carried, to: "\(name)/carried.csv")
    return place
  }

  @Test func `what a year sends more than it takes, the next year sends less`() throws {
    let one = try plan(first, "one")
    #expect(one.sent == [2, 1])
    #expect(one.carried == ["balance,alba+budva,-1", "balance,budva+alba,1"])
    let two = try plan(next(scratch.text("one.csv"), as: "second"), "two")
    #expect(two.sent == [1, 1])
    // Over both years one more was sent than taken, as the limit allows in one.
    #expect(two.carried == one.carried)
  }

  @Test
  func `a pair that does not take part owes the same after the year, one that is even nothing`()
    throws
  {
    let carried =
      "limit,combination,amount\nbalance,ferizaj+alba,1\nbalance,budva+alba,-1\n"
      + "balance,alba+budva,1\n"
    let year = try plan(next(carried, as: "year"), "out")
    #expect(year.sent == [3, 1])
    #expect(
      year.carried == [
        "balance,alba+budva,-1", "balance,budva+alba,1", "balance,ferizaj+alba,1",
      ])
    try scratch.write(
      "application,session\nb1-ex,to-alba\na1-ex,to-budva\n", to: "even.csv")
    let even = try Vetmatch.run(
      "verify", first, scratch.path("even.csv"), "--carried", scratch.path("none.csv"))
    #expect(even.status == 0 && even.output.contains("none.csv, for the year after"))
    #expect(try scratch.text("none.csv") == "limit,combination,amount\n")
    #expect(try plan(next(scratch.text("none.csv"), as: "anew"), "again").sent == [2, 1])
  }

  @Test func `a limit that is no balance is not carried, and a plan that is broken leaves nothing`()
    throws
  {
    let budget = Vetmatch.conformance("21-budget")
    #expect(try Vetmatch.run("allocate", budget, "-o", scratch.path("out")).status == 0)
    let run = try Vetmatch.run(
      "verify", budget, scratch.path("out"), "--carried", scratch.path("next.csv"))
    #expect(run.status == 0)
    #expect(try scratch.text("next.csv") == "limit,combination,amount\n")
    try scratch.write("application,session\nb1-ex,to-budva\n", to: "broken.csv")
    let broken = try Vetmatch.run(
      "verify", first, scratch.path("broken.csv"), "--carried", scratch.path("broken-next.csv"))
    #expect(broken.status == 1 && !scratch.exists("broken-next.csv"))
    let input = try next("limit,combination,amount\n", as: "kept")
    try scratch.write("application,session\n", to: "empty.csv")
    let kept = try Vetmatch.run(
      "verify", input, scratch.path("empty.csv"), "--carried", scratch.path("empty.csv"))
    #expect(kept.status == 73)
    let own = try Vetmatch.run(
      "verify", input, scratch.path("empty.csv"), "--carried", input + "/carried.csv")
    #expect(own.status == 73)
    #expect(try scratch.text("kept/carried.csv") == "limit,combination,amount\n")
    #expect(try Vetmatch.run("verify", first, "--carried", scratch.path("next.csv")).status == 64)
  }
}
