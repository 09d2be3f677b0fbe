import MobilityModel

/// A table of a page; with a script it can be searched and sorted.
struct DataTable {
  struct Column {
    var name: String
    var isNumber = false
  }

  /// What stands in a cell.
  struct Cell {
    var content: Markup
    /// What the cell is sorted by; its text where `nil`.
    var key: String?

    static func text(_ text: String) -> Cell { Cell(content: .text(text)) }

    /// A name that a person gave; what is written from right to left cannot turn its neighbours.
    static func name(_ text: String) -> Cell { Cell(content: tag("bdi") { text }) }

    static func number(_ number: Int?) -> Cell {
      Cell(content: .text(number?.grouped ?? "–"), key: number.map(String.init) ?? "")
    }

    static func markup(_ content: Markup, key: String? = nil) -> Cell {
      Cell(content: content, key: key)
    }
  }

  let caption: String
  let columns: [Column]
  let rows: [[Cell]]
  /// Whether a field for searching stands above it, and its columns sort.
  var isTool: (id: String, language: Language)?
  var style: String?

  var markup: Markup {
    .several([isTool.map(tool) ?? .nothing, scrolled])
  }

  private func tool(_ id: String, _ language: Language) -> Markup {
    tag("div", ["class": "tool", "hidden": ""]) {
      tag("label", ["for": "\(id)-search"]) { language(.search) }
      tag(
        "input",
        [
          "id": "\(id)-search", "type": "search", "autocomplete": "off", "data-table": id,
          "aria-controls": id,
        ])
      tag("span", ["class": "shown", "role": "status", "id": "\(id)-shown"]) {
        language(.rowsShown)
        ": "
        tag("b", ["data-count": ""]) { rows.count }
      }
    }
  }

  /// Whether it scrolls within a frame, so that a long table does not hide what follows it.
  private var isTall: Bool { rows.count > 30 }

  private var scrolled: Markup {
    tag(
      "div",
      [
        "class": isTall ? "scroll tall" : "scroll", "tabindex": "0", "role": "group",
        "aria-label": caption,
      ]
    ) {
      tag(
        "table",
        ["id": isTool?.id, "class": [style, isTool == nil ? nil : "sortable"].joinedStyles]
      ) {
        tag("caption", ["class": "unseen"]) { caption }
        tag("thead") { tag("tr") { columns.map(head) } }
        tag("tbody") { rows.map(row) }
      }
    }
  }

  private func head(_ column: Column) -> Markup {
    tag("th", ["scope": "col", "class": column.isNumber ? "n" : nil]) { column.name }
  }

  private func row(_ cells: [Cell]) -> Markup {
    tag("tr") {
      zip(columns, cells).enumerated().map { place, pair in
        let (column, cell) = pair
        let attributes: KeyValuePairs<StaticString, String?> = [
          "class": column.isNumber ? "n" : nil, "data-key": isTool == nil ? nil : cell.key,
          "scope": place == 0 ? "row" : nil,
        ]
        return tag(place == 0 ? "th" : "td", attributes) { cell.content }
      }
    }
  }
}

extension [String?] {
  /// Names of styles as an attribute has them; `nil` for none.
  var joinedStyles: String? {
    let names = compactMap { $0 }
    return names.isEmpty ? nil : names.joined(separator: " ")
  }
}
