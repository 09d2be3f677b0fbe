import Planning

/// A bar of what is placed, over the band that is aimed at, on a line as long as what there is.
struct BulletBar {
  let placed: Int
  let target: Target?
  /// Seats, or those who applied.
  let available: Int
  /// What the whole length stands for.
  let scale: Int

  private static let width = 240.0

  /// Without a text alternative: the numbers stand in the row beside it.
  var markup: Markup {
    let unit = (Self.width - 3) / Double(max(1, scale))
    let least = Double(target?.min ?? target?.max ?? 0) * unit
    let most = Double(target?.max ?? target?.min ?? 0) * unit
    return tag(
      "svg",
      [
        "viewBox": "0 0 \(Self.width.coordinate) 16", "class": "bullet", "aria-hidden": "true",
        "preserveAspectRatio": "none",
      ]
    ) {
      Drawing.line("available", 0, 8, Double(available) * unit, 8)
      Drawing.box("bullet-bar", 0, 4, Double(placed) * unit, 8)
      if target != nil {
        Drawing.box("aim", max(0, least - 1), 0, max(2.5, most - least + 2), 16)
      }
    }
  }
}
