/// The stable ids of the kinds of findings; `docs/format.md` says what each means.
package enum FindingKind: String, Hashable, Sendable, CaseIterable {
  // The folder and its files.
  case notAFolder = "not-a-folder"
  case missingTable = "missing-table"
  case unknownTable = "unknown-table"
  case notAFile = "not-a-file"
  case unreadable
  case fileTooLarge = "file-too-large"
  case tooManyFindings = "too-many-findings"

  // The text of a file and its grid of rows and columns.
  case notUTF8 = "not-utf8"
  case nulByte = "nul-byte"
  case lostCharacter = "lost-character"
  case emptyTable = "empty-table"
  case openQuote = "open-quote"
  case strayText = "stray-text"
  case raggedRow = "ragged-row"
  case tooManyRows = "too-many-rows"
  case tooManyColumns = "too-many-columns"
  case missingColumn = "missing-column"
  case duplicateColumn = "duplicate-column"
  case unknownColumn = "unknown-column"
  case unreadColumn = "unread-column"
  case shadowedColumn = "shadowed-column"

  // One value.
  case missingValue = "missing-value"
  case badId = "bad-id"
  case badDate = "bad-date"
  case ambiguousDate = "ambiguous-date"
  case badLevel = "bad-level"
  case badLanguage = "bad-language"
  case badSector = "bad-sector"
  case badCountry = "bad-country"
  case badNumber = "bad-number"
  case badDecimal = "bad-decimal"
  case ambiguousNumber = "ambiguous-number"
  case badYesNo = "bad-yes-no"
  case outOfRange = "out-of-range"
  case unknownValue = "unknown-value"
  case emptyItem = "empty-item"
  case duplicateItem = "duplicate-item"
  case tooManyItems = "too-many-items"

  // How a file was read that is not written as the format has it.
  case readEncoding = "read-encoding"
  case readSeparator = "read-separator"
  case readPacked = "read-packed"
  case readTitle = "read-title"
  case readMarks = "read-marks"
  case readColumn = "read-column"

  // How a value was read that can only mean one thing.
  case readDate = "read-date"
  case readNumber = "read-number"
  case readSector = "read-sector"
  case readCountry = "read-country"
  case readLanguage = "read-language"
  case readWord = "read-word"
  case readList = "read-list"

  // References and rows.
  case unknownId = "unknown-id"
  case duplicateId = "duplicate-id"
  case ambiguousId = "ambiguous-id"
  case duplicateApplication = "duplicate-application"
  case duplicateRow = "duplicate-row"
  case clashingDecisions = "clashing-decisions"
  case reversedInterval = "reversed-interval"
  case reversedRange = "reversed-range"

  // Settings.
  case unknownSetting = "unknown-setting"
  case duplicateSetting = "duplicate-setting"
  case unknownTier = "unknown-tier"
  case duplicateTier = "duplicate-tier"
  case wrongCount = "wrong-count"
  case totalOutOfRange = "total-out-of-range"

  // Filters and limits.
  case badFilter = "bad-filter"
  case unknownKey = "unknown-key"
  case wrongSideKey = "wrong-side-key"
  case duplicateKey = "duplicate-key"
  case unusedValue = "unused-value"
  case softAtOnce = "soft-at-once"
  case atOnceDates = "at-once-dates"
  case unusedDates = "unused-dates"
  case noBounds = "no-bounds"
  case unfitMeasure = "unfit-measure"

  // Scenarios.
  case noRow = "no-row"
  case clashingChanges = "clashing-changes"

  // What a planner should know although the round can be used.
  case sessionLength = "session-length"
  case noApplication = "no-application"
  case noCountry = "no-country"
  case noLeaders = "no-leaders"
  case unusedLeader = "unused-leader"
  case oddBirthDate = "odd-birth-date"
  case samePerson = "same-person"
  case mixedDates = "mixed-dates"
}
