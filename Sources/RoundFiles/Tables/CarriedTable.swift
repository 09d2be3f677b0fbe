import MobilityModel

/// `carried.csv`: what the counts of limits start from, such as a balance of the year before.
struct CarriedTable: RoundTable {
  static let name = "carried"

  let limit, combination, amount: Column

  init(_ header: inout Header) {
    limit = header.required("limit")
    combination = header.optional("combination")
    amount = header.required("amount")
  }

  struct Row: Hashable {
    /// Index into `Round.limits`, or -1.
    var limit: Int
    /// In the order of the limit's `each`.
    var values: [String]
    var amount: Int

    func precedes(_ other: Row) -> Bool {
      if limit != other.limit { return limit < other.limit }
      if values != other.values {
        return values.lexicographicallyPrecedes(other.values) { $0.precedesByScalars($1) }
      }
      return amount < other.amount
    }
  }

  func row(_ table: borrowing TableReader, _ ids: RoundIds) -> Row {
    let whole = -SizeLimits.whole...SizeLimits.whole
    return Row(
      limit: table.requiredReference(limit, to: ids.limits) ?? -1, values: values(table),
      amount: table.required(amount, "a whole number") { table.whole($0, in: whole) } ?? 0)
  }

  /// The values between plus signs, blanks around them left out.
  private func values(_ table: borrowing TableReader) -> [String] {
    table.text(combination).split(separator: "+", omittingEmptySubsequences: false)
      .map { $0.trimmed() }
  }
}
