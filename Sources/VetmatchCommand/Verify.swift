import ArgumentParser
import MobilityModel

struct Verify: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Check a plan against every rule of its round.",
    usage: """
      vetmatch verify <round> <plan> [--draw-hash <hash>]
                      [--delimiter <name>] [--encoding <name>] [--json]
      """,
    discussion: """
      PLAN is a table with the columns application, session and sector, such as the \
      placements.csv that allocate writes or one made by hand; further columns are not looked at. \
      Every rule that the plan breaks is named with the placements that break it. If it breaks \
      none, its value in every tier is printed. With --draw-hash the round's draw_seed has to be \
      the one whose hash was published before applications closed (draw --commit).

      EXAMPLES
        vetmatch verify datasets/intervet out/placements.csv
        vetmatch verify datasets/intervet by-hand.csv --json

      Exit code 0 if the plan is sound, 1 if it breaks a rule or the draw was another, 65 if a table or the plan cannot \
      be read, 66 if one of them does not exist.
      """)

  @OptionGroup var plan: PlanArguments

  @ArgumentParser.Option(
    help: ArgumentHelp("The published hash of the round's draw_seed.", valueName: "hash"))
  var drawHash: DrawHash?

  func run() throws {
    try Console.run(json: plan.format.json) { console in
      let input = try plan.readRound()
      var report = VerdictReport(of: try input.placements(ofPlan: plan.path), in: input)
      report.isDrawKept = drawHash.map { $0.matches(input.round.settings.drawSeed) }
      try console.show(report)
      return report.isSound && report.isDrawKept != false ? .done : .broken
    }
  }
}
