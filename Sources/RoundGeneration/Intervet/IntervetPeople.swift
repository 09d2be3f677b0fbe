/// Everybody who applies, with what they apply for.
///
/// Learners come in departures: one learner, or a group of two to six of one school that wants
/// the same dates. Staff apply for one or more of the staff streams; some of them, and teachers
/// who apply for nothing else, offer to accompany learners.
struct IntervetPeople {
  var seed: UInt64
  var shape: IntervetShape
  var sessions: [MadeSession]

  func make() -> (people: [Person], wishes: [Wish]) {
    var people: [Person] = []
    var wishes: [Wish] = []
    addLearners(&people, &wishes)
    addGraduates(&people, &wishes)
    addStaff(&people, &wishes)
    return (people, wishes)
  }

  private func addLearners(_ people: inout [Person], _ wishes: inout [Wish]) {
    let total = shape.applicants(forSeats: MobilityStream.oneMonth.seats)
    let pro = shape.applicants(forSeats: MobilityStream.threeMonth.seats) * 3 / 10
    var index = 0
    var departure = 0
    while index < total {
      var random = Randomness(seed: seed, "departure", departure)
      let isGroup = random.chance(shape.groupShare)
      let size = min(isGroup ? random.pick([2, 2, 3, 3, 4, 4, 5, 6]) : 1, total - index)
      let school = school(&random)
      let field = random.pick(school.kind.sectors)
      let window = window(&random)
      let liked = ranking(Hub.forLearners, school, &random)
      for member in 0..<size {
        let person = Person.learner(
          index, school: school, field: field, isGraduate: false, seed: seed)
        var wish = Wish(id: "a-" + person.id, person: person, stream: .oneMonth)
        (wish.from, wish.until) = window
        wish.points = points(&random)
        wish.preferences = preferences(liked, .oneMonth, &random)
        wish.group = size > 1 ? "g\((departure + 1).padded(4))" : ""
        people.append(person)
        wishes.append(wish)
        if size == 1, index % 7 == 3, proCount(wishes) < pro {
          wishes.append(proWish(person, &random))
        }
        _ = member
        index += 1
      }
      if size > 1, random.chance(shape.teachersInGroups) {
        addTeacher(departure, school, window, &people, &wishes, &random)
      }
      departure += 1
    }
  }

  private func proCount(_ wishes: [Wish]) -> Int {
    wishes.count { $0.stream == .threeMonth }
  }

  private func addTeacher(
    _ departure: Int, _ school: School, _ window: (Date?, Date?), _ people: inout [Person],
    _ wishes: inout [Wish], _ random: inout Randomness
  ) {
    let person = Person.staff(10_000 + departure, school: school, seed: seed)
    var fluent = person
    if !fluent.languages.contains(where: { $0.hasPrefix("en:B") }) {
      fluent.languages.removeAll { $0.hasPrefix("en:") }
      fluent.languages.append("en:B2")
    }
    var wish = Wish(id: "a-" + person.id, person: fluent, stream: .oneMonth)
    wish.isLeader = true
    (wish.from, wish.until) = window
    wish.group = "g\((departure + 1).padded(4))"
    people.append(fluent)
    wishes.append(wish)
  }

  private func addGraduates(_ people: inout [Person], _ wishes: inout [Wish]) {
    let wanted = shape.applicants(forSeats: MobilityStream.threeMonth.seats) - proCount(wishes)
    for number in 0..<max(0, wanted) {
      var random = Randomness(seed: seed, "graduate", number)
      let school = school(&random)
      let person = Person.learner(
        20_000 + number, school: school, field: random.pick(school.kind.sectors), isGraduate: true,
        seed: seed)
      people.append(person)
      wishes.append(proWish(person, &random))
    }
  }

  private func proWish(_ person: Person, _ random: inout Randomness) -> Wish {
    var wish = Wish(id: "p-" + person.id, person: person, stream: .threeMonth)
    if random.chance(40) { wish.from = Date(2022, 5, 1) + random.below(60) }
    if random.chance(20) { wish.until = Date(2022, 9, 30) + random.below(60) }
    wish.points = points(&random)
    let liked = ranking(Hub.forLearners, person.school, &random)
    wish.preferences = preferences(liked, .threeMonth, &random)
    return wish
  }

