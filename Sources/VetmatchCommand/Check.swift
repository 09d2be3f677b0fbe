import ArgumentParser

struct Check: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Read a round and list everything that is wrong with its tables.",
    discussion: """
      Every finding of every table is listed in one pass, with its file, row, column and value, \
      and what was expected there. Nothing is written.

      EXAMPLES
        vetmatch check datasets/intervet
        vetmatch check datasets/intervet --json

      Exit code 0 if the round can be run, 65 if a table is wrong, 66 if there is no such round.
      """)

  @OptionGroup var round: RoundArgument
  @OptionGroup var format: FormatOption

  func run() throws {
    try Console.run(json: format.json) { console in
      try console.show(CheckReport(RoundInput(round.path)))
      return .done
    }
  }
}
