import RoundFiles

/// Tables that cannot be used.
struct FindingsReport: Report {
  let findings: [Finding]

  var json: JSONText.Value {
    [
      "status": "data",
      "findings": .array(findings.map(\.json)),
      "groups": .array(FindingGroup.groups(of: findings).map(\.json)),
    ]
  }

  func lines(style: Style) -> [String] {
    let text = FindingsText(findings: findings)
    return [style.bad(text.title)] + text.lines(style: style)
  }
}

/// A file that is not there, or cannot be written; a person reads about it on standard error.
struct PathReport: Report {
  let status: String
  let path: String

  var json: JSONText.Value {
    ["status": .string(status), "path": .string(path)]
  }

  func lines(style: Style) -> [String] { [] }
}

/// Why there is no result, in words that a person reads on standard error.
struct MessageReport: Report {
  let status: String
  let messages: [String]

  var json: JSONText.Value {
    ["status": .string(status), "messages": .array(messages.map { .string($0) })]
  }

  func lines(style: Style) -> [String] { [] }
}

extension Finding {
  var json: JSONText.Value {
    [
      "severity": .string(severity.rawValue),
      "kind": .string(kind),
      "file": .string(file),
      "row": .number(row),
      "column": .text(column),
      "value": .string(value),
      "expected": .string(expected),
      "maybe": .text(maybe),
      "read_as": .text(readAs),
      "message": .string(message),
    ]
  }
}
