/// Bands from countries to hosts, as wide as there are people.
struct FlowChart {
  let flows: Flows
  let language: Language

  private static let (width, left, right, node) = (1000.0, 216.0, 716.0, 12.0)
  private static let gap = 14.0

  /// Height of a person, so that the taller side has some 480 for its bands.
  private var unit: Double {
    let people = flows.countries.reduce(0) { $0 + $1.people }
    return max(360, Double(flows.hosts.count) * 26) / Double(max(1, people))
  }

  /// Where the ends of one side begin, and the height of the side.
  ///
  /// An end with few people takes the height of its label all the same.
  private func starts(_ ends: [Flows.End]) -> (starts: [Double], height: Double) {
    var (y, starts) = (Self.gap, [Double]())
    for end in ends {
      starts.append(y)
      y += max(Double(end.people) * unit, 14) + Self.gap
    }
    return (starts, y)
  }

  func markup(_ id: String) -> Markup {
    let (from, to) = (starts(flows.countries), starts(flows.hosts))
    let height = max(from.height, to.height)
    return Drawing.chart(
      id, width: Self.width, height: height, title: language(.flows), description: description,
      style: "flows"
    ) {
      bands(from.starts, to.starts)
      flows.countries.indices.map { end(flows.countries[$0], $0, from.starts[$0], isLeft: true) }
      flows.hosts.indices.map { end(flows.hosts[$0], $0, to.starts[$0], isLeft: false) }
    }
  }

  private var description: String {
    flows.countries.indices.map { country in
      let parts = flows.hosts.indices.filter { flows.people[country][$0] > 0 }.map { host in
        "\(name(flows.hosts[host])) \(flows.people[country][host])"
      }
      return countryName(flows.countries[country]) + ": " + parts.joined(separator: ", ")
    }.joined(separator: "; ")
  }

  private func name(_ host: Flows.End) -> String {
    host.label.isEmpty ? language(.otherHosts) : host.label
  }

  private func countryName(_ country: Flows.End) -> String {
    country.label.isEmpty ? language(.notGiven) : CountryTexts.name(country.label, language)
  }

  private func end(_ end: Flows.End, _ place: Int, _ y: Double, isLeft: Bool) -> Markup {
    let height = max(1, Double(end.people) * unit)
    let x = isLeft ? Self.left : Self.right
    let text = isLeft ? countryName(end) : name(end)
    let middle = y + max(height, 14) / 2 + 4
    return .several([
      Drawing.box(isLeft ? "node c\(place % 8)" : "node", x, y, Self.node, height),
      Drawing.label(
        "node-name", isLeft ? x - 8 : x + Self.node + 8, middle,
        isLeft
          ? "\(text.shortened(to: 26))  \(end.people)" : "\(end.people)  \(text.shortened(to: 34))",
        anchor: isLeft ? "end" : "start"),
    ])
  }

  private func bands(_ from: [Double], _ to: [Double]) -> [Markup] {
    var arriving = to
    return flows.countries.indices.flatMap { country -> [Markup] in
      var y = from[country]
      return flows.hosts.indices.compactMap { host -> Markup? in
        let people = flows.people[country][host]
        guard people > 0 else { return nil }
        let height = Double(people) * unit
        defer {
          y += height
          arriving[host] += height
        }
        return Drawing.path(
          "band c\(country % 8)", band(y, arriving[host], height),
          title: "\(countryName(flows.countries[country])) → \(name(flows.hosts[host])): \(people)")
      }
    }
  }

  private func band(_ from: Double, _ to: Double, _ height: Double) -> String {
    let (x1, x2) = (Self.left + Self.node, Self.right)
    let middle = ((x1 + x2) / 2).coordinate
    return "M\(x1.coordinate) \(from.coordinate)"
      + "C\(middle) \(from.coordinate) \(middle) \(to.coordinate) \(x2.coordinate) \(to.coordinate)"
      + "v\(height.coordinate)C\(middle) \((to + height).coordinate) \(middle) "
      + "\((from + height).coordinate) \(x1.coordinate) \((from + height).coordinate)z"
  }
}
