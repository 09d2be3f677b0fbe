import ArgumentParser

/// The round that a subcommand works on.
struct RoundArgument: ParsableArguments {
  @Argument(
    help: ArgumentHelp(
      "The round: a folder of CSV tables, or a workbook with a sheet for each of them.",
      valueName: "round"),
    completion: .file())
  var path: String

  func validate() throws { try refuseEmpty(path, "<round>") }
}

/// Refuses an empty path, which is most often a variable that is not set.
func refuseEmpty(_ path: String, _ name: String) throws {
  if path.isEmpty { throw ValidationError("\(name) is empty.") }
}

/// How long a run may search.
struct TimeLimitOption: ParsableArguments {
  @Option(
    name: .customLong("time-limit"),
    help: ArgumentHelp("Stop the search after so many seconds.", valueName: "seconds"))
  var seconds: Double?

  func validate() throws {
    if let seconds, !(seconds >= 0 && seconds <= 1e9) {
      throw ValidationError("--time-limit must be a number of seconds, 0 or more.")
    }
  }
}

/// Whether a program reads what is printed.
struct FormatOption: ParsableArguments {
  @Flag(help: "Print one JSON object instead of text.")
  var json = false
}
