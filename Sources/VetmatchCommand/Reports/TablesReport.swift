import RoundFiles

/// The tables of a round that have been written.
struct TablesReport: Report {
  let place: String
  let rows: [(table: String, count: Int)]

  var json: JSONText.Value {
    [
      "status": "ok",
      "tables": .object(rows.map { (key: $0.table, value: .integer($0.count)) }),
    ]
  }

  func lines(style: Style) -> [String] {
    var table = TextTable([.left, .right])
    for row in rows { table.add([row.table, counted(row.count, "row", "rows")]) }
    return table.lines() + ["", "\(style.good("written")): \(place.printable)"]
  }
}
