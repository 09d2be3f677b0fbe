import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Whether a person, or the system, has asked the run to come to an end.
///
/// A process has one set of signal handlers, hence one flag for all of it.
private let wasAsked = Atomic<Bool>(false)

/// Ends a long run in good order: on Ctrl-C, on a request to terminate, or at a deadline.
struct Interruption: Sendable {
  private let deadline: ContinuousClock.Instant?

  /// Starts to listen for signals; a time limit counts from now.
  ///
  /// The second signal ends the process at once, as if nobody listened.
  init(timeLimit: Duration?) {
    deadline = timeLimit.map { ContinuousClock.now.advanced(by: $0) }
    _ = wasAsked.load(ordering: .relaxed)
    for number in [SIGINT, SIGTERM] {
      signal(number) { received in
        wasAsked.store(true, ordering: .relaxed)
        signal(received, SIG_DFL)
      }
    }
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
    if wasAsked.load(ordering: .relaxed) { return true }
    guard let deadline else { return false }
    return ContinuousClock.now >= deadline
  }

  /// Whether it was a signal that ended the run, and not the clock.
  var wasSignalled: Bool { wasAsked.load(ordering: .relaxed) }
}
