/// Grants of the 2021 to 2023 calls: published distance bands and national daily rates.
enum RateTable {
  /// Rows of rates.csv.
  static let rows: [[String]] =
    travel + daily + [["organisation", "participant", "", "", "", "350"]]

  private static let travel = [
    (10, 99, 23), (100, 499, 180), (500, 1999, 275), (2000, 2999, 360), (3000, 3999, 530),
  ].map { least, most, euros in ["travel", "", "", String(least), String(most), String(euros)] }

  /// Learners and staff by country group; hosts of Malta and the Netherlands take staff only.
  private static let daily = [
    ("ES", 56, 104), ("FR", 56, 104), ("IT", 56, 104), ("MT", 104, 104), ("NL", 104, 104),
    ("PL", 48, 91), ("SI", 48, 91),
  ].flatMap { country, participant, leader in
    [
      ["daily", "participant", country, "", "", String(participant)],
      ["daily", "leader", country, "", "", String(leader)],
    ]
  }
}
