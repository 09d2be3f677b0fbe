package import RoundFiles
package import Selection

/// A certificate as text; `docs/proof-format.md` has the format.
package struct ProofText {
  package private(set) var bytes: [UInt8] = []

  package init() {}

  /// A tier as it is minimised.
  package struct Tier {
    package var name: String
    /// What is added to the sum of costs.
    package var constant: Int

    package init(name: String, constant: Int) { (self.name, self.constant) = (name, constant) }
  }

  /// Writes what comes before the problem.
  package mutating func append(inputs: [InputHash]) {
    write("vetmatch-proof 1")
    for input in inputs { write("input \(input.sha256) \(Self.name(of: input))") }
  }

  /// The name of an input as a certificate has it: without signs that would end its line.
  package static func name(of input: InputHash) -> String {
    String(
      decoding: input.file.utf8.map { $0 < 0x20 ? UInt8(ascii: "?") : $0 }, as: UTF8.self)
  }

  /// Writes a problem: its columns, its slots and rows, its tiers.
  ///
  /// Names hold no blank; `rowNames` are those of the slots, then those of the rows.
  package mutating func append(
    _ problem: SelectionProblem, columnNames: [String], rowNames: [String], tiers: [Tier]
  ) {
    write("columns \(problem.columnCount)")
    for (name, range) in zip(columnNames, zip(problem.lower, problem.upper)) {
      write("\(name) \(range.0) \(range.1)")
    }
    write("rows \(rowNames.count)")
    for (name, slot) in zip(rowNames, problem.slots) {
      let terms = slot.options.map { SelectionProblem.Term($0) }
      write("\(name) \(slot.isRequired ? "1" : "-") 1" + text(terms))
    }
    for (name, row) in zip(rowNames.dropFirst(problem.slots.count), problem.rows) {
      write("\(name) \(text(row.lower)) \(text(row.upper))" + text(row.terms))
    }
    write("tiers \(tiers.count)")
    for (tier, cost) in zip(tiers, problem.cost) {
      let terms = cost.enumerated().filter { $0.element != 0 }
        .map { SelectionProblem.Term($0.offset, $0.element) }
      write("\(tier.name) \(tier.constant)" + text(terms))
    }
  }

  /// Writes a selection and what it is worth.
  package mutating func append(plan: [Int], values: [Int]) {
    let chosen = plan.enumerated().filter { $0.element != 0 }
    write("plan \(chosen.count)")
    for (column, value) in chosen { write("\(column) \(value)") }
    write("values" + values.map { " \($0)" }.joined())
    write("steps")
  }

  package mutating func appendEnd() { write("end") }

  private func text(_ bound: Int?) -> String { bound.map(String.init) ?? "-" }

  private func text(_ terms: [SelectionProblem.Term]) -> String {
    terms.map { " \($0.column) \($0.coefficient)" }.joined()
  }

  private mutating func write(_ line: String) {
    bytes.append(contentsOf: line.utf8)
    bytes.append(UInt8(ascii: "\n"))
  }

  /// Writes a step as a line.
  package mutating func append(_ step: ProofStep) {
    switch step {
    case .sum(let row): line("v", [row])
    case .tier: line("t", [])
    case .better: line("b", [])
    case .suppose(let column, let isAtMost, let value): line(isAtMost ? "<" : ">", [column, value])
    case .propagate(let row): line("p", [row])
    case .refutedByRow(let row): line("x", [row])
    case .narrow(let terms): line("n", numbers(terms))
    case .refuted(let terms): line("c", numbers(terms))
    case .add(let terms): line("a", numbers(terms))
    case .equation(let terms): line("e", numbers(terms))
    case .round(let divisor, let atUpper, let terms):
      line("r", [divisor, atUpper.count] + atUpper + numbers(terms))
    }
  }

  private func numbers(_ terms: [ProofTerm]) -> [Int] {
    terms.flatMap { [$0.inequality, $0.multiplier] }
  }

  private mutating func line(_ name: Character, _ numbers: [Int]) {
    bytes.append(contentsOf: String(name).utf8)
    for number in numbers {
      bytes.append(UInt8(ascii: " "))
      bytes.append(contentsOf: String(number).utf8)
    }
    bytes.append(UInt8(ascii: "\n"))
  }
}
