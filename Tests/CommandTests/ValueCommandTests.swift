import Foundation
import Testing

/// What `value` says of a round in which every kind of change is worth something.
@Suite struct ValueCommandTests {
  let scratch: Scratch

  private static let tables = [
    "streams": "stream,kind\nm1,learner\n",
    "organisations": "organisation,country,city,latitude,longitude\n"
      + "TIA,AL,Tirana,41.3,19.8\nPRN,XK,Prishtina,42.7,21.2\n"
      + "BLQ,IT,Bologna,44.5,11.3\nSEV,ES,Seville,37.4,-6.0\n",
    // Nobody has B2 or is 19, and a single person speaks Italian.
    "sessions": "session,stream,host,start,end,min_people,max_people,languages,min_age\n"
      + "a,m1,BLQ,2022-06-01,2022-06-30,2,2,en:B1,18\nb,m1,SEV,2022-06-01,2022-06-30,,1,,\n"
      + "c,m1,BLQ,2022-06-01,2022-06-30,,1,en:B2,\nd,m1,SEV,2022-06-01,2022-06-30,,1,,19\n"
      + "e,m1,BLQ,2022-06-01,2022-06-30,2,4,it:A1,\n",
    "participants": "participant,organisation,sectors,birth_date,languages\n"
      + "p0,TIA,0713,2004-01-01,en:B1\np1,TIA,0713,2004-01-01,en:B1\n"
      + "p2,TIA,0713,2004-01-01,en:A2\np3,TIA,0713,2005-01-01,en:B1|it:B1\n"
      + "p4,PRN,0713,2004-01-01,en:B1\n",
    "applications": "application,participant,stream,points\n"
      + "p0-m1,p0,m1,90\np1-m1,p1,m1,80\np2-m1,p2,m1,70.25\np3-m1,p3,m1,60\np4-m1,p4,m1,50\n",
    "limits": "limit,who,each,measure,min,max,kind\n"
      + "country,,country,people,,3,hard\nfloor,country=XK,,people,1,,hard\n"
      + "aim,country=XK,,people,,0,soft\n",
  ]

  init() throws {
    scratch = try Scratch()
    for (name, text) in Self.tables { try scratch.write(text, to: "round/\(name).csv") }
  }

  private struct Unit: Hashable {
    var kind: String
    var id: String
    var words: String
    /// By tier, in its own sense.
    var difference: [String: Int]

    /// The lot is no reason to do anything.
    var isUseful: Bool { difference.contains { $0.key != "draw" && $0.value != 0 } }
  }

