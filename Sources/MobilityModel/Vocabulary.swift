/// What an application asks for: a place of its own, or to accompany those who have one.
package enum Role: String, Hashable, Sendable, CaseIterable {
  case participant, leader
}

/// A level of the Common European Framework, with `native` on top.
package enum Level: Int8, Hashable, Comparable, Sendable, CaseIterable {
  case a1, a2, b1, b2, c1, c2, native

  package static func < (left: Level, right: Level) -> Bool { left.rawValue < right.rawValue }
}

/// A language with the level at which it is spoken, or asked for.
package struct LanguageSkill: Hashable, Sendable {
  /// ISO 639-1 code, or 639-3 where there is none.
  package var code: String
  package var level: Level

  package init(code: String, level: Level) {
    self.code = code
    self.level = level
  }
}

/// An ISCED-F 2013 detailed field: four digits, or `none` for the place sector of a session that
/// offers none.
package struct Sector: Hashable, Comparable, Sendable {
  /// 0 to 9999, or -1 for `none`.
  package var number: Int16

  package init(number: Int16) { self.number = number }

  package static let none = Sector(number: -1)

  package static func < (left: Sector, right: Sector) -> Bool { left.number < right.number }
}

/// How closely a place sector fits one of a person's sectors; a lower raw value is closer.
package enum SectorMatch: Int, Hashable, Comparable, Sendable, CaseIterable {
  case exact, narrow, broad

  package static func < (left: SectorMatch, right: SectorMatch) -> Bool {
    left.rawValue < right.rawValue
  }
}

/// What an objective tier measures, always as a whole number.
package enum Tier: String, Hashable, Sendable, CaseIterable {
  case filled, targets, points, fit, changes, travel, euros, draw

  /// Whether more is better.
  package var isMaximised: Bool {
    switch self {
    case .filled, .points, .fit, .draw: true
    case .targets, .changes, .travel, .euros: false
    }
  }
}
