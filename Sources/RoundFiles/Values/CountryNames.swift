/// Names of the countries that take part in exchanges of the region, in English, Bosnian, Croatian,
/// Montenegrin and Serbian (one spelling stands for both scripts), Macedonian, Albanian and Italian.
enum CountryNames {
  /// The code of a name, or of three letters; case, marks and stars do not count.
  static func code(_ name: String) -> String? { codes[FoldedText.key(name)] }

  /// Code by folded name.
  private static let codes = NameList.codes(names)

  private static let names = """
    AL ALB, Albania, Republic of Albania, Albanija, Shqipëria, Shqipëri
    AT AUT, Austria, Austrija, Австрија, Austri
    BA BIH, Bosnia, Bosnia and Herzegovina, Bosnia & Herzegovina, Bosna i Hercegovina, Bosna, B i H, \
    Bosnja dhe Hercegovina, Bosnjë e Hercegovinë, Bosnia ed Erzegovina, Bosnia Erzegovina
    BE BEL, Belgium, Belgija, Belgjika, Belgjikë, Belgio
    BG BGR, Bulgaria, Bugarska, Бугарија, Bullgaria, Bullgari
    CH CHE, Switzerland, Švicarska, Švajcarska, Швајцарија, Zvicra, Zvicër, Svizzera
    CY CYP, Cyprus, Kipar, Кипар, Qipro, Cipro
    CZ CZE, Czechia, Czech Republic, Češka, Чешка, Çekia, Çeki, Repubblica Ceca, Cechia
    DE DEU, Germany, Njemačka, Nemačka, Германија, Gjermania, Gjermani, Germania
    DK DNK, Denmark, Danska, Данска, Danimarka, Danimarkë, Danimarca
    EE EST, Estonia, Estonija, Естонија
    ES ESP, Spain, Španija, Španjolska, Шпанија, Spanja, Spanjë, Spagna
    FI FIN, Finland, Finska, Финска, Finlanda, Finlandë, Finlandia
    FR FRA, France, Francuska, Франција, Franca, Francë, Francia
    GB GBR, United Kingdom, Great Britain, Velika Britanija, Ujedinjeno Kraljevstvo, \
    Велика Британија, Обединето Кралство, Mbretëria e Bashkuar, Britania e Madhe, Regno Unito
    GR GRC, Greece, Grčka, Грција, Greqia, Greqi, Grecia
    HR HRV, Croatia, Hrvatska, Хрватска, Kroacia, Kroaci, Croazia
    HU HUN, Hungary, Mađarska, Унгарија, Hungaria, Hungari, Ungheria
    IE IRL, Ireland, Irska, Ирска, Irlanda, Irlandë
    IS ISL, Iceland, Island, Исланд, Islanda, Islandë
    IT ITA, Italy, Italija, Италија, Italia, Itali
    LI LIE, Liechtenstein, Lihtenštajn
    LT LTU, Lithuania, Litva, Litvanija, Литванија, Lituania
    LU LUX, Luxembourg, Luksemburg, Lussemburgo
    LV LVA, Latvia, Letonija, Latvija, Летонија, Lettonia
    MD MDA, Moldova, Moldavija, Молдавија, Moldavia
    ME MNE, Montenegro, Crna Gora, Црна Гора, Mali i Zi
    MK MKD, North Macedonia, Macedonia, FYROM, FYR Macedonia, Republic of North Macedonia, \
    Sjeverna Makedonija, Severna Makedonija, Makedonija, Северна Македонија, Македонија, \
    Maqedonia e Veriut, Maqedonia, Maqedoni e Veriut, Macedonia del Nord
    MT MLT, Malta, Малта
    NL NLD, Netherlands, The Netherlands, Holland, Nizozemska, Holandija, Холандија, Holanda, \
    Holandë, Paesi Bassi, Olanda
    NO NOR, Norway, Norveška, Норвешка, Norvegjia, Norvegji, Norvegia
    PL POL, Poland, Poljska, Полска, Polonia, Poloni
    PT PRT, Portugal, Portugalija, Португалија, Portugalia, Portogallo
    RO ROU, Romania, Rumunija, Rumunjska, Романија, Rumania, Rumani
    RS SRB, Serbia, Srbija, Republika Srbija, Србија, Republic of Serbia, Serbi
    SE SWE, Sweden, Švedska, Шведска, Suedia, Suedi, Svezia
    SI SVN, Slovenia, Slovenija, Словенија, Sllovenia, Slloveni
    SK SVK, Slovakia, Slovačka, Словачка, Sllovakia, Sllovaki, Slovacchia
    TR TUR, Türkiye, Turkey, Turska, Турција, Turqia, Turqi, Turchia
    UA UKR, Ukraine, Ukrajina, Украина, Ukraina, Ukrainë, Ucraina
    XK XKX, KS, RKS, KOS, Kosovo, Kosova, Kosovë, Republic of Kosovo, Republika e Kosovës, \
    Republika Kosovo, Kosovo UNSCR 1244, Kosovo under UNSCR 1244
    """
}
