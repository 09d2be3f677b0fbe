import MobilityModel
import Planning
import RoundFiles

/// What a simulation of withdrawals shows.
struct StressReport: Report {
  let result: StressResult
  /// Where the tables and the chart have been written.
  let output: String?

  var status: ExitStatus { result.isWhole ? .done : .feasible }

  private var broken: Int { result.runs.count { $0.breaksRules } }

  var json: JSONText.Value {
    [
      "status": result.isWhole ? "ok" : "stopped", "runs": .integer(result.runs.count),
      "runs_without_plan": .integer(broken), "longest_list": .integer(result.longestList),
      "streams": .array(result.summaries.map(json)),
    ]
  }

  private func json(_ summary: StressSummary) -> JSONText.Value {
    [
      "stream": .string(result.name(summary)), "places": .integer(summary.planned),
      "withdrawn_mean": .decimal(units: summary.withdrawn.mean, places: 2),
      "enough": .integer(summary.enough),
      "without_reserves": summary.byLength.first.map { distribution($0, summary) } ?? .null,
      "with_reserves": summary.byLength.last.map { distribution($0, summary) } ?? .null,
      "reserve_length": summary.length.map { .integer($0) } ?? .null,
      "over_selection_percent": summary.extra.map { .integer($0) } ?? .null,
    ]
  }

  private func distribution(
    _ filled: StressSummary.Distribution, _ summary: StressSummary
  ) -> JSONText.Value {
    [
      "mean": .decimal(units: filled.mean, places: 2), "p5": .integer(filled.percentile(5)),
      "p50": .integer(filled.percentile(50)), "p95": .integer(filled.percentile(95)),
      "good_runs": .integer(filled.runs(withAtLeast: summary.enough)),
    ]
  }

  func lines(style: Style) -> [String] {
    guard !result.runs.isEmpty else { return [style.warning("no run came to its end in time")] }
    var table = TextTable([.left] + Array(repeating: .right, count: 9))
    table.add([
      "stream", "places", "withdrawn", "enough", "without", "5 %", "with", "5 %", "reserves",
      "over",
    ])
    for summary in result.summaries { table.add(row(summary)) }
    return [style.bold(heading), ""] + table.lines()
      + [
        "",
        "reserves: the first so many of each list are enough; over: so many per cent more",
        "selected are enough without reserves; -: not even the whole lists, or 50 per cent",
      ]
      + (broken > 0
        ? [
          style.warning(
            "in \(counted(broken, "run", "runs")) some repair keeps no rule of the round")
        ] : [])
      + (output.map { ["", "\(style.good("written")): \($0.printable)"] } ?? [])
  }

  private var heading: String {
    "\(counted(result.runs.count, "run", "runs"))"
      + (result.isWhole ? "" : " of \(result.simulation.runs.grouped), stopped")
      + ", seed \(result.simulation.seed)"
  }

  private func row(_ summary: StressSummary) -> [String] {
    let ends = [summary.byLength.first, summary.byLength.last].flatMap { filled in
      [hundredths(filled?.mean ?? 0), (filled?.percentile(5) ?? 0).grouped]
    }
    return [
      result.name(summary), summary.planned.grouped, hundredths(summary.withdrawn.mean),
      summary.enough.grouped,
    ] + ends
      + [
        summary.length.map(\.grouped) ?? "-", summary.extra.map { "\($0) %" } ?? "-",
      ]
  }
}
