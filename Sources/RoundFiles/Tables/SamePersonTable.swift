import MobilityModel

/// `same-person.csv`: whether two participants who look alike are one person.
struct SamePersonTable: RoundTable {
  static let name = "same-person"

  let participant, other, decision: Column

  init(_ header: inout Header) {
    participant = header.required("participant")
    other = header.required("other")
    decision = header.required("decision")
  }

  enum Decision: String, CaseIterable {
    /// What refers to `other` counts as `participant`'s.
    case same
    case different
  }

  struct Row: Hashable {
    /// Places of two participants, or -1.
    var participant: Int
    var other: Int
    var decision: Decision
  }

  func row(_ table: borrowing TableReader, _ ids: RoundIds) -> Row {
    let words = TableReader.oneOf(Decision.allCases.map(\.rawValue))
    return Row(
      participant: table.requiredReference(participant, to: ids.participants) ?? -1,
      other: table.requiredReference(other, to: ids.participants) ?? -1,
      decision: table.required(decision, words) { table.choice($0) } ?? .different)
  }
}

/// What a planner has decided about participants who look alike.
struct SamePeople {
  /// Place of the participant as whom another one counts.
  private(set) var kept: [Int: Int] = [:]
  private var different: Set<[Int]> = []

  /// Takes the decisions in their order; ``clashes(_:_:)`` says which of them contradict.
  init(_ rows: [SamePersonTable.Row] = []) {
    for row in rows where row.participant >= 0 && row.other >= 0 {
      switch row.decision {
      case .different: different.insert([row.participant, row.other].sorted())
      case .same:
        let (first, second) = (person(row.participant), person(row.other))
        if first != second { kept[second] = first }
      }
    }
  }

  /// The place as which a participant counts.
  func person(_ place: Int) -> Int {
    var place = place
    while let next = kept[place] { place = next }
    return place
  }

  /// Whether two participants were said to be two people.
  func areDifferent(_ one: Int, _ other: Int) -> Bool {
    different.contains([one, other].sorted())
  }
}

extension SamePeople {
  /// What is wrong with decisions that do not go together.
  func clashes(_ rows: [(row: SamePersonTable.Row, line: Int)], _ round: Round) -> [Finding] {
    rows.compactMap { row, line in
      guard row.participant >= 0, row.other >= 0 else { return nil }
      let (one, other) = (round.participants[row.participant].id, round.participants[row.other].id)
      if row.participant == row.other {
        return Finding(
          .clashingDecisions, file: SamePersonTable.file, row: line, column: "other", value: other,
          expected: "another participant than in the column participant")
      }
      guard row.decision == .different, person(row.participant) == person(row.other) else {
        return nil
      }
      return Finding(
        .clashingDecisions, file: SamePersonTable.file, row: line, column: "decision",
        value: row.decision.rawValue,
        expected: "the same answer in all rows; others make one person of \(one) and \(other)")
    }
  }
}

extension SamePersonTable.Row {
  func precedes(_ other: Self) -> Bool {
    (participant, self.other, decision.rawValue)
      < (other.participant, other.other, other.decision.rawValue)
  }
}
