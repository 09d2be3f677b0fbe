/// Names of countries as pages show them, in the order of ``Language/allCases``.
///
/// Kosovo carries the star whose footnote every page has that names it.
enum CountryTexts {
  /// The name of a country by its code; the code itself where no name is known.
  static func name(_ code: String, _ language: Language) -> String {
    guard let names = names[code], let place = Language.allCases.firstIndex(of: language) else {
      return code
    }
    return names[place]
  }

  private static let names: [String: [String]] = {
    var names: [String: [String]] = [:]
    for line in table.split(separator: "\n") {
      let cells = line.split(separator: "|").map(String.init)
      names[cells[0]] = Array(cells.dropFirst())
    }
    return names
  }()

  private static let table = """
    AL|Albania|Albanija|Albanija|Албанија|Shqipëria|Albania
    AT|Austria|Austrija|Austrija|Австрија|Austria|Austria
    BA|Bosnia and Herzegovina|Bosna i Hercegovina|Bosna i Hercegovina|Босна и Херцеговина|\
    Bosnja dhe Hercegovina|Bosnia-Erzegovina
    BE|Belgium|Belgija|Belgija|Белгија|Belgjika|Belgio
    BG|Bulgaria|Bugarska|Bugarska|Бугарија|Bullgaria|Bulgaria
    CH|Switzerland|Švajcarska|Švicarska|Швајцарија|Zvicra|Svizzera
    CY|Cyprus|Kipar|Kipar|Кипар|Qiproja|Cipro
    CZ|Czechia|Češka|Češka|Чешка|Çekia|Cechia
    DE|Germany|Nemačka|Njemačka|Германија|Gjermania|Germania
    DK|Denmark|Danska|Danska|Данска|Danimarka|Danimarca
    EE|Estonia|Estonija|Estonija|Естонија|Estonia|Estonia
    ES|Spain|Španija|Španija|Шпанија|Spanja|Spagna
    FI|Finland|Finska|Finska|Финска|Finlanda|Finlandia
    FR|France|Francuska|Francuska|Франција|Franca|Francia
    GB|United Kingdom|Ujedinjeno Kraljevstvo|Ujedinjeno Kraljevstvo|Обединето Кралство|\
    Mbretëria e Bashkuar|Regno Unito
    GR|Greece|Grčka|Grčka|Грција|Greqia|Grecia
    HR|Croatia|Hrvatska|Hrvatska|Хрватска|Kroacia|Croazia
    HU|Hungary|Mađarska|Mađarska|Унгарија|Hungaria|Ungheria
    IE|Ireland|Irska|Irska|Ирска|Irlanda|Irlanda
    IS|Iceland|Island|Island|Исланд|Islanda|Islanda
    IT|Italy|Italija|Italija|Италија|Italia|Italia
    LI|Liechtenstein|Lihtenštajn|Lihtenštajn|Лихтенштајн|Lihtenshtajni|Liechtenstein
    LT|Lithuania|Litvanija|Litvanija|Литванија|Lituania|Lituania
    LU|Luxembourg|Luksemburg|Luksemburg|Луксембург|Luksemburgu|Lussemburgo
    LV|Latvia|Letonija|Latvija|Латвија|Letonia|Lettonia
    MD|Moldova|Moldavija|Moldavija|Молдавија|Moldavia|Moldavia
    ME|Montenegro|Crna Gora|Crna Gora|Црна Гора|Mali i Zi|Montenegro
    MK|North Macedonia|Severna Makedonija|Sjeverna Makedonija|Северна Македонија|\
    Maqedonia e Veriut|Macedonia del Nord
    MT|Malta|Malta|Malta|Малта|Malta|Malta
    NL|Netherlands|Holandija|Nizozemska|Холандија|Holanda|Paesi Bassi
    NO|Norway|Norveška|Norveška|Норвешка|Norvegjia|Norvegia
    PL|Poland|Poljska|Poljska|Полска|Polonia|Polonia
    PT|Portugal|Portugalija|Portugal|Португалија|Portugalia|Portogallo
    RO|Romania|Rumunija|Rumunija|Романија|Rumania|Romania
    RS|Serbia|Srbija|Srbija|Србија|Serbia|Serbia
    SE|Sweden|Švedska|Švedska|Шведска|Suedia|Svezia
    SI|Slovenia|Slovenija|Slovenija|Словенија|Sllovenia|Slovenia
    SK|Slovakia|Slovačka|Slovačka|Словачка|Sllovakia|Slovacchia
    TR|Türkiye|Turska|Turska|Турција|Turqia|Turchia
    UA|Ukraine|Ukrajina|Ukrajina|Украина|Ukraina|Ucraina
    XK|Kosovo*|Kosovo*|Kosovo*|Косово*|Kosova*|Kosovo*
    """
}
