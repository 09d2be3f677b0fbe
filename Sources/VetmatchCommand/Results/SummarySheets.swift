import MobilityModel
import Planning
import RoundFiles
import Workbooks

/// A plan as the sheets of a workbook: its tables, then the numbers of `summary.json`.
extension Results {
  var sheets: [Sheet] {
    tables.map { Sheet(name: $0.name, table: $0.table, kinds: Self.kinds) }
      + [summarySheet, streamSheet, countrySheet] + lockSheets + [inputSheet]
  }

  /// Of columns that are no text, in whatever table they stand.
  private static let kinds: [String: CellKind] = [
    "start": .date, "end": .date, "preference": .whole, "rank": .whole, "points": .decimal,
    "value": .decimal,
    "bound": .decimal, "applied": .whole, "eligible": .whole, "placed": .whole, "leaders": .whole,
    "target_min": .whole, "target_max": .whole, "places": .whole, "sessions": .whole,
    "sessions_running": .whole,
  ]

  private func sheet(_ name: String, _ columns: [String], _ rows: [[String]]) -> Sheet {
    Sheet(name: name, table: Table(columns: columns, rows: rows), kinds: Self.kinds)
  }

  private var summarySheet: Sheet {
    let steps = plan.steps.map { step in
      [
        step.kind.name, String(step.value), step.bound.map(String.init) ?? "",
        step.isProven ? "yes" : "no", step.kind.meaning,
      ]
    }
    let tiers = plan.tiers.map { tier in
      [
        tier.tier.rawValue, tier.tier.fileText(tier.value),
        tier.bound.map(tier.tier.fileText) ?? "",
        tier.isProven ? "yes" : "no", tier.tier.meaning,
      ]
    }
    let counts = [
      ("applications", plan.round.applications.count, "in the round"),
      ("placed", counts.total.placed, "participants with a place"),
      ("leaders", counts.total.leaders, "leaders with a place"),
      ("unplaced", plan.round.applications.count - plan.plan.placements.count, "without a place"),
      ("sessions", counts.sessions, "on offer"),
      ("sessions_running", counts.running, "with a participant"),
    ].map { [$0.0, String($0.1), "", "", $0.2] }
    let notes = notes.loud.map {
      [$0.kind, $0.value, "", "", "how \($0.file) was read: see whether names are right"]
    }
    return sheet(
      "summary", ["item", "value", "bound", "proven", "meaning"],
      [
        [
          "status", status, "", "", plan.isProven ? "no plan is better" : "a better plan may exist",
        ],
        ["mechanism", mechanism.name, "", "", mechanism.meaning],
      ] + steps + tiers + counts + notes)
  }

  private var streamSheet: Sheet {
    sheet(
      "streams", ["stream", "title"] + Share.columns + ["places", "sessions", "sessions_running"],
      counts.streams.map { stream in
        [stream.id, stream.title] + stream.share.row + [
          stream.places.map(String.init) ?? "", String(stream.sessions), String(stream.running),
        ]
      })
  }

  private var countrySheet: Sheet {
    sheet(
      "countries", ["country"] + Share.columns, counts.countries.map { [$0.country] + $0.share.row }
    )
  }

  private var lockSheets: [Sheet] {
    shown.locks.isEmpty ? [] : [Sheet(name: "locks", table: locks.table, kinds: Self.kinds)]
  }

  private var inputSheet: Sheet {
    sheet("inputs", ["file", "sha256"], fingerprints.map { [$0.file, $0.sha256] })
  }
}

extension Tier {
  /// A value for a cell: points as a decimal, all else whole.
  fileprivate func fileText(_ value: Int) -> String {
    self == .points ? decimal(value) : String(value)
  }
}

extension Share {
  fileprivate static let columns = [
    "applied", "eligible", "placed", "leaders", "target_min", "target_max",
  ]

  fileprivate var row: [String] {
    [applied, eligible, placed, leaders].map(String.init)
      + [target?.min, target?.max].map { $0.map(String.init) ?? "" }
  }
}
