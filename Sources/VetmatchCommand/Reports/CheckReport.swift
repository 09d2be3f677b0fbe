import MobilityModel
import RoundFiles

/// A round whose tables are in order.
struct CheckReport: Report {
  let title: String
  let overview: RoundOverview
  let notes: [Finding]

  init(_ input: RoundInput) throws(Ending) {
    title = input.title
    overview = try RoundOverview(input.round)
    notes = input.notes
  }

  var json: JSONText.Value {
    [
      "status": "ok",
      "round": overview.json,
      "findings": .array(notes.map(\.json)),
    ]
  }

  func lines(style: Style) -> [String] {
    let text = FindingsText(findings: notes)
    let about = notes.isEmpty ? [] : ["", style.warning(text.title)] + text.lines(style: style)
    return [style.bold(title.printable)] + overview.lines + about
      + ["", "\(style.good("in order")): the round can be run"]
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
      "options": .integer(options),
      "applications_without_option": .integer(hopeless),
      "streams": .array(streams.map(\.json)),
    ]
  }

  var lines: [String] {
    var table = TextTable([.left, .right, .right, .right, .right, .right, .right])
    table.add(["stream", "applied", "leaders", "no option", "sessions", "places", "options"])
    for stream in streams {
      table.add([
        stream.id, (stream.applications - stream.leaders).grouped, stream.leaders.grouped,
        stream.hopeless.grouped, stream.sessions.grouped, stream.places?.grouped ?? "no bound",
        stream.options.grouped,
      ])
    }
    let people =
      "\(counted(participants, "person", "people")) of "
      + counted(organisations, "organisation, hosts included", "organisations, hosts included")
    return [people, ""] + table.lines()
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
      "options": .integer(options),
      "applications_without_option": .integer(hopeless),
    ]
  }
}
