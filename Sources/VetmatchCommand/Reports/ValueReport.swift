import MobilityModel
import Planning
import RoundFiles

/// Where the next unit of effort goes.
struct ValueReport: Report {
  let result: ValueResult
  /// Where the table has been written.
  let output: String?

  private static let mostRows = 20

  var status: ExitStatus {
    switch result.base {
    case .infeasible: .infeasible
    case .open: .unknown
    case .values: result.units.contains { $0.answer == .open } ? .feasible : .done
    }
  }

  private var text: ExplanationText {
    ExplanationText(round: result.round, values: result.baseValues)
  }

  var json: JSONText.Value {
    [
      "status": .string(result.base.word),
      "units": .array(
        result.units.map { unit in
          [
            "kind": .string(unit.change.kind), "id": .string(unit.change.id(in: result.round)),
            "change": .string(ChangeWords(result.round).words(unit.change)),
            "status": .string(unit.answer.word), "difference": difference(unit),
          ]
        }),
    ]
  }

  private func difference(_ unit: ValueResult.Unit) -> JSONText.Value {
    guard case .values(let values) = unit.answer else { return .null }
    return text.differencesJSON(to: values)
  }

  func lines(style: Style) -> [String] {
    switch result.base {
    case .infeasible: return ["no plan keeps the rules; vetmatch allocate says which ones clash"]
    case .open: return ["the round itself could not be planned to the end in time"]
    case .values: break
    }
    let useful = result.units.filter { isUseful($0) }
    let open = result.units.count { $0.answer == .open }
    let rest = useful.count - Self.mostRows
    return [
      style.bold(
        "\(useful.count.grouped) of \(counted(result.units.count, "change", "changes")) would change "
          + "the plan's worth"), "",
    ]
      + useful.prefix(Self.mostRows).flatMap(lines)
      + (rest > 0 ? ["and \(rest.grouped) more; --output writes all of them"] : [])
      + (open > 0
        ? [style.warning("\(counted(open, "change", "changes")) could not be decided in time")]
        : [])
      + (output.map { ["", "\(style.good("written")): \($0.printable)"] } ?? [])
  }

  /// A change of the lot alone is no reason to do anything.
  private func isUseful(_ unit: ValueResult.Unit) -> Bool {
    guard let worth = unit.worth(over: result.baseValues) else { return false }
    return zip(result.round.settings.objective, worth).contains { $0 != .draw && $1 != 0 }
  }

  private func lines(_ unit: ValueResult.Unit) -> [String] {
    guard case .values(let values) = unit.answer else { return [] }
    return wrapped(ChangeWords(result.round).words(unit.change).printable, indent: 0)
      + wrapped(text.difference(to: values), indent: 2)
  }
}
