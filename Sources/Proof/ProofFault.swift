/// Why a certificate does not prove what it claims, with the line that says so.
package struct ProofFault: Error, Hashable, Sendable {
  /// From 1; the line after the last one where something is missing at the end.
  package var line: Int
  package var reason: Reason

  package enum Reason: Hashable, Sendable {
    /// The line is not of the form that is expected there.
    case malformed(expected: String)
    /// A number beyond 2^61, or a sum beyond 128 bits.
    case numberTooLarge
    case unknownColumn(Int)
    case unknownRow(Int)
    /// The row has no bound on the side that is asked for.
    case noBound(row: Int)
    /// An equation is asked for, and the row is none.
    case notAnEquation(row: Int)
    /// A step at a place where it may not stand.
    case outOfPlace(String)
    /// A multiplier that would turn an inequality round.
    case badMultiplier(Int)
    /// A value that does not lie between the ends of the column's range, or leaves one side empty.
    case badBranch(column: Int, value: Int)
    /// What is said to be refuted can be kept.
    case notRefuted
    /// What is said to narrow ranges leaves nothing of them.
    case unexpectedRefutation
    /// The plan does not keep a column's range, or a row.
    case planBreaksColumn(String)
    case planBreaksRow(String)
    /// The plan's value in a tier is not the one claimed.
    case wrongValue(tier: String, claimed: Int, counted: Int)
    /// The steps end before a tier is proven.
    case unproven(tier: String)
    /// More work, suppositions or memory than a certificate of this size may ask for.
    case tooMuch(String)
  }

  /// What is wrong, in a sentence without its end.
  package var message: String {
    switch reason {
    case .malformed(let expected): "expected \(expected)"
    case .numberTooLarge: "a number is too large to be counted exactly"
    case .unknownColumn(let column): "there is no column \(column)"
    case .unknownRow(let row): "there is no row \(row) here"
    case .noBound(let row): "row \(row) has no bound on that side"
    case .notAnEquation(let row): "row \(row) is no equation"
    case .outOfPlace(let step): "'\(step)' may not stand here"
    case .badMultiplier(let multiplier): "an inequality cannot be taken \(multiplier) times"
    case .badBranch(let column, let value):
      "\(value) does not split the range of column \(column)"
    case .notRefuted: "what was supposed is not refuted by this"
    case .unexpectedRefutation: "this leaves nothing, which is to be said by 'c' or 'x'"
    case .planBreaksColumn(let name): "the plan leaves the range of \(name)"
    case .planBreaksRow(let name): "the plan breaks \(name)"
    case .wrongValue(let tier, let claimed, let counted):
      "the plan is worth \(counted) in \(tier), not \(claimed)"
    case .unproven(let tier): "the steps end before \(tier) is proven"
    case .tooMuch(let what): "more \(what) than is allowed for a certificate of this size"
    }
  }
}
