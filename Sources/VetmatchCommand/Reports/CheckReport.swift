import MobilityModel
import RoundFiles

/// What a check of a round has found, and what it has written.
struct CheckReport: Report {
  /// A round that can be run.
  struct Sound {
    var title: String
    var overview: RoundOverview
    /// `nil` where no application is locked.
    var locks: Locks?
  }

  /// Whether locks can be kept.
  struct Locks {
    enum State {
      /// A plan keeps all of them.
      case kept
      case impossible(ClashReport)
      /// There was no time to find out.
      case open
    }

    /// Applications that are locked.
    var locked: Int
    var state: State
  }

  let findings: [Finding]
  /// `nil` where a table is wrong.
  let round: Sound?
  /// Where the repaired copies are; `nil` where none were asked for, or none were written.
  let copies: String?
  let repair: RoundRepair.Result?
  let findingsFile: String?

  var status: ExitStatus {
    guard let round else { return .data }
    return round.locks?.clashes == nil ? .done : .infeasible
  }

  var json: JSONText.Value {
    var members: [(key: String, value: JSONText.Value)] = [
      ("status", .string(round == nil ? "data" : status == .done ? "ok" : "infeasible"))
    ]
    if let round { members.append(("round", round.overview.json)) }
    if let locks = round?.locks { members.append(("locks", locks.json)) }
    members.append(("findings", .array(findings.map(\.json))))
    members.append(("groups", .array(FindingGroup.groups(of: findings).map(\.json))))
    if let repair { members.append(("repaired", repaired(repair))) }
    return .object(members)
  }

  /// Where the copies are, and how much in them is not as in the round.
  private func repaired(_ repair: RoundRepair.Result) -> JSONText.Value {
    let unread =
      repair.unread.isEmpty
      ? [] : [("unread", JSONText.Value.integer(repair.unread.count))]
    return .object(
      [("folder", .text(copies)), ("changes", .integer(repair.changes))] + unread)
  }

  func lines(style: Style) -> [String] {
    let text = FindingsText(findings: findings)
    let about = findings.isEmpty ? [] : [style.warning(text.title)] + text.lines(style: style)
    guard let round else { return [style.bad(text.title)] + about.dropFirst() + written(style) }
    return [style.bold(round.title.printable)] + round.overview.lines
      + (about.isEmpty ? [] : [""] + about) + written(style)
      + (round.locks.map { [""] + $0.lines(style: style) } ?? [])
      + (status == .done ? ["", "\(style.good("in order")): the round can be run"] : [])
  }

  private func written(_ style: Style) -> [String] {
    var lines: [String] = []
    if let findingsFile {
      lines.append("\(style.good("written")): all findings to \(findingsFile.printable)")
    }
    if let repair { lines += copied(repair, style) }
    return lines.isEmpty ? [] : [""] + lines
  }
}

extension CheckReport {
  /// What became of the copies.
  private func copied(_ repair: RoundRepair.Result, _ style: Style) -> [String] {
    let cells = counted(repair.unread.count, "cell", "cells") + " without a value"
    guard let copies else {
      return wrapped(
        "\(style.bad("not written")): the repaired copies, because what stands in a cell in place of a "
          + "value would pass for text there. Mend the cells in the workbook first.", indent: 0)
    }
    let changes = counted(repair.changes, "change", "changes")
    let isWorkbook = if case .workbook = RoundPlace(forResultsAt: copies) { true } else { false }
    let list = isWorkbook ? "the sheet changes" : RoundRepair.changesFile
    return [
      "\(style.good("written")): repaired copies to \(copies.printable), with \(changes) "
        + "listed in \(list)"
    ]
      + (repair.unread.isEmpty ? [] : ["  \(cells), copied as shown and listed, to be mended"])
      + repair.untouched.map { "  \($0) is copied as it is: its rows cannot be taken apart" }
  }
}

extension CheckReport.Locks {
  /// Why they cannot be kept.
  var clashes: ClashReport? { if case .impossible(let clashes) = state { clashes } else { nil } }

  fileprivate var json: JSONText.Value {
    let word =
      switch state {
      case .kept: "kept"
      case .impossible: "impossible"
      case .open: "open"
      }
    return [
      "applications": .integer(locked), "state": .string(word), "why": clashes?.json ?? .null,
    ]
  }

  fileprivate func lines(style: Style) -> [String] {
    let who = counted(locked, "application is locked", "applications are locked")
    switch state {
    case .kept: return ["\(who), and a plan keeps all locks"]
    case .open:
      return [style.warning("\(who); whether a plan keeps all locks was not found in time")]
    case .impossible(let clashes):
      return ["\(style.bad("infeasible")): \(who), and no plan keeps all locks"]
        + clashes.clashLines(style: style)
    }
  }
}

extension RoundOverview {
  var json: JSONText.Value {
    [
      "name": .string(name),
      "participants": .integer(participants),
      "organisations": .integer(organisations),
      "applications": .integer(applications),
      "sessions": .integer(sessions),
      "options": .number(options),
      "applications_without_option": .number(hopeless),
      "streams": .array(streams.map(\.json)),
    ]
  }

  var lines: [String] {
    var table = TextTable([.left, .right, .right, .right, .right, .right, .right])
    table.add(["stream", "applied", "leaders", "no option", "sessions", "places", "options"])
    for stream in streams {
      table.add([
        stream.id, (stream.applications - stream.leaders).grouped, stream.leaders.grouped,
        stream.hopeless?.grouped ?? "-", stream.sessions.grouped,
        stream.places?.grouped ?? "no bound",
        stream.options?.grouped ?? "-",
      ])
    }
    let people =
      "\(counted(participants, "person", "people")) of "
      + counted(organisations, "organisation, hosts included", "organisations, hosts included")
    let uncounted =
      options == nil ? ["", "options are not counted in a round of this size"] : []
    return [people, ""] + table.lines() + uncounted
  }
}

extension RoundOverview.StreamShare {
  fileprivate var json: JSONText.Value {
    [
      "stream": .string(id),
      "title": .string(title),
      "applications": .integer(applications),
      "leaders": .integer(leaders),
      "sessions": .integer(sessions),
      "places": .number(places),
      "options": .number(options),
      "applications_without_option": .number(hopeless),
    ]
  }
}
