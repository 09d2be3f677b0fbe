/// The schools of a round, in the order of countries.
struct SenderPool {
  /// Indexed by country, then by school.
  private let schools: [[Sender]]

  init(schoolsPerCountry: Int, twins: [String], seed: UInt64) {
    schools = Country.all.indices.map { country in
      (0..<schoolsPerCountry).map {
        Sender.school(country: country, index: $0, twins: twins, seed: seed)
      }
    }
  }

  /// Every school, in the order of countries.
  var all: [Sender] { schools.flatMap { $0 } }

  /// Rows of twins.csv.
  var twins: [[String]] { all.compactMap { school in school.twin.map { [school.id, $0] } } }

  /// A school, drawn by the countries' shares of applicants.
  func school(_ random: inout Randomness) -> Sender {
    random.pick(schools[random.weighted(Country.shares)])
  }

  /// Where staff come from: seldom the country's partner itself, else a school.
  func employer(_ random: inout Randomness) -> Sender {
    let country = random.weighted(Country.shares)
    return random.chance(6) ? Sender.partners[country] : random.pick(schools[country])
  }
}
