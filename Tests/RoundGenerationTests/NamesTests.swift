import Testing

@testable import RoundGeneration

@Suite struct NamesTests {
  private func names(of country: String) -> [String] {
    (0..<400).map { index in
      var random = Randomness(seed: 5, "names", index)
      return MadeName(country: country, isFemale: index.isMultiple(of: 2), using: &random).text
    }
  }

  private func isCyrillic(_ scalar: Unicode.Scalar) -> Bool {
    (0x400...0x45f).contains(scalar.value)
  }

  @Test func `Cyrillic and Latin names are about as frequent as in each country`() {
    let shares: [String: ClosedRange<Int>] = [
      "RS": 180...260, "ME": 80...160, "BA": 30...110, "MK": 270...330, "AL": 0...0, "XK": 1...30,
    ]
    for (country, range) in shares {
      let count = names(of: country).count { $0.unicodeScalars.contains(where: isCyrillic) }
      #expect(range.contains(count), "\(country): \(count)")
    }
  }

  @Test func `no name mixes two scripts`() {
    for country in Country.codes {
      for name in names(of: country) {
        let letters = name.unicodeScalars.filter { $0 != " " }
        let cyrillic = letters.count(where: isCyrillic)
        #expect(cyrillic == 0 || cyrillic == letters.count, "\(name)")
        #expect(name.split(separator: " ").count == 2, "\(name)")
      }
    }
  }

  @Test func `names have the letters of their languages`() {
    let letters: [String: String] = [
      "RS": "ćčšžđ", "BA": "ćčšž", "ME": "ćčšž", "AL": "ëç", "XK": "ëç", "MK": "ѓќљ",
    ]
    for (country, wanted) in letters {
      let used = Set(names(of: country).joined().lowercased())
      for letter in wanted { #expect(used.contains(letter), "\(country): \(letter)") }
    }
  }

  @Test func `Serbian Latin letters become the Cyrillic ones, digraphs as one`() {
    #expect(
      Cyrillic.serbian("Ljubica Njegoš Džajić Đorđević Čučković")
        == "Љубица Његош Џајић Ђорђевић Чучковић")
    #expect(Cyrillic.serbian("„Bela reka“") == "„Бела река“")
  }

  @Test func `Macedonian women have the feminine form of their family name`() {
    for index in 0..<400 {
      var random = Randomness(seed: 6, "names", index)
      let name = MadeName(country: "MK", isFemale: true, using: &random)
      guard name.languages == ["mk:native"] else { continue }
      #expect(name.text.hasSuffix("ка") || name.text.hasSuffix("ва"), "\(name.text)")
    }
  }
}
