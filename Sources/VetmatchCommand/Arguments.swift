import ArgumentParser
import struct MobilityModel.Pseudonyms
import RoundFiles

/// The round that a subcommand works on.
struct RoundArgument: ParsableArguments {
  @Argument(
    help: ArgumentHelp(
      "The round: a folder of CSV tables, or a workbook with a sheet for each of them.",
      valueName: "round"),
    completion: .file())
  var path: String

  func validate() throws { try refuseEmpty(path, "<round>") }

  /// Reads the round.
  ///
  /// - Throws: `Ending.missing` or `Ending.findings`.
  func read(
    _ files: FileOptions, _ names: PseudonymOption? = nil, threads: ThreadsOption? = nil,
    isQuiet: Bool = false
  ) throws(Ending) -> RoundInput {
    try RoundInput(
      path, options: files.reading(threads: threads), names: try names?.pseudonyms(),
      isQuiet: isQuiet)
  }
}

/// A round and a plan of it, how they are read, and how the answer is shown.
struct PlanArguments: ParsableArguments {
  @OptionGroup var round: RoundArgument

  @Argument(
    help: ArgumentHelp(
      "The plan: a CSV file, a workbook, or the folder that allocate wrote.", valueName: "plan"),
    completion: .file())
  var place: String

  @OptionGroup var files: FileOptions
  @OptionGroup var names: PseudonymOption
  @OptionGroup var format: FormatOption

  func validate() throws { try refuseEmpty(place, "<plan>") }

  /// The file in which the plan is.
  var path: String { RoundPlace.planFile(place) }

  /// Reads the round.
  ///
  /// - Throws: `Ending.missing` or `Ending.findings`.
  func readRound() throws(Ending) -> RoundInput { try round.read(files, names) }
}

/// Where a plan and all that is said of it is written.
struct ResultsOption: ParsableArguments {
  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      "The folder for the results, or a workbook: a name that ends in .xlsx.", valueName: "place"),
    completion: .file())
  var output: String

  func validate() throws { try refuseEmpty(output, "--output") }
}

/// A CSV file for the table of an answer.
struct TableFileOption: ParsableArguments {
  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("Write the whole table to this CSV file.", valueName: "file"),
    completion: .file(extensions: ["csv"]))
  var output: String?

  func validate() throws { if let output { try refuseEmpty(output, "--output") } }

  /// Looks at the file's place before a long search.
  ///
  /// - Throws: `Ending.unwritable`.
  func check(inputs: [String]) throws(Ending) {
    if let output { try TableFile(path: output).check(inputs: inputs) }
  }

  /// Writes the table, wholly or not at all, where a file was named.
  ///
  /// - Throws: `Ending.unwritable`.
  func write(_ table: Table) throws(Ending) {
    if let output { try TableFile(path: output).write(table) }
  }
}

/// Whether people are shown by pseudonyms.
struct PseudonymOption: ParsableArguments {
  @Option(
    name: .customLong("pseudonymise"),
    help: ArgumentHelp(
      "Show no names, and pseudonyms in place of ids of people, applications and groups; the file "
        + "holds a secret of at least 16 bytes, and the same secret gives the same pseudonyms.",
      valueName: "secret-file"),
    completion: .file())
  var secretFile: String?

  func validate() throws { if let secretFile { try refuseEmpty(secretFile, "--pseudonymise") } }

  /// The pseudonyms that the secret gives; `nil` where none are asked for.
  ///
  /// - Throws: `Ending.missing` or `Ending.findings`.
  func pseudonyms() throws(Ending) -> Pseudonyms? {
    guard let secretFile else { return nil }
    return try Pseudonyms(secretFile: secretFile)
  }
}

/// How files are to be read that do not show it themselves.
struct FileOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "What stands between cells: comma, semicolon or tab. Files show it themselves.",
      valueName: "name"))
  var delimiter: Separator?

  @Option(
    help: ArgumentHelp(
      "How files that are not UTF-8 are written: windows-1250, windows-1251, windows-1252, "
        + "utf-16le or utf-16be. Files show it themselves, but for windows-1252.",
      valueName: "name"))
  var encoding: TextEncoding?

  var reading: ReadingOptions { reading() }

  func reading(threads: ThreadsOption? = nil) -> ReadingOptions {
    var options = ReadingOptions(separator: delimiter, encoding: encoding)
    if let threads { options.threads = threads.threads }
    return options
  }
}

extension Separator: ExpressibleByArgument {
  /// The name of a separator, or the sign itself.
  package init?(argument: String) {
    switch argument {
    case ",": self = .comma
    case ";": self = .semicolon
    case "\t": self = .tab
    default: self.init(rawValue: argument.lowercased())
    }
  }
}

extension TextEncoding: ExpressibleByArgument {
  /// The name of an encoding in any case.
  package init?(argument: String) { self.init(rawValue: argument.lowercased()) }
}

/// Refuses an empty path, which is most often a variable that is not set.
func refuseEmpty(_ path: String, _ name: String) throws {
  if path.isEmpty { throw ValidationError("\(name) is empty.") }
}

/// Refuses a time limit that is none.
func refuseTimeLimit(_ seconds: Double) throws {
  if !(seconds >= 0 && seconds <= 1e9) {
    throw ValidationError("--time-limit must be a number of seconds, 0 or more.")
  }
}

/// How long a run may search.
struct TimeLimitOption: ParsableArguments {
  @Option(
    name: .customLong("time-limit"),
    help: ArgumentHelp("Stop the search after so many seconds.", valueName: "seconds"))
  var seconds: Double?

  func validate() throws { if let seconds { try refuseTimeLimit(seconds) } }
}

/// Whether a program reads what is printed.
struct FormatOption: ParsableArguments {
  @Flag(help: "Print one JSON object instead of text.")
  var json = false
}
