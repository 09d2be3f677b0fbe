import MobilityModel

/// `rules.csv`: dated refusals.
struct RulesTable: KeyedTable {
  static let name = "rules"
  static var index: WritableKeyPath<RoundIds, IdIndex> { \.rules }

  let rule, `where`, who, from, until, reason: Column

  var key: Column { rule }

  init(_ header: inout Header) {
    rule = header.required("rule")
    `where` = header.optional("where")
    who = header.optional("who")
    from = header.optional("from")
    until = header.optional("until")
    reason = header.optional("reason")
  }

  func row(_ id: String, _ table: borrowing TableReader, _ ids: RoundIds) -> Rule {
    var result = Rule(id: id)
    result.where = table.filter(`where`, .where, ids)
    result.who = table.filter(who, .who, ids)
    (result.from, result.until) = table.window(from, until)
    result.reason = table.text(reason)
    return result
  }
}
