import MobilityModel
import Planning

/// Who got which choice, as bars of equal length for each country.
struct ChoiceChart {
  /// A row: its name and how many have each choice, then nothing.
  struct Row {
    var name: String
    var counts: [Int]

    init(_ name: String, _ share: FairShare) {
      self.name = name
      counts = share.choices + [share.applied - share.placed]
    }

    var total: Int { counts.reduce(0, +) }
  }

  static let phrases: [Phrase] = [.first, .second, .third, .later, .unlisted, .unplaced]

  let rows: [Row]
  let language: Language

  private static let (width, left, row) = (1000.0, 216.0, 34.0)

  func markup(_ id: String) -> Markup {
    Drawing.chart(
      id, width: Self.width, height: Double(rows.count) * Self.row + 4, title: language(.choices),
      description: description, style: "choices"
    ) {
      rows.enumerated().map { row($1, Double($0) * Self.row + 4) }
    }
  }

  private var description: String {
    rows.map { row in
      let parts = zip(Self.phrases, row.counts).filter { $1 > 0 }.map { "\(language($0)) \($1)" }
      return "\(row.name): \(parts.joined(separator: ", "))"
    }.joined(separator: "; ")
  }

  private func row(_ row: Row, _ y: Double) -> Markup {
    var x = Self.left
    let scale = (Self.width - Self.left - 2) / Double(max(1, row.total))
    let parts = row.counts.enumerated().filter { $1 > 0 }.map { place, count -> Markup in
      let width = Double(count) * scale
      defer { x += width }
      let share = Int((Double(count) * 100 / Double(max(1, row.total))).rounded())
      return .several([
        Drawing.box(
          "choice q\(place)", x, y, width, Self.row - 8,
          title: "\(row.name), \(language(Self.phrases[place])): \(count) (\(share) %)"),
        width > Double(count.grouped.count) * 8 + 8
          ? Drawing.label(
            "on-choice q\(place)", x + width / 2, y + 18, count.grouped, anchor: "middle")
          : .nothing,
      ])
    }
    return .several(
      [
        Drawing.label(
          "node-name", Self.left - 8, y + 18, "\(row.name.shortened(to: 26))  \(row.total.grouped)",
          anchor: "end")
      ] + parts)
  }
}
