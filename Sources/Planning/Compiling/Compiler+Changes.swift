import MobilityModel
import Selection

extension Compiler {
  /// At most so many published placements change: the others are as they are.
  mutating func addChanges(_ most: Int) {
    if space.ignoring.contains(.changes) { return }
    for placement in round.published {
      for option in space.table.range(ofApplication: placement.application)
      where column[option] >= 0 && space.session(option) == placement.session {
        row.add(Int(column[option]))
      }
    }
    let least = round.published.count - most
    if least > 0 { addRow(.changes, lower: least, upper: nil, ascending: row.take()) }
  }
}
