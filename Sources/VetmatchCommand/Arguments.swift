import ArgumentParser

/// The round that a subcommand works on.
struct RoundArgument: ParsableArguments {
  @Argument(
    help: ArgumentHelp("The round: a folder of CSV tables.", valueName: "round"),
    completion: .directory)
  var folder: String
}

/// Whether a program reads what is printed.
struct FormatOption: ParsableArguments {
  @Flag(help: "Print one JSON object instead of text.")
  var json = false
}
