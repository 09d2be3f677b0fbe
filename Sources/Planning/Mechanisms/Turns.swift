import MobilityModel
import Selection

/// One whose turn comes in `merit`: an application that travels alone, or a whole group.
struct Turn {
  /// A place that can be given, with what the session holds it by.
  struct Offer: Hashable {
    var session: Int32
    /// The columns of which one is picked where the offer is taken: of the application itself or, for
    /// a group, of the claimant in the session.
    var columns: [SelectionProblem.Column]
    /// Of the claimant for the session; among those with as many points the higher one goes first.
    var lot: Int
  }

  /// Whose points and lot count: of a group, a participant with the fewest points.
  var claimant: Int
  /// The best one first.
  var offers: [Offer]
}

/// All turns of a round, in blocks of equal points.
struct Turns {
  /// Most points first; within a block in the order of claimants.
  let blocks: [[Turn]]
  var count: Int { blocks.reduce(0) { $0 + $1.count } }

  private let tables: RoundTables
  private let compilation: Compilation

  init(_ tables: RoundTables, _ compilation: Compilation) {
    self.tables = tables
    self.compilation = compilation
    let groups = Groups(tables.round, ignoring: [])
    var found = Found(tables, compilation)
    for application in tables.round.applications.indices {
      guard let group = groups.members(with: application) else {
        found.add(alone: application)
        continue
      }
      if group.applications[0] == application { found.add(group: group.applications) }
    }
    let points = Dictionary(grouping: found.turns) { tables.round.applications[$0.claimant].points }
    blocks = points.sorted { $0.key > $1.key }.map { $0.value.sorted { $0.claimant < $1.claimant } }
  }
}

/// Turns as they are found.
private struct Found {
  private let tables: RoundTables
  private let compilation: Compilation
  private(set) var turns: [Turn] = []
  private var round: Round { tables.round }

  init(_ tables: RoundTables, _ compilation: Compilation) {
    self.tables = tables
    self.compilation = compilation
  }

  mutating func add(alone application: Int) {
    if round.applications[application].role == .leader { return }
    let options = options(of: application)
    let wishes = options.map { wish($0.option) }
    let order = options.indices.sorted { wishes[$0].lexicographicallyPrecedes(wishes[$1]) }
    let offers = order.map { place in
      let (option, column) = options[place]
      return Turn.Offer(
        session: option.session, columns: [column], lot: tables.lot(for: option))
    }
    if !offers.isEmpty { turns.append(Turn(claimant: application, offers: offers)) }
  }

  /// A group wants what the participant with most points wants; where that is all the same, what the
  /// next one does.
  mutating func add(group: [Int]) {
    let participants = group.filter { round.applications[$0].role == .participant }.sorted {
      (-round.applications[$0].points, $0) < (-round.applications[$1].points, $1)
    }
    if participants.isEmpty { return }
    let claimant = round.claimant(of: group)
    let own = Dictionary(grouping: options(of: claimant), by: \.option.session)
    let wishes = own.keys.sorted().map { session in
      (session: session, wish: participants.flatMap { wish(of: $0, in: session) })
    }
    let sorted = wishes.sorted { $0.wish.lexicographicallyPrecedes($1.wish) }
    let offers = sorted.compactMap { wish -> Turn.Offer? in
      guard let options = own[wish.session], let first = options.first else { return nil }
      return Turn.Offer(
        session: wish.session, columns: Set(options.map(\.column)).sorted(),
        lot: tables.lot(for: first.option))
    }
    if !offers.isEmpty { turns.append(Turn(claimant: claimant, offers: offers)) }
  }

  /// The options that some plan could hold.
  private func options(
    of application: Int
  ) -> [(option: Option, column: SelectionProblem.Column)] {
    tables.options.range(ofApplication: application).compactMap { place in
      compilation.column(ofOption: place).map { (tables.options.options[place], $0) }
    }
  }

  /// How a member of a group would like a session.
  private func wish(of member: Int, in session: Int32) -> [Int] {
    let wishes = options(of: member).filter { $0.option.session == session }.map { wish($0.option) }
    return wishes.min { $0.lexicographicallyPrecedes($1) } ?? []
  }

  /// What is wanted more comes first: by the place in the list, then by fit, then by lot.
  private func wish(_ option: Option) -> [Int] {
    [
      round.rank(of: option) ?? .max, WholeNumbers.negated(tables.valuation.fit(option)),
      -tables.valuation.draw(option), Int(option.session), Int(option.sector.number),
    ]
  }
}
