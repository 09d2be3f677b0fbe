import Benchmark
import Foundation

/// A piece of work that is measured on the rounds of a family, one after the other.
struct Kernel<Input, Output> {
  let name: String
  /// The figures that `tally` gives; all of them are checked.
  let counters: [Counter]
  /// Makes what the work starts from, once and outside the measurement.
  let prepare: (RoundFamily.Tables) throws -> Input
  let work: (Input) throws -> Output
  let tally: (Output) throws -> Tally

  /// Registers the benchmark `kernel/family/size`.
  func measure(on family: RoundFamily) {
    Benchmark(
      "\(name)/\(family.name)", configuration: configuration,
      closure: { (benchmark: Benchmark, inputs: [Input]) throws in
        benchmark.startMeasurement()
        let outputs = try inputs.map(work)
        benchmark.stopMeasurement()
        var sum: Tally = [:]
        for output in outputs { sum.add(try tally(output)) }
        for counter in counters { counter.record(sum[counter] ?? 0, in: benchmark) }
      },
      setup: { try family.rounds().map(prepare) })
  }

  private var configuration: Benchmark.Configuration {
    let figures = counters.flatMap(\.metrics)
    let exact = BenchmarkThresholds(absolute: [.p90: 0])
    var tolerances = Dictionary(uniqueKeysWithValues: figures.map { ($0, exact) })
    guard Environment.measuresTime else {
      // Within a duration of zero nothing would run, and nothing differs from no threshold.
      return .init(
        metrics: figures, warmupIterations: 0, maxDuration: .seconds(1), maxIterations: 1,
        thresholds: tolerances)
    }
    tolerances[.wallClock] = BenchmarkThresholds(relative: [.p90: 60])
    return .init(
      metrics: [.wallClock] + figures, maxDuration: .seconds(1),
      thresholds: tolerances)
  }
}

/// What the environment asks of the benchmarks.
enum Environment {
  /// Whether there is more to compare than counters; `BENCH_COUNTERS` says no.
  static var measuresTime: Bool { value("BENCH_COUNTERS") == nil }
  /// Whether proofs that can take minutes are there; `BENCH_SLOW` says yes.
  static var includesSlow: Bool { value("BENCH_SLOW") != nil }

  private static func value(_ name: String) -> String? {
    ProcessInfo.processInfo.environment[name]
  }
}
