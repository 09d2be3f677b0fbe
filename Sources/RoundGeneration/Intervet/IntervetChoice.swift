/// When people can be away, and where they would like to go.
struct IntervetChoice {
  private let sessions: [String: [String]]
  private let era: IntervetEra

  init(sessions: [MadeSession], era: IntervetEra) {
    self.era = era
    self.sessions = Dictionary(grouping: sessions) { Self.key($0.stream, $0.host) }
      .mapValues { $0.map(\.id) }
  }

  private static func key(_ stream: MobilityStream, _ host: String) -> String {
    stream.rawValue + "/" + host
  }

  /// A span of school terms and holidays that takes in one to six of the departures.
  func learnerWindow(_ random: inout Randomness) -> Window {
    func day(_ year: Int, _ month: Int, _ day: Int, later: Int = 1) -> CalendarDay {
      era.day(year, month, day) + random.below(later)
    }
    return switch random.weighted([8, 9, 14, 25, 12, 22, 10]) {
    case 0: Window(from: day(2021, 9, 1, later: 30), until: day(2022, 5, 31, later: 10))
    case 1: Window(from: day(2022, 1, 20), until: day(2022, 7, 10, later: 20))
    case 2: Window(from: day(2022, 5, 25, later: 16), until: day(2022, 8, 20, later: 15))
    case 3: Window(from: day(2022, 6, 1, later: 20), until: day(2022, 11, 10, later: 20))
    case 4: Window(from: day(2022, 8, 25, later: 30), until: day(2022, 12, 23))
    case 5: Window(from: day(2021, 9, 15), until: day(2022, 10, 31, later: 25))
    default: Window()
    }
  }

  /// Hosts of a stream, best first: drawn by appeal, a twin more often than not on top.
  func ranking(
    _ stream: MobilityStream, twin: String?, _ random: inout Randomness
  ) -> [Hub] {
    var rest = Hub.hosts(of: stream)
    var ranked: [Hub] = []
    if let position = rest.firstIndex(where: { $0.id == twin }), random.chance(60) {
      ranked.append(rest.remove(at: position))
    }
    while !rest.isEmpty { ranked.append(rest.remove(at: random.weighted(rest.map(\.appeal)))) }
    return ranked
  }

  /// The first one to four of the hosts, now and then after a certain session of the first.
  func preferences(
    _ liked: [Hub], _ stream: MobilityStream, _ random: inout Randomness
  ) -> [String] {
    guard !random.chance(14) else { return [] }
    var listed = liked.prefix(random.number(in: 1...4)).map(\.id)
    guard random.chance(30), let first = listed.first,
      let dated = sessions[Self.key(stream, first)]
    else { return listed }
    listed.insert(random.pick(dated), at: 0)
    return listed
  }
}
