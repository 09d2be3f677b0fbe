import MobilityModel
import Planning

extension ReportPage {
  var sessions: Markup {
    .several(
      [content.listsPeople ? tools : tag("p", ["class": "note"]) { language(.aggregated) }]
        + (content.listsPeople ? content.sessions.map(card) : [sessionTable]))
  }

  private var tools: Markup {
    tag("p", ["class": "tool", "hidden": ""]) {
      tag("button", ["type": "button", "data-open": "sessions"]) { language(.openAll) }
      tag("button", ["type": "button", "data-close": "sessions"]) { language(.closeAll) }
    }
  }

  private func card(_ entry: SessionEntry) -> Markup {
    let session = round.sessions[entry.session]
    let share = (session.maxPeople).map { "\(entry.participants)/\($0)" } ?? "\(entry.participants)"
    return tag("details", ["class": "session", "id": "session-\(session.id)"]) {
      tag("summary") {
        tag("span", ["class": "session-id"]) { session.id }
        tag("span", ["class": "session-host"]) { tag("bdi") { round.hostLabel(entry.session) } }
        tag("span", ["class": "session-dates"]) { dates(session.dates) }
        tag("span", ["class": "session-fill"]) {
          share
          entry.leaders > 0 ? " + \(entry.leaders)" : ""
          BulletBar(
            placed: entry.participants,
            target: session.minPeople > 0
              ? Target(min: session.minPeople, max: session.minPeople) : nil,
            available: session.maxPeople ?? entry.participants,
            scale: max(session.maxPeople ?? 1, entry.participants)
          ).markup
        }
      }
      tag("p", ["class": "aside"]) { stream(session.stream) }
      if isLive { tag("p") { ask(.session, session.id, .text(language(.explainAndChange))) } }
      people(entry)
      reserves(entry)
    }
  }

  private func columns(_ phrases: [Phrase], numbers: Set<Phrase> = []) -> [DataTable.Column] {
    phrases.map { DataTable.Column(name: language($0), isNumber: numbers.contains($0)) }
  }

  private func people(_ entry: SessionEntry) -> Markup {
    if entry.placed.isEmpty { return tag("p") { language(.noPeople) } }
    let hasSectors = entry.placed.contains { !$0.sector.code.isEmpty }
    return DataTable(
      caption: "\(round.sessions[entry.session].id): \(language(.participants))",
      columns: columns([.name, .organisation, .country, .role] + (hasSectors ? [.sector] : []))
        + columns([.choice, .points], numbers: [.choice, .points]),
      rows: entry.placed.map { placed in
        var row = cells(placed.person)
        if hasSectors { row.append(.text(placed.sector.code)) }
        let isLeader = placed.person.role == .leader
        return row + [
          isLeader ? .text("–") : .number(placed.choice),
          isLeader ? .text("–") : .text(hundredths(placed.person.points)),
        ]
      }
    ).markup
  }

  /// Name and id, organisation, country and role.
  private func cells(_ person: Person) -> [DataTable.Cell] {
    [
      .markup(name(person)), .name(person.organisation), .text(country(person.country)),
      .text(language(person.role == .leader ? .roleLeader : .roleParticipant)),
    ]
  }

  func name(_ person: Person) -> Markup {
    .several([
      person.name.isEmpty
        ? .nothing : ask(.application, person.id, tag("bdi") { person.name }),
      tag("span", ["class": "id"]) { person.id },
    ])
  }

  private func reserves(_ entry: SessionEntry) -> Markup {
    let title = tag("h3") { language(.reserves) }
    if entry.waiting.isEmpty { return .several([title, tag("p") { language(.noReserves) }]) }
    let table = DataTable(
      caption: "\(round.sessions[entry.session].id): \(language(.reserves))",
      columns: [DataTable.Column(name: language(.rank), isNumber: true)]
        + columns([.name, .organisation, .country, .role])
        + columns([.points, .couldTake], numbers: [.points]),
      rows: entry.waiting.map { waiting in
        [.number(waiting.rank)] + cells(waiting.person) + [
          .text(hundredths(waiting.person.points)), .text(language(seats(waiting))),
        ]
      })
    return .several([
      title, table.markup,
      entry.more > 0
        ? tag("p", ["class": "aside"]) { "+ \(entry.more.grouped) \(language(.moreReserves))" }
        : .nothing,
    ])
  }

