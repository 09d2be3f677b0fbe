import MobilityModel
import Planning
import Reporting
import RoundFiles

/// In what state a planner is, for its page.
struct PlannerNews {
  let state: Planner.State
  let language: Language

  init(_ state: Planner.State, _ language: Language) {
    (self.state, self.language) = (state, language)
  }

  func json(problem: String?, saved: String?) -> JSONText.Value {
    let (word, style, words) = outcome
    return [
      "state": .string(word), "style": .string(style), "words": .string(words),
      "version": .integer(state.version), "hasPlan": .bool(state.step.plan != nil),
      "undo": .bool(state.place > 0), "redo": .bool(state.place + 1 < state.steps.count),
      "problem": (problem ?? clash).map { .string($0) } ?? .null,
      "saved": saved.map { .string($0) } ?? .null,
      "changes": .string(String(decoding: state.changes(language).html, as: UTF8.self)),
      "tiers": .object(
        (state.step.plan?.tiers ?? []).map { ($0.tier.rawValue, .integer($0.value)) }),
    ]
  }

  private var outcome: (word: String, style: String, words: String) {
    switch state.step.outcome {
    case .waiting: ("planning", "plain", language.text(.planning))
    case .planned(let plan) where plan.isProven: ("optimal", "good", language.text(.proven))
    case .planned: ("feasible", "open", language.text(.gap))
    case .infeasible: ("infeasible", "open", language.text(.noPlan))
    case .unknown: ("unknown", "open", language.text(.noPlanYet))
    case .failed: ("failed", "open", language.text(.refused))
    }
  }

  /// Why there is no plan.
  private var clash: String? {
    switch state.step.outcome {
    case .infeasible(let found):
      ([language.text(.noPlan) + ":"]
        + state.step.input.shown(found).clashes.flatMap(\.parts).map { "\($0.id): \($0.words)" })
        .joined(separator: "\n")
    case .failed(let words): words
    default: nil
    }
  }
}

extension Planner.State {
  /// The changes up to the step at hand, and those that were undone.
  func changes(_ language: Language) -> Markup {
    ReportPage.changes(
      made: step.edits.map(words),
      undone: (steps.last?.edits ?? []).dropFirst(step.edits.count).map(words),
      language: language)
  }

  private func words(_ edit: PlannerEdit) -> String { edit.words(by: step.input.names) }
}

extension Language {
  /// That a change was not made, and why.
  func refusal(_ words: String) -> String { "\(text(.refused)): \(words)" }

  func saving(_ path: String) -> String { "\(text(.saved)): \(path)" }
}
