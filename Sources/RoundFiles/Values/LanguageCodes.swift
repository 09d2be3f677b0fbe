/// Languages by their codes of ISO 639-1, and of ISO 639-3 where there is none of two letters.
enum LanguageCodes {
  /// Whether a round may name a language by this code.
  static func contains(_ code: some StringProtocol) -> Bool {
    switch code.utf8.count {
    case 2: short.contains(String(code))
    case 3: code.utf8.allSatisfy(ASCII.isLower) && longToShort[String(code)] == nil
    default: false
    }
  }

  /// The code of a language that is written in another way: in capitals, by its three letters, or
  /// by its English name.
  static func likelyCode(_ text: String) -> String? {
    let word = text.lowercased()
    if contains(word) { return word }
    return longToShort[word] ?? names[word]
  }

  private static let pairs: [(short: String, long: String)] =
    """
    aaaar ababk aeave afafr akaka amamh anarg arara asasm avava ayaym azaze babak bebel bgbul bibis
    bmbam bnben bobod brbre bsbos cacat ceche chcha cocos crcre csces cuchu cvchv cycym dadan dedeu
    dvdiv dzdzo eeewe elell eneng eoepo esspa etest eueus fafas ffful fifin fjfij fofao frfra fyfry
    gagle gdgla glglg gngrn guguj gvglv hahau heheb hihin hohmo hrhrv hthat huhun hyhye hzher iaina
    idind ieile igibo iiiii ikipk ioido isisl itita iuiku jajpn jvjav kakat kgkon kikik kjkua kkkaz
    klkal kmkhm knkan kokor krkau kskas kukur kvkom kwcor kykir lalat lbltz lglug lilim lnlin lolao
    ltlit lulub lvlav mgmlg mhmah mimri mkmkd mlmal mnmon mrmar msmsa mtmlt mymya nanau nbnob ndnde
    nenep ngndo nlnld nnnno nonor nrnbl nvnav nynya ococi ojoji omorm orori ososs papan pipli plpol
    pspus ptpor quque rmroh rnrun roron rurus rwkin sasan scsrd sdsnd sesme sgsag shhbs sisin skslk
    slslv smsmo snsna sosom sqsqi srsrp ssssw stsot susun svswe swswa tatam tetel tgtgk ththa titir
    tktuk tltgl tntsn toton trtur tstso tttat twtwi tytah uguig ukukr ururd uzuzb veven vivie vovol
    wawln wowol xhxho yiyid yoyor zazha zhzho zuzul
    """.split { $0 == " " || $0 == "\n" }.map { (String($0.prefix(2)), String($0.dropFirst(2))) }

  private static let short = Set(pairs.map(\.short))
  private static let longToShort = Dictionary(
    pairs.map { ($0.long, $0.short) }, uniquingKeysWith: { first, _ in first })

  private static let names = [
    "albanian": "sq", "bosnian": "bs", "croatian": "hr", "serbian": "sr", "montenegrin": "cnr",
    "macedonian": "mk", "slovenian": "sl", "slovene": "sl", "italian": "it", "spanish": "es",
    "french": "fr", "polish": "pl", "dutch": "nl", "maltese": "mt", "english": "en",
    "german": "de", "finnish": "fi", "danish": "da", "swedish": "sv", "norwegian": "no",
    "greek": "el", "portuguese": "pt", "bulgarian": "bg", "romanian": "ro", "turkish": "tr",
    "hungarian": "hu", "czech": "cs", "slovak": "sk",
  ]
}
