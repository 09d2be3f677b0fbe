import Planning

/// The filled places of all runs, with and without reserves, as a picture.
struct StressChart {
  private let result: StressResult

  init(_ result: StressResult) { self.result = result }

  private static let (width, height, left, bottom, top) = (760, 360, 60, 60, 56)
  private static let (before, after) = ("#b4552d", "#2d6cb4")
  private static let mostBars = 60

  /// Without fonts, scripts or links of its own; the text is the same for the same result.
  var svg: String {
    guard let all = result.summaries.first, let without = all.byLength.first,
      let with = all.byLength.last, let least = without.sorted.first
    else { return frame([]) }
    let range = min(least, all.enough)...max(all.planned, with.sorted.last ?? 0)
    let step = range.count / Self.mostBars + 1
    let bars = [without, with].map { Self.bars($0, range, step) }
    let most = max(1, bars.joined().max() ?? 1)
    let count = bars[0].count
    let plot = Self.width - Self.left - 20
    let slot = plot / count
    var shapes: [String] = []
    for (series, color) in [Self.before, Self.after].enumerated() {
      for (place, runs) in bars[series].enumerated() where runs > 0 {
        let height = runs * (Self.height - Self.top - Self.bottom) / most
        shapes.append(
          "<rect x=\"\(Self.left + place * slot)\" y=\"\(Self.height - Self.bottom - height)\" "
            + "width=\"\(max(1, slot - 1))\" height=\"\(max(1, height))\" fill=\"\(color)\" "
            + "fill-opacity=\"0.65\"/>")
      }
    }
    let enough = Self.left + (all.enough - range.lowerBound) / step * slot
    shapes.append(
      "<line x1=\"\(enough)\" y1=\"\(Self.top)\" x2=\"\(enough)\" y2=\"\(Self.height - Self.bottom)\" "
        + "stroke=\"#333\" stroke-dasharray=\"4 3\"/>")
    return frame(shapes + axis(range, step, slot, most) + words(all))
  }

  private static func bars(
    _ distribution: StressSummary.Distribution, _ range: ClosedRange<Int>, _ step: Int
  ) -> [Int] {
    var bars = [Int](repeating: 0, count: (range.count + step - 1) / step)
    for filled in distribution.sorted { bars[(filled - range.lowerBound) / step] += 1 }
    return bars
  }

  private func axis(
    _ range: ClosedRange<Int>, _ step: Int, _ slot: Int, _ most: Int
  ) -> [String] {
    let base = Self.height - Self.bottom
    let bars = (range.count + step - 1) / step
    let marks = stride(from: 0, to: bars, by: max(1, bars / 8)).map { place in
      text(
        Self.left + place * slot + slot / 2, base + 18, String(range.lowerBound + place * step),
        anchor: "middle")
    }
    return [
      "<line x1=\"\(Self.left)\" y1=\"\(base)\" x2=\"\(Self.width - 20)\" y2=\"\(base)\" "
        + "stroke=\"#333\"/>",
      text(Self.left - 8, Self.top + 8, "\(most)", anchor: "end"),
      text(Self.left - 8, base, "0 runs", anchor: "end"),
      text(Self.width / 2, Self.height - 14, "places filled", anchor: "middle"),
    ] + marks
  }

  private func words(_ all: StressSummary) -> [String] {
    [
      text(
        Self.left, 20,
        "\(result.runs.count) runs, \(all.planned) places; dashed: \(all.enough) are enough"),
      key(Self.left, Self.before, "no reserves"),
      key(Self.left + 160, Self.after, "whole lists of reserves"),
    ]
  }

  private func key(_ x: Int, _ color: String, _ words: String) -> String {
    "<rect x=\"\(x)\" y=\"32\" width=\"12\" height=\"12\" fill=\"\(color)\" fill-opacity=\"0.65\"/>"
      + text(x + 18, 43, words)
  }

  private func text(_ x: Int, _ y: Int, _ words: String, anchor: String = "start") -> String {
    "<text x=\"\(x)\" y=\"\(y)\" text-anchor=\"\(anchor)\">\(words)</text>"
  }

  private func frame(_ shapes: [String]) -> String {
    """
    <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 \(Self.width) \(Self.height)" \
    font-family="sans-serif" font-size="13" role="img">
    <title>Places filled after withdrawals, with and without reserves</title>
    <rect width="\(Self.width)" height="\(Self.height)" fill="#fff"/>
    \(shapes.joined(separator: "\n"))
    </svg>

    """
  }
}
