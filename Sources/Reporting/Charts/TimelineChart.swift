import MobilityModel

/// A host's sessions as bars, and the people there on each day against what the host has.
struct TimelineChart {
  let timeline: HostTimeline
  let round: Round
  let language: Language
  let days: Interval

  private static let (width, gutter) = (1000.0, 132.0)
  private static let (top, lane, closure, panel, strip) = (38.0, 26.0, 20.0, 96.0, 20.0)

  private var axis: DayAxis {
    DayAxis(days: days, left: Self.gutter, right: Self.width - 8, language: language)
  }

  /// A bar with the lane in which it has room for itself and its label.
  private struct Placed {
    var bar: HostTimeline.Bar
    var lane: Int
  }

  private func label(_ bar: HostTimeline.Bar) -> String {
    let session = round.sessions[bar.session]
    let places = session.maxPeople.map { "/\($0)" } ?? ""
    let leaders = bar.leaders > 0 ? " +\(bar.leaders)" : ""
    return "\(session.id.shortened(to: 22)) \(bar.participants)\(places)\(leaders)"
  }

  /// Bars in lanes, each in the first that is free.
  private var placed: [Placed] {
    var ends: [Double] = []
    return timeline.bars.map { bar in
      let dates = round.sessions[bar.session].dates
      let x = axis.x(dates.start)
      let text = Double(label(bar).count) * 6.4 + 12
      let end = x + max(axis.width(dates), min(text, Self.width - x))
      let lane = ends.firstIndex { $0 <= x } ?? ends.count
      if lane == ends.count { ends.append(end) } else { ends[lane] = end }
      return Placed(bar: bar, lane: lane)
    }
  }

  private var panels: [HostTimeline.Capacity] { timeline.capacities.filter { $0.sector.isEmpty } }
  private var strips: [HostTimeline.Capacity] { timeline.capacities.filter { !$0.sector.isEmpty } }

  func markup(_ id: String) -> Markup {
    let placed = placed
    let lanes = (placed.map(\.lane).max() ?? -1) + 1
    let closures = Self.top + 4
    let bars = closures + Double(timeline.closures.count) * Self.closure
    let counts = bars + Double(lanes) * Self.lane + 8
    let panelCount = max(1, panels.count)
    let places = counts + Double(panelCount) * (Self.panel + 8)
    let bottom = places + Double(strips.count) * Self.strip + (strips.isEmpty ? 0 : 18)
    return Drawing.chart(
      id, width: Self.width, height: bottom + 6,
      title: "\(language(.timelines)): \(round.organisations[timeline.host].label)",
      description: description, style: "timeline"
    ) {
      axis.drawn(top: Self.top, bottom: bottom)
      timeline.closures.enumerated().map { closure($1, closures + Double($0) * Self.closure) }
      placed.map { bar($0.bar, bars + Double($0.lane) * Self.lane) }
      people(counts)
      if !strips.isEmpty {
        Drawing.label("axis-name", 0, places + 10, language(.companyPlaces))
      }
      strips.enumerated().map { strip($1, places + 18 + Double($0) * Self.strip) }
    }
  }

  private var description: String {
    let bars = timeline.bars.prefix(40).map { bar in
      let session = round.sessions[bar.session]
      return "\(label(bar)), \(session.dates.start.iso) – \(session.dates.end.iso)"
    }
    let full = timeline.capacities.map { capacity in
      "\(capacity.limit): \(language(.most)) \(capacity.count.most)/\(capacity.most)"
    }
    return (bars + full).joined(separator: "; ")
  }

  private func closure(_ closure: HostTimeline.Closure, _ y: Double) -> Markup {
    let text = closure.reason.isEmpty ? closure.rule : "\(closure.rule): \(closure.reason)"
    let label = text.shortened(to: 90)
    let (x, width) = (axis.x(closure.days.start), axis.width(closure.days))
    let room = Double(label.count) * 5.8 + 10
    let isInside = width > room
    let isLeft = !isInside && x + width + room > Self.width
    return .several([
      Drawing.label("row-name", 0, y + 12, language(.closed)),
      Drawing.box("closed", x, y + 2, width, 14, title: text),
      Drawing.label(
        "on-closed", isInside ? x + 5 : isLeft ? x - 5 : x + width + 5, y + 13, label,
        anchor: isLeft ? "end" : "start"),
    ])
  }

