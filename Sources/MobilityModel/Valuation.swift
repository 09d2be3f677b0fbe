/// What an option brings to each tier of the objective.
///
/// All values are whole numbers in the contract's own sense. Scores so large that a value leaves
/// the 64-bit range give its end; whoever adds values up checks the range first.
package struct Valuation: Sendable {
  private let columns: RoundColumns
  private let scores: Scores
  private let distances: Distances
  private let costs: CostTable
  private let lot: Lot
  /// Indexed by stream.
  private let weight: [Int]
  /// Indexed by application.
  private let points: [Int]

  package init(_ round: Round) {
    columns = RoundColumns(round)
    scores = Scores(round)
    distances = Distances(round)
    costs = CostTable(round)
    lot = Lot(round)
    weight = round.streams.map(\.weight)
    points = round.applications.map(\.points)
  }

  /// The stream's weight; 0 for leaders.
  package func weight(_ option: Option) -> Int {
    isLeader(option) ? 0 : weight[Int(columns.applicant.stream[Int(option.application)])]
  }

  /// Hundredths of a point; 0 for leaders.
  package func points(_ option: Option) -> Int {
    isLeader(option) ? 0 : points[Int(option.application)]
  }

  /// Preference, sector, language and twin scores together; 0 for leaders.
  package func fit(_ option: Option) -> Int {
    if isLeader(option) { return 0 }
    let (application, session) = (Int(option.application), Int(option.session))
    let person = Int(columns.applicant.participant[application])
    let host = columns.session.host[session]
    var sum = scores.preference(application, session: option.session, host: host)
    if option.sector != .none {
      let match = columns.match(option.sector.number, participant: person)
      if match < 3 { sum = saturatingSum(sum, scores.sector[match]) }
    }
    if let steps = columns.steps(
      participant: person, needs: Int(columns.session.needList[session]))
    {
      sum = saturatingSum(sum, scores.language(steps))
    }
    let organisation = columns.applicant.organisation[person]
    return scores.areTwins(organisation, host) ? saturatingSum(sum, scores.twin) : sum
  }

  /// Whole kilometres from the participant's organisation to the host, leaders too; 0 where
  /// either has no coordinates.
  package func km(_ option: Option) -> Int {
    let person = Int(columns.applicant.participant[Int(option.application)])
    return distances.kilometres(
      from: Int(columns.applicant.organisation[person]),
      to: Int(columns.session.host[Int(option.session)]))
  }

  /// Whole euros, leaders too.
  package func euros(_ option: Option) -> Int {
    costs.euros(
      session: Int(option.session), isLeader: isLeader(option), kilometres: km(option))
  }

  /// The option's lot, from 0 to 2^20 - 1, the greater the better; leaders too.
  ///
  /// It depends on the seed, the ids of application and session and the place sector alone. Its
  /// definition stands with `Lot` and in `docs/model.md`.
  package func draw(_ option: Option) -> Int { lot.draw(option) }

  @inline(__always)
  private func isLeader(_ option: Option) -> Bool {
    columns.applicant.isLeader[Int(option.application)]
  }
}

/// The scores of `fit`, with what they look at.
struct Scores: Sendable {
  private let preferences: TargetLists
  private let preferenceScores: [Int]
  /// Of an exact, narrow and broad match.
  let sector: [Int]
  private let step: Int
  let twin: Int
  /// Sorted by organisation, then host.
  private let twins: Slices<Int32>

  init(_ round: Round) {
    let settings = round.settings
    preferences = .preferences(round)
    preferenceScores = settings.preferenceScores
    sector = (0..<3).map { place in
      settings.sectorScores.indices.contains(place) ? settings.sectorScores[place] : 0
    }
    step = settings.languageStepScore
    twin = settings.twinScore
    let pairs = round.twins.sorted { ($0.organisation, $0.host) < ($1.organisation, $1.host) }
    let hosts = Slices(pairs, owners: round.organisations.count, owner: \.organisation)
    var twins = Slices<Int32>()
    for organisation in 0..<hosts.count {
      twins.append(hosts.elements[hosts.range(organisation)].map { Int32($0.host) })
    }
    self.twins = twins
  }

  /// The better score of those for which a list names the session and its host; 0 if neither.
  @inline(__always)
  func preference(_ application: Int, session: Int32, host: Int32) -> Int {
    if preferences.isEmpty(application) { return 0 }
    let bySession = preferences.rank(application, session).map(score)
    let byHost = preferences.rank(application, ~host).map(score)
    guard let bySession else { return byHost ?? 0 }
    return max(bySession, byHost ?? bySession)
  }

  @inline(__always)
  private func score(ofRank rank: Int) -> Int {
    rank < preferenceScores.count ? preferenceScores[rank] : 0
  }

  @inline(__always)
  func language(_ steps: (fewest: Int, most: Int)) -> Int {
    saturatingProduct(step, step >= 0 ? steps.most : steps.fewest)
  }

  @inline(__always)
  func areTwins(_ organisation: Int32, _ host: Int32) -> Bool {
    let range = twins.range(Int(organisation))
    var (low, high) = (range.lowerBound, range.upperBound)
    while low < high {
      let middle = (low + high) / 2
      if twins.elements[middle] < host { low = middle + 1 } else { high = middle }
    }
    return low < range.upperBound && twins.elements[low] == host
  }
}
