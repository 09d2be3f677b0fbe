/// Ids in a few parts, in each of which they rise, looked for by halves.
///
/// Most files have their rows in the order of ids, or in some parts that are: then nothing needs to be
/// hashed.
///
/// - Complexity: O(log *n*) per look-up and part; no memory but for the starts of parts.
struct IdRuns: Sendable {
  /// Numbers with which ids start to rise, in their order.
  private var starts: [Int] = []
  private static let most = 8

  /// What entering an id that has just been added to the list says.
  enum Entry {
    /// No earlier row has it.
    case new
    /// The number of an earlier row that has it.
    case known(Int)
    /// There would be too many parts.
    case full
  }

  /// Whether all ids of a list rise.
  var areOne: Bool { starts.count == 1 }

  /// Enters the last id of a list.
  mutating func enterLast(
    of ids: IdList, _ head: UInt64, _ source: [UInt8], _ range: Range<Int>
  ) -> Entry {
    let number = ids.count - 1
    if number > 0, ids.precedes(number - 1, number) {
      guard !areOne else { return .new }
      return find(in: starts.dropLast(), ids, head, source, range).map(Entry.known) ?? .new
    }
    guard starts.count < Self.most else { return .full }
    // The id still counts to the last part, whose order it does not change for ids up to it.
    defer { starts.append(number) }
    return find(in: starts[...], ids, head, source, range).map(Entry.known) ?? .new
  }

  /// The number of an id.
  func number(
    in ids: IdList, _ head: UInt64, _ source: [UInt8], _ range: Range<Int>
  ) -> Int? {
    find(in: starts[...], ids, head, source, range)
  }

  private func find(
    in parts: ArraySlice<Int>, _ ids: IdList, _ head: UInt64, _ source: [UInt8],
    _ range: Range<Int>
  ) -> Int? {
    for index in parts.indices {
      let end = index + 1 < starts.count ? starts[index + 1] : ids.count
      guard ids.head[parts[index]] <= head else { continue }
      if let number = findByHalves(parts[index]..<end, ids, head, source, range) { return number }
    }
    return nil
  }

  private func findByHalves(
    _ part: Range<Int>, _ ids: IdList, _ head: UInt64, _ source: [UInt8], _ range: Range<Int>
  ) -> Int? {
    var (low, high) = (part.lowerBound, part.upperBound)
    while low < high {
      let middle = (low + high) / 2
      if ids.precedes(middle, head, source, range) { low = middle + 1 } else { high = middle }
    }
    return low < part.upperBound && ids.isEqual(low, head, source, range) ? low : nil
  }

  /// Whether an id of this list may stand in another one, too, by where parts begin and end.
  func mayShareId(_ ids: IdList, with others: IdRuns, _ otherIds: IdList) -> Bool {
    let ranges = others.ranges(otherIds)
    return self.ranges(ids).contains { range in ranges.contains { range.overlaps($0) } }
  }

  /// The parts in the order of their ids, if each ends before the next one begins.
  func inOrder(_ ids: IdList) -> [Range<Int>]? {
    let parts = parts(ids).sorted { ids.head[$0.lowerBound] < ids.head[$1.lowerBound] }
    let areApart = zip(parts, parts.dropFirst()).allSatisfy {
      ids.head[$0.upperBound - 1] < ids.head[$1.lowerBound]
    }
    return areApart ? parts : nil
  }

  /// The heads of the first and the last id of each part.
  private func ranges(_ ids: IdList) -> [ClosedRange<UInt64>] {
    parts(ids).map { ids.head[$0.lowerBound]...ids.head[$0.upperBound - 1] }
  }

  /// The numbers of each part.
  private func parts(_ ids: IdList) -> [Range<Int>] {
    zip(starts, starts.dropFirst() + [ids.count]).map { $0..<$1 }
  }

  /// Enters the ids of another list, which stand at the end of this one's from a number on, and are all
  /// new; `false`, and nothing else, where there would be too many parts.
  mutating func append(_ others: IdRuns, to ids: IdList, from first: Int) -> Bool {
    var new = others.starts.map { first + $0 }
    if first > 0, !new.isEmpty, ids.precedes(first - 1, first) { new.removeFirst() }
    guard starts.count + new.count <= Self.most else { return false }
    starts += new
    return true
  }
}