  private func seats(_ waiting: SessionEntry.Waiting) -> Phrase {
    if waiting.isFree { return .atOnce }
    switch waiting.seats {
    case .any: return .anySeat
    case .of: return .someSeats
    }
  }

  /// The sessions by their numbers alone.
  private var sessionTable: Markup {
    DataTable(
      caption: language(.sessions),
      columns: columns([.session, .stream, .host, .dates])
        + columns([.participants, .seats, .leaders], numbers: [.participants, .seats, .leaders]),
      rows: content.sessions.map { entry in
        let session = round.sessions[entry.session]
        return [
          .text(session.id), .name(stream(session.stream)), .name(round.hostLabel(entry.session)),
          .text(dates(session.dates)), .number(entry.participants), .number(session.maxPeople),
          .number(entry.leaders),
        ]
      }, isTool: ("session-table", language)
    ).markup
  }

  var unplaced: Markup {
    if content.left.rows.isEmpty { return tag("p") { language(.allPlaced) } }
    return .several(
      [intro(.unplacedIntro)]
        + (content.listsPeople
          ? [unplacedTable] : [tag("p", ["class": "note"]) { language(.aggregated) }, sumTable]))
  }

  private var unplacedTable: Markup {
    DataTable(
      caption: language(.unplaced),
      columns: columns([.name, .organisation, .country, .role, .stream])
        + columns([.points, .reasons], numbers: [.points]),
      rows: content.left.rows.map { row in
        cells(row.person) + [
          .name(stream(row.person.stream)),
          .markup(
            .text(hundredths(row.person.points)), key: String(row.person.points)),
          .markup(reasons(row)),
        ]
      }, isTool: ("unplaced-table", language), style: "people"
    ).markup
  }

  /// The reasons that meet most sessions; the others can be opened.
  private func reasons(_ row: LeftOut.Row) -> Markup {
    let most = 3
    let items = row.reasons.map { reason in
      tag("li") {
        words(reason)
        tag("span", ["class": "id"]) { "\(reason.sessions.count)/\(row.sessions)" }
      }
    }
    return .several([
      tag("ul", ["class": "reasons"]) { Array(items.prefix(most)) },
      items.count > most
        ? tag("details", ["class": "reasons"]) {
          tag("summary") { "+ \(items.count - most)" }
          tag("ul", ["class": "reasons"]) { Array(items.dropFirst(most)) }
        } : .nothing,
    ])
  }

  /// The reason with what it names, in the page's language.
  func words(_ reason: UnplacedReason) -> String {
    let phrase = language(reason.cause.phrase)
    return reason.id.isEmpty ? phrase : "\(phrase) \(reason.id)"
  }

  private var sumTable: Markup {
    DataTable(
      caption: language(.unplaced),
      columns: columns([.stream, .country, .people, .reasons], numbers: [.people]),
      rows: content.left.sums.map { sum in
        [
          .name(stream(sum.stream)), .text(country(sum.country)), .number(sum.people),
          .text(
            sum.causes.map { "\(language($0.cause.phrase)): \($0.people.grouped)" }
              .joined(separator: "; ")),
        ]
      }, isTool: ("unplaced-table", language)
    ).markup
  }
}

extension UnplacedReason.Cause {
  var phrase: Phrase {
    switch self {
    case .dates: .causeDates
    case .language: .causeLanguage
    case .sector: .causeSector
    case .age: .causeAge
    case .rule: .causeRule
    case .stay: .causeStay
    case .preference: .causePreference
    case .forbidden: .causeForbidden
    case .locked: .causeLocked
    case .noSession: .causeNoSession
    case .group: .causeGroup
    case .full: .causeFull
    case .minimum: .causeMinimum
    case .leaders: .causeLeaders
    case .overlap: .causeOverlap
    case .limit: .causeLimit
    case .tier: .causeTier
    case .indifferent: .causeIndifferent
    case .open: .causeOpen
    }
  }
}
