import MobilityModel
import Planning
import RoundFiles

/// How a plan treats applicants.
struct FairnessReport: Report {
  let run: FairnessRun
  /// Where the tables have been written.
  let output: String?

  var json: JSONText.Value {
    [
      "status": "ok",
      "shares": .array(run.shares.map(share)),
      "envy": .array(run.envy.map(envy)),
      "wasted": .array(
        run.wasted.map {
          [
            "session": .string(run.session($0)), "application": .string(run.id($0.application)),
            "own_session": .string(run.ownSession($0.application)),
          ]
        }),
    ]
  }

  private func share(_ share: FairShare) -> JSONText.Value {
    [
      "by": .string(share.key.word(in: run.round)), "value": .string(share.value),
      "applied": .integer(share.applied), "eligible": .integer(share.eligible),
      "placed": .integer(share.placed), "ranks": .array(share.ranks.map { .integer($0) }),
      "unlisted": .integer(share.unlisted),
      "mean_rank": share.meanRank.map { .decimal(units: $0, places: 2) } ?? .null,
      "worst_rank": share.worstRank.map { .integer($0) } ?? .null,
    ]
  }

  private func envy(_ envy: JustifiedEnvy) -> JSONText.Value {
    [
      "session": .string(run.session(envy.envious)),
      "application": .string(run.id(envy.envious.application)),
      "holder": .string(run.id(envy.holder.application)),
      "decided_by": envy.isByLot ? "lot" : "points",
      "own_session": .string(run.ownSession(envy.envious.application)),
    ]
  }

  func lines(style: Style) -> [String] {
    var lines: [String] = []
    for key in run.shares.map(\.key).uniqued {
      lines += table(run.shares.filter { $0.key == key }, style) + [""]
    }
    lines += summary
    if let output { lines += ["", "\(style.good("written")): \(output.printable)"] }
    return lines
  }

  private func table(_ shares: [FairShare], _ style: Style) -> [String] {
    var table = TextTable([.left] + Array(repeating: .right, count: 9))
    table.add([
      shares.first.map { $0.key.word(in: run.round) } ?? "", "applied", "eligible", "placed", "1st",
      "2nd",
      "3rd", "later", "unlisted", "mean",
    ])
    for share in shares {
      let counts = [share.applied, share.eligible, share.placed] + share.choices
      table.add(
        [share.value.isEmpty ? "-" : share.value] + counts.map(\.grouped)
          + [share.meanRank.map(decimal) ?? "-"])
    }
    return table.lines()
  }

  private var summary: [String] {
    let envious = Set(run.envy.map(\.envious.application)).count
    let sessions = Set(run.wasted.map(\.session)).count
    return [
      "\(counted(run.envy.count, "case", "cases")) of justified envy, of "
        + counted(envious, "application", "applications"),
      "\(counted(sessions, "session has", "sessions have")) a seat that somebody wants and could have at once",
    ]
  }
}

extension [FilterKey] {
  /// Each key once, where it first stands.
  fileprivate var uniqued: [FilterKey] {
    reduce(into: []) { keys, key in if keys.last != key { keys.append(key) } }
  }
}
