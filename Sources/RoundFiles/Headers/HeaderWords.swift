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
    tipo di mobilità, attività, flusso, program, programme, програма, programi, programma
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
    group: travel group, grupa, skupina, група, grupi, gruppo
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
    streams/min_days: minimum days, minimum stay, shortest stay, najmanje dana, minimum dana, \
    minimalno dana, minimalan broj dana, minimalni broj dana, најмалку денови, минимум денови, \
    минимален број денови, минимален број на денови, ditë minimale, minimumi i ditëve, \
    numri minimal i ditëve, giorni minimi, minimo giorni, numero minimo di giorni
    streams/max_days: maximum days, maximum stay, longest stay, najviše dana, maksimum dana, \
    maksimalno dana, maksimalan broj dana, maksimalni broj dana, најмногу денови, \
    максимум денови, максимален број денови, максимален број на денови, ditë maksimale, \
    maksimumi i ditëve, numri maksimal i ditëve, giorni massimi, massimo giorni, \
    numero massimo di giorni
    streams/learners_per_leader: participants per leader, learners per accompanying person, \
    participants per accompanying person, polaznika po pratiocu, polaznika po pratitelju, \
    polaznika po vođi, učesnika po pratiocu, učesnika po pratitelju, učesnika po vođi, \
    učenika po pratiocu, učenika po vođi, sudionika po pratitelju, sudionika po voditelju, \
    учесници по придружник, учесници по водач, ученици по придружник, ученици по водач, \
    pjesëmarrës për shoqërues, nxënës për shoqërues, pjesëmarrës për udhëheqës, \
    nxënës për udhëheqës, partecipanti per accompagnatore, studenti per accompagnatore
    streams/national_visa: visa, long stay visa, viza, nacionalna viza, виза, национална виза, \
    viza kombëtare, vizë kombëtare, visto, visto nazionale
    sessions/session: id, code, šifra, шифра, kodi, codice
    sessions/start: start date, start-date, begin, from, početak, datum početka, od, почеток, \
    датум на почеток, fillimi, data e fillimit, nga, inizio, data inizio, data di inizio, dal
    sessions/end: end date, end-date, until, to, kraj, završetak, datum završetka, do, крај, \
    датум на крај, fundi, mbarimi, data e mbarimit, deri, fine, data fine, data di fine, al
    sessions/min_people: min, minimum, min people, minimum people, min participants, \
    minimum participants, min number of participants, minimum number of participants, \
    minimalno, najmanje, najmanje osoba, najmanje učesnika, minimum osoba, minimum učesnika, \
    minimalan broj, minimalni broj, minimalan broj osoba, minimalni broj osoba, \
    minimalan broj učesnika, minimalni broj učesnika, minimalni broj sudionika, \
    минимум лица, минимум учесници, минимален број, минимален број учесници, \
    минимален број на учесници, најмалку, најмалку лица, најмалку учесници, \
    minimumi, minimumi i personave, minimumi i pjesëmarrësve, numri minimal, \
    numri minimal i pjesëmarrësve, minimo, minimo persone, minimo partecipanti, numero minimo, \
    numero minimo partecipanti, numero minimo di partecipanti
    sessions/max_people: max, maximum, max people, maximum people, max participants, \
    maximum participants, max number of participants, maximum number of participants, \
    places, seats, capacity, number of places, number of seats, \
    maksimum, maksimalno, najviše, najviše osoba, najviše učesnika, maksimum osoba, \
    maksimum učesnika, maksimalan broj, maksimalni broj, maksimalan broj osoba, \
    maksimalni broj osoba, maksimalan broj učesnika, maksimalni broj učesnika, \
    maksimalni broj sudionika, kapacitet, mjesta, mesta, broj mjesta, broj mesta, \
    максимум лица, максимум учесници, максимален број, максимален број учесници, \
    максимален број на учесници, најмногу, најмногу лица, најмногу учесници, капацитет, \
    места, број места, број на места, maksimumi, maksimumi i personave, \
    maksimumi i pjesëmarrësve, numri maksimal, numri maksimal i pjesëmarrësve, kapaciteti, \
    vende, numri i vendeve, massimo, massimo persone, massimo partecipanti, numero massimo, \
    numero massimo partecipanti, numero massimo di partecipanti, capienza, capacità, posti, \
    numero posti, numero di posti, posti disponibili
    participants/participant: id, code, šifra, шифра, kodi, codice
    participants/name: full name, participant name, name and surname, ime i prezime, \
    prezime i ime, име и презиме, emri dhe mbiemri, emër mbiemër, nome e cognome, cognome e nome
    participants/given_names: given names, given-names, first name, forename, ime, име, emri, nome
    participants/family_name: family name, family-name, last name, surname, prezime, презиме, \
    mbiemri, cognome
    participants/birth_date: birth date, birth-date, date of birth, dob, birthday, datum rođenja, \
    датум на раѓање, датум рођења, datëlindja, data e lindjes, data di nascita
    participants/nationality: citizenship, državljanstvo, nacionalnost, државјанство, \
    националност, држављанство, shtetësia, kombësia, cittadinanza, nazionalità
    applications/application: id, code, mobility-id, mobility id, šifra, шифра, kodi, codice
    applications/participant: participant code, šifra učesnika, шифра на учесник, \
    kodi i pjesëmarrësit, codice partecipante
    applications/available_from: free from, dostupan od, dostupna od, slobodan od, \
    slobodna od, raspoloživ od, raspoloživa od, raspoloživost od, достапен од, достапна од, \
    слободен од, слободна од, расположлив од, расположлива од, i lirë nga, e lirë nga, \
    në dispozicion nga, i disponueshëm nga, e disponueshme nga, i gatshëm nga, \
    disponibile da, disponibile dal, disponibilità dal
    applications/available_until: available to, available till, free until, free to, dostupan do, \
    dostupna do, slobodan do, slobodna do, raspoloživ do, raspoloživa do, raspoloživost do, \
    достапен до, достапна до, слободен до, слободна до, расположлив до, расположлива до, \
    i lirë deri, i lirë deri më, e lirë deri, në dispozicion deri, në dispozicion deri më, \
    i disponueshëm deri, i disponueshëm deri më, e disponueshme deri, i gatshëm deri, \
    disponibile al, disponibile fino al, disponibilità al, disponibilità fino al
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
