package import MobilityModel

/// A round written back as the tables of its folder, so that a round made in memory can be read by
/// whatever reads folders.
///
/// Cells must not need quotes; those of `TinyRounds` do not.
package struct WrittenTables {
  private let round: Round

  package init(_ round: Round) { self.round = round }

  /// The text of each file, by its name.
  package func files() -> [(name: String, text: String)] {
    [
      ("settings.csv", settings()), ("organisations.csv", organisations()),
      ("streams.csv", streams()), ("sessions.csv", sessions()),
      ("participants.csv", participants()), ("applications.csv", applications()),
      ("limits.csv", limits()), ("carried.csv", carried()), ("rules.csv", rules()),
      ("locks.csv", locks()),
      ("stays.csv", stays()), ("twins.csv", twins()), ("rates.csv", rates()),
      ("placements.csv", placements(round.published)),
    ].filter { $0.1.split(separator: "\n").count > 1 }
  }

  /// A plan as a table.
  package func plan(_ plan: [Option]) -> String {
    placements(
      plan.map {
        PublishedPlacement(
          application: Int($0.application), session: Int($0.session), sector: $0.sector)
      })
  }

  private func table(_ header: String, _ rows: [[String]]) -> String {
    ([header] + rows.map { $0.joined(separator: ",") }).joined(separator: "\n") + "\n"
  }

  private func list(_ values: [String]) -> String { values.joined(separator: "|") }

  private func text(_ number: Int?) -> String { number.map(String.init) ?? "" }

  private func yesNo(_ value: Bool) -> String { value ? "yes" : "no" }

  private func settings() -> String {
    let settings = round.settings
    let matches = [SectorMatch.exact: "exact", .narrow: "narrow", .broad: "broad"]
    return table(
      "setting,value",
      [
        ["objective", list(settings.objective.map(\.rawValue))],
        ["preference_scores", list(settings.preferenceScores.map(String.init))],
        ["only_listed", yesNo(settings.onlyListed)],
        ["sector_scores", list(settings.sectorScores.map(String.init))],
        ["min_sector_match", matches[settings.minSectorMatch] ?? ""],
        ["language_step_score", String(settings.languageStepScore)],
        ["twin_score", String(settings.twinScore)],
        ["short_stay_nationalities", list(settings.shortStayNationalities.sorted())],
        ["draw_seed", settings.drawSeed],
      ].filter { $0[1] != "" })
  }

  private func organisations() -> String {
    table(
      "organisation,name,country,city,latitude,longitude",
      round.organisations.map { organisation in
        [
          organisation.id, organisation.name, organisation.country, organisation.city,
          organisation.coordinates.map { String($0.latitude) } ?? "",
          organisation.coordinates.map { String($0.longitude) } ?? "",
        ]
      })
  }

  private func streams() -> String {
    table(
      "stream,title,kind,min_days,max_days,weight,learners_per_leader,national_visa",
      round.streams.map { stream in
        [
          stream.id, stream.title, stream.kind.rawValue, text(stream.minDays),
          text(stream.maxDays), String(stream.weight), String(stream.learnersPerLeader),
          yesNo(stream.hasNationalVisa),
        ]
      })
  }

  private func sessions() -> String {
    table(
      "session,stream,host,start,end,min_people,max_people,languages,sectors,min_age",
      round.sessions.map { session in
        [
          session.id, round.streams[session.stream].id, round.organisations[session.host].id,
          session.dates.start.iso, session.dates.end.iso, String(session.minPeople),
          text(session.maxPeople), list(session.languages.map(\.text)),
          list(session.sectors.map(\.code)), text(session.minAge),
        ]
      })
  }

  private func participants() -> String {
    let further = round.attributeNames.map { "," + $0 }.joined()
    return table(
      "participant,name,organisation,birth_date,nationality,languages,sectors" + further,
      round.participants.map { person in
        [
          person.id, person.name, round.organisations[person.organisation].id,
          person.birthDate?.iso ?? "", person.nationality, list(person.languages.map(\.text)),
          list(person.sectors.map(\.code)),
        ] + person.attributes
      })
  }

  private func applications() -> String {
    table(
      "application,participant,stream,role,available_from,available_until,preferences,points,group",
      round.applications.map { application in
        let preferences = application.preferences.map { preference in
          switch preference.target {
          case .session(let session): round.sessions[session].id
          case .host(let host): round.organisations[host].id
          case .anywhere: ""
          }
        }
        let cents = String(100 + application.points % 100).dropFirst()
        return [
          application.id, round.participants[application.participant].id,
          round.streams[application.stream].id, application.role.rawValue,
          application.availableFrom?.iso ?? "", application.availableUntil?.iso ?? "",
          list(preferences), "\(application.points / 100).\(cents)", application.group,
        ]
      })
  }
}

