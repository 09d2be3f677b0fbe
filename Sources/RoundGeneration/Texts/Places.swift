/// A real city; coordinates in degrees, as text so that they are the same bytes everywhere.
struct City {
  var name: String
  var latitude: String
  var longitude: String

  init(_ name: String, _ latitude: String, _ longitude: String) {
    self.name = name
    self.latitude = latitude
    self.longitude = longitude
  }
}

/// A sending country with the cities in which its made-up schools stand.
struct Country {
  var code: String
  /// Applicants in 1,000.
  var share: Int
  /// Languages learnt there beside English, with how many of 100 people have them.
  var foreignLanguages: [(code: String, percent: Int)]
  var cities: [City]

  static let all = [serbia, albania, bosnia, montenegro, kosovo, northMacedonia]
  static let codes = all.map(\.code)
  static let shares = all.map(\.share)

  static let serbia = Country(
    code: "RS", share: 205,
    foreignLanguages: [("de", 18), ("fr", 8), ("es", 8), ("it", 8)],
    cities: [
      City("Beograd", "44.8125", "20.4612"), City("Novi Sad", "45.2551", "19.8452"),
      City("Niš", "43.3209", "21.8958"), City("Kragujevac", "44.0128", "20.9114"),
      City("Subotica", "46.1005", "19.6651"), City("Užice", "43.8556", "19.8425"),
      City("Čačak", "43.8914", "20.3497"), City("Zrenjanin", "45.3816", "20.3686"),
      City("Leskovac", "42.9981", "21.9461"), City("Valjevo", "44.2751", "19.8982"),
    ])

  static let albania = Country(
    code: "AL", share: 190,
    foreignLanguages: [("it", 38), ("fr", 10), ("de", 8), ("es", 6)],
    cities: [
      City("Tiranë", "41.3275", "19.8187"), City("Durrës", "41.3231", "19.4414"),
      City("Shkodër", "42.0683", "19.5126"), City("Vlorë", "40.4661", "19.4914"),
      City("Elbasan", "41.1125", "20.0822"), City("Korçë", "40.6186", "20.7808"),
      City("Fier", "40.7239", "19.5561"), City("Berat", "40.7058", "19.9522"),
      City("Lezhë", "41.7836", "19.6436"), City("Kukës", "42.0769", "20.4219"),
    ])

  static let bosnia = Country(
    code: "BA", share: 180,
    foreignLanguages: [("de", 22), ("it", 6), ("fr", 4), ("sl", 4)],
    cities: [
      City("Sarajevo", "43.8563", "18.4131"), City("Mostar", "43.3438", "17.8078"),
      City("Tuzla", "44.5384", "18.6671"), City("Zenica", "44.2034", "17.9077"),
      City("Banja Luka", "44.7722", "17.1910"), City("Bihać", "44.8169", "15.8708"),
      City("Bijeljina", "44.7569", "19.2161"), City("Trebinje", "42.7119", "18.3436"),
      City("Goražde", "43.6667", "18.9756"), City("Travnik", "44.2264", "17.6658"),
    ])

  static let montenegro = Country(
    code: "ME", share: 85,
    foreignLanguages: [("it", 20), ("de", 10), ("fr", 8), ("es", 6)],
    cities: [
      City("Podgorica", "42.4304", "19.2594"), City("Budva", "42.2911", "18.8403"),
      City("Bar", "42.0931", "19.1003"), City("Nikšić", "42.7731", "18.9445"),
      City("Pljevlja", "43.3567", "19.3584"), City("Berane", "42.8425", "19.8733"),
      City("Kotor", "42.4247", "18.7712"), City("Bijelo Polje", "43.0383", "19.7476"),
      City("Cetinje", "42.3906", "18.9142"), City("Herceg Novi", "42.4531", "18.5375"),
    ])

  static let kosovo = Country(
    code: "XK", share: 170,
    foreignLanguages: [("de", 22), ("it", 8), ("fr", 4), ("sr", 6)],
    cities: [
      City("Prishtinë", "42.6629", "21.1655"), City("Prizren", "42.2139", "20.7397"),
      City("Pejë", "42.6591", "20.2883"), City("Gjakovë", "42.3803", "20.4308"),
      City("Ferizaj", "42.3702", "21.1483"), City("Mitrovicë", "42.8914", "20.8660"),
      City("Gjilan", "42.4635", "21.4694"), City("Malishevë", "42.4828", "20.7458"),
      City("Vushtrri", "42.8231", "20.9675"), City("Rahovec", "42.3994", "20.6547"),
    ])

  static let northMacedonia = Country(
    code: "MK", share: 170,
    foreignLanguages: [("sr", 35), ("de", 8), ("fr", 8), ("it", 5)],
    cities: [
      City("Skopje", "41.9981", "21.4254"), City("Bitola", "41.0297", "21.3292"),
      City("Kumanovo", "42.1322", "21.7144"), City("Prilep", "41.3464", "21.5542"),
      City("Tetovo", "42.0069", "20.9715"), City("Ohrid", "41.1172", "20.8016"),
      City("Veles", "41.7156", "21.7756"), City("Štip", "41.7358", "22.1914"),
      City("Strumica", "41.4375", "22.6431"), City("Gostivar", "41.7958", "20.9083"),
    ])
}
