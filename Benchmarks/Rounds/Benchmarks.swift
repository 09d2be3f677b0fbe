import Benchmark

/// What the tool calls to have every benchmark registered.
let benchmarks: @Sendable () -> Void = {
  for family in [.all("conformance"), .all("published"), .intervet, .scaled(10_000)]
    as [RoundFamily]
  {
    Kernel.reading.measure(on: family)
    Kernel.options.measure(on: family)
    Kernel.compiling.measure(on: family)
  }
  let slow: [RoundFamily] = [.published("gap-gap8-1"), .scaled(2000), .intervet]
  let more = Environment.includesSlow ? slow : []
  for family in [.small(20), .scaled(1000)] + more {
    Kernel.firstPlan.measure(on: family)
  }
  let quick: [RoundFamily] = [
    .all("conformance"), .published("gap-gap4-1"), .published("gap-gapa-1"),
    .published("matching-student-allocation"), .published("orlib-assign100"),
    .published("preflib38-2012-13-greedy"), .small(20), .scaled(1000),
  ]
  for family in quick + more { Kernel.proof.measure(on: family) }
  for family in [.small(20), .scaled(1000)] + more.filter({ $0.name.hasPrefix("intervet") }) {
    Kernel.changesFromNothing.measure(on: family)
    Kernel.resolving.measure(on: family)
  }
}
