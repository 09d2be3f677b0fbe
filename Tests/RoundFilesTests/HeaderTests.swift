import MobilityModel
import RoundFiles
import Testing

/// Other names of columns.
@Suite struct HeaderTests {
  private let file = "participants.csv"

  private func read(
    _ header: String, headers: String? = nil
  ) -> (round: Round?, findings: [Finding]) {
    var tables = GoodRound.tables
    let rows = (tables[file] ?? "").split(separator: "\n").dropFirst().joined(separator: "\n")
    tables[file] = header + "\n" + rows
    tables["headers.csv"] = headers
    switch RoundReader.read(tables: tables.mapValues { Array($0.utf8) }) {
    case .round(let round, let notes): return (round, notes)
    case .findings(let findings): return (nil, findings)
    case .missing: return (nil, [])
    }
  }

  /// Headers of participants: id, name, organisation, birth date, nationality, languages, sectors.
  private static let languages = [
    "ID,Full Name,School,Date of Birth,Citizenship,Language skills,ISCED-F code,gender",
    "šifra,Ime i prezime,Škola,Datum rođenja,Državljanstvo,Jezici,Oblast,gender",
    "sifra,IME I PREZIME,skola,datum rodjenja,drzavljanstvo,jezici,oblast,gender",
    "Шифра,Име и презиме,Школа,Датум рођења,Држављанство,Језици,Област,gender",
    "шифра,име и презиме,училиште,датум на раѓање,државјанство,јазици,област,gender",
    "Kodi,Emri dhe mbiemri,Shkolla,Datëlindja,Shtetësia,Gjuhët,Fusha,gender",
    "codice,nome e cognome,scuola,data di nascita,cittadinanza,lingue,settore,gender",
    "participant-id,name,sending-organization,birth-date,nationality,main-language,isced-f-code,"
      + "gender",
    "PARTICIPANT,Name *,Organisation,Birth_Date,NATIONALITY,Languages,Sectors,gender",
  ]

  @Test func `names of columns are known in the languages of the region, in both scripts`() {
    for header in Self.languages {
      let (round, found) = read(header)
      #expect(found.allSatisfy { $0.kind == FindingKind.readColumn.rawValue }, "\(header) \(found)")
      #expect(found.count >= 4, "\(header)")
      #expect(round?.participants.first?.name == "Arta", "\(header)")
      #expect(round?.participants.first?.birthDate?.iso == "2004-01-31", "\(header)")
      #expect(round?.participants.first?.sectors.map(\.code) == ["0713"], "\(header)")
      #expect(round?.attributeNames == ["gender"], "\(header)")
    }
  }

  @Test func `a column under its own name goes before one under another name`() {
    var tables = GoodRound.tables
    tables["twins.csv"] = "organisation,School,host\nTIA,not this one,SEV"
    let reading = RoundReader.read(tables: tables.mapValues { Array($0.utf8) })
    #expect(FindingCase.findings(reading).map(\.kind) == [FindingKind.unreadColumn.rawValue])
    guard case .round(let round, _) = reading else { return }
    #expect(round.twins.count == 1)
  }

  @Test func `two columns for one are an error, not a choice`() {
    let (round, found) = read(
      "participant,name,organisation,Datum rođenja,nationality,languages,sectors,Date of birth")
    #expect(round == nil)
    #expect(
      found.first { $0.severity == .error }
        == cell(
          .duplicateColumn, file, 1, "birth_date", "Date of birth",
          "one column for birth_date; Datum rođenja is read as that"))
  }

  @Test func `a name in two columns is put together`() {
    var tables = GoodRound.tables
    tables[file] = tables[file]?.replacing("participant,name,", with: "participant,Ime,Prezime,")
      .replacing("Arta,", with: "Arta,Krasniqi,").replacing("Besnik,", with: "Besnik,,")
      .replacing("Drita,", with: "Drita,Dema Hoxha,")
    guard
      case .round(let round, _) = RoundReader.read(tables: tables.mapValues { Array($0.utf8) })
    else {
      Issue.record("the round is sound")
      return
    }
    #expect(round.participants.map(\.name) == ["Arta Krasniqi", "Besnik", "Drita Dema Hoxha"])
  }

  @Test func `a round adds names of its own, for one table or for all`() {
    let header =
      "participant,name,organisation,Geburtsdatum,nationality,Sprachen,sectors,Geschlecht"
    let rows = "participants,birth_date,geburtsdatum\n,languages,SPRACHEN\nparticipants,gender,"
    let (round, found) = read(header, headers: "table,column,header\n\(rows)Geschlecht\n")
    #expect(found.map(\.kind) == Array(repeating: FindingKind.readColumn.rawValue, count: 3))
    #expect(round?.participants.first?.birthDate?.iso == "2004-01-31")
    #expect(round?.attributeNames == ["gender"])
  }

  @Test func `names that a round adds are checked`() {
    let good = GoodRound.tables[file]?.split(separator: "\n").first.map(String.init) ?? ""
    let rows = """
      table,column,header
      participant,name,Wer
      sessions,begin,Anfang
      sessions,end,Ende
      sessions,start,ENDE
      """
    let found = read(good, headers: rows).findings
    #expect(found.map(\.kind) == ["unknown-value", "unknown-value", "duplicate-column"])
    #expect(found.first?.maybe == "participants")
    #expect(found.last?.value == "ENDE")
  }
}
