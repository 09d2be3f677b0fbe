import ArgumentParser

/// The round that a subcommand works on.
struct RoundArgument: ParsableArguments {
  @Argument(
    help: ArgumentHelp("The round: a folder of CSV tables.", valueName: "round"),
    completion: .directory)
  var folder: String

  func validate() throws { try refuseEmpty(folder, "<round>") }
}

/// Refuses an empty path, which is most often a variable that is not set.
func refuseEmpty(_ path: String, _ name: String) throws {
  if path.isEmpty { throw ValidationError("\(name) is empty.") }
}

/// Whether a program reads what is printed.
struct FormatOption: ParsableArguments {
  @Flag(help: "Print one JSON object instead of text.")
  var json = false
}
