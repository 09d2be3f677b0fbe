import MobilityModel
import Planning
import RoundFiles

/// Why a part of a plan is as it is.
enum ExplanationReport: Report {
  case applications([ApplicationExplanation], ExplanationText)
  case session(SessionExplanation, ExplanationText)
  case limit(LimitExplanation, ExplanationText)

  var json: JSONText.Value {
    switch self {
    case .applications(let explanations, let text):
      ["status": "ok", "applications": .array(explanations.map { $0.json(text) })]
    case .session(let explanation, let text):
      ["status": "ok", "session": explanation.json(text)]
    case .limit(let explanation, let text): ["status": "ok", "limit": explanation.json(text)]
    }
  }

  func lines(style: Style) -> [String] {
    switch self {
    case .applications(let explanations, let text):
      Array(explanations.map { $0.lines(text, style) }.joined(separator: [""]))
    case .session(let explanation, let text): explanation.lines(text, style)
    case .limit(let explanation, let text): explanation.lines(text, style)
    }
  }
}

/// Words and values that all explanations share.
struct ExplanationText {
  /// The round as it is shown.
  let round: Round
  /// What the plan is worth, in the order of the objective.
  let values: [Int]

  var words: ChangeWords { ChangeWords(round) }

  func id(_ application: Int) -> String { round.applications[application].id }

  /// Who applies: `a7 (Ana, TIA, AL), participant in m1 with 84.50 points`.
  func applicant(_ place: Int) -> String {
    let application = round.applications[place]
    let person = round.participants[application.participant]
    let school = round.organisations[person.organisation]
    let who = [person.name.isEmpty ? person.id : person.name, school.id, school.country]
    return "\(application.id) (\(who.filter { !$0.isEmpty }.joined(separator: ", "))), "
      + "\(application.role.rawValue) in \(round.streams[application.stream].id) with "
      + "\(hundredths(application.points)) points"
  }

  /// Where a placement is, and its place sector.
  func place(_ option: MobilityModel.Option) -> String {
    words.session(Int(option.session))
      + (option.sector == .none ? "" : " for \(option.sector.code)")
  }

  /// How the tiers of another plan differ: `filled +1, points +71.00`.
  func difference(to other: [Int]) -> String {
    let steps = differences(to: other).filter { $0.step != 0 }.map { tier, step in
      "\(tier.rawValue) \(step > 0 ? "+" : "")\(tier.text(step))"
    }
    return steps.isEmpty ? "no tier changes" : steps.joined(separator: ", ")
  }

  func differencesJSON(to other: [Int]) -> JSONText.Value {
    .object(differences(to: other).map { (key: $0.tier.rawValue, value: .integer($0.step)) })
  }

  private func differences(to other: [Int]) -> [(tier: Tier, step: Int)] {
    zip(round.settings.objective, zip(other, values)).map { tier, pair in
      (tier, VetmatchCommand.step(from: pair.1, to: pair.0))
    }
  }

  /// What a plan would lose, in the tiers' own sense: the values it would have.
  func values(after loss: [Int]) -> [Int] {
    zip(round.settings.objective, zip(values, loss)).map { tier, pair in
      tier.isMaximised ? pair.0 &- pair.1 : pair.0 &+ pair.1
    }
  }
}
