import ArgumentParser
import Dispatch
import MobilityModel
import Reporting
import RoundFiles
import Serving

struct Serve: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Open a round as a page to plan on, for this machine alone.",
    usage: """
      vetmatch serve <round> [--plan <plan>] [--port <number>] [--time-limit <seconds>] [--lang <code>]
                     [--pseudonymise <secret-file>] [--delimiter <name>] [--encoding <name>]
      """,
    discussion: """
      Plans the round and prints an address for a browser on this machine. The page shows the plan \
      as report does, and changes it: seats, dates, limits, locks and withdrawals, each with the \
      new plan, its proof and who moved; undo and redo; why anybody is where they are. Nothing is \
      written before it is saved: then into the folder scenarios of the round's own, as a whole \
      round with its plan, and what was there of that name is kept. Ctrl-C ends it. \
      With --pseudonymise the page shows no names and no ids of people; what is saved has them, as \
      the round has. docs/planner.md has the details.

      EXAMPLES
        vetmatch serve datasets/conformance/10-leaders
        vetmatch serve datasets/intervet --plan out/placements.csv
        vetmatch serve datasets/intervet --port 8080 --lang mk

      Exit code 0, 1 if the plan breaks a rule, 65 if a table is wrong, 66 if the round or the plan \
      does not exist, 73 if the port cannot be used.
      """)

  @OptionGroup var round: RoundArgument

  @ArgumentParser.Option(
    help: ArgumentHelp(
      "A plan to start from; without it the round is planned first.", valueName: "plan"),
    completion: .file(extensions: ["csv", "xlsx"]))
  var plan: String?

  @ArgumentParser.Option(
    help: ArgumentHelp("The port on 127.0.0.1; any that is free without it.", valueName: "number"))
  var port: UInt16 = 0

  @ArgumentParser.Option(
    help: ArgumentHelp(
      "The language of fixed texts: en, sr, bs, mk, sq or it.", valueName: "code"))
  var lang = Language.english

  @OptionGroup var timeLimit: TimeLimitOption
  @OptionGroup var files: FileOptions
  @OptionGroup var names: PseudonymOption

  func validate() throws { if let plan { try refuseEmpty(plan, "--plan") } }

  func run() throws {
    try Console.run(json: false) { console in
      let input = try round.read(files, names)
      let tables = PlannerTables(try input.place.takenApart(files.reading))
      let server: LocalServer
      do throws(ListeningError) {
        server = try LocalServer(port: port)
      } catch {
        throw Ending.unwritable(OutputError(path: "127.0.0.1:\(port)", reason: .other(error.words)))
      }
      var step = PlannerStep(edits: [], tables: tables, input: input)
      if let plan {
        let known = try input.known(plan, try input.fingerprints())
        step.outcome = .planned(try AuditedPlan(known.allocation, of: input.round))
      }
      let planner = Planner(first: step, language: lang, timeLimit: timeLimit.seconds)
      let routes = PlannerRoutes(planner: planner, gate: Gate(port: server.port))
      try Channel.output.write("open \(routes.gate.address)\nCtrl-C ends it\n")
      let interruption = Interruption(timeLimit: nil)
      server.run(until: { interruption.isDue }, answer: { routes.answer($0) })
      return .done
    }
  }
}
