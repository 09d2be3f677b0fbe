/// Pieces of drawings; what they look like is up to the style sheet.
enum Drawing {
  /// A drawing with its text alternative: what it shows, and what is to be seen in it.
  ///
  /// The id is unique in the page.
  static func chart(
    _ id: String, width: Double, height: Double, title: String, description: String,
    style: String, @MarkupBuilder _ content: () -> Markup
  ) -> Markup {
    tag(
      "svg",
      [
        "viewBox": "0 0 \(width.coordinate) \(height.coordinate)", "role": "img",
        "aria-labelledby": "\(id)-title \(id)-text", "class": "chart \(style)",
        "preserveAspectRatio": "xMidYMid meet",
      ]
    ) {
      tag("title", ["id": "\(id)-title"]) { title }
      tag("desc", ["id": "\(id)-text"]) { description }
      content()
    }
  }

  static func box(
    _ style: String, _ x: Double, _ y: Double, _ width: Double, _ height: Double,
    title: String? = nil
  ) -> Markup {
    tag(
      "rect",
      [
        "class": style, "x": x.coordinate, "y": y.coordinate,
        "width": max(0, width).coordinate, "height": max(0, height).coordinate,
      ]
    ) {
      if let title { tag("title") { title } }
    }
  }

  static func line(
    _ style: String, _ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double
  ) -> Markup {
    tag(
      "line",
      [
        "class": style, "x1": x1.coordinate, "y1": y1.coordinate, "x2": x2.coordinate,
        "y2": y2.coordinate,
      ])
  }

  static func label(
    _ style: String, _ x: Double, _ y: Double, _ text: String, anchor: StaticString = "start"
  ) -> Markup {
    tag("text", ["class": style, "x": x.coordinate, "y": y.coordinate, "text-anchor": "\(anchor)"])
    {
      text
    }
  }

  static func path(_ style: String, _ data: String, title: String? = nil) -> Markup {
    tag("path", ["class": style, "d": data]) {
      if let title { tag("title") { title } }
    }
  }
}

extension Double {
  /// To a tenth, as drawings write it; the same on every system.
  var coordinate: String {
    let tenths = Int((self * 10).rounded())
    let (whole, rest) = tenths.magnitude.quotientAndRemainder(dividingBy: 10)
    return (tenths < 0 ? "-" : "") + String(whole) + (rest == 0 ? "" : "." + String(rest))
  }
}

extension String {
  /// The text, or its beginning where it is longer than `count` characters.
  func shortened(to count: Int) -> String {
    self.count <= count ? self : prefix(max(1, count - 1)) + "…"
  }
}
