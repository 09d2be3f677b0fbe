import MobilityModel
import Planning
import RoundFiles

/// The table `carried.csv` of the year after a plan.
struct NextStartTable {
  let input: RoundInput
  let plan: Plan

  var table: Table {
    Table(
      columns: ["limit", "combination", "amount"],
      rows: PlanReview(input.round, plan).nextStarts().map(row),
      idColumns: ["limit", "combination"])
  }

  private func row(_ start: NextStart) -> [String] {
    let limit = input.round.limits[start.limit]
    let values = zip(start.values, limit.each).map { input.names?.value($0, of: $1) ?? $0 }
    return [limit.id, values.joined(separator: "+"), String(start.amount)]
  }
}