extension WrittenTables {
  private func limits() -> String {
    table(
      "limit,where,who,each,measure,from,until,min,max,kind,reason,minus_where,minus_who,minus_each,of",
      round.limits.map { limit in
        [
          limit.id, filter(limit.where), filter(limit.who),
          limit.each.map(name).joined(separator: "+"), limit.measure.rawValue,
          limit.from?.iso ?? "", limit.until?.iso ?? "", text(limit.min), text(limit.max),
          limit.kind.rawValue, limit.reason, filter(limit.minus?.where ?? Filter()),
          filter(limit.minus?.who ?? Filter()),
          (limit.minus?.each ?? []).map(name).joined(separator: "+"), limit.of.map(name) ?? "",
        ]
      })
  }

  private func carried() -> String {
    let rows = round.limits.flatMap { limit in
      limit.carried.map { [limit.id, $0.key.joined(separator: "+"), String($0.value)] }
    }
    return table(
      "limit,combination,amount", rows.sorted { $0.lexicographicallyPrecedes($1) })
  }

  private func rules() -> String {
    table(
      "rule,where,who,from,until,reason",
      round.rules.map { rule in
        [
          rule.id, filter(rule.where), filter(rule.who), rule.from?.iso ?? "",
          rule.until?.iso ?? "", rule.reason,
        ]
      })
  }

  private func locks() -> String {
    table(
      "application,effect,session,reason,author",
      round.locks.map { lock in
        let target =
          switch lock.target {
          case .anywhere: ""
          case .session(let session): round.sessions[session].id
          case .host(let host): round.organisations[host].id
          }
        return [
          round.applications[lock.application].id, lock.effect.rawValue, target, lock.reason,
          lock.author,
        ]
      })
  }

  private func stays() -> String {
    table(
      "participant,country,from,until",
      round.stays.map { stay in
        [
          round.participants[stay.participant].id, stay.country, stay.dates.start.iso,
          stay.dates.end.iso,
        ]
      })
  }

  private func twins() -> String {
    let pairs = round.twins.map {
      [round.organisations[$0.organisation].id, round.organisations[$0.host].id]
    }
    return table("organisation,host", pairs.sorted { $0.lexicographicallyPrecedes($1) })
  }

  private func rates() -> String {
    table(
      "rate,role,host_country,min_km,max_km,euros",
      round.rates.map { rate in
        [
          rate.kind.rawValue, rate.role?.rawValue ?? "", list(rate.hostCountries.sorted()),
          text(rate.minKm), text(rate.maxKm), String(rate.euros),
        ]
      })
  }

  private func placements(_ placements: [PublishedPlacement]) -> String {
    table(
      "application,session,sector",
      placements.map {
        [
          round.applications[$0.application].id, round.sessions[$0.session].id, $0.sector.code,
        ]
      })
  }

  private func filter(_ filter: Filter) -> String {
    filter.conditions.map { condition in
      "\(name(condition.key))=\(list(condition.values.sorted()))"
    }.joined(separator: "&")
  }

  private func name(_ key: FilterKey) -> String {
    switch key {
    case .stream: "stream"
    case .session: "session"
    case .host: "host"
    case .hostCountry: "host_country"
    case .sector: "sector"
    case .application: "application"
    case .participant: "participant"
    case .organisation: "organisation"
    case .country: "country"
    case .role: "role"
    case .group: "group"
    case .nationality: "nationality"
    case .attribute(let index): round.attributeNames[index]
    }
  }
}
