import Dispatch
import MobilityModel
import Planning
import Reporting
import RoundFiles
import Selection
import Synchronization

/// A round that is being changed, with all its steps, the plan of each, and the pages of the one at
/// hand.
///
/// Many threads ask; one plans. Going to another step breaks off the search for the one before.
final class Planner: Sendable {
  struct State {
    var steps: [PlannerStep]
    var place = 0
    /// Counts up whenever something else is to be seen.
    var version = 0
    /// The page of the step at hand, made when it is first asked for.
    var page: (version: Int, page: ReportPage)?
    var job: PlannerJob?

    var step: PlannerStep { steps[place] }
  }

  let language: Language
  private let maker: PlanMaker
  /// Seconds for each search; `nil` is no limit.
  private let timeLimit: Double?
  private let state: Mutex<State>
  private let queue = DispatchQueue(label: "planner")
  /// One step is taken at a time.
  private let changing = Mutex<Void>(())

  init(
    first: sending PlannerStep, language: Language, timeLimit: Double?,
    maker: PlanMaker = .learning
  ) {
    (self.language, self.timeLimit, self.maker) = (language, timeLimit, maker)
    state = Mutex(State(steps: [first]))
    plan()
  }

  /// What is to be seen now, in one go.
  func read<Value: Sendable>(_ look: @Sendable (inout State) -> Value) -> Value {
    state.withLock { look(&$0) }
  }

  // MARK: Steps

  /// Makes a change, and forgets the steps that were undone.
  ///
  /// - Throws: `PlannerEdit.Refusal`, with nothing changed.
  func change(_ edit: PlannerEdit) throws(PlannerEdit.Refusal) {
    try changing.withLock { (_: inout Void) throws(PlannerEdit.Refusal) in try add(edit) }
  }

  private func add(_ edit: PlannerEdit) throws(PlannerEdit.Refusal) {
    let (step, lessons) = read { ($0.step, $0.lessons) }
    let edit = edit.own(in: step.input)
    let tables = try edit.applied(to: step.tables)
    let input: RoundInput
    do {
      input = try RoundInput(
        step.input.place, options: ReadingOptions(), names: step.input.names,
        reading: tables.round(ReadingOptions()))
    } catch {
      throw PlannerEdit.Refusal(words: Self.words(error, hidesPeople: step.input.names != nil))
    }
    var next = PlannerStep(edits: step.edits + [edit], tables: tables, input: input)
    (next.before, next.lessons) = (step.placed ?? step.before, lessons)
    go { [next] state in
      state.steps.removeSubrange((state.place + 1)...)
      state.steps.append(next)
      state.place += 1
    }
  }

  func undo() { move(by: -1) }

  func redo() { move(by: 1) }

  private func move(by steps: Int) {
    changing.withLock { _ in
      go { $0.place = min(max(0, $0.place + steps), $0.steps.count - 1) }
    }
  }

  private func go(_ move: @Sendable (inout State) -> Void) {
    state.withLock { state in
      state.job?.abandon()
      state.job = nil
      move(&state)
      state.version += 1
    }
    plan()
  }

  private static func words(_ ending: any Error, hidesPeople: Bool) -> String {
    guard case Ending.findings(let findings)? = ending as? Ending else {
      return "the tables cannot be read any more"
    }
    let errors = findings.filter { $0.severity == .error }
    // A message shows cells, in which people may be named.
    return errors.prefix(5).map { hidesPeople ? "\($0.file): \($0.kind)" : $0.message }
      .joined(separator: "\n")
  }

  // MARK: Planning

  /// Starts to plan the step at hand, unless it has been planned.
  private func plan() {
    let work = state.withLock { state -> (PlannerJob, PlannerStep, Int)? in
      guard case .waiting = state.step.outcome else { return nil }
      let job = PlannerJob()
      state.job = job
      return (job, state.step, state.place)
    }
    guard let (job, step, place) = work else { return }
    queue.async { [self] in
      defer { job.done.leave() }
      if job.isAbandoned { return }
      let (outcome, lessons) = outcome(of: step, job)
      state.withLock { state in
        guard state.job === job, !job.isAbandoned else { return }
        state.steps[place].outcome = outcome
        if let lessons { state.learn(lessons) }
        state.version += 1
        state.job = nil
      }
    }
  }

  /// What becomes of planning a step, and what that has taught.
  private func outcome(
    of step: PlannerStep, _ job: PlannerJob
  ) -> (PlannerStep.Outcome, Lessons?) {
    let interruption = Interruption(timeLimit: timeLimit.map { .seconds($0) })
    do {
      let (made, lessons) = try maker.make(step.input.round, step.lessons) {
        job.isAbandoned || interruption.isDue
      }
      return (try PlannerStep.Outcome(made, of: step.input.round), lessons)
    } catch {
      return (.failed(Self.failure(error, hidesPeople: step.input.names != nil)), nil)
    }
  }

  private static func failure(_ error: any Error, hidesPeople: Bool) -> String {
    switch error {
    case let error as PlanningError: return error.message
    case Ending.fault(let words):
      return (["the audit refuses the plan: a mistake of the program"] + (hidesPeople ? [] : words))
        .joined(separator: "\n")
    default: return "the round cannot be planned"
    }
  }

  /// Waits for the search that is under way, but not for long.
  func wait(seconds: Double) {
    guard let job = state.withLock({ $0.job }) else { return }
    _ = job.done.wait(timeout: .now() + seconds)
  }
}
