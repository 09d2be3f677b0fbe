import MobilityModel

/// A piece of a page: text, an element, or several pieces in a row.
///
/// Whatever comes from a round is a text or the value of an attribute, and both are escaped where
/// they are written; there is no way to put bytes of a round into a page unescaped.
package indirect enum Markup: Sendable {
  case text(String)
  case element(name: StaticString, attributes: [Attribute], content: [Markup])
  case several([Markup])
  /// A style sheet or a script of the program's own, written as it is.
  case asset(element: StaticString, Asset)

  package struct Attribute: Sendable {
    var name: StaticString
    var value: String
  }

  static let nothing = Markup.several([])
}

/// An element with its attributes, those that are `nil` left out, and its content.
func tag(
  _ name: StaticString, _ attributes: KeyValuePairs<StaticString, String?> = [:],
  @MarkupBuilder _ content: () -> Markup = { .nothing }
) -> Markup {
  let given = attributes.compactMap { name, value in
    value.map { Markup.Attribute(name: name, value: $0) }
  }
  guard case .several(let pieces) = content() else {
    return .element(name: name, attributes: given, content: [content()])
  }
  return .element(name: name, attributes: given, content: pieces)
}

/// Puts pieces of markup in a row, as they stand in the source.
@resultBuilder
enum MarkupBuilder {
  static func buildExpression(_ text: String) -> Markup { .text(text) }
  static func buildExpression(_ number: Int) -> Markup { .text(number.grouped) }
  static func buildExpression(_ markup: Markup) -> Markup { markup }
  static func buildExpression(_ list: [Markup]) -> Markup { .several(list) }
  static func buildBlock(_ pieces: Markup...) -> Markup { .several(pieces) }
  static func buildOptional(_ piece: Markup?) -> Markup { piece ?? .nothing }
  static func buildEither(first: Markup) -> Markup { first }
  static func buildEither(second: Markup) -> Markup { second }
  static func buildArray(_ pieces: [Markup]) -> Markup { .several(pieces) }
}
