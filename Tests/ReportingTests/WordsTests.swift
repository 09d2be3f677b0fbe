import Testing

@testable import Reporting

@Suite struct WordsTests {
  @Test func `every language has a text of its own for every phrase`() {
    for language in Language.allCases {
      for phrase in Phrase.allCases {
        #expect(!language(phrase).isEmpty, "\(language) \(phrase)")
        #expect(language(phrase) == language(phrase).split(separator: "  ").joined(separator: "  "))
      }
      #expect(language.months.count == 12, "\(language)")
    }
    let titles = Language.allCases.map { $0(.reasons) }
    #expect(Set(titles).count >= 4, "\(titles)")
  }

  @Test func `languages are told apart by their scripts`() {
    func isCyrillic(_ text: String) -> Bool {
      text.unicodeScalars.contains { (0x400...0x4FF).contains($0.value) }
    }
    for phrase in Phrase.allCases {
      #expect(isCyrillic(Language.macedonian(phrase)), "\(phrase)")
      for language in Language.allCases where language != .macedonian {
        #expect(!isCyrillic(language(phrase)), "\(language) \(phrase)")
      }
    }
  }

  @Test func `Kosovo carries its star in every language, and other countries none`() {
    for language in Language.allCases {
      #expect(CountryTexts.name("XK", language).hasSuffix("*"))
      #expect(!CountryTexts.name("RS", language).contains("*"))
      #expect(language(.kosovoNote).hasPrefix("* ") && language(.kosovoNote).contains("1244"))
      #expect(CountryTexts.name("ZZ", language) == "ZZ")
    }
  }
}
