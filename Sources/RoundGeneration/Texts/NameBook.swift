/// Given and family names of a language, from which people are made up.
struct NameBook {
  var female: [String]
  var male: [String]
  var family: [String]

  init(female: String, male: String, family: String) {
    self.female = Self.words(female)
    self.male = Self.words(male)
    self.family = Self.words(family)
  }

  private static func words(_ text: String) -> [String] {
    text.split(separator: " ").map(String.init)
  }

  func name(_ isFemale: Bool, _ random: inout Randomness) -> String {
    let given = random.pick(isFemale ? female : male)
    return given + " " + random.pick(family)
  }

  static let serbian = NameBook(
    female: """
      Milica Jovana Ana Teodora Anđela Katarina Jelena Sara Tamara Marija Aleksandra Nevena Dunja \
      Sofija Kristina Ivana Tijana Mina Nikolina Sanja Isidora Ljubica Snežana Đurđa Živana
      """,
    male: """
      Nikola Luka Stefan Marko Aleksandar Lazar Filip Miloš Nemanja Uroš Đorđe Jovan Vuk Petar \
      Dušan Mihajlo Ognjen Veljko Strahinja Andrija Žarko Ljubomir Čedomir Bogdan Vojin
      """,
    family: """
      Jovanović Petrović Nikolić Marković Đorđević Stojanović Ilić Stanković Pavlović Milošević \
      Živković Tomić Kostić Ristić Lazić Simić Stevanović Mladenović Radovanović Cvetković \
      Savić Popović Obradović Živanović Bogdanović Knežević Mitrović Vasić Ljubisavljević Šarić
      """)

  static let montenegrin = NameBook(
    female: """
      Milena Jovana Anđela Marija Ivana Tijana Nina Ksenija Sanja Dragana Jelena Maša Andrea \
      Bojana Nađa Teodora Danica Vasilisa Tamara Itana
      """,
    male: """
      Nikola Luka Marko Petar Stefan Vuk Balša Miloš Andrija Ilija Danilo Pavle Vasilije Božidar \
      Bogdan Đorđije Novak Savo Krsto Matija
      """,
    family: """
      Popović Vujović Radović Đukanović Vuković Perović Kovačević Bulatović Đurović Mugoša \
      Radulović Knežević Vukčević Martinović Šćepanović Pejović Nikčević Ivanović Dragović \
      Kaluđerović Lazović Adžić Božović Ražnatović Međedović
      """)

  static let bosniak = NameBook(
    female: """
      Amina Lejla Emina Selma Sara Ajla Merjem Adna Lamija Hana Ajša Nejla Ena Dženana Azra \
      Sumeja Belma Zerina Naida Ilma
      """,
    male: """
      Adnan Tarik Amar Haris Emir Faruk Kenan Armin Edin Dino Hamza Ahmed Mirza Dženan Benjamin \
      Vedad Anel Nedim Eldar Samir
      """,
    family: """
      Hodžić Hadžić Čengić Delić Demirović Kovačević Begić Mehmedović Halilović Mujić Softić \
      Omerović Bešić Suljić Imamović Kapetanović Bašić Džaferović Šehić Muratović Karić Zukić \
      Alić Ćosić Selimović
      """)

  static let croatian = NameBook(
    female: "Ivana Marija Ana Petra Lucija Mia Ema Lana Nika Tea Dora Magdalena Matea Klara",
    male: "Ivan Luka Marko Ante Josip Mateo Filip Petar David Matej Domagoj Toni Mario Karlo",
    family: """
      Jurić Marić Babić Vidović Bošnjak Soldo Raguž Zovko Marijanović Šarac Ćorić Rozić Knezović \
      Prskalo Lovrić Perić
      """)

  static let albanian = NameBook(
    female: """
      Elira Arta Blerina Ana Era Dafina Besa Albana Megi Klea Sara Ajla Enxhi Xhesika Eda Iris \
      Fjolla Rinesa Erza Diellza Vesa Gresa Liridona Shpresa Ëndrra
      """,
    male: """
      Arben Besnik Drilon Endrit Ardit Erion Klajdi Ermal Gent Ilir Jurgen Kreshnik Luan Orges \
      Redon Valon Ylli Zef Dren Leart Rron Fatlind Shkëlqim Agron Bujar
      """,
    family: """
      Hoxha Shehu Krasniqi Gashi Berisha Morina Bytyqi Kelmendi Çela Gjoka Dervishi Leka Prifti \
      Marku Kola Basha Xhaferi Hyseni Shala Thaçi Zeqiri Rexhepi Përgjoni Kuçi Mëhilli Bajrami \
      Sadiku Ademi Lleshi Çuni
      """)

  /// In Cyrillic; the family names are the masculine forms.
  static let macedonian = NameBook(
    female: """
      Ана Марија Елена Ивана Сара Јана Теодора Милена Ангела Сања Кристина Симона Моника \
      Александра Бојана Христина Весна Љупка Ѓурѓица Јована
      """,
    male: """
      Никола Стефан Филип Давид Марко Кристијан Бојан Александар Дарко Горан Петар Христијан \
      Мартин Виктор Благоја Ѓорѓи Кирил Методиј Трајче Зоран
      """,
    family: """
      Стојановски Николовски Петровски Трајковски Јовановски Димитровски Ристовски Павловски \
      Ангеловски Велковски Атанасов Георгиев Костов Митев Ѓорѓиев Стоилов Крстевски Илиевски \
      Наумовски Спасовски Христов Тодоров Цветковски Јакимовски Ќосевски
      """)
}
