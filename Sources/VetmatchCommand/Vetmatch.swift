import ArgumentParser

/// Where the process starts.
@main
enum Start {
  static func main() async {
    Channel.surviveClosedPipes()
    await Vetmatch.main()
  }
}

struct Vetmatch: AsyncParsableCommand {
  /// The version that `--version` and `summary.json` name.
  static let version = "0.1.0"

  static let configuration = CommandConfiguration(
    commandName: "vetmatch",
    abstract: "Finds, proves and checks plans for mobility rounds.",
    discussion: """
      A round is a folder of CSV tables, or a workbook with a sheet for each: who applies, which \
      sessions are offered, what a plan must keep and what it is for. docs/format.md describes \
      every table.

      EXAMPLES
        vetmatch check datasets/intervet
        vetmatch allocate datasets/intervet --output out
        vetmatch verify datasets/intervet out/placements.csv
        vetmatch export datasets/intervet --output models

      EXIT CODES
         0  done: proven, in order, or sound     64  the command line is wrong
         1  the plan breaks a rule               65  a table or a model is wrong
         2  a plan, but not proven to the end    66  an input does not exist
         3  no plan keeps the hard rules         70  a mistake of this program
         4  stopped before any plan was found    73  a result cannot be written
      """,
    version: version,
    subcommands: [
      Check.self, Allocate.self, Verify.self, Bundle.self, Replan.self, Explain.self,
      ScenarioCommand.self, Compare.self, Sweep.self, ValueCommand.self, StressCommand.self,
      Rebalance.self, Fairness.self, Mechanisms.self, Draw.self, TwinSchools.self,
      ReportCommand.self, Convert.self, Mobilities.self, Template.self, Generate.self, Export.self,
      Solve.self, Serve.self,
    ])
}
