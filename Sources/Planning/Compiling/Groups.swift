import MobilityModel

/// Applications of one stream that travel together, two or more.
struct Groups: Sendable {
  struct Members: Sendable {
    /// Rising indices into `Round.applications`.
    var applications: [Int]
    var participants: Int
    var leaders: Int
  }

  /// In the order of their first members.
  private(set) var all: [Members] = []
  /// Index into `all` or -1, indexed by application.
  private(set) var group: [Int32]

  init(_ round: Round, ignoring: Set<HardRule>) {
    struct Name: Hashable {
      var stream: Int
      var text: String
    }
    group = Array(repeating: -1, count: round.applications.count)
    var members: [Name: [Int]] = [:]
    for (place, application) in round.applications.enumerated() where !application.group.isEmpty {
      members[Name(stream: application.stream, text: application.group), default: []].append(place)
    }
    let several = members.values.filter {
      $0.count > 1 && !ignoring.contains(.group(application: $0[0]))
    }
    for applications in several.sorted(by: { $0[0] < $1[0] }) {
      let leaders = applications.count { round.applications[$0].role == .leader }
      for application in applications { group[application] = Int32(all.count) }
      all.append(
        Members(
          applications: applications, participants: applications.count - leaders, leaders: leaders))
    }
  }

  /// The members of an application's group, if it has one.
  @inline(__always)
  func members(with application: Int) -> Members? {
    group[application] < 0 ? nil : all[Int(group[application])]
  }
}
