import ArgumentParser
import RoundFiles
import Workbooks

struct Convert: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Turn a folder of CSV tables into a workbook, or a workbook into such a folder.",
    discussion: """
      A round is the same in both forms: nothing of a table is lost, whether the round can be run \
      or not. In a workbook each table is a sheet of its name. Other files of the folder, and \
      sheets that are no table, stay behind.

      --pseudonymise writes a round that can be shown to others: pseudonyms for people, their \
      applications and groups, no names, reasons and authors, and of the further columns of \
      participants only those that limits and rules ask for.

      EXAMPLES
        vetmatch convert datasets/intervet --output round.xlsx
        vetmatch convert round.xlsx --output tables
        vetmatch convert datasets/intervet -o shared.xlsx --pseudonymise secret.txt

      Exit code 0, 65 if a table cannot be taken apart, 66 if the round does not exist, 73 if the \
      result cannot be written.
      """)

  @OptionGroup var round: RoundArgument

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      "The folder for the tables, or a workbook: a name that ends in .xlsx.", valueName: "place"),
    completion: .file())
  var output: String

  @OptionGroup var files: FileOptions
  @OptionGroup var names: PseudonymOption
  @OptionGroup var format: FormatOption

  func validate() throws { try refuseEmpty(output, "--output") }

  func run() throws {
    try Console.run(json: format.json) { console in
      let names = try names.pseudonyms()
      let conversion = Conversion(
        source: RoundPlace(of: round.path), target: RoundPlace(forResultsAt: output),
        options: files.reading, hidesPeople: names != nil
      ) { tables in names.map { PseudonymousTables(tables, names: $0).shown } ?? tables }
      try console.show(try conversion.run())
      return .done
    }
  }
}
