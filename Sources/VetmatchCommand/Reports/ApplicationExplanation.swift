import MobilityModel
import Planning
import RoundFiles

/// Why an application is where it is.
struct ApplicationExplanation {
  /// Index into `Round.applications`.
  let application: Int
  let placement: MobilityModel.Option?
  let reasons: [UnplacedReason]
  let prospects: [Prospect]
  /// What would place it; `nil` for one that is placed.
  let search: RemedySearch?

  /// Sessions that a screen lists at most; `--json` has all.
  private static let mostSessions = 12

  func lines(_ text: ExplanationText, _ style: Style) -> [String] {
    let isPlaced = placement != nil
    let place = placement.map { "placed in " + text.place($0) } ?? "not placed"
    let title = "\(text.applicant(application)): "
    let head = wrapped((title + place).printable, indent: 0)
    return head.map(style.bold) + lockLines(text)
      + (isPlaced ? [] : reasonLines) + prospectLines(text)
      + (isPlaced ? refusalLines : remedyLines(text, style))
  }

  /// Decisions that were made before the round was run.
  private func lockLines(_ text: ExplanationText) -> [String] {
    text.round.locks.filter { $0.application == application }.flatMap { lock in
      wrapped("\(lock.effect.words) \(lock.words(in: text.round))".printable, indent: 2)
    }
  }

  private var reasonLines: [String] {
    [""] + reasons.flatMap { wrapped($0.words.printable, indent: 2) }
  }

  /// For one that is placed: the sessions that it could not have had.
  private var refusalLines: [String] {
    let sessions = Set(prospects.map { Int($0.option.session) })
    let refused = reasons.filter { !$0.sessions.allSatisfy(sessions.contains) }
    return refused.isEmpty
      ? [] : ["", "no option in"] + refused.flatMap { wrapped($0.words.printable, indent: 2) }
  }

  private func prospectLines(_ text: ExplanationText) -> [String] {
    if prospects.isEmpty { return [] }
    let shown = prospects.prefix(Self.mostSessions)
    let rest = prospects.count - shown.count
    let title = placement == nil ? "sessions with an option" : "sessions that it could have had"
    return ["", title]
      + shown.flatMap { prospect in
        let rank = prospect.rank.map { "choice \($0)" } ?? "not listed"
        let about = "\(text.place(prospect.option)): \(rank), fit \(prospect.fit.grouped); "
        return wrapped((about + why(prospect, text)).printable, indent: 2)
      } + (rest > 0 ? ["  and \(rest.grouped) more"] : [])
  }

  private func why(_ prospect: Prospect, _ text: ExplanationText) -> String {
    if prospect.isHeld { return "this is where it is" }
    let obstacles = prospect.obstacles.joined(separator: "; ")
    guard let loss = prospect.loss else { return obstacles }
    return obstacles + " (" + text.difference(to: text.values(after: loss)) + ")"
  }

  private func remedyLines(_ text: ExplanationText, _ style: Style) -> [String] {
    guard let search else { return [] }
    let isProven = search.remedies.first?.proof != .kept
    let heading = isProven ? "what would place it" : "what would make a place for it"
    let title = search.remedies.isEmpty ? [] : ["", style.bold(heading)]
    return title
      + search.remedies.flatMap { remedy -> [String] in
        let changes = remedy.changes.map(text.words.words).joined(separator: ", and ")
        let session = text.round.sessions[Int(remedy.placement.session)].id
        return wrapped("\(changes); it goes to \(session)".printable, indent: 2)
          + wrapped(
            remedy.proof.words + ": " + text.difference(to: remedy.values) + remedy.rankWords,
            indent: 4)
      } + [""] + wrapped(search.words, indent: 0)
  }

  func json(_ text: ExplanationText) -> JSONText.Value {
    [
      "application": .string(text.id(application)),
      "placement": placement.map { $0.json(text) } ?? .null,
      "locks": .array(
        text.round.locks.filter { $0.application == application }.map { $0.json(in: text.round) }),
      "reasons": .array(
        reasons.map { reason in
          [
            "cause": .string(reason.cause.rawValue), "id": .string(reason.id),
            "sessions": .array(reason.sessions.map { .string(text.round.sessions[$0].id) }),
            "words": .string(reason.words),
          ]
        }),
      "sessions": .array(prospects.map { $0.json(text) }),
      "remedies": .array((search?.remedies ?? []).map { $0.json(text) }),
      "refuted": .number(search?.refuted), "undecided": .number(search?.undecided),
    ]
  }
}

extension RemedySearch {
  /// How sure it is that nothing smaller would do.
  fileprivate var words: String {
    let open = counted(undecided, "change was", "changes were")
    if remedies.isEmpty || remedies[0].proof == .kept {
      return undecided == 0
        ? "no change of up to three data places it"
        : "no change is proven to place it; \(open) not decided in time"
    }
    if undecided > 0 { return "\(open) not decided in time, so a smaller one may do" }
    return refuted == 0
      ? "no change of fewer data does"
      : "\(counted(refuted, "smaller or equal change", "smaller or equal changes")) tried, without success"
  }
}

extension Remedy.Proof {
  fileprivate var words: String {
    switch self {
    case .solved: "proven by planning the changed round"
    case .better: "proven, if the plan is the best one, by a plan that is better; at least"
    case .kept: "keeps every rule if a lock keeps the place for it; at least"
    }
  }

  fileprivate var code: String {
    switch self {
    case .solved: "solved"
    case .better: "better"
    case .kept: "kept"
    }
  }
}

extension Remedy {
  /// Who may have the better claim to a place that is opened for anybody.
  fileprivate var rankWords: String {
    reserveRank.map { "; number \($0.grouped) on the session's list of reserves" } ?? ""
  }

  fileprivate func json(_ text: ExplanationText) -> JSONText.Value {
    [
      "changes": .array(changes.map { .string(text.words.words($0)) }),
      "placement": placement.json(text),
      "proof": .string(proof.code),
      "difference": text.differencesJSON(to: values), "reserve_rank": .number(reserveRank),
    ]
  }
}

extension Prospect {
  fileprivate func json(_ text: ExplanationText) -> JSONText.Value {
    [
      "session": .string(text.round.sessions[Int(option.session)].id),
      "sector": .string(option.sector.code), "choice": .number(rank), "fit": .integer(fit),
      "held": .bool(isHeld), "obstacles": .array(obstacles.map { .string($0) }),
      "difference": loss.map { text.differencesJSON(to: text.values(after: $0)) } ?? .null,
    ]
  }
}

extension MobilityModel.Option {
  func json(_ text: ExplanationText) -> JSONText.Value {
    [
      "session": .string(text.round.sessions[Int(session)].id), "sector": .string(sector.code),
    ]
  }
}

extension Lock.Effect {
  fileprivate var words: String { self == .lock ? "locked to" : "forbidden:" }
}
