package import RoundFiles

/// What reading a model gave.
package enum ModelReading: Sendable {
  case model(Model)
  case findings([Finding])
  /// There is no such file.
  case missing(path: String)
}

/// Reads a model from MPS, free or with its fields at the places of old, as long as no name has a
/// blank in it; `docs/mps.md` describes what is read.
package struct MPSReader {
  let file: String
  let log: FindingLog
  var scanner: MPSScanner
  var draft = ModelDraft()
  /// The section at hand; `nil` where it is unknown, and so what its lines say.
  private var section: Section? = .name
  private var isDone = false

  /// The sections in their order.
  enum Section: String, CaseIterable {
    case name = "NAME"
    case sense = "OBJSENSE"
    case rows = "ROWS"
    case columns = "COLUMNS"
    case rightSides = "RHS"
    case ranges = "RANGES"
    case bounds = "BOUNDS"
    case end = "ENDATA"
  }

  /// Reads the model of a file, or finds all that is wrong with it.
  ///
  /// - Complexity: O(bytes) expected time and memory.
  package static func read(path: String) -> ModelReading {
    let file = path.split(separator: "/").last.map(String.init) ?? path
    do {
      return read(try FileBytes.read(path), file: file)
    } catch .missing {
      return .missing(path: path)
    } catch {
      return .findings([error.finding(file: file, log: FindingLog())])
    }
  }

  /// Reads a model whose bytes are in memory.
  package static func read(_ bytes: [UInt8], file: String) -> ModelReading {
    let log = FindingLog()
    let text = SourceText(bytes)
    guard text.isClean else {
      let expected = "text in UTF-8 without NUL bytes"
      return .findings([Finding(.notText, file: file, line: nil, expected: expected)])
    }
    var reader = MPSReader(file: file, log: log, scanner: MPSScanner(text))
    reader.readSections()
    let model = reader.finish()
    guard log.hasErrors else { return .model(model) }
    let order = log.findings.enumerated().sorted {
      ($0.element.row ?? .max, $0.offset) < ($1.element.row ?? .max, $1.offset)
    }
    return .findings(order.map(\.element))
  }

  private init(file: String, log: FindingLog, scanner: MPSScanner) {
    (self.file, self.log, self.scanner) = (file, log, scanner)
  }

  private mutating func readSections() {
    while !isDone, !log.isFull(file), scanner.next() {
      if scanner.isHead {
        beginSection()
      } else {
        readLine()
      }
    }
    for needed in [Section.rows, .columns, .end] where !draft.sections.contains(needed) {
      add(.missingSection, at: nil, expected: "a section \(needed.rawValue)")
    }
  }

  private mutating func beginSection() {
    guard let next = Section(rawValue: scanner.text(0).uppercased()) else {
      section = nil
      let words = Section.allCases.map(\.rawValue).joined(separator: ", ")
      return add(
        .unknownSection, scanner.text(0),
        expected: "\(words), or a line of a section, which starts with a blank")
    }
    if draft.sections.contains(next) || !isReady(for: next) {
      add(
        .sectionOrder, next.rawValue,
        expected: "each section once, ROWS before COLUMNS, COLUMNS before what speaks of them")
    }
    draft.sections.insert(next)
    section = next
    isDone = next == .end
    if next == .sense, scanner.fieldCount > 1 { readSense(field: 1) }
  }

  private func isReady(for section: Section) -> Bool {
    switch section {
    case .columns: draft.sections.contains(.rows)
    case .rightSides, .ranges, .bounds: draft.sections.contains(.columns)
    default: true
    }
  }

  private mutating func readLine() {
    switch section {
    case .name, .end: addBadLine("a section")
    case nil: break
    case .sense: readSense(field: 0)
    case .rows: readRow()
    case .columns: readColumn()
    case .rightSides: readPairs(.rightSides)
    case .ranges: readPairs(.ranges)
    case .bounds: readBound()
    }
  }

  private mutating func readSense(field: Int) {
    switch scanner.text(field).uppercased() {
    case "MIN", "MINIMIZE", "MINIMISE": draft.isMaximised = false
    case "MAX", "MAXIMIZE", "MAXIMISE": draft.isMaximised = true
    default: add(.unknownKind, scanner.text(field), expected: "MIN or MAX")
    }
  }

  // MARK: Findings

  /// Adds a finding about the line at hand, or about another.
  func add(_ kind: ModelFindingKind, _ value: String = "", expected: String) {
    add(kind, value, at: scanner.line, expected: expected)
  }

  func add(_ kind: ModelFindingKind, _ value: String = "", at line: Int?, expected: String) {
    log.add(Finding(kind, file: file, line: line, value: value, expected: expected))
  }

  func addBadLine(_ expected: String) {
    let shown = scanner.fields.indices.prefix(3).map { scanner.text($0) }.joined(separator: " ")
    add(.badLine, shown, expected: expected)
  }

  /// The whole number in a field; `nil` after a finding if there is none.
  func number(_ field: Int) -> Int? {
    switch WholeDecimal.parse(scanner.bytes(field)) {
    case .value(let value): return value
    case .fraction: add(.notOfThisShape, scanner.text(field), expected: "a whole number")
    case .tooLarge:
      add(.outOfRange, scanner.text(field), expected: "a number from -2^61 to 2^61")
    case .bad: add(.badNumber, scanner.text(field), expected: "a number")
    }
    return nil
  }
}
