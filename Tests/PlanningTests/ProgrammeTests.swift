import Audit
import MobilityModel
import Planning
import RoundFiles
import Testing

/// The known facts of the programmes stand in their rounds, and the rounds have their values.
@Suite struct ProgrammeTests {
  @Test(arguments: ["movet", "vet4migre"])
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
