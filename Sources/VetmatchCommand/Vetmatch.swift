import ArgumentParser

@main
struct Vetmatch: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "vetmatch", abstract: "Finds, proves and checks plans for mobility rounds.")
}
