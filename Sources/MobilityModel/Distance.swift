#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// Great-circle distances between organisations and hosts, in whole kilometres.
struct Distances: Sendable {
  /// Mean radius of the earth in kilometres.
  private static let radius = 6371.0088
  /// More pairs than this are computed when they are asked for.
  private static let mostPairs = 1 << 24

  private struct Place: Sendable {
    var latitude: Double
    var longitude: Double
    var cosine: Double

    init?(_ coordinates: Coordinates) {
      guard coordinates.latitude.isFinite, coordinates.longitude.isFinite else { return nil }
      latitude = coordinates.latitude * .pi / 180
      longitude = coordinates.longitude * .pi / 180
      cosine = cos(latitude)
    }
  }

  /// In radians, indexed by organisation; `nil` where coordinates are not given.
  private let place: [Place?]
  /// Row of an organisation that sends and column of one that hosts, or -1, by organisation.
  private let row: [Int32]
  private let column: [Int32]
  private let columns: Int
  /// Kilometres, row by row; empty where there are too many pairs to keep.
  private let known: [Int32]

  init(_ round: Round) {
    let place = round.organisations.map { organisation in
      organisation.coordinates.flatMap(Place.init)
    }
    let senders = Set(round.participants.map(\.organisation)).sorted()
    let hosts = Set(round.sessions.map(\.host)).sorted()
    var row = [Int32](repeating: -1, count: place.count)
    var column = row
    for (number, sender) in senders.enumerated() { row[sender] = Int32(number) }
    for (number, host) in hosts.enumerated() { column[host] = Int32(number) }
    let (pairs, overflow) = senders.count.multipliedReportingOverflow(by: hosts.count)
    var known: [Int32] = []
    if !overflow, pairs <= Self.mostPairs {
      for sender in senders {
        for host in hosts { known.append(Int32(Self.kilometres(place[sender], place[host]))) }
      }
    }
    self.known = known
    self.place = place
    self.row = row
    self.column = column
    columns = hosts.count
  }

  /// Kilometres between an organisation and a host, 0 where one of them has no coordinates.
  @inline(__always)
  func kilometres(from organisation: Int, to host: Int) -> Int {
    let (row, column) = (Int(row[organisation]), Int(column[host]))
    if !known.isEmpty, row >= 0, column >= 0 { return Int(known[row * columns + column]) }
    return Self.kilometres(place[organisation], place[host])
  }

  /// Kilometres between two places, 0 where one of them is not known.
  static func kilometres(from: Coordinates?, to: Coordinates?) -> Int {
    kilometres(from.flatMap(Place.init), to.flatMap(Place.init))
  }

  private static func kilometres(_ from: Place?, _ to: Place?) -> Int {
    guard let from, let to else { return 0 }
    let north = sin((to.latitude - from.latitude) / 2)
    let east = sin((to.longitude - from.longitude) / 2)
    let haversine = north * north + from.cosine * to.cosine * east * east
    let kilometres = 2 * radius * asin(min(1, haversine.squareRoot()))
    return Int(kilometres.rounded())
  }
}
