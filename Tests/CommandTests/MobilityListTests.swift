import Foundation
import Testing

@Suite struct MobilityListTests {
  private func round(in scratch: Scratch, participants: String) throws -> String {
    let tables = [
      "organisations": "organisation,name,country,city,latitude,longitude\n"
        + "E10001234,Школа,RS,Niš,43.3209,21.8958\nE10009876,Hub,GR,Patras,38.2466,21.7346\n",
      "streams": "stream,kind,learners_per_leader\nlong,learner,4\n",
      "sessions": "session,stream,host,start,end,sectors\n"
        + "s1,long,E10009876,2022-03-01,2022-05-29,0713\n",
      "participants": participants,
      "applications": "application,participant,stream,role\na1,p1,long,participant\n"
        + "a2,p2,long,leader\n",
    ]
    for (name, text) in tables { try scratch.write(text, to: "round/\(name).csv") }
    try scratch.write("application,session,sector\na1,s1,0713\na2,s1,\n", to: "plan.csv")
    return scratch.path("round")
  }

  private func rows(_ text: String) -> [[String: String]] {
    let lines = text.dropFirst().split(separator: "\r\n").map {
      $0.split(separator: ";", omittingEmptySubsequences: false).map(String.init)
    }
    return lines.dropFirst().map { row in
      Dictionary(zip(lines[0], row), uniquingKeysWith: { first, _ in first })
    }
  }

  @Test func `a mobility has the fields that the round knows, as the module writes them`() throws {
    let scratch = try Scratch()
    let round = try round(
      in: scratch,
      participants: "participant,name,organisation,birth_date,nationality,sectors,given_names,"
        + "family_name,email,fewer_opportunities,gender,religion\n"
        + "p1,Ana A,E10001234,2004-01-31,RS,0713,Ana,=A,ana@x,yes,f,none\n"
        + "p2,Bo B,E10001234,1980-02-01,GR,,Bo,B,bo@x,yes,m,none\n")
    let run = try Vetmatch.run(
      "mobilities", round, scratch.path("plan.csv"), "-o", scratch.path("list.csv"))
    #expect(run.status == 0 && !run.output.contains("note"))
    let text = try scratch.text("list.csv")
    #expect(text.hasPrefix("\u{FEFF}mobility-id;") && text.hasSuffix("\r\n"))
    let rows = rows(text)
    let learner = [
      "mobility-id": "a1", "activity-type": "long", "accompanying-person": "no",
      "long-term": "yes", "isced-f-code": "0713", "sending-organization": "E10001234",
      "sending-business-name": "Школа", "sending-country": "RS", "sending-city": "Niš",
      "receiving-organization": "E10009876", "receiving-business-name": "Hub",
      "receiving-country": "EL", "receiving-city": "Patras", "distance-band": "500-1999",
      "start-date": "01-03-2022", "end-date": "29-05-2022", "duration-calculated": "90",
      "participant-id": "p1", "given-names": "Ana", "family-name": "'=A", "email": "ana@x",
      "birth-date": "31-01-2004", "nationality": "RS", "recent-graduate": "",
      "fewer-opportunities": "yes",
    ]
    #expect(rows.first == learner)
    #expect(rows.last?["accompanying-person"] == "yes" && rows.last?["long-term"] == "no")
    #expect(rows.last?["fewer-opportunities"] == "no", "an accompanying person never has the flag")
    #expect(rows.last?["nationality"] == "EL")
  }

  @Test func `names in one column are not taken apart, and that is said`() throws {
    let scratch = try Scratch()
    let round = try round(
      in: scratch,
      participants: "participant,name,organisation,sectors\np1,Ana Marija Kos,E10001234,0713\n"
        + "p2,Bo,E10001234,\n")
    let run = try Vetmatch.run(
      "mobilities", round, scratch.path("plan.csv"), "-o", scratch.path("list.csv"))
    #expect(run.status == 0 && run.output.contains("family-name holds whole names"))
    let first = rows(try scratch.text("list.csv")).first
    #expect(first?["family-name"] == "Ana Marija Kos")
    let book = try Vetmatch.run(
      "mobilities", round, scratch.path("plan.csv"), "-o", scratch.path("list.xlsx"))
    #expect(book.status == 0)
    #expect(try scratch.bytes("list.xlsx").starts(with: Data("PK".utf8)))
  }

  @Test func `the module's own header and yes and no in other languages are read`() throws {
    let scratch = try Scratch()
    for (given, written) in [("DA", "yes"), ("Ne", "no"), ("да", "yes"), ("yes", "yes"), ("", "")] {
      let round = try round(
        in: scratch,
        participants: "participant,name,organisation,sectors,fewer-opportunities,Recent Graduate\n"
          + "p1,A,E10001234,0713,\(given),\(given)\np2,B,E10001234,,,\n")
      let run = try Vetmatch.run(
        "mobilities", round, scratch.path("plan.csv"), "-o", scratch.path("list.csv"), "--json")
      #expect((run.json?["unclear"] as? [Any])?.isEmpty == true)
      let first = rows(try scratch.text("list.csv")).first
      #expect(first?["fewer-opportunities"] == written && first?["recent-graduate"] == written)
    }
  }

  @Test func `what is neither yes nor no is left empty, and that is said`() throws {
    let scratch = try Scratch()
    let round = try round(
      in: scratch,
      participants: "participant,name,organisation,sectors,fewer-opportunities\n"
        + "p1,A,E10001234,0713,rural area\np2,B,E10001234,,perhaps\n")
    let arguments = ["mobilities", round, scratch.path("plan.csv"), "-o", scratch.path("list.csv")]
    let run = try Vetmatch.run(arguments)
    #expect(run.output.contains("fewer-opportunities is left empty"))
    #expect(
      run.output.contains("a1") && !run.output.contains("a2"), "the leader never has the flag")
    #expect(rows(try scratch.text("list.csv")).first?["fewer-opportunities"] == "")
    let unclear = try Vetmatch.run(arguments + ["--json"]).json?["unclear"] as? [[String: Any]]
    #expect(unclear?.first?["field"] as? String == "fewer-opportunities")
    #expect(unclear?.first?["mobilities"] as? [String] == ["a1"])
  }

  @Test func `a plan that breaks a rule gives no list`() throws {
    let scratch = try Scratch()
    let round = try round(
      in: scratch,
      participants: "participant,name,organisation,sectors\np1,A,E10001234,0713\np2,B,E10001234,\n")
    try scratch.write("application,session,sector\na1,s1,0713\n", to: "plan.csv")
    let run = try Vetmatch.run(
      "mobilities", round, scratch.path("plan.csv"), "-o", scratch.path("list.csv"))
    #expect(run.status == 1 && run.output.contains("leaders"))
    #expect(!scratch.exists("list.csv"))
  }
}
