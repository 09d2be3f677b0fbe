import MobilityModel
import Planning
import RoundFiles

/// One simulation of withdrawals from a plan.
struct StressSimulation {
  let input: RoundInput
  let plan: Plan
  /// In millionths, indexed by stream.
  let rates: [Int]
  let runs: Int
  let seed: UInt64
  let goal: StressSummary.Goal

  func result(threads: Int, until interruption: Interruption) async -> StressResult {
    let review = PlanReview(input.round, plan)
    let stress = Stress(
      review, Withdrawals(input.round, plan, rates: rates, seed: seed),
      shouldStop: { interruption.isDue })
    let done = await inOrder(Array(1...runs), threads: threads) { stress.run($0) }
    // Up to the first that was stopped: which ones came to an end beyond it is chance.
    let whole = Array(done.prefix { $0 != nil }.compactMap { $0 })
    return StressResult(
      simulation: self, runs: whole, longestList: stress.repair.longestList,
      summaries: ([nil] + input.round.streams.indices.map { $0 }).map {
        StressSummary(whole, planned: stress.planned, stream: $0, goal: goal)
      }.filter { $0.planned > 0 })
  }
}

/// What a simulation has shown.
struct StressResult {
  let simulation: StressSimulation
  let runs: [StressRun]
  let longestList: Int
  /// Of all streams, then of each that has a placement.
  let summaries: [StressSummary]

  var isWhole: Bool { runs.count == simulation.runs }

  func name(_ summary: StressSummary) -> String {
    summary.stream.map { simulation.input.round.streams[$0].id } ?? "all"
  }

  var files: [OutputFile] {
    [
      OutputFile(name: "stress.csv", bytes: CSVText.bytes(summaryTable)),
      OutputFile(name: "runs.csv", bytes: CSVText.bytes(runTable)),
      OutputFile(name: "stress.svg", text: StressChart(self).svg),
    ]
  }

  /// A row for each length of lists and for each per cent of over-selection, by stream.
  private var summaryTable: Table {
    let columns = [
      "stream", "measure", "amount", "places", "mean", "p5", "p50", "p95", "enough", "good_runs",
      "runs", "reaches",
    ]
    return Table(
      columns: columns,
      rows: summaries.flatMap { summary in
        rows(summary, "reserves", summary.byLength)
          + rows(summary, "over-selection", summary.byExtra)
      }, idColumns: Set(columns))
  }

  private func rows(
    _ summary: StressSummary, _ measure: String, _ distributions: [StressSummary.Distribution]
  ) -> [[String]] {
    distributions.enumerated().map { amount, filled in
      [name(summary), measure, String(amount), String(summary.planned), decimal(filled.mean)]
        + [5, 50, 95].map { String(filled.percentile($0)) }
        + [
          String(summary.enough), String(filled.runs(withAtLeast: summary.enough)),
          String(runs.count), summary.reaches(filled) ? "yes" : "no",
        ]
    }
  }

  /// A row for each run.
  private var runTable: Table {
    let columns = [
      "run", "withdrawn", "filled_without", "filled_with", "length_used", "rules_kept",
    ]
    let sum = { (counts: [Int]) in counts.reduce(0, +) }
    return Table(
      columns: columns,
      rows: runs.enumerated().map { number, run in
        [
          number + 1, sum(run.withdrawn), sum(run.filled(length: 0)), sum(run.filled.last ?? []),
          run.filled.count - 1,
        ].map(String.init) + [run.breaksRules ? "no" : "yes"]
      }, idColumns: Set(columns))
  }
}
