/// Ends a short search after it has asked so many times, which is the same on every machine.
///
/// It is asked from one thread only.
final class Countdown: @unchecked Sendable {
  private var left: Int

  init(from count: Int) { left = count }

  func isOver() -> Bool {
    left -= 1
    return left < 0
  }
}
