/// Which schools may be twins, and what a pair of them is worth.
package struct SchoolPairing: Sendable {
  package let schools: [School]
  package let rules: TwinRules
  /// The rank of a school that the other one does not list: one below the end of the longest list.
  package let unlistedRank: Int
  /// Place in a school's list of wishes, from 1, by school.
  private let rank: [[Int: Int]]

  package init(_ schools: [School], _ rules: TwinRules) {
    self.schools = schools
    self.rules = rules
    unlistedRank = 1 + (schools.map(\.wishes.count).max() ?? 0)
    rank = schools.map { school in
      Dictionary(
        zip(school.wishes, 1...), uniquingKeysWith: { first, _ in first })
    }
  }

  /// Why two schools cannot be twins; the raw value is what tables and messages print.
  package enum Refusal: String, Hashable, Sendable, CaseIterable {
    case refused, wish, sector, language, distance
  }

  /// Every pair that may be twins, in rising order.
  ///
  /// - Complexity: O(*n* *m*) for *n* schools of one side and *m* of the other.
  package func possiblePairs() -> [SchoolPair] {
    let (eu, wb) = (schools.indices(of: .eu), schools.indices(of: .wb))
    return eu.flatMap { eu in wb.map { SchoolPair(eu: eu, wb: $0) } }.filter { refusal($0) == nil }
  }

  /// The first reason that speaks against a pair; none does where the two have agreed.
  package func refusal(_ pair: SchoolPair) -> Refusal? {
    let (eu, wb) = (schools[pair.eu], schools[pair.wb])
    if isAgreed(pair) { return nil }
    if eu.refused.contains(pair.wb) || wb.refused.contains(pair.eu) { return .refused }
    if rules.needsWish, !isWished(pair) { return .wish }
    if rules.needsSector, sectors(pair) == 0 { return .sector }
    if let level = rules.leastLevel, languages(pair) <= Int(level.rawValue) { return .language }
    if let most = rules.mostKilometres, kilometres(pair) > most { return .distance }
    return nil
  }

  /// Whether the two are twins already.
  package func isAgreed(_ pair: SchoolPair) -> Bool {
    schools[pair.eu].agreed.contains(pair.wb) || schools[pair.wb].agreed.contains(pair.eu)
  }

  private func isWished(_ pair: SchoolPair) -> Bool {
    [pair.eu, pair.wb].contains { school in
      schools[school].wishes.isEmpty || rank[school][pair.twin(of: school)] != nil
    }
  }

  /// The place of a twin among a school's wishes, from 1; `unlistedRank` where it is not listed,
  /// and `nil` for a school that lists nobody and so takes all alike.
  package func rank(of twin: Int, for school: Int) -> Int? {
    schools[school].wishes.isEmpty ? nil : rank[school][twin] ?? unlistedRank
  }

  /// The worse rank that one of the two gives the other; 0 where neither has wishes.
  package func worseRank(_ pair: SchoolPair) -> Int {
    max(rank(of: pair.wb, for: pair.eu) ?? 0, rank(of: pair.eu, for: pair.wb) ?? 0)
  }

  /// What the wishes of both that come true count: the first wish as much as the longest list has
  /// places, each later one 1 less, an unlisted twin 0.
  package func wishes(_ pair: SchoolPair) -> Int {
    [rank(of: pair.wb, for: pair.eu), rank(of: pair.eu, for: pair.wb)]
      .reduce(0) { $0 + unlistedRank - ($1 ?? unlistedRank) }
  }

  /// For each sector of either school how close the nearest one of the other is: 3 for the same, 2
  /// for the same narrow and 1 for the same broad field; added up.
  package func sectors(_ pair: SchoolPair) -> Int {
    let (eu, wb) = (schools[pair.eu].sectors, schools[pair.wb].sectors)
    func closeness(_ own: [Sector], _ others: [Sector]) -> Int {
      own.reduce(0) { $0 + ($1.match(with: others).map { 3 - $0.rawValue } ?? 0) }
    }
    return closeness(eu, wb) + closeness(wb, eu)
  }

  /// The level, from 1 for A1 to 7 for native, at which both speak the language that they share
  /// best; 0 where they share none.
  package func languages(_ pair: SchoolPair) -> Int {
    let (eu, wb) = (schools[pair.eu].languages, schools[pair.wb].languages)
    return eu.flatMap { skill in
      wb.filter { $0.code == skill.code }.map { 1 + Int(min($0.level, skill.level).rawValue) }
    }.max() ?? 0
  }

  /// Whole kilometres between the two, 0 where one of them has no coordinates.
  package func kilometres(_ pair: SchoolPair) -> Int {
    Distances.kilometres(from: schools[pair.eu].coordinates, to: schools[pair.wb].coordinates)
  }

  /// The pair's lot, from 0 to 2^20 - 1; it hangs on the two ids and the seed alone.
  package func draw(_ pair: SchoolPair) -> Int {
    Lot.draw(schools[pair.eu].id, schools[pair.wb].id, seed: rules.drawSeed)
  }
}

extension [School] {
  /// Indices of the schools of one side, in rising order.
  package func indices(of side: School.Side) -> [Int] { indices.filter { self[$0].side == side } }
}
