import MobilityModel

/// Two applicants for one session of 30 days.
func pair() -> Round {
  var round = Round()
  round.organisations = [
    Organisation(id: "SEV", country: "ES"), Organisation(id: "TIA", country: "AL"),
  ]
  round.streams = [Stream(id: "m1")]
  let dates = Interval(start: Day(number: 19_000), end: Day(number: 19_029))
  round.sessions = [Session(id: "june", stream: 0, host: 0, dates: dates)]
  round.participants = [
    Participant(id: "ana", organisation: 0), Participant(id: "bo", organisation: 0),
  ]
  round.applications = [
    Application(id: "ana-m1", participant: 0, stream: 0),
    Application(id: "bo-m1", participant: 1, stream: 0),
  ]
  return round
}