  private func bar(_ bar: HostTimeline.Bar, _ y: Double) -> Markup {
    let session = round.sessions[bar.session]
    let (x, width) = (axis.x(session.dates.start), axis.width(session.dates))
    let share = session.maxPeople.map { Double(bar.participants) / Double(max(1, $0)) } ?? 1
    let runs = bar.participants > 0
    let dates = "\(session.dates.start.iso) – \(session.dates.end.iso)"
    return .several([
      Drawing.box(runs ? "seats" : "seats idle", x, y + 15, width, 7),
      Drawing.box(
        "taken", x, y + 15, runs ? width * min(1, share) : 0, 7, title: "\(label(bar)), \(dates)"),
      Drawing.label("bar-name", min(x, Self.width - 150), y + 11, label(bar)),
    ])
  }

  /// A panel for each limit on people at once, or one without a limit.
  private func people(_ y: Double) -> Markup {
    if panels.isEmpty { return panel(timeline.everybody, most: nil, language(.peopleByDay), y) }
    return .several(
      panels.enumerated().map { place, capacity in
        panel(
          capacity.count, most: capacity.most,
          capacity.reason.isEmpty ? capacity.limit : capacity.reason,
          y + Double(place) * (Self.panel + 8))
      })
  }

  private func panel(_ count: StepCount, most: Int?, _ name: String, _ y: Double) -> Markup {
    let scale = Double(max(1, max(count.most, most ?? 0))) * 1.15
    let base = y + Self.panel
    func height(_ people: Int) -> Double { (Self.panel - 20) * Double(people) / scale }
    return .several([
      Drawing.label("axis-name", 0, y + 12, name.shortened(to: 90)),
      Drawing.label("row-name", 0, y + 34, "\(language(.most)) \(count.most)"),
      Drawing.label("row-name", 0, y + 50, most.map { "\(language(.capacity)) \($0)" } ?? ""),
      Drawing.path("people", area(count, base, height)),
      full(count, most, base, height),
      Drawing.line("base", axis.left, base, axis.right, base),
      most.map {
        Drawing.line("limit", axis.left, base - height($0), axis.right, base - height($0))
      } ?? .nothing,
    ])
  }

  private func strip(_ capacity: HostTimeline.Capacity, _ y: Double) -> Markup {
    let base = y + Self.strip - 3
    func height(_ people: Int) -> Double {
      (Self.strip - 5) * Double(people) / Double(max(1, max(capacity.most, capacity.count.most)))
    }
    return .several([
      Drawing.label(
        "row-name", 0, base - 3,
        "\(capacity.sector.shortened(to: 12))  \(capacity.count.most)/\(capacity.most)"),
      Drawing.path("people", area(capacity.count, base, height)),
      full(capacity.count, capacity.most, base, height),
      Drawing.line("base", axis.left, base, axis.right, base),
    ])
  }

  /// The days on which a limit is used up, darker.
  private func full(
    _ count: StepCount, _ most: Int?, _ base: Double, _ height: (Int) -> Double
  ) -> Markup {
    guard let most, most > 0 else { return .nothing }
    return .several(
      count.steps.filter { $0.count >= most }.map { step in
        let top = height(step.count)
        return Drawing.box(
          "full", axis.x(step.days.start), base - top, axis.width(step.days), top,
          title: "\(step.days.start.iso) – \(step.days.end.iso): \(step.count)/\(most)")
      })
  }

  private func area(_ count: StepCount, _ base: Double, _ height: (Int) -> Double) -> String {
    count.steps.map { step in
      let x = axis.x(step.days.start)
      return "M\(x.coordinate) \(base.coordinate)v\((-height(step.count)).coordinate)"
        + "h\(axis.width(step.days).coordinate)V\(base.coordinate)z"
    }.joined()
  }
}
