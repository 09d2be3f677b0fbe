/// Finds the options of one application after another, without asking every test of every session.
///
/// Sessions of a stream stand in the order of their first days, so that availability cuts out a
/// stretch of them; languages and sectors are looked at once for each distinct list of them.
package struct OptionFinder {
  private let eligibility: Eligibility
  private let order: StreamOrder
  /// What is known about each list of languages and of sectors, for the application at hand.
  private var speaks: Notes<Bool>
  private var fits: Notes<UInt64>
  /// Sessions whose dates, languages and age fit.
  private var candidates: [Int32] = []

  package init(_ eligibility: Eligibility, streams: Int) {
    self.eligibility = eligibility
    let session = eligibility.columns.session
    order = StreamOrder(session, streams: streams)
    speaks = Notes(count: session.needs.count, blank: false)
    fits = Notes(count: session.sectors.count, blank: 0)
  }

  /// Adds every option of an application to `options`, in rising order.
  package mutating func find(_ application: Int, into options: inout [Option]) {
    let (from, until) = eligibility.availability(application)
    candidates.removeAll(keepingCapacity: true)
    for place in order.places(
      stream: Int(eligibility.columns.applicant.stream[application]), from: from, until: until)
    where order.end[place] <= until {
      let session = order.session[place]
      if isCandidate(application, Int(session)) { candidates.append(session) }
    }
    candidates.sort()
    for session in candidates { addOptions(application, Int(session), &options) }
  }

  @inline(__always)
  private mutating func isCandidate(_ application: Int, _ session: Int) -> Bool {
    let columns = eligibility.columns.session
    let needs = Int(columns.needList[session])
    if !speaks.has(needs, for: application) {
      speaks.note(needs, eligibility.speaks(application, needs: needs), for: application)
    }
    guard speaks.value[needs] else { return false }
    let sectors = Int(columns.sectorList[session])
    if !fits.has(sectors, for: application) {
      fits.note(sectors, fitting(application, list: sectors), for: application)
    }
    return fits.value[sectors] != 0 && eligibility.isOldEnough(application, session)
  }

  /// A bit for each sector of a list that fits an application; the last one stands for all later.
  private func fitting(_ application: Int, list: Int) -> UInt64 {
    if eligibility.columns.applicant.isLeader[application] { return 1 }
    let sectors = eligibility.columns.session.sectors
    let range = sectors.range(list)
    var bits: UInt64 = 0
    for place in range
    where eligibility.fitsSector(application, Sector(number: sectors.elements[place])) {
      bits |= 1 << UInt64(min(63, place - range.lowerBound))
    }
    return bits
  }

  @inline(__always)
  private mutating func addOptions(
    _ application: Int, _ session: Int, _ options: inout [Option]
  ) {
    if eligibility.lateRefusal(application, session) != nil { return }
    let isLeader = eligibility.columns.applicant.isLeader[application]
    let list = Int(eligibility.columns.session.sectorList[session])
    let range = eligibility.columns.session.sectors.range(list)
    for place in isLeader ? range.prefix(1) : range[...] {
      let bit = min(63, place - range.lowerBound)
      guard fits.value[list] >> UInt64(bit) & 1 != 0 else { continue }
      let sector =
        isLeader ? .none : Sector(number: eligibility.columns.session.sectors.elements[place])
      if !isLeader, bit == 63, !eligibility.fitsSector(application, sector) { continue }
      if eligibility.rules.refusing(application: application, session: session, sector: sector)
        == nil
      {
        options.append(
          Option(application: Int32(application), session: Int32(session), sector: sector))
      }
    }
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
