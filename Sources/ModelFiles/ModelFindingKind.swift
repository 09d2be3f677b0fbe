import RoundFiles

/// The stable ids of what can be wrong with a model; `docs/mps.md` says what each means.
package enum ModelFindingKind: String, Hashable, Sendable, CaseIterable {
  // The text and its sections.
  case notText = "not-text"
  case unknownSection = "unknown-section"
  case sectionOrder = "section-order"
  case missingSection = "missing-section"
  case badLine = "bad-line"
  case tooMany = "too-many"

  // Names.
  case unknownKind = "unknown-kind"
  case unknownName = "unknown-name"
  case duplicateName = "duplicate-name"
  case duplicateEntry = "duplicate-entry"
  case secondSet = "second-set"

  // Numbers.
  case badNumber = "bad-number"
  case outOfRange = "out-of-range"
  case reversedBounds = "reversed-bounds"
  case notOfThisShape = "not-of-this-shape"

  // Several models.
  case differentModel = "different-model"
}

extension Finding {
  init(
    _ kind: ModelFindingKind, file: String, line: Int?, value: String = "", expected: String
  ) {
    self.init(
      kind.rawValue, file: file, row: line, value: Self.clipped(value), expected: expected)
  }
}
