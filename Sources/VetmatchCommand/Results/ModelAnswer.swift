import ModelFiles
import RoundFiles
import Selection

/// Values for a model's columns that the model's own rows accept.
///
/// An answer can only be shown or written as one of these.
struct ModelAnswer {
  /// An objective's value and what is proven of it.
  struct Tier {
    var objective: ModelObjective
    /// In the file's own sense, its constant included.
    var value: Int
    /// What no answer that is as good in the tiers before can beat; `nil` if nothing is known.
    var bound: Int?
    var isProven: Bool
  }

  let tiers: [Tier]
  private let model: Model
  private let value: [Int]

  /// Checks what the solver has found against the rows and objectives as they were read.
  ///
  /// - Throws: `Ending.fault` where they do not agree.
  init(_ found: Incumbent, bounds: [Int?], of models: ModelTiers) throws(Ending) {
    var faults = models.model.faults(of: found.value)
    var tiers: [Tier] = []
    var isProven = true
    for (place, objective) in models.objectives.enumerated() {
      let claimed = objective.value(ofCost: found.tierValues[place])
      let counted = objective.value(of: found.value)
      if counted != claimed {
        faults.append("\(objective.name): the solver says \(claimed), counted anew it is not")
      }
      isProven = isProven && bounds[place] == found.tierValues[place]
      tiers.append(
        Tier(
          objective: objective, value: claimed,
          bound: bounds[place].map(objective.value(ofCost:)), isProven: isProven))
    }
    guard faults.isEmpty else { throw .fault(faults) }
    self.tiers = tiers
    model = models.model
    value = found.value
  }

  var isProven: Bool { tiers.allSatisfy(\.isProven) }

  /// The columns that are not 0, in the order of the model.
  var table: Table {
    let rows = zip(model.columns, value).filter { $1 != 0 }.map { [$0.name, String($1)] }
    return Table(columns: ["column", "value"], rows: rows)
  }

  var columnCount: Int { model.columns.count }
  var rowCount: Int { model.rows.count }
}
