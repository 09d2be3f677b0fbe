import ArgumentParser
import RoundFiles

struct Check: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Read a round and list everything that is wrong with its tables.",
    usage: """
      vetmatch check <round> [--findings <file>] [--fix <place>]
                     [--time-limit <seconds>] [--threads <n>]
                     [--delimiter <name>] [--encoding <name>] [--json]
      """,
    discussion: """
      Everything of every table is found in one pass: errors, which have to be mended, and notes, \
      which say what was read in another way than it is written and what else a planner should \
      know. The first places of each kind are printed with what was expected there and what to \
      do; --findings writes all of them as a table.

      --fix writes a copy of every table in which all that is certain is put right (separators, \
      encodings, names of columns, dates, countries, ...) and changes.csv, the list of what is \
      different; where the name ends in .xlsx, a workbook with a sheet changes. What has to be \
      decided by a person stays as it is, and so does a cell of a workbook that has an error or a \
      formula in place of a value: the copy is refused like the round. The round itself is never \
      touched.

      Where applications are locked, a plan is looked for that keeps all locks; if there is none, \
      every lock that is impossible on its own is told, and what clashes, with the rows.

      EXAMPLES
        vetmatch check datasets/intervet
        vetmatch check datasets/intervet --json
        vetmatch check datasets/intervet --fix repaired --findings list.csv

      Exit code 0 if the round can be run, 3 if its locks cannot be kept, 65 if a table is wrong, 66 if there is no such round, \
      73 if a file cannot be written.
      """)

  @OptionGroup var round: RoundArgument

  @Option(
    help: ArgumentHelp("Write all findings to this CSV file.", valueName: "file"),
    completion: .file(extensions: ["csv"]))
  var findings: String?

  @Option(
    help: ArgumentHelp(
      "Write repaired copies of the tables to this folder or workbook.", valueName: "place"),
    completion: .file())
  var fix: String?

  @Option(
    name: .customLong("time-limit"),
    help: ArgumentHelp(
      "Look for a plan that keeps the locks for so many seconds at the most.",
      valueName: "seconds"))
  var seconds: Double = 10

  @OptionGroup var threads: ThreadsOption
  @OptionGroup var files: FileOptions
  @OptionGroup var format: FormatOption

  func validate() throws {
    if let findings { try refuseEmpty(findings, "--findings") }
    if let fix { try refuseEmpty(fix, "--fix") }
    try refuseTimeLimit(seconds)
  }

  func run() throws {
    try Console.run(json: format.json) { console in
      let run = try CheckRun(
        place: RoundPlace(of: round.path), options: files.reading(threads: threads),
        findingsFile: findings,
        copies: fix, seconds: seconds)
      let report = try run.report()
      try console.show(report)
      return report.status
    }
  }
}
