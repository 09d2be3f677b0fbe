import MobilityModel
import Planning
import Reporting
import RoundFiles
import Serving

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// What a planner's page can ask for.
struct PlannerRoutes: Sendable {
  let planner: Planner
  let gate: Gate

  /// Seconds for which an answer waits for a plan before it says that planning goes on.
  private static let patience = 2.0
  /// Seconds for the search for changes that would place somebody.
  private static let explaining = 2.0

  func answer(_ request: HTTPRequest) -> HTTPResponse {
    do throws(HTTPFault) {
      let path = try gate.pass(request)
      switch request.method {
      case .get: return try read(path)
      case .post: return try write(path, request.body)
      }
    } catch {
      return HTTPResponse(error)
    }
  }

  // MARK: Reading

  private func read(_ path: [String]) throws(HTTPFault) -> HTTPResponse {
    switch (path.first ?? "", path.count) {
    case ("", 1): return page
    case ("state", 1): return news()
    case ("state", 2):
      planner.wait(seconds: Self.patience)
      return news()
    case ("part", 3): return try part(path[2], version: path[1])
    case ("explain", 3): return try explanation(path[1], path[2])
    default: throw .notFound
    }
  }

  private var page: HTTPResponse {
    let input = planner.read { $0.step.input }
    let round = input.shown
    let hosts = Set(round.sessions.map(\.host)).map { round.organisations[$0].id }
    let places = round.sessions.map(\.id) + hosts.sorted()
    return .html(
      ReportPage.planner(title: input.title, places: places, language: planner.language))
  }

  private func part(_ name: String, version: String) throws(HTTPFault) -> HTTPResponse {
    let language = planner.language
    let bytes = planner.read { state -> [UInt8]? in
      guard String(state.version) == version, let page = state.shownPage(language) else {
        return nil
      }
      if name == "moved" { return page.moves(since: state.step.before).html }
      if name == "changes" { return state.changes(language).html }
      return ReportPage.Part(rawValue: name).map { page.markup(of: $0).html }
    }
    guard let bytes else { throw .notFound }
    return .html(bytes)
  }

  private func explanation(_ kind: String, _ id: String) throws(HTTPFault) -> HTTPResponse {
    let step = planner.read { $0.step }
    guard let subject = PlannerSubject(rawValue: kind), let plan = step.plan,
      let source = step.source
    else { throw .notFound }
    let index: Int
    do {
      index =
        switch subject {
        case .application: try step.input.application(id)
        case .session: try step.input.session(id)
        case .limit: try step.input.limit(id)
        }
    } catch {
      throw .notFound
    }
    let run = ExplainRun(input: step.input, plan: plan.plan, seconds: Self.explaining)
    let report =
      switch subject {
      case .application: run.report(on: .applications([index]))
      case .session: run.report(on: .session(index))
      case .limit: run.report(on: .limit(index))
      }
    let page = ReportPage(
      source, names: step.input.names, by: [], language: planner.language, isLive: true)
    return .html(page.answer(subject, index, lines: report.lines(style: .plain)).html)
  }

  // MARK: Changing

  private func write(_ path: [String], _ body: [UInt8]) throws(HTTPFault) -> HTTPResponse {
    switch path {
    case ["change"]:
      guard let edit = try? JSONDecoder().decode(PlannerEdit.self, from: Data(body)) else {
        throw .badRequest
      }
      do {
        try planner.change(edit)
      } catch {
        return news(problem: planner.language.refusal(error.words))
      }
    case ["undo"]: planner.undo()
    case ["redo"]: planner.redo()
    case ["save"]: return try save(body)
    default: throw .notFound
    }
    planner.wait(seconds: Self.patience)
    return news()
  }

  private struct Saving: Decodable {
    var name: String
  }

  private func save(_ body: [UInt8]) throws(HTTPFault) -> HTTPResponse {
    guard let saving = try? JSONDecoder().decode(Saving.self, from: Data(body)) else {
      throw .badRequest
    }
    let step = planner.read { $0.step }
    do {
      let path = try SavedScenario(step: step, name: saving.name).write()
      return news(saved: planner.language.saving(path))
    } catch {
      return news(problem: planner.language.refusal(error.message))
    }
  }

  // MARK: News

  private func news(problem: String? = nil, saved: String? = nil) -> HTTPResponse {
    let language = planner.language
    let value = planner.read { state in
      PlannerNews(state, language).json(problem: problem, saved: saved)
    }
    return .json(JSONText.bytes(value))
  }
}

extension Planner.State {
  /// The page of the step at hand; `nil` while it has no plan.
  fileprivate mutating func shownPage(_ language: Language) -> ReportPage? {
    if let page, page.version == version { return page.page }
    guard let source = step.source else { return nil }
    let keys = (try? FairnessRun.keys(by: [], in: step.input.round)) ?? []
    let made = ReportPage(
      source, names: step.input.names, by: keys, language: language, isLive: true)
    page = (version, made)
    return made
  }
}
