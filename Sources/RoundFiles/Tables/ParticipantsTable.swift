import MobilityModel

/// `participants.csv`: people, with whatever further columns a planner keeps.
struct ParticipantsTable: KeyedTable {
  static let name = "participants"
  static var index: WritableKeyPath<RoundIds, IdIndex> { \.participants }
  static let isRequired = true
  /// They are attributes, by which filters choose people.
  static let keepsFurther = true

  let participant, name, givenNames, familyName, organisation, birthDate, nationality, languages,
    sectors: Column
  /// Further columns, in the order of their names, so that the order of columns has no meaning.
  let attributes: [Column]

  private let knownLanguages = CellCache<[LanguageSkill]>()
  private let knownSectors = CellCache<[Sector]>()
  private let knownAttributes = CellCache<[String]>()

  var key: Column { participant }

  init(_ header: inout Header) {
    participant = header.required("participant")
    name = header.optional("name")
    // A name in two columns is put together; beside a whole one they are columns like any other.
    givenNames = name.isPresent ? Column(name: "given_names") : header.optional("given_names")
    familyName = name.isPresent ? Column(name: "family_name") : header.optional("family_name")
    organisation = header.required("organisation")
    birthDate = header.optional("birth_date")
    nationality = header.optional("nationality")
    languages = header.optional("languages")
    sectors = header.required("sectors")
    attributes = header.further.sorted {
      $0.name.unicodeScalars.lexicographicallyPrecedes($1.name.unicodeScalars)
    }
  }

  func row(_ id: String, _ table: borrowing TableReader, _ ids: RoundIds) -> Participant {
    var result = Participant(
      id: id,
      organisation: table.requiredReference(organisation, to: ids.organisations) ?? -1)
    result.name =
      name.isPresent
      ? table.text(name)
      : "\(table.text(givenNames)) \(table.text(familyName))".trimmed()
    result.birthDate = table.day(birthDate)
    result.nationality = table.country(nationality) ?? ""
    result.languages = table.cached(languages, knownLanguages) { skills(table) }
    result.sectors = table.cached(sectors, knownSectors) { table.sectors(sectors) }
    result.attributes = table.texts(attributes, knownAttributes)
    return result
  }

  private func skills(_ table: borrowing TableReader) -> [LanguageSkill] {
    let skills = table.languages(languages)
    checkLanguages(skills, table)
    return skills
  }

  /// The best level of a language counts, so a second one is harmless but probably a slip.
  private func checkLanguages(_ skills: [LanguageSkill], _ table: borrowing TableReader) {
    guard skills.count > 1, Set(skills.map(\.code)).count < skills.count else { return }
    guard case .bytes(let range) = table.cell(languages) else { return }
    table.add(
      .duplicateItem, languages.name, value: table.string(range),
      expected: "each language once; the best level counts", severity: .note)
  }

  /// Says which further columns a filter can never reach, because a key has the same name.
  func check(_ header: Header) {
    header.check()
    for column in attributes where FilterSide.keys[column.name] != nil {
      header.add(
        .shadowedColumn, column.name, expected: "a name that is not already a key of filters",
        severity: .note)
    }
  }
}
