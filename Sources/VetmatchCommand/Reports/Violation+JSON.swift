import Audit
import MobilityModel
import RoundFiles

extension TierValue {
  var json: JSONText.Value {
    ["tier": .string(tier.rawValue), "value": .integer(value)]
  }
}

extension Violation {
  var json: JSONText.Value {
    .object(
      [("rule", .string(rule.rawValue)), ("message", .string(message))] + subject.json
        + [
          ("refusal", .text(refusal)), ("dated_rule", .text(datedRule)),
          ("day", .text(day?.iso)), ("broken_days", .number(brokenDays)),
          ("count", .number(count)), ("min", .number(min)), ("max", .number(max)),
          ("placements", .array(placements.map(\.json))), ("unlisted", .integer(unlisted)),
          ("absent", .array(absent.map { .string($0) })),
        ])
  }
}

extension Violation.Subject {
  fileprivate var json: [(key: String, value: JSONText.Value)] {
    switch self {
    case .application(let id): [("application", .string(id))]
    case .participant(let id): [("participant", .string(id))]
    case .session(let id): [("session", .string(id))]
    case .group(let id, let stream): [("group", .string(id)), ("stream", .string(stream))]
    case .limit(let id, let each):
      [
        ("limit", .string(id)),
        ("each", .object(each.map { (key: $0.key, value: .string($0.value)) })),
      ]
    }
  }
}

extension Violation.Placement {
  fileprivate var json: JSONText.Value {
    [
      "application": .string(application), "session": .string(session),
      "sector": .string(sector),
    ]
  }
}

extension JSONText.Value {
  /// A text, or null where there is none.
  static func text(_ value: String?) -> Self { value.map { .string($0) } ?? .null }

  /// A number, or null where there is none.
  static func number(_ value: Int?) -> Self { value.map { .integer($0) } ?? .null }
}
