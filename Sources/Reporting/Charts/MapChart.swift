#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif
import MobilityModel

/// A map of who sends and who hosts.
///
/// Meridians and parallels are straight and true at the middle latitude, which is near enough for
/// the size of Europe.
struct MapChart {
  let places: Places
  let language: Language

  private static let (width, margin) = (1000.0, 46.0)

  /// From degrees to the drawing.
  private struct Projection {
    var west: Double
    var north: Double
    /// Units of the drawing for a degree of longitude and of latitude.
    var (across, down) = (0.0, 0.0)
    var height = 0.0

    init(_ points: [Coordinates]) {
      let (longitudes, latitudes) = (points.map(\.longitude), points.map(\.latitude))
      let (low, high) = (latitudes.min() ?? 0, latitudes.max() ?? 0)
      let (left, right) = (longitudes.min() ?? 0, longitudes.max() ?? 0)
      let middle = (low + high) / 2
      let squeeze = max(0.2, cos(middle * .pi / 180))
      // At least so many degrees, so that a single town has some land around it.
      let span = max(right - left, 8 / squeeze)
      across = (MapChart.width - 2 * MapChart.margin) / span
      down = across / squeeze
      let tall = min(900, max(420, (high - low) * down + 2 * MapChart.margin))
      down = min(down, (tall - 2 * MapChart.margin) / max(1, high - low))
      across = down * squeeze
      height = tall
      west = (left + right) / 2 - MapChart.width / 2 / across
      north = middle + tall / 2 / down
    }

    func point(_ place: Coordinates) -> (x: Double, y: Double) {
      ((place.longitude - west) * across, (north - place.latitude) * down)
    }
  }

  func markup(_ id: String) -> Markup {
    let points = (places.senders + places.hosts).map(\.coordinates)
    let projection = Projection(points)
    return Drawing.chart(
      id, width: Self.width, height: projection.height, title: language(.map),
      description: description, style: "map"
    ) {
      Drawing.box("sea", 0, 0, Self.width, projection.height)
      Land.shapes.compactMap { shape($0, projection) }
      places.ways.reversed().map { way($0, projection) }
      places.senders.map { sender($0, projection) }
      places.hosts.map { host($0, projection) }
      names(projection)
    }
  }

  private var description: String {
    places.hosts.map { "\($0.name) \($0.people)" }.joined(separator: ", ")
  }

  /// A coast, if some of it can be seen.
  private func shape(_ points: [Coordinates], _ projection: Projection) -> Markup? {
    let drawn = points.map(projection.point)
    let xs = drawn.map(\.x)
    let ys = drawn.map(\.y)
    guard let left = xs.min(), let right = xs.max(), let top = ys.min(), let bottom = ys.max(),
      right > 0, left < Self.width, bottom > 0, top < projection.height
    else { return nil }
    let path = drawn.enumerated().map { place, point in
      "\(place == 0 ? "M" : "L")\(Int(point.x.rounded())) \(Int(point.y.rounded()))"
    }
    return Drawing.path("land", path.joined() + "z")
  }

  /// A bow to the north of the straight line.
  private func way(_ way: Places.Way, _ projection: Projection) -> Markup {
    let (from, to) = (projection.point(way.from), projection.point(way.to))
    let (x, y) = ((from.x + to.x) / 2, (from.y + to.y) / 2)
    let length = ((to.x - from.x) * (to.x - from.x) + (to.y - from.y) * (to.y - from.y))
      .squareRoot()
    return tag(
      "path",
      [
        "class": "way c\(way.country % 8)",
        "d": "M\(from.x.coordinate) \(from.y.coordinate)Q\(x.coordinate) "
          + "\((y - length * 0.16).coordinate) \(to.x.coordinate) \(to.y.coordinate)",
        "stroke-width": min(14, 0.8 + Double(way.people) * 0.28).coordinate,
      ])
  }

  private func radius(_ people: Int) -> Double { 3 + Double(people).squareRoot() * 1.1 }

  private func sender(_ place: Places.Place, _ projection: Projection) -> Markup {
    let (point, side) = (projection.point(place.coordinates), radius(place.people) * 0.9)
    return Drawing.box(
      "sender c\(place.country % 8)", point.x - side / 2, point.y - side / 2, side, side,
      title: "\(place.name): \(place.people)")
  }

  private func host(_ place: Places.Place, _ projection: Projection) -> Markup {
    let point = projection.point(place.coordinates)
    return tag(
      "circle",
      [
        "class": "host", "cx": point.x.coordinate, "cy": point.y.coordinate,
        "r": radius(place.people).coordinate,
      ]
    ) {
      tag("title") { "\(place.name): \(place.people)" }
    }
  }

  /// Names of hosts beside their circles; one that would cover another is left out, the title of
  /// its circle has it.
  private func names(_ projection: Projection) -> Markup {
    var taken: [(x: Double, y: Double, width: Double)] = []
    return .several(
      places.hosts.compactMap { place -> Markup? in
        let point = projection.point(place.coordinates)
        let text = "\(place.name.shortened(to: 24)) \(place.people)"
        let width = Double(text.count) * 9
        let isLeft = point.x + radius(place.people) + width > Self.width
        let x =
          isLeft ? point.x - radius(place.people) - 6 - width : point.x + radius(place.people) + 6
        let covers = taken.contains {
          abs($0.y - point.y) < 18 && x < $0.x + $0.width && $0.x < x + width
        }
        if covers { return nil }
        taken.append((x, point.y, width))
        return Drawing.label(
          "host-name", isLeft ? x + width : x, point.y + 5, text, anchor: isLeft ? "end" : "start")
      })
  }
}
