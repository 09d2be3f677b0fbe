/// Everybody who applies, with what they apply for.
struct IntervetPeople {
  var people: [Person] = []
  var wishes: [Wish] = []
  /// Rows of locks.csv.
  var locks: [[String]] = []

  private let seed: UInt64
  private let shape: IntervetShape
  private let choice: IntervetChoice
  private let senders: SenderPool
  private let population: Population

  init(seed: UInt64, shape: IntervetShape, sessions: [MadeSession], senders: SenderPool) {
    self.seed = seed
    self.shape = shape
    choice = IntervetChoice(sessions: sessions, era: shape.era)
    self.senders = senders
    population = Population(
      seed: seed, opening: shape.era.day(2021, 10, 4), stayCountries: shape.era.stayCountries)
    addLearners()
    addGraduates()
    addStaff()
    addForbids()
  }

  /// Learners come in departures: one of them, or a group of two to six of one school that
  /// wants the same dates.
  private mutating func addLearners() {
    let total = shape.applicants(.oneMonth)
    var departure = 0
    var first = 0
    while first < total {
      var random = Randomness(seed: seed, "departure", departure)
      let isGroup = random.chance(shape.groupShare)
      let size = isGroup ? random.pick([2, 2, 3, 3, 4, 4, 5, 6]) : 1
      let members = first..<min(first + size, total)
      addDeparture(departure, members, &random)
      first = members.upperBound
      departure += 1
    }
  }

  private mutating func addDeparture(
    _ departure: Int, _ members: Range<Int>, _ random: inout Randomness
  ) {
    let sender = senders.school(&random)
    let field = random.pick(sender.fields)
    let window = choice.learnerWindow(&random)
    let liked = choice.ranking(.oneMonth, twin: sender.twin, &random)
    let group = members.count > 1 ? "g" + (departure + 1).padded(4) : ""
    for member in members {
      let person = population.learner(
        member, id: "l" + (member + 1).padded(4), sender: sender, field: field,
        isInGroup: members.count > 1)
      people.append(person)
      var wish = Wish(id: person.id + "-m1", person: person.id, stream: .oneMonth)
      wish.window = window
      wish.points = Wish.points(&random)
      wish.preferences = choice.preferences(liked, .oneMonth, &random)
      wish.group = group
      wishes.append(wish)
      if appliesTwice(member) { wishes.append(threeMonthWish(person, &random)) }
    }
    if !group.isEmpty, random.chance(shape.teachersInGroups) {
      addCompanion(departure, sender, window, group)
    }
  }

  /// The teacher who travels with a group of the own school or not at all.
  private mutating func addCompanion(
    _ departure: Int, _ sender: Sender, _ window: Window, _ group: String
  ) {
    var person = population.teacher(
      100_000 + departure, id: "c" + (departure + 1).padded(4), sender: sender)
    person.languages.removeAll { $0.hasPrefix("en:") }
    person.languages.append("en:B2")
    person.stay = nil
    people.append(person)
    var wish = Wish(id: person.id + "-ld", person: person.id, stream: .oneMonth)
    wish.isLeader = true
    wish.window = window
    wish.group = group
    wishes.append(wish)
  }

  /// Three in ten of those who want three months want one month as well.
  private var appliesTwiceCount: Int { shape.applicants(.threeMonth) * 3 / 10 }

  private func appliesTwice(_ learner: Int) -> Bool {
    let total = shape.applicants(.oneMonth)
    return learner * appliesTwiceCount / total != (learner + 1) * appliesTwiceCount / total
  }

  private mutating func addGraduates() {
    for number in 0..<(shape.applicants(.threeMonth) - appliesTwiceCount) {
      var random = Randomness(seed: seed, "graduate's wish", number)
      let sender = senders.school(&random)
      let person = population.learner(
        number, id: "r" + (number + 1).padded(4), sender: sender,
        field: random.pick(sender.fields), isGraduate: true)
      people.append(person)
      wishes.append(threeMonthWish(person, &random))
    }
  }

  private func threeMonthWish(_ person: Person, _ random: inout Randomness) -> Wish {
    var wish = Wish(id: person.id + "-m3", person: person.id, stream: .threeMonth)
    if random.chance(35) { wish.window.from = shape.era.day(2022, 5, 1) + random.below(60) }
    if random.chance(15) { wish.window.until = shape.era.day(2022, 9, 30) + random.below(60) }
    wish.points = Wish.points(&random)
    let liked = choice.ranking(.threeMonth, twin: person.sender.twin, &random)
    wish.preferences = choice.preferences(liked, .threeMonth, &random)
    return wish
  }

  /// Staff apply for one or two of the staff streams; some of them, and teachers who apply for
  /// nothing else, offer to accompany learners.
  private mutating func addStaff() {
    let shadowing = 0..<shape.applicants(.jobShadowing)
    let thematicStart = shadowing.count * 6 / 10
    let thematic = thematicStart..<(thematicStart + shape.applicants(.thematicTeam))
    let summerStart = thematicStart + thematic.count * 7 / 10
    let summer = summerStart..<(summerStart + shape.applicants(.summerSchool))
    let leaders = shape.leaders * shape.copies
    let leadersOnly = leaders * 7 / 10
    for number in 0..<(summer.upperBound + leadersOnly) {
      var random = Randomness(seed: seed, "teacher's wish", number)
      let isLeader = number < leaders - leadersOnly || number >= summer.upperBound
      let sender = isLeader ? senders.school(&random) : senders.employer(&random)
      let person = population.teacher(number, id: "t" + (number + 1).padded(4), sender: sender)
      people.append(person)
      for (stream, range) in [
        (MobilityStream.jobShadowing, shadowing), (.thematicTeam, thematic),
        (.summerSchool, summer),
      ] where range.contains(number) {
        wishes.append(staffWish(person, stream, &random))
      }
      if isLeader { wishes.append(leaderWish(person, &random)) }
    }
  }

  private func staffWish(
    _ person: Person, _ stream: MobilityStream, _ random: inout Randomness
  ) -> Wish {
    var wish = Wish(id: person.id + "-" + stream.short, person: person.id, stream: stream)
    if random.chance(20) { wish.window.from = shape.era.day(2022, 4, 1) + random.below(150) }
    if random.chance(20) {
      let earliest = wish.window.from.map { $0 + 45 } ?? shape.era.day(2022, 7, 1)
      wish.window.until = earliest + random.below(150)
    }
    wish.points = Wish.points(&random)
    let liked = choice.ranking(stream, twin: person.sender.twin, &random)
    wish.preferences = choice.preferences(liked, stream, &random)
    return wish
  }

  private func leaderWish(_ person: Person, _ random: inout Randomness) -> Wish {
    var wish = Wish(id: person.id + "-ld", person: person.id, stream: .oneMonth)
    wish.isLeader = true
    wish.window = choice.learnerWindow(&random)
    return wish
  }

  /// Some of those who have been abroad before do not go to the same host again.
  private mutating func addForbids() {
    for (number, person) in people.enumerated() where !person.isFirstTime {
      var random = Randomness(seed: seed, "forbid", number)
      guard person.schoolYear != "staff", random.chance(15) else { continue }
      let stream: MobilityStream = person.schoolYear == "graduate" ? .threeMonth : .oneMonth
      let partner = Sender.partners.first { $0.country.code == person.sender.country.code }
      locks.append([
        person.id + "-" + stream.short, "forbid", random.pick(Hub.forLearners).id,
        "Has been at this host before", partner?.id ?? "",
      ])
    }
  }
}
