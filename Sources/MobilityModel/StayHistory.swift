/// Days that participants have spent, or will spend, in the Schengen area, each counted once.
///
/// A participant's stays are merged into disjoint intervals in rising order, with the number of
/// days before each, so that the days in any window are two binary searches.
struct StayHistory: Sendable {
  private struct Span: Sendable {
    var start: Int
    var end: Int
    /// Days of the same participant's earlier spans.
    var before: Int
  }

  private let spans: Slices<Span>

  /// Days that may be spent in any window, and the length of the window.
  static let allowed = 90
  static let window = 180

  init(_ round: Round) {
    let counted = round.stays.compactMap { stay -> (Int, Interval)? in
      guard let dates = SchengenArea.counted(stay.dates, in: stay.country), dates.days > 0 else {
        return nil
      }
      return (stay.participant, dates)
    }
    let perPerson = Slices(counted, owners: round.participants.count) { $0.0 }
    var spans = Slices<Span>()
    for person in 0..<perPerson.count {
      spans.append(Self.merge(perPerson.elements[perPerson.range(person)].map { $0.1 }))
    }
    self.spans = spans
  }

  private static func merge(_ stays: [Interval]) -> [Span] {
    var merged: [Span] = []
    for stay in stays.sorted(by: { ($0.start, $0.end) < ($1.start, $1.end) }) {
      let (start, end) = (Int(stay.start.number), Int(stay.end.number))
      if let last = merged.last, start <= last.end + 1 {
        merged[merged.count - 1].end = max(last.end, end)
      } else {
        merged.append(Span(start: start, end: end, before: 0))
      }
    }
    for next in merged.indices.dropFirst() {
      let last = merged[next - 1]
      merged[next].before = last.before + last.end - last.start + 1
    }
    return merged
  }

  /// Whether on some day of `session` more than 90 of the last 180 days are in the area, those of
  /// the participant's stays and those of `counted` (the session's own days that count) together.
  ///
  /// - Complexity: O(log *m*) where few stays are near, O(*k* log *m*) for *k* of the *m* merged
  ///   stays within the session or the 180 days before it.
  func exceeds(participant: Int, session: Interval, counted: Interval) -> Bool {
    let (first, last) = (Int(session.start.number), Int(session.end.number))
    guard first <= last else { return false }
    let own = Int(counted.start.number)...max(Int(counted.start.number), Int(counted.end.number))
    let ownDays = max(0, counted.days)
    let near = spans.range(participant)
    if near.isEmpty { return min(ownDays, Self.window) > Self.allowed }
    let earliest = first - Self.window + 1
    if days(near, earliest, last) + ownDays <= Self.allowed { return false }

    func total(on day: Int) -> Bool {
      let from = day - Self.window + 1
      let (low, high) = (max(from, own.lowerBound), min(day, own.upperBound))
      let mine = ownDays > 0 && low <= high ? high - low + 1 - days(near, low, high) : 0
      return days(near, from, day) + mine > Self.allowed
    }
    // The count rises and falls by at most one a day; it can only peak where a stay ends or
    // where a stay's first day is the first of the window.
    for day in [first, last, own.lowerBound + Self.window - 1] where first <= day && day <= last {
      if total(on: day) { return true }
    }
    var span = firstSpan(near, endingFrom: earliest)
    while span < near.upperBound, spans.elements[span].start <= last {
      let (end, full) = (spans.elements[span].end, spans.elements[span].start + Self.window - 1)
      if end >= first, end <= last, total(on: end) { return true }
      if full >= first, full <= last, total(on: full) { return true }
      span += 1
    }
    return false
  }

  /// Days of the spans in `range` that lie in `from...until`.
  private func days(_ range: Range<Int>, _ from: Int, _ until: Int) -> Int {
    guard from <= until else { return 0 }
    return daysUpTo(until, range) - daysUpTo(from - 1, range)
  }

  private func daysUpTo(_ day: Int, _ range: Range<Int>) -> Int {
    let next = firstSpan(range, endingFrom: day)
    if next == range.upperBound {
      guard let last = range.last else { return 0 }
      return spans.elements[last].before + spans.elements[last].end - spans.elements[last].start + 1
    }
    return spans.elements[next].before + max(0, day - spans.elements[next].start + 1)
  }

  /// The first span of `range` whose end is `day` or later.
  private func firstSpan(_ range: Range<Int>, endingFrom day: Int) -> Int {
    var (low, high) = (range.lowerBound, range.upperBound)
    while low < high {
      let middle = (low + high) / 2
      if spans.elements[middle].end < day { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
