import MobilityModel
import Planning
import RoundFiles

/// Why a round has no plan, with the rows of its tables that say so.
struct ClashReport: Report {
  private let found: Infeasibility
  private let rows: [HardRule: [RowPlaces.Place]]

  /// Rows of one rule that a screen lists at most; `--json` has all.
  private static let mostRows = 6

  init(_ found: Infeasibility, in input: RoundInput) {
    self.found = input.shown(found)
    guard let places = input.rowPlaces() else {
      rows = [:]
      return
    }
    let rules = Set(found.clashes.flatMap(\.parts).map(\.rule))
    rows = Dictionary(uniqueKeysWithValues: rules.map { ($0, input.rows(of: $0, places)) })
  }

  var json: JSONText.Value {
    let clashes = found.clashes.map { clash -> JSONText.Value in
      ["minimal": .bool(clash.isMinimal), "clash": .array(clash.parts.map(json))]
    }
    return [
      "status": "infeasible",
      "minimal": .bool(found.clashes.first?.isMinimal ?? false),
      "clash": .array((found.clashes.first?.parts ?? []).map(json)),
      "further": .array(Array(clashes.dropFirst())),
      "relief": found.relief.map { .array($0.map { .string($0.id) }) } ?? .null,
    ]
  }

  private func json(_ part: Clash.Part) -> JSONText.Value {
    [
      "rule": .string(part.id), "words": .string(part.words),
      "rows": .array(
        rows[part.rule, default: []].map { ["file": .string($0.file), "row": .integer($0.row)] }),
    ]
  }

  func lines(style: Style) -> [String] {
    let title = "\(style.bad("infeasible")): no plan keeps the hard rules; nothing was written"
    return [title] + clashLines(style: style)
  }

  /// The clashes alone.
  func clashLines(style: Style) -> [String] {
    found.clashes.flatMap { [""] + lines($0, style) } + reliefLines
  }

  private func lines(_ clash: Clash, _ style: Style) -> [String] {
    return [heading(clash)]
      + clash.parts.flatMap { part in
        ["  " + style.bold(part.id.printable) + placeText(part)]
          + wrapped(part.words.printable, indent: 4)
      }
  }

  private func heading(_ clash: Clash) -> String {
    if !clash.isMinimal { return "The search was stopped; what clashes is among these:" }
    return clash.parts.count == 1
      ? "No plan keeps this:"
      : "No plan keeps all of these; whichever is left out, a plan keeps the others:"
  }

  private func placeText(_ part: Clash.Part) -> String {
    let places = rows[part.rule, default: []]
    let shown = places.prefix(Self.mostRows).map { "\($0.file):\($0.row)" }
    let rest = places.count - shown.count
    if shown.isEmpty { return "" }
    return "  " + shown.joined(separator: ", ").printable
      + (rest > 0 ? " and \(rest.grouped) more" : "")
  }

  private var reliefLines: [String] {
    guard let relief = found.relief else { return [] }
    return ["", "The round has a plan without"] + listed(relief.map(\.id.printable), indent: 2)
  }
}

extension RoundInput {
  /// What clashes, in the names that are shown.
  func shown(_ found: Infeasibility) -> Infeasibility {
    names == nil ? found : found.told(in: shown)
  }
}
