/// The runs of a simulation, summed up for one stream or for all of them.
package struct StressSummary: Sendable {
  /// What is asked of a plan: in so many of 1,000 runs at least so many of 1,000 places are filled.
  package struct Goal: Hashable, Sendable {
    package var placesInThousand: Int
    package var runsInThousand: Int

    package init(placesInThousand: Int, runsInThousand: Int) {
      (self.placesInThousand, self.runsInThousand) = (placesInThousand, runsInThousand)
    }
  }

  /// Filled places over all runs.
  package struct Distribution: Hashable, Sendable {
    /// Rising, one for each run.
    package let sorted: [Int]

    init(_ filled: [Int]) { sorted = filled.sorted() }

    /// The number that so many per cent of the runs do not exceed, by the nearest rank.
    package func percentile(_ percent: Int) -> Int {
      sorted.isEmpty ? 0 : sorted[max(0, (sorted.count * percent + 99) / 100 - 1)]
    }

    /// In hundredths, to the nearest.
    package var mean: Int {
      sorted.isEmpty ? 0 : (sorted.reduce(0, +) * 100 + sorted.count / 2) / sorted.count
    }

    /// Runs with at least so many.
    package func runs(withAtLeast least: Int) -> Int { sorted.count { $0 >= least } }
  }

  /// Index of the stream; `nil` for all.
  package let stream: Int?
  package let planned: Int
  package let withdrawn: Distribution
  /// By the length of the lists of reserves, from 0 up to one that does as well as any.
  package let byLength: [Distribution]
  /// By per cent of over-selection, from 0.
  package let byExtra: [Distribution]
  private let goal: Goal

  package init(_ runs: [StressRun], planned: [Int], stream: Int?, goal: Goal) {
    (self.stream, self.goal) = (stream, goal)
    let count = { (counts: [Int]) in stream.map { counts[$0] } ?? counts.reduce(0, +) }
    self.planned = count(planned)
    withdrawn = Distribution(runs.map { count($0.withdrawn) })
    let lengths = runs.map(\.filled.count).max() ?? 0
    byLength = (0..<lengths).map { length in
      Distribution(runs.map { count($0.filled(length: length)) })
    }
    let extras = runs.map(\.overselected.count).min() ?? 0
    byExtra = (0..<extras).map { extra in
      Distribution(runs.map { count($0.overselected[extra]) })
    }
  }

  /// The fewest filled places with which a run is good.
  package var enough: Int { (planned * goal.placesInThousand + 999) / 1000 }

  /// Whether so many runs are good as is asked.
  package func reaches(_ distribution: Distribution) -> Bool {
    distribution.runs(withAtLeast: enough) * 1000
      >= distribution.sorted.count * goal.runsInThousand
  }

  /// The shortest lists with which the goal is reached; `nil` where the longest do not.
  package var length: Int? { byLength.firstIndex(where: reaches) }

  /// The least over-selection, in per cent, with which it is; `nil` where the most looked at does not.
  package var extra: Int? { byExtra.firstIndex(where: reaches) }
}
