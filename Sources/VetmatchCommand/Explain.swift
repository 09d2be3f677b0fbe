import ArgumentParser

struct Explain: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Say why a plan is as it is, and what would change it.",
    usage: """
      vetmatch explain <round> <plan>
                       (--application <id> | --participant <id> | --session <id> | --limit <id>)
                       [--time-limit <seconds>] [--delimiter <name>] [--encoding <name>] [--json]
      """,
    discussion: """
      For an application: where it is, or why it is nowhere; how each session that it could have \
      had looks from there; and for one that is not placed the smallest change of the round that \
      would place it, with what that does to each tier. For a session: who is in, who is next. For \
      a limit: what it holds, whom it keeps out, and what one more unit would bring.

      What would happen is found by planning the changed round, never guessed; what could not be \
      planned to the end within the time limit is said to be open. docs/explaining.md has the \
      details.

      EXAMPLES
        vetmatch explain datasets/intervet out/placements.csv --application l0019-m1
        vetmatch explain datasets/intervet out/placements.csv --session m1-incoma-1

      Exit code 0, 1 if the plan breaks a rule, 64 if there is nothing of that id, 65 if a table \
      or the plan cannot be read, 66 if one of them does not exist.
      """)

  @OptionGroup var plan: PlanArguments

  @Option(help: ArgumentHelp("The application to explain.", valueName: "id"))
  var application: String?

  @Option(
    help: ArgumentHelp("The participant all of whose applications to explain.", valueName: "id"))
  var participant: String?

  @Option(help: ArgumentHelp("The session to explain.", valueName: "id"))
  var session: String?

  @Option(help: ArgumentHelp("The limit to explain.", valueName: "id"))
  var limit: String?

  @Option(
    name: .customLong("time-limit"),
    help: ArgumentHelp("Plan changed rounds for so many seconds at the most.", valueName: "seconds")
  )
  var seconds = 0.8

  func validate() throws {
    if [application, participant, session, limit].compactMap({ $0 }).count != 1 {
      throw ValidationError("Give one of --application, --participant, --session and --limit.")
    }
    try refuseTimeLimit(seconds)
  }

  func run() throws {
    try Console.run(json: plan.format.json) { console in
      let input = try plan.readRound()
      let subject = try subject(in: input)
      let run = ExplainRun(input: input, plan: try input.soundPlan(plan.path), seconds: seconds)
      try console.show(run.report(on: subject))
      return .done
    }
  }

  private func subject(in input: RoundInput) throws -> ExplainRun.Subject {
    if let application { return .applications([try input.application(application)]) }
    if let session { return .session(try input.session(session)) }
    if let limit { return .limit(try input.limit(limit)) }
    return .applications(try input.applications(ofParticipant: participant ?? ""))
  }
}
