import MobilityModel

/// One school in Tirana, one hub in Seville, one stream, one session in June 2024 and one
/// applicant who may join it: a round that nothing refuses, for tests to spoil.
func smallRound() -> Round {
  var round = Round()
  round.organisations = [
    Organisation(
      id: "SEV", country: "ES", coordinates: Coordinates(latitude: 37.3891, longitude: -5.9845)),
    Organisation(
      id: "TIA", country: "AL", coordinates: Coordinates(latitude: 41.3275, longitude: 19.8187)),
  ]
  round.streams = [Stream(id: "m1")]
  round.sessions = [
    Session(id: "june", stream: 0, host: 0, dates: dates("2024-06-01", "2024-06-30"))
  ]
  round.participants = [Participant(id: "ana", organisation: 1)]
  round.applications = [Application(id: "ana-m1", participant: 0, stream: 0)]
  return round
}

func day(_ iso: String) -> Day { Day(iso: iso) ?? Day(number: .max) }

func dates(_ start: String, _ end: String) -> Interval {
  Interval(start: day(start), end: day(end))
}

func sector(_ code: String) -> Sector { Sector(code: code) ?? .none }

extension Round {
  /// The only option that the small round can have.
  var option: Option {
    Option(application: 0, session: 0, sector: sessions[0].sectors.first ?? .none)
  }

  /// What refuses that option.
  var refusal: Refusal? {
    Eligibility(self).refusal(application: 0, session: 0, sector: option.sector)
  }
}
