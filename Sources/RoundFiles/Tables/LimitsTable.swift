import MobilityModel

/// `limits.csv`: seats, beds, quotas, caps and budgets.
struct LimitsTable: KeyedTable {
  static let name = "limits"
  static var index: WritableKeyPath<RoundIds, IdIndex> { \.limits }

  let limit, `where`, who, each, measure, from, until, min, max, kind, reason: Column
  let minusWhere, minusWho, minusEach, of: Column

  var key: Column { limit }

  init(_ header: inout Header) {
    limit = header.required("limit")
    `where` = header.optional("where")
    who = header.optional("who")
    each = header.optional("each")
    measure = header.required("measure")
    from = header.optional("from")
    until = header.optional("until")
    min = header.optional("min")
    max = header.optional("max")
    kind = header.optional("kind")
    reason = header.optional("reason")
    minusWhere = header.optional("minus_where")
    minusWho = header.optional("minus_who")
    minusEach = header.optional("minus_each")
    of = header.optional("of")
  }

  func row(_ id: String, _ table: borrowing TableReader, _ ids: RoundIds) -> Limit {
    var result = Limit(id: id)
    result.where = table.filter(`where`, .where, ids)
    result.who = table.filter(who, .who, ids)
    result.each = table.keys(each, ids)
    let words = TableReader.oneOf(Limit.Measure.allCases.map(\.rawValue))
    let measure: Limit.Measure? = table.required(self.measure, words) { table.choice($0) }
    result.measure = measure ?? .people
    (result.from, result.until) = table.window(from, until)
    result.minus = minus(result, table, ids)
    result.of = counted(result, table, ids)
    // A difference may well be below 0.
    let bounds = (result.minus == nil ? 0 : -SizeLimits.whole)...SizeLimits.whole
    result.min = table.whole(min, in: bounds)
    result.max = table.whole(max, in: bounds)
    result.kind = table.choice(kind) ?? .hard
    result.reason = table.text(reason)
    table.checkOrder(result.min, min, result.max, max)
    if measure != nil { check(result, table) }
    return result
  }

  /// What is taken off; there is something as soon as one of its columns says so.
  private func minus(
    _ limit: Limit, _ table: borrowing TableReader, _ ids: RoundIds
  ) -> Limit.Minus? {
    if [minusWhere, minusWho, minusEach].allSatisfy({ isEmpty($0, table) }) { return nil }
    let minus = Limit.Minus(
      where: table.filter(minusWhere, .where, ids), who: table.filter(minusWho, .who, ids),
      each: table.keys(minusEach, ids))
    if minus.each.count != limit.each.count {
      table.add(
        .wrongCount, minusEach.name, value: value(minusEach, table),
        expected: "as many keys as each has, whose values are matched with those of each")
    }
    if limit.measure == .atOnce || limit.measure == .different {
      table.add(
        .unfitMeasure, measure.name, value: limit.measure.rawValue,
        expected: "people, days or euros where placements are taken off")
    }
    return minus
  }

  /// The key whose values are counted.
  private func counted(
    _ limit: Limit, _ table: borrowing TableReader, _ ids: RoundIds
  ) -> FilterKey? {
    let keys = table.keys(of, ids)
    if keys.count > 1 {
      table.add(.wrongCount, of.name, value: value(of, table), expected: "one key")
    }
    if limit.measure == .different, isEmpty(of, table) {
      table.add(.missingValue, of.name, expected: "the key whose different values are counted")
    }
    if limit.measure != .different, !isEmpty(of, table) {
      table.add(
        .unfitMeasure, measure.name, value: limit.measure.rawValue,
        expected: "different where the column of says what is counted")
    }
    return limit.measure == .different ? keys.first : nil
  }

  private func check(_ limit: Limit, _ table: borrowing TableReader) {
    if isEmpty(min, table), isEmpty(max, table) {
      table.add(
        .noBounds, expected: "a min or a max; without them this limits nothing", severity: .note)
    }
    guard limit.measure == .atOnce else {
      for column in [from, until] where !isEmpty(column, table) {
        table.add(
          .unusedDates, column.name, value: value(column, table),
          expected: "dates only where measure is at_once; elsewhere they say nothing",
          severity: .note)
      }
      return
    }
    if limit.kind == .soft {
      table.add(
        .softAtOnce, kind.name, value: "soft", expected: "hard or or_none where measure is at_once")
    }
    for column in [from, until] where !isEmpty(min, table) && isEmpty(column, table) {
      table.add(
        .atOnceDates, column.name, expected: "a date: a min with at_once needs both from and until")
    }
  }

  private func isEmpty(_ column: Column, _ table: borrowing TableReader) -> Bool {
    if case .empty = table.cell(column) { return true }
    return false
  }

  private func value(_ column: Column, _ table: borrowing TableReader) -> String {
    guard case .bytes(let range) = table.cell(column) else { return "" }
    return table.string(range)
  }
}
