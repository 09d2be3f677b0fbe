/// Serbian and Montenegrin text in the other of its two scripts.
enum Cyrillic {
  /// Rewrites Latin letters; sound for names in which `lj`, `nj` and `dž` are single letters.
  static func serbian(_ latin: String) -> String {
    var result = ""
    var rest = Substring(latin)
    while let first = rest.first {
      if let pair = digraphs[String(rest.prefix(2))] {
        result += pair
        rest = rest.dropFirst(2)
      } else {
        result += letters[first] ?? String(first)
        rest = rest.dropFirst()
      }
    }
    return result
  }

  private static let digraphs = [
    "lj": "љ", "nj": "њ", "dž": "џ", "Lj": "Љ", "Nj": "Њ", "Dž": "Џ",
  ]

  private static let letters: [Character: String] = {
    let latin = "abvgdđežzijklmnoprstćufhcčšABVGDĐEŽZIJKLMNOPRSTĆUFHCČŠ"
    let cyrillic = "абвгдђежзијклмнопрстћуфхцчшАБВГДЂЕЖЗИЈКЛМНОПРСТЋУФХЦЧШ"
    var pairs: [Character: String] = [:]
    for (from, to) in zip(latin, cyrillic) { pairs[from] = String(to) }
    return pairs
  }()
}
