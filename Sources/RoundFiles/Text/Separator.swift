/// What stands between the cells of a row.
package enum Separator: String, Hashable, Sendable, CaseIterable {
  case comma, semicolon, tab

  var byte: UInt8 {
    switch self {
    case .comma: ASCII.comma
    case .semicolon: ASCII.semicolon
    case .tab: ASCII.tab
    }
  }
}
