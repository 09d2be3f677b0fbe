/// The values of one key, each distinct one written once.
package struct KeyColumn: Sendable {
  /// Index into `values`, indexed by session for a *where* key and by application for a *who* key.
  package let code: [Int32]
  /// As tables write them; some may belong to no session or application.
  package let values: [String]

  private init(_ code: some Sequence<Int32>, _ values: [String]) {
    self.code = Array(code)
    self.values = values
  }

  /// The column of any key but `sector`, whose values hang on the option.
  init(of key: FilterKey, in round: Round) {
    let (sessions, applications) = (round.sessions, round.applications)
    let people = round.participants
    switch key {
    case .stream: self.init(sessions.map { Int32($0.stream) }, round.streams.map(\.id))
    case .session: self.init(sessions.indices.map { Int32($0) }, sessions.map(\.id))
    case .host: self.init(sessions.map { Int32($0.host) }, round.organisations.map(\.id))
    case .application: self.init(applications.indices.map { Int32($0) }, applications.map(\.id))
    case .participant: self.init(applications.map { Int32($0.participant) }, people.map(\.id))
    case .organisation:
      self.init(
        applications.map { Int32(people[$0.participant].organisation) },
        round.organisations.map(\.id))
    default: self.init(interning: key, in: round)
    }
  }

  /// The column of a key whose values are not ids.
  private init(interning key: FilterKey, in round: Round) {
    var interner = Interner<String>()
    let facts = Facts(round, keeping: [:])
    let code: [Int32]
    switch key {
    case .hostCountry:
      let countries = round.organisations.map { interner.place(of: $0.country) }
      code = round.sessions.map { countries[$0.host] }
    case .country:
      let countries = round.organisations.map { interner.place(of: $0.country) }
      code = round.applications.map { countries[round.participants[$0.participant].organisation] }
    default:
      code = round.applications.indices.map { application in
        interner.place(of: facts.value(of: key, application: application))
      }
    }
    self.init(code, interner.values)
  }
}

/// A column with the codes of those values that filters ask for.
struct IndexedColumn: Sendable {
  let column: KeyColumn
  /// -1 for a value that the column does not have.
  private let codes: [String: Int32]

  init(_ column: KeyColumn, asked: Set<String>) {
    self.column = column
    var codes = Dictionary(uniqueKeysWithValues: asked.map { ($0, Int32(-1)) })
    for (code, value) in column.values.enumerated() where codes[value] != nil {
      codes[value] = Int32(code)
    }
    self.codes = codes
  }

  /// The codes of some values, those that no row has left out.
  func codes(of values: Set<String>) -> CodeSet {
    let known = values.compactMap { codes[$0] }
    if known.count == values.count {
      return CodeSet(known.filter { $0 >= 0 }, outOf: column.values.count)
    }
    let all = column.values.indices.filter { values.contains(column.values[$0]) }
    return CodeSet(all.map { Int32($0) }, outOf: column.values.count)
  }
}

/// A set of codes, kept as a short list or as bits, whichever is smaller.
enum CodeSet: Sendable {
  case list([Int32])
  case bits(BitSet)

  init(_ codes: [Int32], outOf count: Int) {
    if codes.count <= 2 || codes.count * 128 < count {
      self = .list(codes.sorted())
    } else {
      self = .bits(BitSet(count: count, members: codes.map { Int($0) }))
    }
  }

  @inline(__always)
  func contains(_ code: Int32) -> Bool {
    switch self {
    case .list(let codes):
      var (low, high) = (0, codes.count)
      while low < high {
        let middle = (low + high) / 2
        if codes[middle] < code { low = middle + 1 } else { high = middle }
      }
      return low < codes.count && codes[low] == code
    case .bits(let bits): return bits.contains(Int(code))
    }
  }
}

/// A set of small whole numbers.
struct BitSet: Hashable, Sendable {
  private var words: [UInt64]

  init(count: Int, members: [Int] = []) {
    words = Array(repeating: 0, count: (count + 63) / 64)
    for place in members { words[place >> 6] |= 1 << UInt64(place & 63) }
  }

  @inline(__always)
  func contains(_ place: Int) -> Bool { words[place >> 6] & 1 << UInt64(place & 63) != 0 }

  func intersection(_ other: BitSet) -> BitSet {
    var both = self
    for word in both.words.indices { both.words[word] &= other.words[word] }
    return both
  }
}
