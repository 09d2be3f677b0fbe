import MobilityModel
import Selection

/// Names for what the columns, slots and rows of a compiled round stand for.
///
/// The order of the problem is that of ids, so a round gives the same names however its rows are
/// shuffled.
struct ProblemNames {
  private let round: Round
  private let options: [Option]
  private let facts: Facts

  init(_ tables: RoundTables) {
    round = tables.round
    options = tables.options.options
    facts = tables.facts
  }

  func names(of columns: [ColumnLabel]) -> [String] {
    var names = PlainNames()
    return columns.map { names.name(parts($0)) }
  }

  /// The names of slots and then of rows, which are the rows of an exported problem.
  func names(of slots: [SlotLabel], _ rows: [RowLabel]) -> [String] {
    var names = PlainNames()
    return slots.map { names.name(parts($0)) } + rows.map { names.name(parts($0)) }
  }

  /// What the solver is to tell columns, slots and rows by.
  func keys(of labels: ProblemLabels) -> SelectionProblem.Keys {
    SelectionProblem.Keys(
      columns: labels.columns.map { Key(parts: ["column"] + parts($0)) },
      slots: labels.slots.map { Key(parts: ["slot"] + parts($0)) },
      rows: labels.rows.map { Key(parts: ["row"] + parts($0)) })
  }

  private func parts(_ label: ColumnLabel) -> [String] {
    switch label {
    case .option(let option): return ["x"] + parts(options[option])
    case .group(let option):
      let application = round.applications[Int(options[option].application)]
      return ["z", application.group, sessionId(option)]
    case .runs(let session): return ["runs", round.sessions[session].id]
    case .leaders(let session): return ["leaders", round.sessions[session].id]
    case .used(let part): return ["used"] + parts(part)
    case .short(let part): return ["short"] + parts(part)
    case .over(let part): return ["over"] + parts(part)
    case .different(let part, let value): return ["different"] + parts(part) + [value]
    }
  }

  private func parts(_ label: SlotLabel) -> [String] {
    switch label {
    case .application(let application): return ["slot", round.applications[application].id]
    case .group(let application):
      let member = round.applications[application]
      return ["group", round.streams[member.stream].id, member.group]
    }
  }

  private func parts(_ label: RowLabel) -> [String] {
    switch label {
    case .member(let option):
      let application = round.applications[Int(options[option].application)]
      return ["member", application.id, sessionId(option)]
    case .session(let row, let session): return [row.rawValue, round.sessions[session].id]
    case .person(let participant, let day):
      return ["person", round.participants[participant].id, day.iso]
    case .limit(let part, .both): return ["limit"] + parts(part)
    case .limit(let part, .min): return ["limit"] + parts(part) + ["min"]
    case .limit(let part, .max): return ["limit"] + parts(part) + ["max"]
    case .different(let part, let value, let side):
      return ["different"] + parts(part) + [value, side == .min ? "min" : "max"]
    case .changes: return ["changes"]
    }
  }

  /// The limit, the values of its `each`, and the first day of a stretch.
  private func parts(_ part: LimitPart) -> [String] {
    let limit = round.limits[part.limit]
    let option = part.option.map { options[$0] }
    let each = part.isMinus ? limit.minus?.each ?? [] : limit.each
    let values = each.map { key in option.map { facts.value(of: key, for: $0) } ?? "" }
    return [limit.id] + values + (part.day.map { [$0.iso] } ?? [])
  }

  private func parts(_ option: Option) -> [String] {
    let application = round.applications[Int(option.application)].id
    let session = round.sessions[Int(option.session)].id
    return [application, session] + (option.sector == .none ? [] : [option.sector.code])
  }

  private func sessionId(_ option: Int) -> String {
    round.sessions[Int(options[option].session)].id
  }
}
