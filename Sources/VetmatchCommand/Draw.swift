import ArgumentParser
import MobilityModel

struct Draw: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Fix the seed of the draw before applications close, and show it afterwards.",
    usage: """
      vetmatch draw --commit --secret <file> [--seed <text>] [--json]
      vetmatch draw --reveal --secret <file> --hash <hash>
                    [--round <round> --output <place>] [--json]
      """,
    discussion: """
      Ties are broken by a lot that is keyed by the round's setting draw_seed. Whoever could choose \
      that seed when the applications are known could choose the winner. So, before they are:

        --commit makes a seed with digits from the system's randomness, keeps it in a file that \
      only you can read, and prints its hash. Publish the hash. Done again, it prints the same.
        --reveal, after applications have closed, shows the seed and checks it against the hash \
      that was published. With --round and --output it writes the round with this draw_seed.

      The hash is the SHA-256 digest of the draw_seed, so that anybody can check it; verify does \
      with --draw-hash. docs/draw.md has the protocol.

      EXAMPLES
        vetmatch draw --commit --secret seed.txt
        vetmatch draw --commit --secret spring.txt --seed call-2026-spring
        vetmatch draw --reveal --secret seed.txt --hash HASH
        vetmatch draw --reveal --secret seed.txt --hash HASH --round round -o drawn

      Exit code 0; 1 if the seed is not the one whose hash was published; 65 if the file holds no \
      seed; 66 if it does not exist; 73 if something cannot be written.
      """)

  @Flag(help: "Make the seed, or find it made, and print its hash.")
  var commit = false

  @Flag(help: "Show the seed, checked against the hash.")
  var reveal = false

  @ArgumentParser.Option(
    help: ArgumentHelp("The file that keeps the seed.", valueName: "file"), completion: .file())
  var secret: String

  @ArgumentParser.Option(
    help: ArgumentHelp(
      "A text for the seed to start with, of letters, digits and . _ -", valueName: "text"))
  var seed: String?

  @ArgumentParser.Option(help: ArgumentHelp("The hash that was published.", valueName: "hash"))
  var hash: DrawHash?

  @ArgumentParser.Option(
    help: ArgumentHelp("A round that is to be written with the seed.", valueName: "round"),
    completion: .file())
  var round: String?

  @ArgumentParser.Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      "The folder for that round, or a workbook: a name that ends in .xlsx.", valueName: "place"),
    completion: .file())
  var output: String?

  @OptionGroup var files: FileOptions
  @OptionGroup var format: FormatOption

  func validate() throws {
    try refuseEmpty(secret, "--secret")
    if commit == reveal { throw ValidationError("Give one of --commit and --reveal.") }
    if commit, hash != nil || round != nil || output != nil {
      throw ValidationError("--hash, --round and --output belong to --reveal.")
    }
    if reveal, hash == nil { throw ValidationError("--reveal needs --hash, as it was published.") }
    if reveal, seed != nil { throw ValidationError("--seed belongs to --commit.") }
    if (round == nil) != (output == nil) {
      throw ValidationError("--round and --output belong together.")
    }
    if let round { try refuseEmpty(round, "--round") }
    if let output { try refuseEmpty(output, "--output") }
    if let seed, !SealedSeed.isName(seed) {
      throw ValidationError(
        "--seed \(seed.printable): expected 1 to 64 letters, digits, dots, underscores and "
          + "hyphens, the first one a letter.")
    }
  }

  func run() throws {
    try Console.run(json: format.json) { console in
      let run = DrawRun(secret: secret)
      guard let hash else {
        try console.show(try run.commit(name: seed))
        return .done
      }
      let report = try run.reveal(hash: hash)
      guard report.matches else {
        try console.show(report)
        return .broken
      }
      try console.show(try write(report))
      return .done
    }
  }

  /// Writes the round, where one is given.
  private func write(_ report: RevealReport) throws(Ending) -> RevealReport {
    guard let round, let output else { return report }
    let conversion = Conversion(
      source: RoundPlace(of: round), target: RoundPlace(forResultsAt: output),
      options: files.reading
    ) { DrawRun.setting($0, seed: report.seed) }
    _ = try conversion.run()
    return report.written(to: output)
  }
}

/// A SHA-256 digest as it is written on a command line: 64 hexadecimal digits in either case.
struct DrawHash: ExpressibleByArgument, Hashable {
  let text: String

  init?(argument: String) {
    text = argument.lowercased()
    let isHash = text.utf8.count == 64 && text.utf8.allSatisfy("0123456789abcdef".utf8.contains)
    if !isHash { return nil }
  }

  /// Whether it is the hash of a seed.
  func matches(_ seed: String) -> Bool { SHA256.hex(seed.utf8) == text }
}
