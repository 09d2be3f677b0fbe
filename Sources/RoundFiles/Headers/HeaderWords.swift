/// Names of columns in English, Bosnian, Croatian, Montenegrin and Serbian (one spelling stands for
/// both scripts), Macedonian, Albanian and Italian, and in the mobility lists of the Beneficiary
/// Module.
///
/// They are compared folded, so that `Datum rođenja`, `ДАТУМ РОЂЕЊА` and `datum_rodjenja` are one.
enum HeaderWords {
  /// Columns by folded name, where it means the same in every table that has such a column.
  static let everywhere = parse(common)
  /// Column by folded name, by table.
  static let ofTables = parseTables(special)

  private static func parse(_ text: some StringProtocol) -> [String: [String]] {
    var result: [String: [String]] = [:]
    for line in text.split(separator: "\n") {
      let parts = line.split(separator: ":", maxSplits: 1)
      for name in parts[1].split(separator: ",") {
        result[FoldedText.key(String(name)), default: []].append(String(parts[0]))
      }
    }
    return result
  }

  private static func parseTables(_ text: String) -> [String: [String: [String]]] {
    var result: [String: [String: [String]]] = [:]
    for line in text.split(separator: "\n") {
      let parts = line.split(separator: "/", maxSplits: 1)
      result[String(parts[0]), default: [:]].merge(parse(parts[1])) { $0 + $1 }
    }
    return result
  }

  private static let common = """
    organisation: organization, sending organisation, sending organization, school, sender, \
    organizacija, ustanova, škola, škola pošiljalac, institucija, \
    организација, установа, училиште, organizata, shkolla, institucioni, \
    organizzazione, scuola, ente, istituto
    host: host organisation, receiving organisation, receiving organization, host centre, partner, \
    domaćin, organizacija domaćin, primalac, домаќин, приемна организација, \
    pritësi, organizata pritëse, mikpritësi, ospitante, organizzazione ospitante, ente ospitante
    country: država, zemlja, држава, земја, shteti, vendi, paese, nazione, stato
    city: town, grad, mjesto, mesto, град, место, qyteti, città, comune
    latitude: lat, geografska širina, širina, географска ширина, gjerësia gjeografike, latitudine
    longitude: lon, lng, long, geografska dužina, dužina, географска должина, \
    gjatësia gjeografike, longitudine
    stream: activity type, activity, mobility type, tok, vrsta mobilnosti, tip mobilnosti, aktivnost, \
    тип на мобилност, вид на мобилност, lloji i mobilitetit, aktiviteti, \
    tipo di mobilità, attività
    session: flow, departure, sesija, termin, polazak, сесија, термин, sesioni, sessione, partenza
    participant: participant id, učesnik, polaznik, sudionik, учесник, pjesëmarrësi, partecipante
    application: application id, reference, reference number, prijava, broj prijave, пријава, \
    број на пријава, aplikimi, aplikacioni, numri i aplikimit, domanda, candidatura
    role: uloga, улога, roli, ruolo
    languages: language, main language, language skills, jezik, jezici, znanje jezika, јазик, \
    јазици, gjuha, gjuhët, lingua, lingue
    sectors: sector, field, isced-f-code, isced, isced-f, field of study, sektor, sektori, oblast, \
    područje, сектор, сектори, област, sektori, sektorët, fusha, settore, settori
    sector: isced-f-code, isced, field, sektor, oblast, сектор, sektori, fusha, settore
    group: grupa, група, grupi, gruppo
    points: score, total points, bodovi, poeni, ukupno bodova, бодови, поени, pikët, pikë, punti, \
    punteggio
    preferences: wishes, choices, preferred hosts, želje, izbor, preferencije, желби, преференци, \
    preferencat, dëshirat, preferenze, scelte
    reason: razlog, obrazloženje, причина, образложение, arsyeja, motivo, motivazione
    author: autor, автор, autori, autore
    kind: type, vrsta, tip, вид, тип, lloji, tipi, tipo
    min: minimum, minimalno, минимум, minimumi, minimo
    max: maximum, maksimum, максимум, maksimumi, massimo
    from: od, from date, datum od, од, nga, prej, dal, da
    until: to, do, till, to date, datum do, до, deri, deri më, al, fino al
    euros: euro, eur, amount, iznos, износ, shuma, importo
    title: naziv, наслов, назив, titulli, titolo
    weight: težina, тежина, pesha, peso
    host_country: receiving country, zemlja domaćina, država domaćina, земја домаќин, \
    shteti pritës, paese ospitante
    min_age: minimum age, minimalna starost, najmanja dob, минимална возраст, mosha minimale, \
    età minima
    """

