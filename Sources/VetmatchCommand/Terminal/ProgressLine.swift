import MobilityModel
import Synchronization

/// One line on the terminal that says where a long run stands, and goes when the run ends.
///
/// It is only drawn where standard error is a terminal, at most ten times a second.
final class ProgressLine: Sendable {
  private struct State {
    var text = ""
    var drawn: ContinuousClock.Instant?
  }

  private let isShown: Bool
  private let width: Int
  private let started = ContinuousClock.now
  private let state = Mutex(State())

  init(isShown: Bool) {
    self.isShown = isShown && Channel.errors.isTerminal
    width = Channel.errors.width
  }

  /// Says what the run is doing.
  func say(_ text: String) {
    guard isShown else { return }
    state.withLock { $0.text = text }
    tick()
  }

  /// Says what is known of a tier.
  func say(_ tier: Tier, value: Int?, bound: Int?) {
    say(tier.rawValue, value: value, bound: bound) { tier.text($0) }
  }

  /// Says what is known of an objective, its numbers as `number` writes them.
  func say(_ name: String, value: Int?, bound: Int?, number: (Int) -> String) {
    var text = name + (value.map { "  value \(number($0))" } ?? "  nothing found yet")
    if let bound { text += "  bound \(number(bound))" }
    if let value, let bound { text += "  gap \(gapText(value: value, bound: bound))" }
    say(text)
  }

  /// Draws the line again, so that its clock goes on, unless it was drawn a moment ago.
  func tick() {
    guard isShown else { return }
    let now = ContinuousClock.now
    state.withLock { state in
      if let drawn = state.drawn, now - drawn < .milliseconds(100) { return }
      state.drawn = now
      show("\((now - started).components.seconds) s  \(state.text)")
    }
  }

  /// Takes the line away.
  func clear() {
    guard isShown else { return }
    state.withLock { state in
      if state.drawn != nil { show("") }
      state.drawn = nil
    }
  }

  private func show(_ text: String) {
    try? Channel.errors.write("\r\u{1B}[2K" + text.clipped(to: width - 1))
  }
}
