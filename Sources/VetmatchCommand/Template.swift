import ArgumentParser
import Workbooks

struct Template: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Write a small round to start from.",
    discussion: """
      The workbook has a sheet for every table, with drop-downs, a hint beside each cell, and a few \
      made-up rows, so that it can be checked and allocated as it stands. Put your own rows in \
      place of the examples.

      EXAMPLES
        vetmatch template --output template.xlsx
        vetmatch allocate template.xlsx --output plan.xlsx

      Exit code 0, or 73 if it cannot be written.
      """)

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      "A workbook, by a name that ends in .xlsx, or a folder for CSV tables.", valueName: "place"),
    completion: .file())
  var output: String

  @OptionGroup var format: FormatOption

  func validate() throws { try refuseEmpty(output, "--output") }

  func run() throws {
    try Console.run(json: format.json) { console in
      try console.show(
        try RoundPlace(forResultsAt: output)
          .write(round: TemplateRound.tables, as: TemplateRound.sheets))
      return .done
    }
  }
}
