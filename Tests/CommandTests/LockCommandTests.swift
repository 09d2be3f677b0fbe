import Foundation
import Testing

@Suite struct LockCommandTests {
  let scratch: Scratch
  let round: String

  init() throws {
    scratch = try Scratch()
    round = try scratch.copy(of: "17-locks-and-forbids", as: "round")
  }

  @Test func `reasons and authors of locks reach the plan, the summary and every explanation`()
    throws
  {
    let run = try Vetmatch.run("allocate", round, "-o", scratch.path("out"), "--json")
    let rows = try scratch.text("out/placements.csv").split(separator: "\n")
    #expect(rows[0].hasSuffix(",lock,lock_reason,lock_author"))
    #expect(rows.filter { $0.hasSuffix(",SEV,care,x") }.map { $0.prefix(6) } == ["p0-m1,"])
    let locks = try #require(run.json?["locks"] as? [[String: String]])
    let expected = try scratch.text("round/locks.csv").split(separator: "\n").dropFirst().count
    #expect(locks.count == expected && locks.allSatisfy { $0["author"] == "x" })
    #expect(try scratch.text("out/unplaced.csv").contains("(withdrew, by x)"))
    let text = try Vetmatch.run(
      "explain", round, scratch.path("out"), "--application", "p0-m1")
    #expect(text.output.contains("locked to the sessions of SEV (care, by x)"))
    let short = try Vetmatch.run("allocate", round, "-o", scratch.path("plan.xlsx"))
    #expect(short.output.contains("2 by a lock, 3 forbids are kept"))
  }

  @Test func `a plan made by hand against a lock is told who decided and why`() throws {
    try scratch.write("application,session\np0-m1,a\np2-m1,b\n", to: "plan.csv")
    let run = try Vetmatch.run("verify", round, scratch.path("plan.csv"), "--json")
    #expect(run.status == 1)
    let messages = (run.json?["violations"] as? [[String: Any]] ?? []).compactMap {
      $0["message"] as? String
    }
    for words in ["to the sessions of SEV (care, by x)", "withdrew, by x", "(caring duty, by x)"] {
      #expect(messages.contains { $0.contains(words) }, "\(words)")
    }
  }

  @Test func `check tells all locks that cannot be kept, with their rows`() throws {
    try scratch.append("p0-m1,forbid,SEV,full,y\np3-m1,forbid,,ill,z\n", to: "round/locks.csv")
    let run = try Vetmatch.run("check", round, "--json")
    #expect(run.status == 3 && run.json?["status"] as? String == "infeasible")
    let locks = try #require(run.json?["locks"] as? [String: Any])
    #expect(locks["state"] as? String == "impossible" && locks["applications"] as? Int == 2)
    let why = try #require(locks["why"] as? [String: Any])
    let further = try #require(why["further"] as? [[String: Any]])
    let rules = ([why] + further).map { clash in
      (clash["clash"] as? [[String: Any]] ?? []).compactMap { $0["rule"] as? String }
    }
    #expect(rules == [["lock:p0-m1", "forbid:p0-m1:SEV"], ["lock:p3-m1", "forbid:p3-m1"]])
    let text = try Vetmatch.run("check", round)
    #expect(text.status == 3 && text.output.contains("forbid:p3-m1  locks.csv:8"))
    #expect(text.output.contains("(full, by y)") && !text.output.contains("nothing was written"))
    let allocate = try Vetmatch.run("allocate", round, "-o", scratch.path("none"))
    #expect(allocate.status == 3 && !scratch.exists("none"))
  }

  @Test func `pseudonyms hide reasons, authors and rows that are about people`() throws {
    try scratch.append("p0-m1,forbid,SEV,full,y\n", to: "round/locks.csv")
    try scratch.write("a secret of many words\n", to: "secret")
    let run = try Vetmatch.run(
      "allocate", round, "-o", scratch.path("out"), "--pseudonymise", scratch.path("secret"))
    #expect(run.status == 3)
    for word in ["p0-m1", "care", "by y", "locks.csv"] {
      #expect(!run.output.contains(word), "\(word)")
    }
  }

  @Test func `in a workbook the rows are those of its sheets`() throws {
    let book = scratch.path("round.xlsx")
    #expect(
      try Vetmatch.run("convert", Vetmatch.conformance("24-locked-out"), "-o", book).status == 0)
    let run = try Vetmatch.run("allocate", book, "-o", scratch.path("out"))
    #expect(run.status == 3 && run.output.contains("lock:p0-m1  round.xlsx:locks:2"))
  }
}
