extension SmallRound {
  mutating func makePeople() {
    let wanted = size("application count", in: shape.applications)
    var random = draw("people mix")
    let leading = streams.indices.filter { streams[$0].learnersPerLeader > 0 }
    let leaderShare = leading.isEmpty ? 0 : random.number(in: 12...35)
    let secondStream = random.number(in: 0...35)
    while wishes.count < wanted {
      let index = people.count
      people.append(person(index))
      var own = draw("applications", index)
      if own.chance(leaderShare) {
        wishes.append(wish(index, stream: own.pick(leading), isLeader: true, &own))
        continue
      }
      let first = own.below(streams.count)
      wishes.append(wish(index, stream: first, isLeader: false, &own))
      if streams.count > 1, wishes.count < wanted, own.chance(secondStream) {
        let second = (first + 1 + own.below(streams.count - 1)) % streams.count
        wishes.append(wish(index, stream: second, isLeader: false, &own))
      }
    }
  }

  private func person(_ index: Int) -> SmallPerson {
    var random = draw("person", index)
    let school = random.below(schools.count)
    let country = schools[school].country
    let isFemale = random.chance(50)
    let name = MadeName(country: country, isFemale: isFemale, using: &random)
    var languages = name.languages
    if random.chance(90) { languages.append("en:" + random.pick(["A2", "B1", "B1", "B2", "C1"])) }
    if random.chance(20) { languages.append("it:" + random.pick(["A1", "A2", "B1"])) }
    if random.chance(10) { languages.append("de:" + random.pick(["B1", "C2"])) }
    let fields = random.shuffled(SmallSession.allFields).prefix(random.number(in: 1...3))
    return SmallPerson(
      id: "p\(index + 1)", name: name.text, school: school,
      birth: random.chance(92) ? CalendarDay(2003, 6, 1) + random.below(1100) : nil,
      nationality: random.chance(85) ? country : random.pick(Country.codes),
      languages: languages, fields: Array(fields), isFemale: isFemale,
      isFirstTime: random.chance(70), schoolYear: random.pick(["2", "3", "4"]))
  }

  private func wish(
    _ person: Int, stream: Int, isLeader: Bool, _ random: inout Randomness
  ) -> SmallWish {
    var wish = SmallWish(id: "a\(wishes.count + 1)", person: person, stream: stream)
    wish.isLeader = isLeader
    if random.chance(shape.windows) {
      wish.window.from = CalendarDay(2022, 1, 1) + random.below(90)
    }
    if random.chance(shape.windows) {
      wish.window.until = CalendarDay(2022, 6, 1) + random.below(120)
    }
    wish.points = random.pick([random.below(10_001), 100 * random.below(101), 7500])
    if random.chance(75) {
      let choices = hosts.map(\.id) + sessions.filter { $0.stream == stream }.map(\.id)
      wish.preferences = Array(
        random.shuffled(choices).prefix(random.number(in: 1...min(6, choices.count))))
    }
    return wish
  }

  /// Joins applications of one stream, mostly of one school, into groups of 2 to 4.
  mutating func makeGroups() {
    var random = draw("groups")
    guard random.chance(75) else { return }
    let attempts = random.number(in: 1...max(1, wishes.count / 8))
    for number in 0..<attempts {
      let first = random.pick(wishes)
      let school = people[first.person].school
      let isMixed = random.chance(20)
      let mates = wishes.indices.filter {
        let other = wishes[$0]
        return other.stream == first.stream && other.group.isEmpty
          && (isMixed || people[other.person].school == school)
      }
      guard mates.count > 1 else { continue }
      let size = min(mates.count, random.pick([2, 2, 3, 4]))
      for mate in random.shuffled(mates).prefix(size) { wishes[mate].group = "g\(number + 1)" }
    }
  }
}