  private func addStaff(_ people: inout [Person], _ wishes: inout [Wish]) {
    let shadowing = shape.applicants(forSeats: MobilityStream.jobShadowing.seats)
    let thematic = shape.applicants(forSeats: MobilityStream.thematicTeam.seats)
    let summer = shape.applicants(forSeats: MobilityStream.summerSchool.seats)
    let thematicFrom = shadowing * 6 / 10
    let summerFrom = thematicFrom + thematic * 7 / 10
    let staff = summerFrom + summer
    let leaders = shape.leaders * shape.copies
    for number in 0..<(staff + leaders * 7 / 10) {
      var random = Randomness(seed: seed, "teacher", number)
      let person = Person.staff(number, school: school(&random), seed: seed)
      people.append(person)
      if number < shadowing { wishes.append(staffWish(person, .jobShadowing, &random)) }
      if number >= thematicFrom, number < thematicFrom + thematic {
        wishes.append(staffWish(person, .thematicTeam, &random))
      }
      if number >= summerFrom, number < staff {
        wishes.append(staffWish(person, .summerSchool, &random))
      }
      let isLeader = number >= staff || number < leaders - leaders * 7 / 10
      if isLeader { wishes.append(leaderWish(person, &random)) }
    }
  }

  private func staffWish(
    _ person: Person, _ stream: MobilityStream, _ random: inout Randomness
  ) -> Wish {
    let prefix = ["j-", "s-", "t-"][
      stream == .jobShadowing ? 0 : stream == .summerSchool ? 1 : 2]
    var wish = Wish(id: prefix + person.id, person: person, stream: stream)
    if random.chance(20) { wish.from = Date(2022, 4, 1) + random.below(150) }
    if random.chance(20) { wish.until = Date(2022, 7, 1) + random.below(150) }
    wish.points = points(&random)
    let hosts = stream == .summerSchool ? Hub.forSummerSchools : Hub.forJobShadowing
    wish.preferences = preferences(ranking(hosts, person.school, &random), stream, &random)
    return wish
  }

  private func leaderWish(_ person: Person, _ random: inout Randomness) -> Wish {
    var wish = Wish(id: "e-" + person.id, person: person, stream: .oneMonth)
    wish.isLeader = true
    (wish.from, wish.until) = window(&random)
    return wish
  }

  private func school(_ random: inout Randomness) -> School {
    let country = random.weighted(Country.all.map(\.share))
    return School(country: country, index: random.below(shape.schoolsPerCountry), seed: seed)
  }

  private func window(_ random: inout Randomness) -> (Date?, Date?) {
    switch random.weighted([8, 9, 14, 25, 12, 22, 10]) {
    case 0: (Date(2021, 9, 1) + random.below(30), Date(2022, 5, 31) + random.below(10))
    case 1: (Date(2022, 1, 20), Date(2022, 7, 10) + random.below(20))
    case 2: (Date(2022, 5, 25) + random.below(16), Date(2022, 8, 20) + random.below(15))
    case 3: (Date(2022, 6, 1) + random.below(20), Date(2022, 11, 10) + random.below(20))
    case 4: (Date(2022, 8, 25) + random.below(30), Date(2022, 12, 23))
    case 5: (Date(2021, 9, 15), Date(2022, 10, 31) + random.below(25))
    default: (nil, nil)
    }
  }

  private func points(_ random: inout Randomness) -> Int {
    4000 + random.below(3001) + random.below(3001)
  }

  /// Hosts that a person likes, best first: drawn by appeal, a twin more often than not on top.
  private func ranking(_ hosts: [Hub], _ school: School, _ random: inout Randomness) -> [Hub] {
    var rest = hosts
    var ranked: [Hub] = []
    if let twin = school.twin, random.chance(60), rest.contains(where: { $0.id == twin.id }) {
      ranked.append(twin)
      rest.removeAll { $0.id == twin.id }
    }
    while !rest.isEmpty {
      ranked.append(rest.remove(at: random.weighted(rest.map(\.appeal))))
    }
    return ranked
  }

  private func preferences(
    _ liked: [Hub], _ stream: MobilityStream, _ random: inout Randomness
  ) -> [String] {
    if random.chance(14) { return [] }
    var listed = liked.prefix(random.number(in: 1...4)).map(\.id)
    if random.chance(30) {
      let favourite = sessions.filter { $0.stream == stream && $0.host.id == listed[0] }
      if !favourite.isEmpty { listed.insert(random.pick(favourite).id, at: 0) }
    }
    return listed
  }
}
