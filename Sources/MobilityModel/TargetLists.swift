/// For each application the sessions and hosts that one of its lists names, with their rank there.
///
/// A target is one number: a session's index, or the complement of a host's, or `anywhere`.
struct TargetLists: Sendable {
  struct Entry: Sendable {
    var target: Int32
    /// Place in the list, from 0; the first one where a target is listed twice.
    var rank: Int32
  }

  static let anywhere = Int32.max

  private let entries: Slices<Entry>

  /// - Parameter lists: targets in the order of the list, indexed by application.
  init(_ lists: some Sequence<some Collection<Int32>>) {
    var entries = Slices<Entry>()
    for list in lists {
      for (rank, target) in list.enumerated() {
        entries.add(Entry(target: target, rank: Int32(rank)))
      }
      entries.close(
        sortedBy: { ($0.target, $0.rank) < ($1.target, $1.rank) },
        droppingSame: { $0.target == $1.target })
    }
    self.entries = entries
  }

  @inline(__always)
  func isEmpty(_ application: Int) -> Bool { entries.range(application).isEmpty }

  @inline(__always)
  func names(_ application: Int, session: Int32, host: Int32) -> Bool {
    rank(application, session) != nil || rank(application, ~host) != nil
      || rank(application, Self.anywhere) != nil
  }

  /// The place of a target in an application's list.
  func rank(_ application: Int, _ target: Int32) -> Int? {
    let range = entries.range(application)
    var (low, high) = (range.lowerBound, range.upperBound)
    while low < high {
      let middle = (low + high) / 2
      if entries.elements[middle].target < target { low = middle + 1 } else { high = middle }
    }
    guard low < range.upperBound, entries.elements[low].target == target else { return nil }
    return Int(entries.elements[low].rank)
  }
}

extension TargetLists {
  /// What each application would rather have.
  static func preferences(_ round: Round) -> TargetLists {
    TargetLists(
      round.applications.lazy.map { application in
        application.preferences.lazy.map(\.code)
      })
  }

  /// What the rows of one effect in the table of locks name.
  static func locks(_ round: Round, _ effect: Lock.Effect) -> TargetLists {
    var lists = [[Int32]](repeating: [], count: round.applications.count)
    for lock in round.locks where lock.effect == effect {
      switch lock.target {
      case .anywhere: lists[lock.application].append(anywhere)
      case .session(let session): lists[lock.application].append(Int32(session))
      case .host(let host): lists[lock.application].append(~Int32(host))
      }
    }
    return TargetLists(lists)
  }
}
