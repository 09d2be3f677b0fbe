import MobilityModel

/// People who stand in a round under two spellings.
extension RoundChecks {
  /// Notes participants with the same birth date and the same name, however it is spelt.
  ///
  /// Whether they are one person is for the planner to say, in `same-person.csv`.
  ///
  /// - Complexity: O(*n* log *n*) for *n* participants, and O(characters of their names).
  func noteSamePeople() {
    var people: [(hash: UInt64, place: Int)] = []
    people.reserveCapacity(round.participants.count)
    var buffer: [UInt8] = []
    for place in round.participants.indices where ids.people.kept[place] == nil {
      guard let hash = PersonKey.hash(round.participants[place], &buffer) else { continue }
      people.append((hash, place))
    }
    people.sort { $0.hash == $1.hash ? $0.place < $1.place : $0.hash < $1.hash }
    var pairs: [(place: Int, other: Int)] = []
    var first = 0
    for index in people.indices {
      if people[index].hash != people[first].hash { first = index }
      let place = people[index].place
      // Of many who are alike, each is compared with a few.
      let other = people[max(first, index - 8)..<index].first { isLike(place, $0.place) }
      if let other { pairs.append((place, other.place)) }
    }
    for (place, other) in pairs.sorted(by: { $0.place < $1.place }) { note(place, isLike: other) }
  }

  private func isLike(_ place: Int, _ other: Int) -> Bool {
    PersonKey(round.participants[place]) == PersonKey(round.participants[other])
      && !ids.people.areDifferent(place, other)
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

/// What two spellings of one person have in common: the birth date, and the words of the name,
/// folded, in an order of their own, because some write the family name first.
private struct PersonKey: Equatable {
  var born: Day?
  var words: [String]

  init(_ person: Participant) {
    born = person.birthDate
    words = FoldedText.words(person.name).sorted { $0.precedesByScalars($1) }
  }

  /// A number that is equal for equal keys, and for hardly any others; `nil` without a birth date or
  /// a name.
  ///
  /// Words are added up, so that their order has no meaning.
  static func hash(_ person: Participant, _ buffer: inout [UInt8]) -> UInt64? {
    guard let born = person.birthDate else { return nil }
    FoldedText.fold(person.name, into: &buffer)
    guard !buffer.isEmpty else { return nil }
    var sum = mixed(UInt64(bitPattern: Int64(born.number)))
    var word: UInt64 = 0
    for byte in buffer {
      if byte == ASCII.space {
        sum &+= mixed(word)
        word = 0
      } else {
        word = (word ^ UInt64(byte)) &* 0x9E37_79B9_7F4A_7C15
      }
    }
    return sum &+ mixed(word)
  }

  private static func mixed(_ value: UInt64) -> UInt64 {
    let folded = (value ^ value >> 32) &* 0xD6E8_FEB8_6659_FD93
    return folded ^ folded >> 29
  }
}
