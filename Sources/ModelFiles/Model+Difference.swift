package import RoundFiles
import Selection

extension Model {
  /// What keeps this model from being another objective over the rows and columns of `first`.
  ///
  /// Rows and columns are the same if they have the same names, bounds and coefficients, in
  /// whatever order. A finding names the first few that are not.
  package func differences(from first: Model) -> [Finding] {
    let names = Dictionary(uniqueKeysWithValues: first.columns.enumerated().map { ($1.name, $0) })
    var log = Differences(file: objective.file)
    log.compare(columns, with: first.columns, "column") {
      $0.name
    } isSame: {
      $0 == $1
    }
    log.compare(rows, with: first.rows, "row") {
      $0.name
    } isSame: { own, other in
      own.lower == other.lower && own.upper == other.upper
        && terms(of: own, in: names) == other.terms
    }
    return log.findings
  }

  /// The objective with its costs in the order of the columns of `first`, which has the same ones.
  package func objective(inOrderOf first: Model) -> ModelObjective {
    let names = Dictionary(uniqueKeysWithValues: columns.enumerated().map { ($1.name, $0) })
    var ordered = objective
    ordered.cost = first.columns.map { column in
      names[column.name].map { objective.cost[$0] } ?? 0
    }
    return ordered
  }

  /// A row's terms by the columns of another model; empty if one of them is not there.
  private func terms(of row: Row, in names: [String: Int]) -> [SelectionProblem.Term] {
    let terms = row.terms.compactMap { term in
      names[columns[term.column].name].map { SelectionProblem.Term($0, term.coefficient) }
    }
    guard terms.count == row.terms.count else { return [] }
    return terms.sorted { $0.column < $1.column }
  }
}

private struct Differences {
  private static let most = 20

  let file: String
  private(set) var findings: [Finding] = []

  init(file: String) { self.file = file }

  mutating func compare<Part>(
    _ own: [Part], with other: [Part], _ what: String, name: (Part) -> String,
    isSame: (Part, Part) -> Bool
  ) {
    let known = Dictionary(uniqueKeysWithValues: other.map { (name($0), $0) })
    for part in own {
      guard let other = known[name(part)] else {
        add(name(part), "a \(what) that the first model has too")
        continue
      }
      if !isSame(part, other) {
        add(name(part), "a \(what) with the bounds and coefficients of the first model")
      }
    }
    let names = Set(own.map(name))
    for missing in other.map(name) where !names.contains(missing) {
      add(missing, "this \(what) of the first model")
    }
  }

  private mutating func add(_ name: String, _ expected: String) {
    guard findings.count < Self.most else { return }
    findings.append(
      Finding(.differentModel, file: file, line: nil, value: name, expected: expected))
  }
}
