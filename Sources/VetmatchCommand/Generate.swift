import ArgumentParser
import RoundGeneration

struct Generate: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Write a made-up round.",
    usage: """
      vetmatch generate [--profile <name>] [--size <number>] --seed <n>
                        --output <place> [--json]
      """,
    discussion: """
      The same profile, size and seed give the same bytes everywhere. All people are made up.

      PROFILES
        intervet       INTERVET Western Balkans: 62 sessions, some 1,100 applications
        intervet-2025  the same under the rules of 2025, four years later
        tight          the same with few leaders and many groups
        multiple       several INTERVETs in one round: --size copies, 1 to 26 [3]
        scaled         a large programme: --size people, 1,000 to 1,000,000 [10,000]
        small          20 to 120 applications with a mix of every feature
        tiny           3 to 7 applications, small enough to look at every plan

      EXAMPLES
        vetmatch generate --profile intervet --seed 1 --output made-up
        vetmatch generate --profile scaled --size 100000 --seed 7 --output large

      Exit code 0, or 73 if the round cannot be written.
      """)

  @Option(
    help: ArgumentHelp("The kind of round.", valueName: "name"), completion: .list(Profile.names))
  var profile = "intervet"

  @Option(help: ArgumentHelp("Its size, where the profile has one.", valueName: "number"))
  var size: Int?

  @Option(help: ArgumentHelp("A whole number; another one gives another round.", valueName: "n"))
  var seed: UInt64

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      "The folder for the round, or a workbook: a name that ends in .xlsx.", valueName: "place"),
    completion: .file())
  var output: String

  @OptionGroup var format: FormatOption

  func validate() throws {
    try refuseEmpty(output, "--output")
    guard Profile.names.contains(profile) else {
      let names = Profile.names.joined(separator: ", ")
      throw ValidationError("--profile must be one of \(names), and is '\(profile)'.")
    }
    guard Profile(named: profile, size: size) != nil else {
      throw ValidationError("--size does not fit the profile '\(profile)'.")
    }
  }

  func run() throws {
    try Console.run(json: format.json) { console in
      guard let profile = Profile(named: profile, size: size) else {
        throw ExitCode.validationFailure
      }
      try console.show(
        try RoundWriting.write(
          profile: profile, seed: seed, to: RoundPlace(forResultsAt: output)))
      return .done
    }
  }
}
