/// People of one school who would travel together, or one who travels alone.
struct Departure {
  enum Kind { case learners, graduate, teacher, leader }

  var number: Int
  var kind: Kind
  /// Numbers of the people within their kind.
  var members: Range<Int>
}

extension ScaledRound {
  /// How many of each kind there are among 1,000 people.
  private var counts: [(kind: Departure.Kind, count: Int)] {
    let graduates = people * 57 / 1_000
    let teachers = people * 152 / 1_000
    let leaders = people * 43 / 1_000
    return [
      (.learners, people - graduates - teachers - leaders), (.graduate, graduates),
      (.teacher, teachers), (.leader, leaders),
    ]
  }

  /// Calls `body` with every departure, in order; none is kept.
  func forEachDeparture(_ body: (Departure) -> Void) {
    var number = 0
    for (kind, count) in counts {
      var first = 0
      while first < count {
        var size = 1
        if kind == .learners {
          var random = Randomness(seed: seed, "departure size", number)
          size = random.chance(14) ? random.pick([2, 2, 3, 3, 4, 4, 5, 6]) : 1
        }
        let members = first..<min(count, first + size)
        body(Departure(number: number, kind: kind, members: members))
        first = members.upperBound
        number += 1
      }
    }
  }

  private func origin(of departure: Departure) -> (sender: Sender, field: String) {
    var random = Randomness(seed: seed, "departure origin", departure.number)
    let sender = senders.school(&random)
    return (sender, random.pick(sender.fields))
  }

  func members(of departure: Departure) -> [Person] {
    let (sender, field) = origin(of: departure)
    return departure.members.map { member in
      let id = id(of: member, departure.kind)
      return switch departure.kind {
      case .learners:
        population.learner(
          member, id: id, sender: sender, field: field, isInGroup: departure.members.count > 1)
      case .graduate:
        population.learner(member, id: id, sender: sender, field: field, isGraduate: true)
      case .teacher: population.teacher(member, id: id, sender: sender)
      case .leader:
        population.teacher(Self.leaderOffset + member, id: id, sender: sender)
      }
    }
  }

  /// What keeps leaders apart from the teachers who apply for a place.
  private static let leaderOffset = 1_000_000

  func stays(of departure: Departure) -> [[String]] {
    departure.members.compactMap { member in
      let stay =
        switch departure.kind {
        case .learners: population.earlierStay(.learner, member)
        case .graduate: population.earlierStay(.graduate, member)
        case .teacher: population.earlierStay(.teacher, member)
        case .leader: population.earlierStay(.teacher, Self.leaderOffset + member)
        }
      return stay.map { [id(of: member, departure.kind), $0.country, $0.from.iso, $0.until.iso] }
    }
  }

  /// A bit for each group of fields that share three digits.
  static func narrow(_ fields: [String]) -> UInt64 {
    fields.reduce(0) { bits, field in
      let digits = field.utf8.prefix(3).reduce(0) { 10 * $0 + Int($1) - 48 }
      return bits | 1 << UInt64(digits % 61)
    }
  }

  private func id(of member: Int, _ kind: Departure.Kind) -> String {
    let letter =
      switch kind {
      case .learners: "l"
      case .graduate: "r"
      case .teacher: "t"
      case .leader: "c"
      }
    return letter + (member + 1).padded(6)
  }

  func wishes(of departure: Departure) -> [Wish] {
    let (sender, field) = origin(of: departure)
    var random = Randomness(seed: seed, "departure wish", departure.number)
    let window = window(&random)
    let group = departure.members.count > 1 ? "g" + (departure.number + 1).padded(6) : ""
    let liked = likedHosts(of: sender, field, departure.kind, &random)
    return departure.members.flatMap { member in
      wishes(of: member, departure.kind, window, liked, group, &random)
    }
  }

  private func wishes(
    of member: Int, _ kind: Departure.Kind, _ window: Window, _ liked: [String], _ group: String,
    _ random: inout Randomness
  ) -> [Wish] {
    let person = id(of: member, kind)
    let stream: MobilityStream =
      switch kind {
      case .learners, .leader: .oneMonth
      case .graduate: .threeMonth
      case .teacher: .jobShadowing
      }
    let short = kind == .leader ? "ld" : stream.short
    var wish = Wish(id: person + "-" + short, person: person, stream: stream)
    wish.isLeader = kind == .leader
    wish.window = kind == .graduate ? Window() : window
    wish.points = Wish.points(&random)
    wish.preferences = liked
    wish.group = group
    guard kind == .learners, group.isEmpty, random.chance(4) else { return [wish] }
    var second = Wish(id: person + "-m3", person: person, stream: .threeMonth)
    second.points = wish.points
    second.preferences = liked
    return [wish, second]
  }

  /// Hosts that a school has sent people to, and others; the first hosts are the best known.
  private func likedHosts(
    of sender: Sender, _ field: String, _ kind: Departure.Kind, _ random: inout Randomness
  ) -> [String] {
    let fields = Self.narrow([field])
    var familiar = Randomness(seed: seed, "familiar hosts", hash(of: sender.id))
    let known = (0..<8).map { _ in familiar.below(hosts.count) }
    let wanted = min(hosts.count, kind == .learners ? random.number(in: 7...11) : 14)
    var listed: [Int] = []
    var attempts = 0
    while listed.count < wanted, attempts < 60 {
      attempts += 1
      let host =
        random.chance(50)
        ? random.pick(known) : min(random.below(hosts.count), random.below(hosts.count))
      let isOffered = kind == .teacher || kind == .leader || narrowFields[host] & fields != 0
      let suits = kind != .graduate || host.isMultiple(of: 2)
      if isOffered, suits, !listed.contains(host) { listed.append(host) }
    }
    return listed.map { hosts[$0].id }
  }

  private func hash(of id: String) -> Int {
    id.utf8.reduce(0) { ($0 &* 31 &+ Int($1)) & 0xffff_ffff }
  }

  private func window(_ random: inout Randomness) -> Window {
    switch random.weighted([10, 15, 25, 25, 25]) {
    case 0: Window(until: CalendarDay(2023, 6, 10) + random.below(10))
    case 1: Window(from: CalendarDay(2023, 5, 15), until: CalendarDay(2023, 8, 20))
    case 2: Window(until: CalendarDay(2023, 8, 25) + random.below(10))
    case 3: Window(from: CalendarDay(2023, 5, 10) + random.below(20))
    default: Window()
    }
  }
}
