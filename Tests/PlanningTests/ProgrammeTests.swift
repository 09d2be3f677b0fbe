import Audit
import MobilityModel
import Planning
import RoundFiles
import Testing

/// The known facts of the programmes stand in their rounds, and the rounds have their values.
@Suite struct ProgrammeTests {
  @Test(arguments: ["movet", "vet4migre", "v2v", "nordic-mentoring"])
  func `a programme is solved to the values that another solver found`(_ name: String) throws {
    let set = try DataSet.named(name)
    #expect(OptionTable(set.round).options.count == set.expected.options)
    try expectOptimum(of: set)
  }

  @Test func `MoVET sends 2, 5, 3 and 2 learners with one teacher for two weeks`() throws {
    let round = try DataSet.named("movet").round
    let visit = try #require(round.sessions.firstIndex { $0.id == "visit-november" })
    let plan = try optimum(of: round).plan
    let there = plan.placements.filter { Int($0.session) == visit }
    let learners = there.filter { round.applications[Int($0.application)].role == .participant }
    let schools = Dictionary(grouping: learners) { round.school(of: $0) }.mapValues(\.count)
    #expect(schools == ["prizren": 2, "11-marsi": 5, "gjecovi": 3, "malisheve": 2])
    #expect(there.count - learners.count == 1)
    #expect(round.sessions[visit].dates.days == 14)
    #expect(round.streams.count == 2)
  }

  @Test func `VET4MIGRE has five meetings, five multiplier events and a training in April 2019`()
    throws
  {
    var round = try DataSet.named("vet4migre").round
    #expect(round.open("tpm") == 5 && round.open("me") == 5 && round.open("jste") == 1)
    let training = try #require(round.sessions.first { $0.id == "jste" })
    #expect(training.dates.start.iso.hasPrefix("2019-04"))
    #expect(training.dates.end.iso.hasPrefix("2019-04"))
    let countries = Set(round.organisations.map(\.country))
    #expect(round.organisations.count == 6 && countries == ["DK", "IT", "GR", "ES", "BG"])
    // The other page's plan.
    round.rules[0].until = Day(iso: "2000-12-31")
    #expect(round.open("tpm") == 6 && round.open("me") == 6)
    let wider = try optimum(of: round)
    #expect(wider.tiers[0].value > 143)
  }

  @Test func `VET to VET moves 146 staff and 4 pupils of each pair, and takes 3 back`() throws {
    let round = try DataSet.round("v2v")
    #expect(round.organisations.count == 10 && round.twins.count == 10)
    let plan = try optimum(of: round).plan
    func placed(_ stream: String) -> [MobilityModel.Option] {
      plan.placements.filter {
        round.streams[round.applications[Int($0.application)].stream].id == stream
      }
    }
    #expect(placed("staff").count == 146)
    #expect(placed("pupils-to-eu").count == 20 && placed("pupils-to-wb").count == 3)
    let schools = Dictionary(grouping: placed("pupils-to-eu")) { round.school(of: $0) }
    #expect(schools.count == 5 && schools.values.allSatisfy { $0.count == 4 })
    for option in placed("staff") + placed("pupils-to-eu") + placed("pupils-to-wb") {
      let pair = Twin(
        organisation: round.participants[round.applications[Int(option.application)].participant]
          .organisation, host: round.sessions[Int(option.session)].host)
      #expect(round.twins.contains(pair), "\(round.school(of: option))")
    }
    // Each pair is balanced within one once last year's debt is counted.
    let staff = Dictionary(grouping: placed("staff")) {
      [round.school(of: $0), round.host(of: $0).id]
    }.mapValues(\.count)
    let balance = try #require(round.limits.first { $0.id == "balance-staff" })
    for (pair, sent) in staff {
      let received = staff[pair.reversed()] ?? 0
      #expect(abs(sent - received + (balance.carried[pair] ?? 0)) <= 1, "\(pair)")
    }
  }

  @Test func `four countries have 25 mentees each, ten mentor days and six dinners`() throws {
    let round = try DataSet.round("nordic-mentoring")
    let mentees = round.participants.filter { $0.attributes.contains("mentee") }
    let countries = Dictionary(grouping: mentees) { round.organisations[$0.organisation].country }
    #expect(countries.mapValues(\.count) == ["SE": 25, "FI": 25, "NO": 25, "DK": 25])
    let streams = round.streams.map(\.id)
    #expect(streams.count { $0.hasPrefix("mentor-") } == 10)
    #expect(streams.count { $0.hasPrefix("dinner-") } == 6)
    for country in countries.keys {
      let dinners = round.sessions.count {
        round.organisations[$0.host].country == country && $0.id.contains("dinner")
      }
      #expect(dinners == 6)
    }
    let experts = try #require(round.limits.first { $0.id == "two-experts" })
    #expect(experts.max == 2 && experts.each == [.stream, .hostCountry])
  }

  @Test func `under the rules of 2025 Kosovo goes to Spain, and ninety days are the most`() throws {
    let round = try DataSet.round("intervet-2025")
    let options = OptionTable(round).options
    #expect(
      options.contains {
        round.person(of: $0).nationality == "XK" && round.host(of: $0).country == "ES"
      })
    let long = round.sessions.filter { round.streams[$0.stream].id == "three-month" }
    #expect(long.count == 8 && long.allSatisfy { $0.dates.days == 90 })
    #expect(round.stays.contains { ["HR", "BG", "RO"].contains($0.country) })
    #expect(round.settings.shortStayNationalities == ["AL", "BA", "ME", "MK", "RS", "XK"])
    let eligibility = Eligibility(round)
    let refused = round.applications.indices.contains { application in
      round.sessions.indices.contains { session in
        round.streams[round.sessions[session].stream].id == "three-month"
          && eligibility.placeSectors(application: application, session: session).contains {
            eligibility.refusal(application: application, session: session, sector: $0) == .stay
          }
      }
    }
    #expect(refused)
    // A day more, and nobody can go.
    var longer = round
    for session in longer.sessions.indices where longer.sessions[session].dates.days == 90 {
      let dates = longer.sessions[session].dates
      longer.sessions[session].dates = Interval(
        start: dates.start, end: Day(number: dates.end.number + 1))
    }
    let stream = try #require(longer.streams.firstIndex { $0.id == "three-month" })
    let nationals = OptionTable(longer).options.filter {
      longer.applications[Int($0.application)].stream == stream
        && longer.settings.shortStayNationalities.contains(longer.person(of: $0).nationality)
    }
    #expect(nationals.isEmpty)
  }

  private func optimum(of round: Round) throws -> Allocation {
    guard case .optimal(let allocation) = try Allocator(round: round).allocate() else {
      throw NoOptimum()
    }
    return allocation
  }

  private struct NoOptimum: Error {}
}

extension Round {
  fileprivate func person(of option: MobilityModel.Option) -> Participant {
    participants[applications[Int(option.application)].participant]
  }

  fileprivate func school(of option: MobilityModel.Option) -> String {
    organisations[person(of: option).organisation].id
  }

  fileprivate func host(of option: MobilityModel.Option) -> Organisation {
    organisations[sessions[Int(option.session)].host]
  }

  /// How many sessions of a kind somebody could go to.
  fileprivate func open(_ kind: String) -> Int {
    let open = Set(OptionTable(self).options.map { sessions[Int($0.session)].id })
    return open.count { $0 == kind || $0.hasPrefix(kind + "-") }
  }
}
