/// A kind of vocational school: what it teaches, and what it is called in the six countries.
struct SchoolKind {
  /// ISCED-F 2013 detailed fields.
  var fields: [String]
  var serbian: String
  var albanian: String
  var macedonian: String

  func title(in country: String) -> String {
    switch country {
    case "AL", "XK": albanian
    case "MK": macedonian
    case "RS": serbian
    default: "Srednja " + serbian.prefix(1).lowercased() + serbian.dropFirst()
    }
  }

  static let all = [
    SchoolKind(
      fields: ["0713", "0714", "0715", "0716"], serbian: "Tehnička škola",
      albanian: "Shkolla e Mesme Teknike", macedonian: "Средно техничко училиште"),
    SchoolKind(
      fields: ["1013", "1015", "0721"], serbian: "Ugostiteljsko-turistička škola",
      albanian: "Shkolla e Hoteleri-Turizmit", macedonian: "Угостителско-туристичко училиште"),
    SchoolKind(
      fields: ["0411", "0413", "0416", "1015"], serbian: "Ekonomska škola",
      albanian: "Shkolla Ekonomike", macedonian: "Економско училиште"),
    SchoolKind(
      fields: ["0913", "0916", "0911", "0922"], serbian: "Medicinska škola",
      albanian: "Shkolla e Mesme e Mjekësisë", macedonian: "Медицинско училиште"),
    SchoolKind(
      fields: ["0613", "0612", "0211"], serbian: "Škola za informacione tehnologije",
      albanian: "Shkolla e Teknologjisë së Informacionit",
      macedonian: "Училиште за информатика"),
    SchoolKind(
      fields: ["0811", "0841", "0721"], serbian: "Poljoprivredna škola",
      albanian: "Shkolla Bujqësore", macedonian: "Земјоделско училиште"),
    SchoolKind(
      fields: ["0732", "0731", "0722"], serbian: "Građevinska škola",
      albanian: "Shkolla e Ndërtimit", macedonian: "Градежно училиште"),
    SchoolKind(
      fields: ["0723", "0212", "1012"], serbian: "Škola za dizajn i lične usluge",
      albanian: "Shkolla e Dizajnit dhe Shërbimeve",
      macedonian: "Училиште за дизајн и услуги"),
    SchoolKind(
      fields: ["1041", "0716", "0416"], serbian: "Saobraćajna škola",
      albanian: "Shkolla e Transportit", macedonian: "Сообраќајно училиште"),
  ]

  /// A name of a thing rather than of a person, so that it is hardly a real school's.
  static func nickname(_ index: Int, in country: String) -> String {
    let names: [String]
    switch country {
    case "AL", "XK": names = albanianNames
    case "MK": names = macedonianNames
    default: names = serbianNames
    }
    return "„" + names[index % names.count] + "“"
  }

  private static let serbianNames = [
    "Novi most", "Zelena dolina", "Plavi put", "Stara lipa", "Bela reka", "Jasna zvezda", "Kamen",
  ]
  private static let albanianNames = [
    "Ura e Re", "Lugina e Gjelbër", "Rruga e Kaltër", "Bliri i Vjetër", "Lumi i Bardhë",
    "Ylli i Mëngjesit", "Guri",
  ]
  private static let macedonianNames = [
    "Нов мост", "Зелена долина", "Син пат", "Стара липа", "Бела река", "Јасна ѕвезда", "Камен",
  ]
}
