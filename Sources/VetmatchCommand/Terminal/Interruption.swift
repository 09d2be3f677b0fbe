import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// When a person, or the system, first asked the run to come to an end, in milliseconds of the
/// system's own clock; 0 if nobody has.
///
/// A process has one set of signal handlers, hence one time for all of it.
private let firstAsked = Atomic<Int>(0)

/// Notes a request to end.
///
/// A second one ends the process at once, as if nobody listened, unless it comes on the heels of
/// the first: `timeout` and some terminals send each signal twice.
private func note(_ received: Int32) {
  var time = timespec()
  clock_gettime(CLOCK_MONOTONIC, &time)
  let now = Swift.max(1, time.tv_sec * 1000 + time.tv_nsec / 1_000_000)
  let known = firstAsked.compareExchange(expected: 0, desired: now, ordering: .relaxed).original
  if known != 0, now - known > 1000 {
    signal(received, SIG_DFL)
    raise(received)
  }
}

/// Ends a long run in good order: on Ctrl-C, on a request to terminate, or at a deadline.
struct Interruption: Sendable {
  private let deadline: ContinuousClock.Instant?

  /// Starts to listen for signals; a time limit counts from now.
  init(timeLimit: Duration?) {
    deadline = timeLimit.map { ContinuousClock.now.advanced(by: $0) }
    // Made now, since a handler must not be the first to touch it.
    _ = firstAsked.load(ordering: .relaxed)
    for number in [SIGINT, SIGTERM] { signal(number) { note($0) } }
    unblock()
  }

  /// A parent may have blocked the signals in the thread that started us.
  private func unblock() {
    var signals = sigset_t()
    sigemptyset(&signals)
    sigaddset(&signals, SIGINT)
    sigaddset(&signals, SIGTERM)
    pthread_sigmask(SIG_UNBLOCK, &signals, nil)
  }

  /// Whether the run should stop with what it has.
  var isDue: Bool {
    if wasSignalled { return true }
    guard let deadline else { return false }
    return ContinuousClock.now >= deadline
  }

  /// Whether it was a signal that ended the run, and not the clock.
  var wasSignalled: Bool { firstAsked.load(ordering: .relaxed) != 0 }
}
