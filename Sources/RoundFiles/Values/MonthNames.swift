/// Names of the months in English, Bosnian, Croatian, Montenegrin and Serbian (one spelling stands for
/// both scripts), Macedonian, Albanian and Italian, also as dates bend and shorten them.
///
/// No name here is one month's in one of these languages and another's in the next. `listopad` is
/// the Croatian October; that it is November further north does not count.
enum MonthNames {
  /// The number of the month from 1 to 12; case and marks do not count.
  static func month(_ name: String) -> Int? { numbers[FoldedText.key(name)].flatMap { Int($0) } }

  /// Number by folded name.
  private static let numbers = NameList.codes(names)

  private static let names = """
    1 January, Jan, januar, januara, јануари, јан, siječanj, siječnja, sij, janar, janari, janarit, \
    gennaio, gen
    2 February, Feb, februar, februara, фебруари, февруари, фев, veljača, veljače, velj, shkurt, \
    shkurti, shkurtit, shk, febbraio
    3 March, Mar, mart, marta, ožujak, ožujka, ožu, mars, marsi, marsit, marzo
    4 April, Apr, aprila, travanj, travnja, tra, prill, prilli, prillit, pri, aprile
    5 May, maj, maja, svibanj, svibnja, svi, maji, majit, maggio, mag
    6 June, Jun, juni, juna, lipanj, lipnja, lip, qershor, qershori, qershorit, qer, giugno, giu
    7 July, Jul, juli, jula, srpanj, srpnja, srp, korrik, korriku, korrikut, kor, korr, luglio, lug
    8 August, Aug, augusta, avgust, avgusta, avg, kolovoz, kolovoza, kol, gusht, gushti, gushtit, \
    gush, agosto, ago
    9 September, Sep, Sept, septembar, septembra, септември, септ, rujan, rujna, ruj, shtator, \
    shtatori, shtatorit, sht, settembre, set, sett
    10 October, Oct, oktobar, oktobra, октомври, okt, listopad, listopada, lis, tetor, tetori, \
    tetorit, tet, ottobre, ott
    11 November, Nov, novembar, novembra, ноември, ное, studeni, studenog, studenoga, stu, \
    nëntor, nëntori, nëntorit, nën, nent, novembre
    12 December, Dec, decembar, decembra, декември, дек, prosinac, prosinca, pro, dhjetor, dhjetori, \
    dhjetorit, dhj, dhjet, dicembre, dic
    """
}