  private func units(_ run: CommandRun) throws -> [Unit] {
    let rows = try #require(run.json?["units"] as? [[String: Any]])
    return try rows.map { row in
      #expect(row["status"] as? String == "optimal")
      return Unit(
        kind: try #require(row["kind"] as? String), id: try #require(row["id"] as? String),
        words: try #require(row["change"] as? String),
        difference: try #require(row["difference"] as? [String: Int]))
    }
  }

  private func value(_ more: String...) throws -> CommandRun {
    try Vetmatch.run(["value", scratch.path("round")] + more)
  }

  /// What the best plan of a folder's round is worth.
  private func worth(of folder: String) throws -> [String: Int] {
    let run = try Vetmatch.run(
      "allocate", scratch.path(folder), "-o", scratch.path("out"), "--json")
    #expect(run.status == 0, "\(run.output)")
    let tiers = try #require(run.json?["tiers"] as? [[String: Any]])
    return Dictionary(
      uniqueKeysWithValues: tiers.map { ($0["tier"] as? String ?? "", $0["value"] as? Int ?? 0) })
  }

  /// Writes the round with a change made in its tables, as a person would make it.
  private func write(_ unit: Unit, to folder: String) throws {
    let (name, column, change): (String, String, (String) -> String) =
      switch unit.kind {
      case "max": ("limits", "max", { $0.stepped(by: 1) })
      case "min": ("limits", "min", { $0.stepped(by: -1) })
      case "places": ("sessions", "max_people", { $0.stepped(by: 1) })
      case "minimum": ("sessions", "min_people", { $0.stepped(by: -1) })
      case "age": ("sessions", "min_age", { $0.stepped(by: -1) })
      case "language":
        ("sessions", "languages", { ["en:B2": "en:B1", "en:B1": "en:A2"][$0] ?? "" })
      default: ("", "", { $0 })
      }
    for (table, text) in Self.tables {
      try scratch.write(
        table == name ? changed(text, unit.id, column, change) : text, to: "\(folder)/\(table).csv")
    }
  }

  private func changed(
    _ text: String, _ id: String, _ column: String, _ change: (String) -> String
  ) throws -> String {
    var rows = text.split(separator: "\n").map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
    let row = try #require(rows.firstIndex { $0[0] == id })
    let cell = try #require(rows[0].firstIndex(of: column))
    rows[row][cell] = change(rows[row][cell])
    return rows.map { $0.joined(separator: ",") + "\n" }.joined()
  }

  @Test func `each change is worth what a full solve of the changed round says`() throws {
    let run = try value("--json")
    #expect(run.status == 0 && run.json?["status"] as? String == "optimal", "\(run.errors)")
    let units = try units(run)
    let places = ["a", "b", "c", "d", "e"].map { "places \($0)" }
    let others = [
      "max country", "min floor", "max aim", "minimum a", "minimum e", "language a", "language c",
      "age a", "age d",
    ]
    #expect(units.map { "\($0.kind) \($0.id)" }.sorted() == (places + others).sorted())
    let base = try worth(of: "round")
    for (number, unit) in units.enumerated() {
      try write(unit, to: "changed-\(number)")
      let then = try worth(of: "changed-\(number)")
      let difference = base.mapValues { -$0 }.merging(then) { $0 + $1 }
      #expect(unit.difference == difference, "\(unit.words)")
    }
    let useful = Set(units.filter(\.isUseful).map(\.kind))
    #expect(useful == ["max", "min", "places", "minimum", "language", "age"], "\(useful)")
    #expect(units.contains { !$0.isUseful })
  }

  @Test func `what brings most comes first`() throws {
    let run = try value("--json")
    let tiers = ["filled": 1, "targets": -1, "points": 1, "fit": 1, "travel": -1]
    let order = ["filled", "targets", "points", "fit", "travel"]
    let gains = try units(run).map { unit in
      order.map { (tiers[$0] ?? 0) * (unit.difference[$0] ?? 0) }
    }
    for (one, other) in zip(gains, gains.dropFirst()) {
      #expect(!one.lexicographicallyPrecedes(other), "\(one) \(other)")
    }
    #expect(Set(gains).count > 3)
  }

  @Test func `the table has a row for every change, with points as people write them`() throws {
    let run = try value("-o", scratch.path("value.csv"), "--json")
    let units = try units(run)
    let lines = try scratch.text("value.csv").split(separator: "\n")
    #expect(
      lines[0]
        == "kind,id,change,status,filled_change,targets_change,points_change,fit_change,"
        + "travel_change,draw_change")
    #expect(lines.count == units.count + 1)
    let columns = lines[0].split(separator: ",").dropFirst(4).map { $0.dropLast("_change".count) }
    for (line, unit) in zip(lines.dropFirst(), units) {
      let start = "\(unit.kind),\(unit.id),"
      #expect(line.hasPrefix(start) && line.contains(unit.words.prefix { $0 != "," }), "\(line)")
      let cells = line.split(separator: ",").suffix(columns.count)
      for (column, cell) in zip(columns, cells) {
        let unitsOfOne = column == "points" ? 100.0 : 1
        let amount = Double(cell).map { Int(($0 * unitsOfOne).rounded()) }
        #expect(amount == unit.difference[String(column)], "\(line)")
      }
    }
    #expect(lines.contains { $0.contains(",optimal,1,0,70.25,0,778,") })
  }

  @Test func `the screen lists the changes that do something, and how many there are`() throws {
    let units = try units(value("--json"))
    let run = try value()
    #expect(run.status == 0)
    let text = run.output.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    let useful = units.filter(\.isUseful)
    #expect(
      text.hasPrefix("\(useful.count) of \(units.count) changes would change the plan's worth"))
    for unit in units { #expect(text.contains(unit.words) == unit.isUseful, "\(unit.words)") }
    let places = useful.compactMap { text.range(of: $0.words)?.lowerBound }
    #expect(places == places.sorted())
  }

  @Test func `a round without a plan, and a place that cannot be written, are told`() throws {
    let run = try Vetmatch.run("value", Vetmatch.conformance("24-locked-out"), "--json")
    #expect(run.status == 3 && run.json?["status"] as? String == "infeasible")
    #expect((run.json?["units"] as? [Any])?.isEmpty == true)
    #expect(try value("-o", scratch.path("no/value.csv")).status == 73)
    #expect(try value("-o", scratch.path("round/limits.csv")).status == 73)
    #expect(try scratch.text("round/limits.csv") == Self.tables["limits"])
  }
}

extension String {
  /// A whole number with something added.
  fileprivate func stepped(by step: Int) -> String { Int(self).map { String($0 + step) } ?? "" }
}
