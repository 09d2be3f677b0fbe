import MobilityModel
import RoundGeneration
import TestSupport
import Testing

@Suite struct IntervetTests {
  private let generated = GeneratedRound.make(profile: .intervet, seed: 1)

  @Test func `seats are those that INTERVET planned, whatever the seed`() {
    let planned = [
      "one-month": 360, "three-month": 56, "job-shadowing": 54, "summer-school": 36,
      "thematic-team": 72,
    ]
    for seed in 1...6 as ClosedRange<UInt64> {
      for profile in [Profile.intervet, .tight] {
        let sessions = GeneratedRound.make(profile: profile, seed: seed).records("sessions")
        #expect(sessions.count == 62)
        for (stream, seats) in planned {
          let offered = sessions.filter { $0["stream"] == stream }
            .compactMap { $0["max_people"].flatMap { Int($0) } }
          #expect(offered.reduce(0, +) == seats, "\(profile) \(seed) \(stream)")
        }
      }
    }
  }

  @Test func `hosts, their cities and the partners are the real ones`() {
    let organisations = generated.records("organisations")
    func place(_ id: String) -> String? {
      organisations.first { $0["organisation"] == id }.map {
        "\($0["country"] ?? "") \($0["city"] ?? "")"
      }
    }
    let hosts = [
      "incoma": "ES Sevilla", "mode": "PL Wrocław", "uniser": "IT Bologna", "zni": "SI Maribor",
      "sepr": "FR Lyon", "davinci": "NL Dordrecht", "mcast": "MT Paola",
    ]
    for (id, expected) in hosts { #expect(place(id) == expected) }
    #expect(Set(generated.column("host", of: "sessions")) == Set(hosts.keys))
    let partners = [
      "ccis": "RS Beograd", "albanian-skills": "AL Tiranë", "ius": "BA Sarajevo",
      "pkcg": "ME Podgorica", "prishtina-rea": "XK Prishtinë", "ncdiel": "MK Skopje",
      "efvet": "BE Bruxelles",
    ]
    for (id, expected) in partners { #expect(place(id) == expected) }
    #expect(organisations.count == 7 + 7 + 60)
  }

  @Test func `sessions are inside the years in which people went`() {
    #expect(generated.column("start", of: "sessions").allSatisfy { $0 >= "2021-06-20" })
    #expect(generated.column("end", of: "sessions").allSatisfy { $0 <= "2023-09-30" })
  }

  @Test func `about 1.8 apply for a seat, and leaders are scarce but enough`() {
    let wishes = generated.records("applications")
    let seats = 578
    let places = wishes.count { $0["role"] == "participant" }
    #expect((seats * 175 / 100...seats * 185 / 100).contains(places))
    // Thirty sessions, eight of which need two.
    let leaders = wishes.count { $0["role"] == "leader" }
    #expect((45...65).contains(leaders))
    let tight = GeneratedRound.make(profile: .tight, seed: 1).records("applications")
    #expect((30...50).contains(tight.count { $0["role"] == "leader" }))
    let groups = { (rows: [[String: String]]) in
      Set(rows.compactMap { $0["group"] }.filter { !$0.isEmpty }).count
    }
    #expect(groups(tight) > 3 * groups(wishes) / 2)
  }

  @Test func `groups have two to six learners of one school, some with their teacher`() {
    let schools = Dictionary(
      uniqueKeysWithValues: zip(
        generated.column("participant", of: "participants"),
        generated.column("organisation", of: "participants")))
    var members: [String: [[String: String]]] = [:]
    for wish in generated.records("applications") {
      guard let group = wish["group"], !group.isEmpty else { continue }
      members[group, default: []].append(wish)
    }
    #expect(members.count >= 50)
    for (group, wishes) in members {
      let learners = wishes.count { $0["role"] == "participant" }
      #expect((2...6).contains(learners) || group == members.keys.max(), "\(group)")
      #expect(Set(wishes.map { schools[$0["participant"] ?? ""] }).count == 1, "\(group)")
    }
    #expect(members.values.contains { $0.contains { $0["role"] == "leader" } })
  }

  @Test func `every kind of limit that the field asks for is there`() {
    let limits = generated.records("limits")
    func count(_ prefix: String) -> Int { limits.count { $0["limit"]?.hasPrefix(prefix) == true } }
    #expect(count("target-") == 7)
    #expect(count("school-") == 4)
    #expect(count("beds-") == 5)
    #expect(count("places-") == 50)
    #expect(limits.contains { $0["each"] == "session+organisation" && $0["max"] == "1" })
    #expect(limits.contains { $0["kind"] == "or_none" && $0["each"] == "session+country" })
    #expect(limits.contains { $0["measure"] == "euros" })
    #expect(limits.count { $0["measure"] == "at_once" } == 55)
  }

  @Test func `each cause of refusal but the unused ones occurs`() throws {
    let round = try #require(generated.round)
    let eligibility = Eligibility(round)
    var codes: [String: Int] = [:]
    for application in round.applications.indices {
      for session in round.sessions.indices {
        guard round.applications[application].stream == round.sessions[session].stream else {
          continue
        }
        for sector in eligibility.placeSectors(application: application, session: session) {
          let refusal = eligibility.refusal(
            application: application, session: session, sector: sector)
          codes[refusal?.code ?? "none", default: 0] += 1
        }
      }
    }
    for code in ["dates", "language", "sector", "age", "rule", "stay", "forbidden"] {
      #expect(codes[code, default: 0] > 10, "\(code)")
    }
    #expect((9_000...10_500).contains(codes["none", default: 0]))
  }

  @Test func `Kosovo passports are refused in Spain with the reason`() throws {
    let rule = try #require(generated.records("rules").first { $0["rule"] == "kosovo-spain" })
    #expect(rule["until"] == "2023-12-31")
    #expect(rule["reason"]?.isEmpty == false)
  }

  @Test func `three rounds in one have three times the seats`() {
    let sessions = GeneratedRound.make(profile: .multiple(copies: 3), seed: 1).records("sessions")
    #expect(sessions.count == 186)
    let places = sessions.compactMap { $0["max_people"].flatMap { Int($0) } }
    #expect(places.reduce(0, +) == 3 * 578)
  }
}
