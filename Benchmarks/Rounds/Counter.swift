import Benchmark

/// A figure of a run that has to be the same on every run and every machine.
///
/// The histograms behind the tool's metrics keep three digits of a number. So each figure becomes
/// two metrics, its thousands and the rest, neither of which may change at all.
enum Counter: String, CaseIterable {
  /// Of all tables together.
  case bytes
  case options
  /// Of the compiled problem.
  case columns, rows
  /// Columns other than 0 in the selection found, counts among them.
  case selected
  /// Of the exact search: parts of trees, changes of a basis, cuts at roots.
  case nodes, pivots, cuts
  /// Tier values added up without their signs; a proven plan has no other.
  case worth

  /// The metrics that carry the figure.
  var metrics: [BenchmarkMetric] { ["thousands", "units"].map(metric) }

  /// Hands the figure over to the run.
  func record(_ value: Int, in benchmark: Benchmark) {
    for (metric, part) in zip(metrics, [value / 1000, value % 1000]) {
      benchmark.measurement(metric, part)
    }
  }

  private func metric(_ part: String) -> BenchmarkMetric {
    .custom("\(rawValue).\(part)", polarity: .prefersSmaller, useScalingFactor: false)
  }
}

/// Figures of a run, added up over the rounds of a family.
typealias Tally = [Counter: Int]

extension Tally {
  mutating func add(_ other: Tally) { merge(other, uniquingKeysWith: +) }
}
