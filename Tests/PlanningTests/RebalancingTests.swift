import MobilityModel
import Planning
import Testing

@Suite struct RebalancingTests {
  /// Two places for each of three countries: one uses one of them, two have people waiting.
  private func round(each: Bool) -> Round {
    var round = pair()
    round.organisations += [
      Organisation(id: "XK1", country: "XK"), Organisation(id: "YY1", country: "ME"),
    ]
    let (people, homes) = (["a", "b", "c", "d", "e", "f", "g"], [1, 2, 2, 2, 3, 3, 3])
    round.participants = zip(people, homes).map { Participant(id: $0, organisation: $1) }
    round.applications = people.indices.map {
      Application(id: people[$0] + "-m1", participant: $0, stream: 0)
    }
    round.limits = (each ? [""] : ["AL", "ME", "XK"]).map { country in
      var limit = Limit(id: "quota" + country)
      limit.max = 2
      if each {
        limit.each = [.country]
      } else {
        limit.who.conditions = [Filter.Condition(key: .country, values: [country])]
      }
      return limit
    }
    return round
  }

  private func rebalancing(each: Bool = true) -> Rebalancing {
    let placements = [0, 1, 2, 4, 5].map {
      Option(application: Int32($0), session: 0, sector: .none)
    }
    return Rebalancing(PlanReview(round(each: each), Plan(placements: placements)))
  }

  @Test(arguments: [true, false])
  func `what a country does not use goes to those who wait, by each rule`(each: Bool) throws {
    let rebalancing = rebalancing(each: each)
    #expect(rebalancing.quotas.map(\.country) == ["AL", "ME", "XK"])
    #expect(rebalancing.quotas.map(\.used) == [1, 2, 2])
    #expect(rebalancing.quotas.map(\.waiting) == [0, 1, 1])
    let returned = rebalancing.returned(by: "AL")
    #expect(returned.map(\.unused) == [1])
    #expect(rebalancing.shares(of: returned[0], by: .equal).map(\.share) == [1, 0])
    #expect(rebalancing.shares(of: returned[0], by: .waiting).map(\.share) == [1, 0])
    #expect(rebalancing.shares(of: returned[0], by: .open).map(\.share) == [1, 1])
    for rule in SharingRule.allCases {
      let changed = rebalancing.round(returning: returned, by: rule)
      guard case .best(let allocation) = PlanFinder(shouldStop: { false }).answer(changed) else {
        Issue.record("no plan by \(rule)")
        continue
      }
      // Six of seven have a place, whichever country has the one that was returned.
      #expect(allocation.plan.placements.count == 6, "\(rule)")
    }
  }

  @Test func `nothing is returned by those who use all, and no more than is asked`() {
    #expect(rebalancing().returned(by: "XK").isEmpty)
    #expect(rebalancing().returned(by: "DE").isEmpty)
    #expect(rebalancing().returned(by: "AL", most: 5).map(\.most) == [2])
    var days = Limit(id: "days")
    (days.measure, days.max, days.each) = (.days, 4, [.country])
    #expect(!Rebalancing.isQuota(days))
  }
}
