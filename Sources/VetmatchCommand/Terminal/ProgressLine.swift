import Synchronization

/// One line on the terminal that says where a long run stands, and goes when the run ends.
///
/// It is only drawn where standard error is a terminal, at most ten times a second.
final class ProgressLine: Sendable {
  private let isShown: Bool
  private let width: Int
  private let started = ContinuousClock.now
  private let lastDrawn = Mutex<ContinuousClock.Instant?>(nil)

  init(isShown: Bool) {
    self.isShown = isShown && Channel.errors.isTerminal
    width = Channel.errors.width
  }

  /// Draws where the run stands, unless it was drawn a moment ago.
  func draw(tier: String, value: Int?, bound: Int?) {
    guard isShown else { return }
    let now = ContinuousClock.now
    lastDrawn.withLock { last in
      if let last, now - last < .milliseconds(100) { return }
      last = now
      show(text(tier: tier, value: value, bound: bound, elapsed: now - started))
    }
  }

  /// Takes the line away.
  func clear() {
    guard isShown else { return }
    lastDrawn.withLock { last in
      if last != nil { show("") }
      last = nil
    }
  }

  private func text(tier: String, value: Int?, bound: Int?, elapsed: Duration) -> String {
    var text = "\(elapsed.components.seconds) s  \(tier)"
    text += value.map { "  value \($0.grouped)" } ?? "  no plan yet"
    if let bound { text += "  bound \(bound.grouped)" }
    if let value, let bound { text += "  gap \(gapText(value: value, bound: bound))" }
    return text
  }

  private func show(_ text: String) {
    try? Channel.errors.write("\r\u{1B}[2K" + text.clipped(to: width - 1))
  }
}
