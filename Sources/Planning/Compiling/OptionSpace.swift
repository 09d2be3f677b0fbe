import MobilityModel

/// The options of a round, and which of them some plan could hold by the look of groups, leaders
/// and sizes alone.
struct OptionSpace: Sendable {
  let round: Round
  let ignoring: Set<HardRule>
  let table: OptionTable
  let refusals: Refusals
  let groups: Groups
  /// Whether an application is a leader's, indexed by application.
  let isLeader: [Bool]
  /// Options of a session in rising order, indexed by session.
  let sessionStart: [Int]
  let sessionOptions: [Int32]
  /// What a session can hold, indexed by session.
  private(set) var size: [SessionSize]
  /// Indexed by option.
  private(set) var isAlive: [Bool]

  init(
    _ round: Round, _ table: OptionTable, _ refusals: Refusals = Refusals(),
    ignoring: Set<HardRule>
  ) {
    self.round = round
    self.ignoring = ignoring
    self.table = table
    self.refusals = refusals
    groups = Groups(round, ignoring: ignoring)
    isLeader = round.applications.map { $0.role == .leader }
    (sessionStart, sessionOptions) = Self.bySession(table.options, count: round.sessions.count)
    size = round.sessions.indices.map { SessionSize(round, session: $0, ignoring) }
    isAlive = table.options.indices.map { refusals.allows($0, ignoring: ignoring) }
    for session in size.indices where size[session].leaders == .none {
      for option in options(of: session) where isLeader[application(option)] {
        isAlive[option] = false
      }
    }
    keepWholeGroups()
    for session in size.indices { fit(session) }
  }

  /// Deals options out to their sessions by counting.
  private static func bySession(_ options: [Option], count: Int) -> ([Int], [Int32]) {
    var start = [Int](repeating: 0, count: count + 1)
    for option in options { start[Int(option.session) + 1] += 1 }
    for session in 0..<count { start[session + 1] += start[session] }
    var next = start
    var dealt = [Int32](repeating: 0, count: options.count)
    for (place, option) in options.enumerated() {
      dealt[next[Int(option.session)]] = Int32(place)
      next[Int(option.session)] += 1
    }
    return (start, dealt)
  }

  /// A session's options, dead or alive.
  @inline(__always)
  func options(of session: Int) -> some Sequence<Int> {
    sessionOptions[sessionStart[session]..<sessionStart[session + 1]].lazy.map { Int($0) }
  }

  @inline(__always)
  func application(_ option: Int) -> Int { Int(table.options[option].application) }

  @inline(__always)
  func session(_ option: Int) -> Int { Int(table.options[option].session) }

  /// Leaves a group only the sessions where every member has an option.
  private mutating func keepWholeGroups() {
    var members = [Int32](repeating: 0, count: round.sessions.count)
    for group in groups.all {
      for application in group.applications { count(application, 1, &members) }
      for application in group.applications {
        for option in table.range(ofApplication: application)
        where members[session(option)] != group.applications.count {
          members[session(option)] = -1
        }
      }
      for application in group.applications {
        for option in table.range(ofApplication: application) {
          if members[session(option)] < 0 { isAlive[option] = false }
        }
      }
      for application in group.applications {
        for option in table.range(ofApplication: application) { members[session(option)] = 0 }
      }
    }
  }

  /// Adds to the count of each session in which an application has an option alive.
  private func count(_ application: Int, _ amount: Int32, _ members: inout [Int32]) {
    var last = -1
    for option in table.range(ofApplication: application)
    where isAlive[option] && session(option) != last {
      last = session(option)
      members[last] += amount
    }
  }

  /// Drops what cannot go to a session because of its size, until nothing more falls.
  private mutating func fit(_ session: Int) {
    while true {
      countPeople(session)
      if size[session].isIdle { return }
      var isChanged = false
      for option in options(of: session) where isAlive[option] && !canStay(option, session) {
        isAlive[option] = false
        isChanged = true
      }
      if !isChanged { return }
    }
  }

  private func canStay(_ option: Int, _ session: Int) -> Bool {
    let application = application(option)
    let size = size[session]
    if let group = groups.members(with: application), !size.holds(group) { return false }
    return isLeader[application] ? size.canHoldLeaders : size.canRun
  }

  private mutating func countPeople(_ session: Int) {
    var last = -1
    var (participants, leaders) = (0, 0)
    for option in options(of: session) where isAlive[option] && application(option) != last {
      last = application(option)
      if isLeader[last] { leaders += 1 } else { participants += 1 }
    }
    size[session].participants = participants
    size[session].leadersAtHand = leaders
  }
}

/// How many people a session can hold, and how many are at hand for it.
struct SessionSize: Sendable {
  enum Leaders: Hashable, Sendable {
    /// No leader is placed.
    case none
    /// One for each started number of participants, at least 1.
    case one(per: Int)
    /// Nothing is asked: the rule is left out.
    case any
  }

  /// Applications of either role with an option that is alive.
  var participants = 0
  var leadersAtHand = 0
  let leaders: Leaders
  /// Fewest participants of a session that runs, at least 1.
  let least: Int
  private let maximum: Int

  init(_ round: Round, session place: Int, _ ignoring: Set<HardRule>) {
    let session = round.sessions[place]
    let perLeader = round.streams[session.stream].learnersPerLeader
    if ignoring.contains(.leaders(session: place)) {
      leaders = .any
    } else {
      leaders = perLeader > 0 ? .one(per: perLeader) : .none
    }
    least = ignoring.contains(.minimum(session: place)) ? 1 : max(1, session.minPeople)
    maximum = ignoring.contains(.maximum(session: place)) ? .max : session.maxPeople ?? .max
  }

  /// The most participants that fit, with the leaders at hand.
  var most: Int {
    let seats = min(maximum, participants)
    guard case .one(let perLeader) = leaders else { return seats }
    // A leader who may take more than there are takes them all.
    let each = min(perLeader, participants)
    return min(seats, each * leadersAtHand)
  }

  /// Participants for whom one leader is enough, at most as many as fit; 0 where none is asked.
  var perLeader: Int {
    guard case .one(let perLeader) = leaders else { return 0 }
    return min(perLeader, most)
  }

  /// The most leaders that a session needs.
  var mostLeaders: Int { perLeader == 0 ? 0 : (most + perLeader - 1) / perLeader }

  /// Whether nobody is at hand.
  var isIdle: Bool { participants == 0 && leadersAtHand == 0 }

  /// Whether some number of participants keeps the rules.
  var canRun: Bool { most >= least }

  /// Whether a leader may be placed: with participants, or where nothing is asked.
  var canHoldLeaders: Bool { leaders == .any || canRun }

  func holds(_ group: Groups.Members) -> Bool {
    if group.participants > 0 && !(canRun && group.participants <= most) { return false }
    if case .one = leaders { return group.leaders <= mostLeaders }
    return true
  }
}
