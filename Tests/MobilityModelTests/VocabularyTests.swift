import MobilityModel
import Testing

@Suite struct VocabularyTests {
  @Test func `sectors keep their zeros`() {
    for code in ["0713", "0000", "9999", "1013", ""] { #expect(Sector(code: code)?.code == code) }
    for code in ["713", "07133", "07a3", " 0713", "0713 ", "-713", "٠٧١٣"] {
      #expect(Sector(code: code) == nil, "\(code)")
    }
  }

  @Test func `a match is graded by the digits that agree`() {
    let own = [sector("0713"), sector("1013")]
    #expect(sector("1013").match(with: own) == .exact)
    #expect(sector("0714").match(with: own) == .narrow)
    #expect(sector("0732").match(with: own) == .broad)
    #expect(sector("0813").match(with: own) == nil)
    #expect(Sector.none.match(with: own) == nil)
    #expect(Sector.none.match(with: [Sector.none]) == nil)
    #expect(sector("0712").match(with: [sector("0799"), sector("0711")]) == .narrow)
  }

  @Test func `languages are a code and a level`() {
    #expect(LanguageSkill(code: "en:B1") == LanguageSkill(code: "en", level: .b1))
    #expect(LanguageSkill(code: "cnr:native")?.text == "cnr:native")
    for text in ["en", "en:", ":B1", "en:b1", "EN:B1", "e:B1", "engl:B1", "en:B1:", "en:B3", ""] {
      #expect(LanguageSkill(code: text) == nil, "\(text)")
    }
    for level in Level.allCases { #expect(Level(code: level.code) == level) }
    #expect(Level.c2 < .native && Level.a1 < .a2)
  }
}
