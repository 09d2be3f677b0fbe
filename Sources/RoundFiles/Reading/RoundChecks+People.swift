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
    pairs.sort { $0.place < $1.place }
    // One more than are listed, so that the log says that there are more.
    let told = Array(pairs.prefix(log.limit + 1))
    let notes = sideBySide(parts(told.count), threads: threads) { [round, ids] part in
      part.map { Self.note(told[$0].place, isLike: told[$0].other, round, ids) }
    }
    for note in notes.joined() { log.add(note) }
  }

  /// The people whose numbers are other people's, too, and a few whose are not.
  private func likelyPairs() -> [(hash: UInt64, place: Int)] {
    var repeats = RepeatFilter(round.participants.count)
    let hashes = numbersOfPeople()
    for case let hash? in hashes { repeats.insert(hash) }
    return hashes.enumerated().compactMap { place, hash in
      hash.flatMap { repeats.mayRepeat($0) ? ($0, place) : nil }
    }
  }

  /// The number of each participant who is not another one.
  private func numbersOfPeople() -> [UInt64?] {
    let (people, kept) = (round.participants, ids.people.kept)
    return sideBySide(parts(people.count), threads: threads) { part in
      var buffer: [UInt8] = []
      return part.map { place -> UInt64? in
        // Not the whole participant, who would be copied.
        let hash = PersonKey.hash(
          born: people[place].birthDate, name: people[place].name, &buffer)
        return kept[place] == nil ? hash : nil
      }
    }.flatMap(\.self)
  }

  /// Parts of some thousands, of which threads take one each.
  private func parts(_ count: Int) -> [Range<Int>] {
    let size = 1 << 14
    return stride(from: 0, to: count, by: size).map { $0..<min($0 + size, count) }
  }

  private func isLike(_ place: Int, _ other: Int) -> Bool {
    // Not the whole participants, who would be copied.
    let people = round.participants
    guard people[place].birthDate == people[other].birthDate,
      !ids.people.areDifferent(place, other)
    else { return false }
    // Most of those who are alike are spelt alike.
    return people[place].name == people[other].name
      || PersonKey(people[place]) == PersonKey(people[other])
  }

  private static func note(
    _ place: Int, isLike other: Int, _ round: Round, _ ids: RoundIds
  ) -> Finding {
    let (name, twin) = (round.participants[place].name, round.participants[other].name)
    return Finding(
      .samePerson, file: ParticipantsTable.file, row: ids.participants.line(at: place),
      column: "name", value: name,
      expected: "another person than \(round.participants[other].id) in row "
        + "\(ids.participants.line(at: other)), \(Finding.clipped(twin)), born on the same day; "
        + "same-person.csv decides",
      severity: .note)
  }
}

/// Tells numbers that were seen once from those that may have been seen more often, so that only
/// these need to be sorted.
private struct RepeatFilter {
  /// How far to shift a number so that its top bits are left.
  private let shift: UInt64
  /// A bit for each value of a number's top bits.
  private var once: [UInt64]
  private var again: [UInt64]

  /// Makes a filter with at least 16 bits for each of so many numbers.
  init(_ count: Int) {
    let bits = UInt64(max(6, Int.bitWidth - count.leadingZeroBitCount + 4))
    shift = 64 - bits
    once = [UInt64](repeating: 0, count: 1 << Int(bits - 6))
    again = once
  }

  mutating func insert(_ hash: UInt64) {
    let (word, bit) = place(hash)
    again[word] |= once[word] & bit
    once[word] |= bit
  }

  /// Whether another number with the same top bits was inserted.
  func mayRepeat(_ hash: UInt64) -> Bool {
    let (word, bit) = place(hash)
    return again[word] & bit != 0
  }

  private func place(_ hash: UInt64) -> (word: Int, bit: UInt64) {
    let index = Int(truncatingIfNeeded: hash >> shift)
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
