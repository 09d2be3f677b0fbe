/// The host centres of INTERVET Western Balkans. Names, cities and streams are real; languages,
/// fields, appeal and beds are made.
extension Hub {
  static let seville = Hub(
    id: "incoma", name: "INCOMA", country: "ES", city: City("Sevilla", "37.3891", "-5.9845"),
    learnerLanguages: "en:B1|es:A2", staffLanguages: "en:B2|es:B1",
    fields: [
      "1013", "0613", "0713", "1015", "0413", "0716", "1012", "0811", "0211", "0732",
    ],
    appeal: 30, beds: 30)
  static let wroclaw = Hub(
    id: "mode", name: "MODE Foundation", country: "PL",
    city: City("Wrocław", "51.1079", "17.0385"),
    learnerLanguages: "en:B1|pl:A2", staffLanguages: "en:B2|pl:B1",
    fields: [
      "0715", "0714", "0613", "1013", "0416", "0841", "0723", "0922", "0731", "1041",
    ],
    appeal: 15, beds: 28)
  static let bologna = Hub(
    id: "uniser", name: "Uniser", country: "IT", city: City("Bologna", "44.4949", "11.3426"),
    learnerLanguages: "en:B1|it:A2", staffLanguages: "en:B2|it:B1",
    fields: [
      "1013", "0714", "0715", "0721", "0212", "0416", "0913", "0732", "0613", "0811",
    ],
    appeal: 28, beds: 32)
  static let maribor = Hub(
    id: "zni", name: "ZNI - Zavod za novodobno izobraževanje", country: "SI",
    city: City("Maribor", "46.5547", "15.6459"),
    learnerLanguages: "en:B1|sl:A2|hr:B2|sr:B2|bs:B2|cnr:B2", staffLanguages: "en:B2|sl:B1",
    fields: [
      "0713", "0715", "1013", "0732", "0722", "0913", "0811", "1041", "0413", "0916",
    ],
    appeal: 12, beds: 26)
  static let lyon = Hub(
    id: "sepr", name: "SEPR", country: "FR", city: City("Lyon", "45.7640", "4.8357"),
    learnerLanguages: "en:B2|fr:A2", staffLanguages: "en:B2|fr:B1",
    fields: [
      "1012", "0212", "0721", "0713", "0211", "0916", "0716", "0722", "1013", "0613",
    ],
    appeal: 15, beds: 24)
  static let dordrecht = Hub(
    id: "davinci", name: "ROC Da Vinci College", country: "NL",
    city: City("Dordrecht", "51.8133", "4.6901"),
    learnerLanguages: "en:B1", staffLanguages: "en:B2",
    fields: ["0714", "0715", "0613", "0413", "0913", "1041", "1013", "0732", "0721"],
    appeal: 35, beds: 20)
  static let paola = Hub(
    id: "mcast", name: "MCAST", country: "MT", city: City("Paola", "35.8731", "14.5072"),
    learnerLanguages: "en:B1", staffLanguages: "en:B1",
    fields: ["0713", "0716", "1013", "0613", "0922", "0811", "0212", "0416", "0913"],
    appeal: 40, beds: 20)

  static let ofIntervet = [seville, wroclaw, bologna, maribor, lyon, dordrecht, paola]
  static let forLearners = [seville, wroclaw, bologna, maribor, lyon]
  static let forJobShadowing = [lyon, dordrecht, paola]
  static let forSummerSchools = [bologna, seville, dordrecht]

  /// Where the sessions of a stream are.
  static func hosts(of stream: MobilityStream) -> [Hub] {
    switch stream {
    case .oneMonth, .threeMonth: forLearners
    case .jobShadowing, .thematicTeam: forJobShadowing
    case .summerSchool: forSummerSchools
    }
  }
}

/// The partners of INTERVET Western Balkans that host nobody; names, cities and roles are real.
extension Sender {
  /// The sending partner of each country, in the order of `Country.all`.
  static let partners = [
    partner("ccis", "Chamber of Commerce and Industry of Serbia", .serbia),
    partner("albanian-skills", "Albanian Skills", .albania),
    partner("ius", "International University of Sarajevo", .bosnia),
    partner("pkcg", "Chamber of Economy of Montenegro", .montenegro),
    partner("prishtina-rea", "Prishtina REA", .kosovo),
    partner("ncdiel", "NCDIEL", .northMacedonia),
  ]

  /// The European Forum of Technical and Vocational Education and Training, Brussels.
  static let efvetRow = ["efvet", "EfVET", "BE", "Bruxelles", "50.8503", "4.3517"]

  private static func partner(_ id: String, _ name: String, _ country: Country) -> Sender {
    Sender(
      id: id, name: name, country: country, city: country.cities[0],
      fields: ["0413", "0411", "0416", "0613"])
  }
}
