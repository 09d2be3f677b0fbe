import ArgumentParser
import MobilityModel
import Planning
import RoundFiles

struct StressCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "stress",
    abstract: "Simulate withdrawals from a plan, and say how long lists of reserves must be.",
    usage: """
      vetmatch stress <round> <plan> --withdraw-rate <rate> ... [--runs <n>] [--seed <n>]
                      [--places <share>] [--runs-share <share>] [--output <folder>]
                      [--threads <n>] [--time-limit <seconds>] [--json]
      """,
    discussion: """
      In each run everybody who is placed withdraws with the rate of the stream, and the holes are \
      filled by planning anew with the people on the lists of reserves: in sessions that can go on \
      with those who are left everybody stays as they are, in the others as few as possible are \
      moved or lose their places. Shows how many places are filled with no reserves, with the first one of each list, the \
      first two, and so on; and the shortest lists, and the least over-selection without any, with \
      which --places of the places (0.95) are filled in --runs-share of the runs (0.95).

      A rate holds for all streams, or for one: --withdraw-rate 0.08 m1=0.15. The same seed gives \
      the same runs, with any number of threads. --output writes stress.csv, runs.csv and \
      stress.svg, a chart.

      EXAMPLES
        vetmatch stress round plan.csv --withdraw-rate 0.08
        vetmatch stress round plan.csv --withdraw-rate 0.08 m1=0.15 --runs 9 -o runs

      Exit code 0, 1 if the plan breaks a rule, 2 if a limit of time ended it with fewer runs, 65 if \
      a table or the plan cannot be read, 66 if one of them does not exist, 73 if the results \
      cannot be written.
      """)

  @OptionGroup var plan: PlanArguments

  @ArgumentParser.Option(
    name: .customLong("withdraw-rate"), parsing: .upToNextOption,
    help: ArgumentHelp("Share of those placed who withdraw, such as 0.08.", valueName: "rate"))
  var rates: [WithdrawRate]

  @ArgumentParser.Option(help: ArgumentHelp("How often is simulated.", valueName: "n"))
  var runs = 1000

  @ArgumentParser.Option(
    help: ArgumentHelp("A whole number; another one gives other runs.", valueName: "n"))
  var seed: UInt64 = 1

  @ArgumentParser.Option(
    help: ArgumentHelp("A run is good that fills this share of the places.", valueName: "share"))
  var places: Share1000 = Share1000(thousandths: 950)

  @ArgumentParser.Option(
    help: ArgumentHelp("The share of runs that must be good.", valueName: "share"))
  var runsShare: Share1000 = Share1000(thousandths: 950)

  @ArgumentParser.Option(
    name: .shortAndLong,
    help: ArgumentHelp("A folder for the tables and the chart.", valueName: "folder"),
    completion: .directory)
  var output: String?

  @OptionGroup var threads: ThreadsOption
  @OptionGroup var timeLimit: TimeLimitOption

  func validate() throws {
    if let output { try refuseEmpty(output, "--output") }
    if rates.isEmpty { throw ValidationError("--withdraw-rate needs a rate, such as 0.08.") }
    if !(1...1_000_000).contains(runs) {
      throw ValidationError("--runs must be a number from 1 to 1000000.")
    }
  }

  func run() async throws {
    try await Console.run(json: plan.format.json) { console in
      let input = try plan.readRound()
      let rates = try input.rates(rates)
      let sound = try input.soundPlan(plan.path)
      if let output { try RoundPlace.folder(output).check(inputs: [plan.round.path]) }
      let run = StressSimulation(
        input: input, plan: sound, rates: rates, runs: runs, seed: seed,
        goal: StressSummary.Goal(
          placesInThousand: places.thousandths, runsInThousand: runsShare.thousandths))
      let result = await run.result(
        threads: threads.threads,
        until: Interruption(timeLimit: timeLimit.seconds.map { .seconds($0) }))
      if let output { try RoundPlace.folder(output).write(files: result.files) }
      let report = StressReport(result: result, output: output)
      try console.show(report)
      return report.status
    }
  }
}

/// A share, counted in thousandths so that no rounding is hidden.
struct Share1000: ExpressibleByArgument, CustomStringConvertible {
  var thousandths: Int

  init(thousandths: Int) { self.thousandths = thousandths }

  init?(argument: String) {
    guard let millionths = WithdrawRate.millionths(argument), millionths % 1000 == 0 else {
      return nil
    }
    thousandths = millionths / 1000
  }

  var description: String { WithdrawRate.text(millionths: thousandths * 1000) }
}

/// A rate of withdrawals, of one stream or of all.
struct WithdrawRate: ExpressibleByArgument {
  /// Id; `nil` for all streams.
  var stream: String?
  var millionths: Int

  init?(argument: String) {
    let parts = argument.split(separator: "=", omittingEmptySubsequences: false)
    guard parts.count <= 2, let last = parts.last, let rate = Self.millionths(String(last)) else {
      return nil
    }
    stream = parts.count == 2 ? String(parts[0]) : nil
    millionths = rate
  }

  /// A decimal from 0 to 1 with at most six places.
  static func millionths(_ text: String) -> Int? {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count <= 2, let whole = Int(parts[0]), whole == 0 || whole == 1 else { return nil }
    let places = parts.count == 2 ? parts[1] : ""
    guard places.utf8.count <= 6, places.utf8.allSatisfy({ (0x30...0x39).contains($0) }),
      let part = Int(places + String(repeating: "0", count: 6 - places.utf8.count))
    else { return nil }
    let value = whole * 1_000_000 + part
    return value <= 1_000_000 ? value : nil
  }

  /// The decimal without zeros at its end.
  static func text(millionths: Int) -> String {
    var digits = String(millionths % 1_000_000 + 1_000_000).dropFirst()
    while digits.last == "0" { digits = digits.dropLast() }
    return "\(millionths / 1_000_000)" + (digits.isEmpty ? "" : "." + digits)
  }
}

extension RoundInput {
  /// The rate of every stream, in millionths.
  ///
  /// - Throws: `ValidationError` where one names no stream, or a stream has two or none.
  func rates(_ given: [WithdrawRate]) throws -> [Int] {
    let ids = round.streams.map(\.id)
    for rate in given {
      guard let stream = rate.stream, !ids.contains(stream) else { continue }
      let maybe = NearMiss.closest(to: stream, among: ids)
      throw ValidationError(
        "There is no stream \(stream.printable)" + (maybe.map { "; maybe \($0)." } ?? "."))
    }
    return try ids.map { id in
      let own = given.filter { $0.stream == id }
      let general = given.filter { $0.stream == nil }
      guard own.count <= 1, general.count <= 1 else {
        throw ValidationError("--withdraw-rate is given twice for stream \(id).")
      }
      guard let rate = own.first ?? general.first else {
        throw ValidationError("--withdraw-rate says nothing of stream \(id).")
      }
      return rate.millionths
    }
  }
}
