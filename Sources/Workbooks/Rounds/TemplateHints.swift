import RoundFiles

/// What the template says beside the cells that a person fills in.
enum TemplateHints {
  /// The sheet that says how to begin.
  static let guide = Sheet(
    name: "guide",
    table: Table(
      columns: ["sheet", "needed", "holds"],
      rows: [
        ["", "", "Put your own rows in place of the examples; keep the first row of each sheet."],
        ["", "", "Then: vetmatch check FILE.xlsx, and vetmatch allocate FILE.xlsx -o plan.xlsx"],
        ["settings", "no", "choices of the whole round; leave out what you do not need"],
        ["organisations", "yes", "who sends people and who takes them in"],
        ["streams", "yes", "kinds of mobility, such as one month for learners"],
        ["sessions", "yes", "dated offers of hosts: how many, which sectors, which languages"],
        ["participants", "yes", "people; columns that you add can be used in limits and rules"],
        ["applications", "yes", "who wishes to take part in which stream, with points and wishes"],
        ["limits", "no", "beds, quotas and budgets: hard, or soft as targets"],
        ["carried", "no", "what the count of a limit starts from, such as last year's balance"],
        ["rules", "no", "what is not possible, where, for whom and when"],
        ["locks", "no", "decisions made before: lock or forbid"],
        ["stays", "no", "earlier stays abroad, for the 90 days in 180"],
        ["twins", "no", "pairs of organisations that work together"],
        ["rates", "no", "euros for travel, for each day, and for the organisation"],
        ["placements", "no", "the plan that people have been told, if there is one"],
        ["scenarios", "no", "what if: changes of the other sheets, under names of your own"],
      ]))

  private static let id = "An id of your own: letters without accents, digits, . _ -"
  private static let date = "A date, such as 2027-06-01."
  private static let languages =
    "code:LEVEL, joined by |, such as en:B1|it:A2. Levels A1 to C2, native."
  private static let sectors = "Four digits of ISCED-F, joined by |, such as 0713|1013."
  private static let place =
    "Conditions joined by &, such as host=SEV&sector=0713. Keys: stream, session, host, "
    + "host_country, sector. Empty: everywhere."
  private static let people =
    "Conditions joined by &, such as country=AL&role=participant. Keys: organisation, country, "
    + "role, group, nationality, or a column of participants. Empty: everybody."

  static let columns: [String: [String: String]] = [
    "organisations": [
      "organisation": id, "country": "Two letters, such as AL; XK for Kosovo.",
      "latitude": "Degrees, for distances; may be empty.", "longitude": "Degrees.",
    ],
    "streams": [
      "stream": id, "weight": "What one filled place counts; 1 if empty.",
      "learners_per_leader": "Participants for each leader; 0 or empty: no leaders go.",
      "national_visa": "yes frees the stream from the 90 days in 180.",
    ],
    "sessions": [
      "session": id, "start": date, "end": date,
      "min_people": "The session runs with at least so many participants, or not at all.",
      "max_people": "Participants at most; leaders do not count.",
      "languages": languages + " One of them is enough.", "sectors": sectors,
      "min_age": "On the first day.",
    ],
    "participants": [
      "participant": id, "name": "As in the passport.", "birth_date": date,
      "nationality": "Two letters, such as AL.", "languages": languages, "sectors": sectors,
    ],
    "applications": [
      "application": id, "role": "participant takes a place, leader accompanies.",
      "available_from": date + " Empty: any time.", "available_until": date + " Empty: any time.",
      "preferences": "Hosts or sessions, best first, joined by |, such as SEV|blq-sept.",
      "points": "From selection, at most two decimals.",
      "group": "Same word: the same session together, or none.",
    ],
    "limits": [
      "limit": id, "where": place, "who": people,
      "each": "Keys joined by +: one limit for each, such as country or stream+country.",
      "measure": "What is counted; at_once counts those who are there on one day.",
      "minus_where": place + " These are taken off.", "minus_who": people + " These are taken off.",
      "minus_each": "As many keys as each: for balance, such as host_country for country.",
      "of": "With the measure different: the key whose values are counted, such as host.",
      "kind": "hard holds always; or_none: zero, or within; soft is a target.",
    ],
    "carried": ["combination": "Values of each, joined by +, such as ME or ME+IT."],
    "rules": ["rule": id, "where": place, "who": people, "from": date, "until": date],
    "locks": ["session": "A session, a host, or empty for every session."],
    "stays": ["country": "Two letters.", "from": date, "until": date],
    "rates": [
      "host_country": "Countries joined by |; empty: all.",
      "euros": "Whole euros. The first row that fits counts.",
    ],
    "placements": ["sector": sectors + " Empty for leaders."],
    "scenarios": [
      "scenario": id, "table": "The sheet that changes.",
      "row": "An id, or conditions joined by &, such as stream=m1. Empty: every row.",
      "column": "Empty where a whole row is to come or go.",
      "value": "What the cell is to be; +14d shifts a date, *0.8 scales a number. With no column: "
        + "add, copy ID or delete.",
    ],
  ]
}
