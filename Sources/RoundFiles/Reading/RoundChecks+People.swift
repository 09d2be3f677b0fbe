import MobilityModel

/// People who stand in a round under two spellings.
extension RoundChecks {
  /// Notes participants with the same birth date and the same name, however it is spelt.
  ///
  /// Whether they are one person is for the planner to say, in `same-person.csv`.
  ///
  /// - Complexity: O(*n* log *n*) for *n* participants, and O(characters of their names).
  func noteSamePeople() {
    var people: [(key: PersonKey, place: Int)] = []
    for place in round.participants.indices where ids.people.kept[place] == nil {
      guard let key = PersonKey(round.participants[place]) else { continue }
      people.append((key, place))
    }
    people.sort { ($0.key, $0.place) < ($1.key, $1.place) }
    var first = 0
    for index in people.indices {
      if people[index].key != people[first].key { first = index }
      // Of many who are alike, each is compared with a few.
      for other in max(first, index - 8)..<index
      where !ids.people.areDifferent(people[other].place, people[index].place) {
        note(people[index].place, isLike: people[other].place)
        break
      }
    }
  }

  private func note(_ place: Int, isLike other: Int) {
    let (person, twin) = (round.participants[place], round.participants[other])
    log.add(
      Finding(
        .samePerson, file: ParticipantsTable.file, row: ids.participants.line(at: place),
        column: "name", value: person.name,
        expected: "another person than \(twin.id) in row \(ids.participants.line(at: other)), "
          + "\(Finding.clipped(twin.name)), born on the same day; same-person.csv decides",
        severity: .note))
  }
}

/// What two spellings of one person have in common.
private struct PersonKey: Comparable {
  var born: Day
  /// The words of the name, folded, in their own order: some write the family name first.
  var name: [UInt8]

  init?(_ person: Participant) {
    guard let born = person.birthDate, !person.name.isEmpty else { return nil }
    let words = FoldedText.words(person.name).sorted { $0.lexicographicallyPrecedes($1) }
    guard !words.isEmpty else { return nil }
    (self.born, name) = (born, Array(words.joined(separator: [ASCII.space])))
  }

  static func < (left: PersonKey, right: PersonKey) -> Bool {
    left.born == right.born
      ? left.name.lexicographicallyPrecedes(right.name) : left.born < right.born
  }
}
