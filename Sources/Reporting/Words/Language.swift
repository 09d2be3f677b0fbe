/// A language in which a page's fixed texts are written.
package enum Language: String, Hashable, Sendable, CaseIterable {
  case english = "en"
  case serbian = "sr"
  case bosnian = "bs"
  case macedonian = "mk"
  case albanian = "sq"
  case italian = "it"

  /// The code for a page's own language; Serbian is written in Latin letters here.
  var tag: String { self == .serbian ? "sr-Latn" : rawValue }

  var decimalSign: String { self == .english ? "." : "," }

  /// A fixed text.
  func callAsFunction(_ phrase: Phrase) -> String {
    switch self {
    case .english: phrase.english
    case .serbian: phrase.serbian
    case .bosnian: phrase.bosnian
    case .macedonian: phrase.macedonian
    case .albanian: phrase.albanian
    case .italian: phrase.italian
    }
  }

  /// A fixed text, for those who make no page.
  package func text(_ phrase: Phrase) -> String { self(phrase) }

  /// Short names of the months.
  var months: [String] {
    let names =
      switch self {
      case .english: "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec"
      case .serbian: "jan feb mar apr maj jun jul avg sep okt nov dec"
      case .bosnian: "jan feb mar apr maj jun jul aug sep okt nov dec"
      case .macedonian: "јан фев мар апр мај јун јул авг сеп окт ное дек"
      case .albanian: "jan shk mar pri maj qer kor gus sht tet nën dhj"
      case .italian: "gen feb mar apr mag giu lug ago set ott nov dic"
      }
    return names.split(separator: " ").map(String.init)
  }
}
