/// Countries by their codes of ISO 3166-1 alpha-2, with `XK` for Kosovo.
package enum Countries {
  /// The code under which a round keeps a country; `nil` if there is no such country.
  ///
  /// `EL` is Greece and `UK` the United Kingdom in the papers of the European Union.
  package static func code(_ text: some StringProtocol) -> String? {
    let bytes = Array(text.utf8.prefix(3))
    return code(bytes, 0..<bytes.count)
  }

  static func code(_ bytes: [UInt8], _ range: Range<Int>) -> String? {
    guard range.count == 2 else { return nil }
    let place = place(bytes[range.lowerBound], bytes[range.lowerBound + 1])
    return place.flatMap { codeAtPlace[$0] }
  }

  private static func place(_ first: UInt8, _ second: UInt8) -> Int? {
    guard ASCII.isUpper(first), ASCII.isUpper(second) else { return nil }
    return Int(first - 0x41) * 26 + Int(second - 0x41)
  }

  /// The code under which a round keeps the country of two letters, indexed by place.
  private static let codeAtPlace: [String?] = {
    var result: [String?] = Array(repeating: nil, count: 26 * 26)
    for code in codes {
      let bytes = Array(code.utf8)
      if let place = place(bytes[0], bytes[1]) { result[place] = code }
    }
    for (other, code) in [("EL", "GR"), ("UK", "GB")] {
      let bytes = Array(other.utf8)
      if let place = place(bytes[0], bytes[1]) { result[place] = code }
    }
    return result
  }()

  /// The code of a country that is written in another way: by its name, its three letters, or in
  /// small letters.
  static func likelyCode(_ text: String) -> String? {
    guard text.utf8.count <= SizeLimits.valueBytes else { return nil }
    return CountryNames.code(text) ?? code(text.filter { $0 != "*" && $0 != "." }.uppercased())
  }

  private static let codes =
    """
    AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS
    BT BV BW BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE
    EG EH ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM
    HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC
    LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA
    NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW
    SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO
    TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS XK YE YT ZA ZM ZW
    """.split { $0 == " " || $0 == "\n" }.map(String.init)
}

extension StringProtocol {
  /// The text without blanks and line ends around it.
  func trimmed() -> String {
    let isBlank: (Character) -> Bool = {
      $0 == " " || $0 == "\t" || $0 == "\n" || $0 == "\r" || $0 == "\r\n"
    }
    guard let first = firstIndex(where: { !isBlank($0) }),
      let last = lastIndex(where: { !isBlank($0) })
    else { return "" }
    return String(self[first...last])
  }
}
