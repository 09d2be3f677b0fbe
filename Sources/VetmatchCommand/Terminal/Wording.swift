import MobilityModel
import Planning

/// A number with its word: `1 row`, `12 345 rows`.
func counted(_ number: Int, _ one: String, _ many: String) -> String {
  "\(number.grouped) \(number == 1 ? one : many)"
}

/// Items with commas between them, as indented lines.
func listed(_ items: [String], indent: Int) -> [String] {
  let last = items.count - 1
  return filled(items.enumerated().map { $0 < last ? $1 + "," : $1 }, indent: indent)
}

/// A sentence as indented lines.
func wrapped(_ sentence: String, indent: Int) -> [String] {
  filled(sentence.split(separator: " ").map(String.init), indent: indent)
}

/// Pieces with a space between them, broken into indented lines of at most `width` characters.
private func filled(_ pieces: [String], indent: Int, width: Int = 80) -> [String] {
  let margin = String(repeating: " ", count: indent)
  var lines: [String] = []
  var line = ""
  for piece in pieces {
    if !line.isEmpty, indent + line.count + 1 + piece.count > width {
      lines.append(margin + line)
      line = ""
    }
    line += line.isEmpty ? piece : " " + piece
  }
  return line.isEmpty ? lines : lines + [margin + line]
}

extension Tier {
  /// A value of this tier as a person reads it.
  func text(_ value: Int) -> String {
    self == .points ? hundredths(value) : value.grouped
  }

  /// What the number counts.
  var meaning: String {
    switch self {
    case .filled: "places filled, by the weight of their stream"
    case .targets: "short of, or over, soft limits"
    case .points: "selection points of those placed"
    case .fit: "preference, sector, language and twin scores"
    case .changes: "changes to the published plan"
    case .travel: "km"
    case .euros: "euros"
    case .draw: "drawn by lot"
    }
  }
}

extension Mechanism {
  /// By what the plan is chosen, in a phrase.
  var meaning: String {
    switch self {
    case .best: "by the tiers of the objective"
    case .merit: "whoever has more points chooses first"
    case .rank: "most first choices, then most second ones, and so on"
    case .equal: "equal shares"
    }
  }
}

extension MechanismStep.Kind {
  /// What the number of a step counts.
  var meaning: String {
    switch self {
    case .turns: "turns taken, with proof that nothing better was left"
    case .choice(let rank): "placed at place \(rank) of their lists"
    case .unlisted: "placed where they did not ask to be"
    case .below: "values whose applicants are placed in a smaller share"
    }
  }
}

/// A number of hundredths with its decimals: `84.50`.
func hundredths(_ value: Int) -> String {
  let magnitude = value.magnitude
  let cents = String(magnitude % 100)
  let sign = value < 0 ? "-" : ""
  let whole = Int(magnitude / 100).grouped
  return "\(sign)\(whole).\(cents.count == 1 ? "0" : "")\(cents)"
}

/// The distance from a value to its bound as a share of the value, rounded up: `0.14 %`.
func gapText(value: Int, bound: Int) -> String {
  let distance = (Double(bound) - Double(value)).magnitude
  let share = distance / max(1, Double(value).magnitude)
  let tenThousandths = min((share * 10_000).rounded(.up), 1e12)
  return hundredths(Int(tenThousandths)) + " %"
}
