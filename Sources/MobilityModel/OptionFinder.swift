/// Finds the options of one application after another, without asking every test of every session.
///
/// Sessions of a stream stand in the order of their first days, so that availability cuts out a
/// stretch of them; languages and sectors are looked at once for each distinct list of them.
/// The columns that the loop reads are kept here once more: reading them through `Eligibility`
/// costs reference counting that doubles the time.
package struct OptionFinder {
  private let eligibility: Eligibility
  private let order: StreamOrder
  private let needList: [Int32]
  private let latestBirth: [Int]
  private let sectors: SectorLists
  /// What is known about each list of languages and of sectors, for the application at hand.
  private var speaks: Notes<Bool>
  private var fits: Notes<UInt64>
  /// The participant's sectors, cut to the digits that must agree.
  private var own: [Int16] = []
  private var isLeader = false
  private var birth = Int.max
  /// Sessions whose dates, languages, sectors and age fit.
  private var candidates: [Int32] = []

  package init(_ eligibility: Eligibility, streams: Int) {
    self.eligibility = eligibility
    let session = eligibility.columns.session
    order = StreamOrder(session, streams: streams)
    needList = session.needList
    latestBirth = session.latestBirth
    sectors = SectorLists(session, loosest: eligibility.loosestMatch)
    speaks = Notes(count: session.needs.count, blank: false)
    fits = Notes(count: session.sectors.count, blank: 0)
  }

  /// Adds every option of an application to `options`, in rising order.
  package mutating func find(_ application: Int, into options: inout [Option]) {
    look(at: application)
    let (from, until) = eligibility.availability(application)
    let stream = Int(eligibility.columns.applicant.stream[application])
    candidates.removeAll(keepingCapacity: true)
    for place in order.places(stream: stream, from: from, until: until)
    where order.end[place] <= until {
      let session = order.session[place]
      if isCandidate(application, Int(session)) { candidates.append(session) }
    }
    candidates.sort()
    for session in candidates { addOptions(application, Int(session), &options) }
  }

  /// Notes what the tests ask of an applicant.
  private mutating func look(at application: Int) {
    let applicant = eligibility.columns.applicant
    let person = Int(applicant.participant[application])
    isLeader = applicant.isLeader[application]
    birth = applicant.birth[person]
    own.removeAll(keepingCapacity: true)
    for place in applicant.sectors.range(person) {
      own.append(sectors.cut(applicant.sectors.elements[place]))
    }
  }

  @inline(__always)
  private mutating func isCandidate(_ application: Int, _ session: Int) -> Bool {
    if birth > latestBirth[session] { return false }
    let needs = Int(needList[session])
    if !speaks.has(needs, for: application) {
      speaks.note(needs, eligibility.speaks(application, needs: needs), for: application)
    }
    guard speaks.value[needs] else { return false }
    let list = Int(sectors.list[session])
    if !fits.has(list, for: application) {
      fits.note(list, isLeader ? 1 : sectors.fitting(own, list: list), for: application)
    }
    return fits.value[list] != 0
  }

  @inline(__always)
  private mutating func addOptions(
    _ application: Int, _ session: Int, _ options: inout [Option]
  ) {
    if eligibility.lateRefusal(application, session) != nil { return }
    let list = Int(sectors.list[session])
    let range = sectors.range(list)
    for place in isLeader ? range.prefix(1) : range[...] {
      let bit = min(SectorLists.lastBit, place - range.lowerBound)
      guard fits.value[list] >> UInt64(bit) & 1 != 0 else { continue }
      let sector = isLeader ? .none : Sector(number: sectors.number[place])
      // The last bit stands for all sectors from there on, so they are looked at again.
      if bit == SectorLists.lastBit, !eligibility.fitsSector(application, sector) { continue }
      if eligibility.rules.refusing(application: application, session: session, sector: sector)
        == nil
      {
        options.append(
          Option(application: Int32(application), session: Int32(session), sector: sector))
      }
    }
  }
}

/// The distinct lists of place sectors, with what is left of each sector where fewer digits count.
private struct SectorLists: Sendable {
  static let lastBit = 63

  /// The list of a session.
  let list: [Int32]
  let number: [Int16]
  private let start: [Int]
  private let digits: [Int16]
  /// 1, 10 or 100.
  private let divisor: Int16

  init(_ session: SessionColumns, loosest: Int) {
    list = session.sectorList
    number = session.sectors.elements
    start = session.sectors.start
    divisor = loosest == 0 ? 1 : loosest == 1 ? 10 : 100
    digits = number.map { [divisor] in $0 < 0 ? $0 : $0 / divisor }
  }

  @inline(__always)
  func cut(_ sector: Int16) -> Int16 { sector / divisor }

  @inline(__always)
  func range(_ list: Int) -> Range<Int> { start[list]..<start[list + 1] }

  /// A bit for each sector of a list that fits; the last one stands for all later ones.
  @inline(__always)
  func fitting(_ own: [Int16], list: Int) -> UInt64 {
    var bits: UInt64 = 0
    let first = start[list]
    for place in first..<start[list + 1] {
      let asked = digits[place]
      var fits = asked < 0
      for sector in own where sector == asked { fits = true }
      if fits { bits |= 1 << UInt64(min(Self.lastBit, place - first)) }
    }
    return bits
  }
}

/// Sessions by stream, in the order of their first days.
private struct StreamOrder: Sendable {
  let session: [Int32]
  private let start: [Int32]
  let end: [Int32]
  private let stream: Slices<Int32>

  init(_ columns: SessionColumns, streams: Int) {
    let sessions = columns.start.indices.map { Int32($0) }.sorted {
      (columns.start[Int($0)], $0) < (columns.start[Int($1)], $1)
    }
    stream = Slices(sessions, owners: streams) { Int(columns.stream[Int($0)]) }
    session = stream.elements
    start = session.map { columns.start[Int($0)] }
    end = session.map { columns.end[Int($0)] }
  }

  /// Where a stream's sessions that start within `from...until` stand.
  func places(stream place: Int, from: Int32, until: Int32) -> Range<Int> {
    let range = stream.range(place)
    let first = firstPlace(range) { start[$0] >= from }
    return first..<firstPlace(first..<range.upperBound) { start[$0] > until }
  }

  @inline(__always)
  private func firstPlace(_ range: Range<Int>, where holds: (Int) -> Bool) -> Int {
    var (low, high) = (range.lowerBound, range.upperBound)
    while low < high {
      let middle = (low + high) / 2
      if holds(middle) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}

/// A value for each of a row of things, forgotten when the next application comes.
private struct Notes<Value> {
  private(set) var value: [Value]
  private var owner: [Int32]

  init(count: Int, blank: Value) {
    value = Array(repeating: blank, count: count)
    owner = Array(repeating: -1, count: count)
  }

  @inline(__always)
  func has(_ thing: Int, for application: Int) -> Bool { owner[thing] == Int32(application) }

  @inline(__always)
  mutating func note(_ thing: Int, _ new: Value, for application: Int) {
    value[thing] = new
    owner[thing] = Int32(application)
  }
}
