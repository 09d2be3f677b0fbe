import MobilityModel

/// People who stand in a round under two spellings.
extension RoundChecks {
  /// Notes participants with the same birth date and the same name, however it is spelt.
  ///
  /// Whether they are one person is for the planner to say, in `same-person.csv`.
  ///
  /// - Complexity: O(*n* log *n*) for *n* participants, and O(characters of their names).
  func noteSamePeople() {
    var people = likelyPairs()
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

  /// The people whose numbers are other people's, too, and a few whose are not.
  private func likelyPairs() -> [(hash: UInt64, place: Int)] {
    var hashes: [UInt64?] = []
    hashes.reserveCapacity(round.participants.count)
    var repeats = RepeatFilter()
    var buffer: [UInt8] = []
    for place in round.participants.indices {
      // Not the whole participant, who would be copied.
      let hash = PersonKey.hash(
        born: round.participants[place].birthDate, name: round.participants[place].name, &buffer)
      hashes.append(ids.people.kept[place] == nil ? hash : nil)
      if let hash = hashes[place] { repeats.insert(hash) }
    }
    return hashes.enumerated().compactMap { place, hash in
      hash.flatMap { repeats.mayRepeat($0) ? ($0, place) : nil }
    }
  }

  private func isLike(_ place: Int, _ other: Int) -> Bool {
    let (person, twin) = (round.participants[place], round.participants[other])
    guard person.birthDate == twin.birthDate, !ids.people.areDifferent(place, other) else {
      return false
    }
    // Most of those who are alike are spelt alike.
    return person.name == twin.name || PersonKey(person) == PersonKey(twin)
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

/// Tells numbers that were seen once from those that may have been seen more often, so that only
/// these need to be sorted.
private struct RepeatFilter {
  private static let bits = 24
  /// A bit for each value of a number's top bits.
  private var once = [UInt64](repeating: 0, count: 1 << (bits - 6))
  private var again = [UInt64](repeating: 0, count: 1 << (bits - 6))

  mutating func insert(_ hash: UInt64) {
    let (word, bit) = Self.place(hash)
    again[word] |= once[word] & bit
    once[word] |= bit
  }

  /// Whether another number with the same top bits was inserted.
  func mayRepeat(_ hash: UInt64) -> Bool {
    let (word, bit) = Self.place(hash)
    return again[word] & bit != 0
  }

  private static func place(_ hash: UInt64) -> (word: Int, bit: UInt64) {
    let index = Int(truncatingIfNeeded: hash >> UInt64(64 - bits))
    return (index >> 6, 1 << UInt64(index & 63))
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
  static func hash(born: Day?, name: String, _ buffer: inout [UInt8]) -> UInt64? {
    guard let born else { return nil }
    FoldedText.fold(name, into: &buffer)
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
