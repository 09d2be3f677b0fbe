import MobilityModel

/// `rules.csv`: dated refusals.
struct RulesTable: RoundTable {
  static let name = "rules"

  let rule, `where`, who, from, until, reason: Column

  init(_ header: inout Header) {
    rule = header.required("rule")
    `where` = header.optional("where")
    who = header.optional("who")
    from = header.optional("from")
    until = header.optional("until")
    reason = header.optional("reason")
  }

  func row(_ table: TableReader, _ ids: inout RoundIds) -> Rule {
    var result = Rule(id: table.key(rule, into: &ids.rules))
    result.where = table.filter(`where`, .where, &ids)
    result.who = table.filter(who, .who, &ids)
    (result.from, result.until) = table.window(from, until)
    result.reason = table.text(reason)
    return result
  }
}
