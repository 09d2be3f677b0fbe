/// The ids by which applications and locks name where somebody goes: sessions, and hosts for all of
/// their sessions.
///
/// One index of both, because a million applications name seven places each.
struct Destinations {
  /// A session, or a host for all of its sessions.
  enum Target {
    case session(Int)
    case host(Int)
    /// An id of both, so that nobody can say which is meant.
    case ambiguous
  }

  private var index = IdIndex(noun: "a session or an organisation")
  /// Indexed by number.
  private var targets: [Target] = []

  /// An index of nothing.
  init() {}

  /// Takes the ids of both in the order of their places.
  init(sessions: [String], organisations: [String]) {
    index.reserveCapacity(sessions.count + organisations.count)
    for (place, id) in sessions.enumerated() {
      index.add(id)
      targets.append(.session(place))
    }
    for (place, id) in organisations.enumerated() {
      if let first = index.add(id), first < sessions.count { targets[first] = .ambiguous }
      targets.append(.host(place))
    }
    index.hashAll()
  }

  /// What an id names, or `nil` if there is nothing of that name.
  func target(of source: [UInt8], _ range: Range<Int>) -> Target? {
    index.place(of: source, range).map { targets[$0] }
  }
}
