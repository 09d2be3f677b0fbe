import MobilityModel

/// Coasts of Europe and its neighbours, for the ground of a map.
///
/// Source: Natural Earth, 1:50m coastline, public domain; clipped to 25° W – 46° E and
/// 30° – 72° N, and simplified to some 4 km. Only coasts: no border is drawn, so none is taken a
/// stand on.
enum Land {
  /// Closed lines of points.
  static let shapes: [[Coordinates]] = {
    let text = String(decoding: PackageResources.land_txt, as: UTF8.self)
    return text.split(separator: "\n").map { line in
      let numbers = line.split(separator: " ").compactMap { Int($0) }
      var (longitude, latitude) = (0, 0)
      return stride(from: 0, to: numbers.count - 1, by: 2).map { place in
        longitude += numbers[place]
        latitude += numbers[place + 1]
        return Coordinates(latitude: Double(latitude) / 100, longitude: Double(longitude) / 100)
      }
    }
  }()
}
