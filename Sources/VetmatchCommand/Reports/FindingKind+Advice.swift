import RoundFiles

extension FindingKind {
  /// What a planner does about a finding of this kind.
  var advice: String {
    switch self {
    case .notAFolder: "Name the folder that holds the tables."
    case .missingTable: "Save the table into the round's folder under this name."
    case .unknownTable: "Rename the file if it is a table; leave it if it is not."
    case .notAFile, .unreadable: "Save the table anew, as a CSV file that you may read."
    case .fileTooLarge: "Delete blank rows and columns, and columns that are not needed."
    case .tooManyFindings: "Mend what is listed, then check again."
    case .notUTF8:
      "Save the table as CSV UTF-8, or name its --encoding: windows-1252 in Italy, for one."
    case .nulByte: "The file is damaged, or no table: save it anew as CSV UTF-8."
    case .lostCharacter: "Write the character anew; the file no longer has it."
    case .emptyTable: "The first row names the columns; docs/format.md has the names."
    case .openQuote: "Look for a cell that starts with a quote and has none at its end."
    case .strayText: "Double quotes inside a quoted cell, or save the table from a spreadsheet."
    case .raggedRow: "Look for a separator too many or too few, often in a cell without quotes."
    case .tooManyRows, .tooManyColumns: "Delete blank rows and columns, or split the round."
    case .missingColumn:
      "Name the column so, or say in headers.csv which of your columns it is."
    case .duplicateColumn: "Keep one of the columns, or rename the other one."
    case .unknownColumn: "Rename the column if it is a slip; keep it if it is your own."
    case .unreadColumn:
      "Rename the column, or say in headers.csv which column it is; leave it if it is only for you."
    case .shadowedColumn: "Rename the column to use it in filters."
    default: adviceOnValues
    }
  }

  private var adviceOnValues: String {
    switch self {
    case .missingValue: "Fill in the cell."
    case .badId: "Use letters without marks, digits, points, underscores and dashes only."
    case .badDate: "Write the date as 2022-06-01."
    case .ambiguousDate:
      "Write the date as 2022-06-01; slashes are read both ways, and 22 could be of any century."
    case .badLevel: "Ask for the level, or take it from a certificate; nobody should guess it."
    case .badLanguage: "Write the code and the level, as en:B1."
    case .badSector: "Write the four digits of ISCED-F 2013, in a column formatted as text."
    case .badCountry: "Write two letters, such as AL, BA, ME, MK, RS or XK."
    case .badNumber: "Write digits only."
    case .badDecimal:
      "Write digits and at most two decimals after a point; after a comma, decimal_comma has to be yes."
    case .ambiguousNumber:
      "Write it without marks between thousands; decimal_comma in settings.csv says what a comma is."
    case .badYesNo: "Write yes or no."
    case .outOfRange: "Look for a digit too many, or a value in the wrong column."
    case .unknownValue: "Write one of the words that are expected."
    case .emptyItem, .duplicateItem: "Take out what is too much; it changes nothing."
    case .tooManyItems: "Shorten the list."
    case .readEncoding: "Look at the names; save as CSV UTF-8 to be sure."
    case .readSeparator, .readPacked, .readTitle, .readMarks, .readColumn:
      "Nothing to do; --fix writes the table as the format has it."
    case .readDate, .readNumber, .readSector, .readCountry, .readLanguage, .readWord, .readList:
      "Look whether it was read right; --fix writes it so."
    default: adviceOnRows
    }
  }

  private var adviceOnRows: String {
    switch self {
    case .unknownId: "Correct the id, or add the row that it names."
    case .duplicateId: "Give one of the rows another id, or delete it if it is a copy."
    case .ambiguousId: "Rename the session or the organisation."
    case .duplicateApplication: "Keep one application of the person to this stream."
    case .duplicateRow: "Delete the copy; it changes nothing."
    case .clashingDecisions: "Keep the row that is right, and delete the other one."
    case .reversedInterval, .reversedRange: "Look which of the two values is wrong."
    case .unknownSetting, .duplicateSetting, .unknownTier, .duplicateTier, .wrongCount:
      "docs/format.md lists the settings and what they may be."
    case .totalOutOfRange: "Use smaller numbers; only their proportions matter."
    case .badFilter, .unknownKey, .wrongSideKey, .duplicateKey:
      "docs/format.md, section 2, says how filters are written."
    case .unusedValue: "Correct the value if it is a slip."
    case .softAtOnce, .atOnceDates, .unusedDates, .noBounds, .unfitMeasure:
      "docs/format.md, section 3, says what limits need."
    case .noRow, .clashingChanges: "docs/scenarios.md says what the rows of a scenario can be."
    case .sessionLength: "Look at the dates of the session, or at min_days and max_days."
    case .noApplication: "Nothing to do if the person did not apply."
    case .noCountry: "Fill in the country, or quotas and stay rules pass the organisation over."
    case .noLeaders, .unusedLeader: "Look at learners_per_leader of the stream."
    case .oddBirthDate: "Look at the birth date."
    case .mixedDates: "Look at the dates of both forms, and write all as 2022-06-01."
    case .samePerson:
      "Say in same-person.csv whether they are the same or different; nothing is merged without that."
    default: "docs/format.md, section 9, says more."
    }
  }
}

extension FindingKind {
  /// What a planner does about a finding of this kind in a sheet of a workbook; `nil` where it is the
  /// same as for a file.
  var adviceOnSheet: String? {
    switch self {
    case .missingTable: "Add a sheet of this name, or rename the one that holds the table."
    case .unknownTable: "Rename the sheet if it is a table; leave it if it is not."
    case .notAFile, .unreadable, .notUTF8, .nulByte:
      "Open the workbook in a spreadsheet program and save it anew."
    case .raggedRow: "Look for cells to the right of the columns that have a name."
    default: nil
    }
  }
}
