/// Keeps a value for as long as the process lives.
///
/// A command that is about to end would give back a million people one by one, which takes longer than
/// all it says of them; the system takes everything back at once.
func keepToTheEnd(_ value: some Sendable) {
  _ = Unmanaged.passRetained(LastingValue(value))
}

private final class LastingValue: Sendable {
  let value: any Sendable

  init(_ value: any Sendable) { self.value = value }
}