  private static let special = """
    organisations/organisation: id, code, oid, organisation id, organisation oid, šifra, шифра, kodi, \
    codice
    organisations/name: organisation name, legal name, legal-name, naziv, ime, назив, име, emri, \
    emërtimi, nome, denominazione
    streams/stream: id, code, šifra, шифра, kodi, codice
    streams/title: name, ime, име, emri, nome
    sessions/session: id, code, šifra, шифра, kodi, codice
    sessions/start: start date, start-date, begin, from, početak, datum početka, od, почеток, \
    датум на почеток, fillimi, data e fillimit, nga, inizio, data inizio, data di inizio, dal
    sessions/end: end date, end-date, until, to, kraj, završetak, datum završetka, do, крај, \
    датум на крај, fundi, mbarimi, data e mbarimit, deri, fine, data fine, data di fine, al
    sessions/min_people: min, minimum, minimum people, najmanje osoba, минимум лица, \
    minimumi i personave, minimo persone
    sessions/max_people: max, maximum, places, seats, maximum people, mjesta, broj mjesta, broj mesta, \
    места, број на места, vende, numri i vendeve, posti, posti disponibili
    participants/participant: id, code, šifra, шифра, kodi, codice
    participants/name: full name, participant name, name and surname, ime i prezime, \
    prezime i ime, име и презиме, emri dhe mbiemri, emër mbiemër, nome e cognome, cognome e nome
    participants/given_names: given names, given-names, first name, forename, ime, име, emri, nome
    participants/family_name: family name, family-name, last name, surname, prezime, презиме, \
    mbiemri, cognome
    participants/birth_date: birth date, birth-date, date of birth, dob, birthday, datum rođenja, \
    датум на раѓање, датум рођења, datëlindja, data e lindjes, data di nascita
    participants/nationality: citizenship, državljanstvo, државјанство, држављанство, \
    shtetësia, kombësia, cittadinanza, nazionalità
    applications/application: id, code, mobility-id, mobility id, šifra, шифра, kodi, codice
    applications/participant: participant code, šifra učesnika, шифра на учесник, \
    kodi i pjesëmarrësit, codice partecipante
    applications/available_from: available from, free from, dostupan od, slobodan od, достапен од, \
    слободен од, i lirë nga, në dispozicion nga, disponibile dal
    applications/available_until: available until, free until, dostupan do, slobodan do, \
    достапен до, слободен до, i lirë deri, në dispozicion deri, disponibile fino al
    limits/limit: id, code, ograničenje, ограничување, kufizimi, limite
    limits/measure: counts, mjera, mera, мерка, matja, misura
    rules/rule: id, code, pravilo, правило, rregulli, regola
    locks/effect: decision, učinak, odluka, одлука, vendimi, decisione, effetto
    schools/school: id, code, organisation, organisation id, šifra, шифра, kodi, codice
    schools/wishes: preferences, choices, preferred schools, želje, желби, dëshirat, preferenze
    schools/twins: twins taken, places, mjesta, места, vende, posti
    settings/setting: postavka, podešavanje, поставка, cilësimi, impostazione
    settings/value: vrijednost, vrednost, вредност, vlera, valore
    """
}
