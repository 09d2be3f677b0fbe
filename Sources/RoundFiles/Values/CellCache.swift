/// Remembers what cells were read as, so that lists which thousands of rows have in common are
/// read once and share their memory.
///
/// A class, because readers of rows do not change otherwise. It holds a limited number of cells,
/// so that a column of all different ones costs little.
final class CellCache<Value> {
  private var index: IdIndex
  private var values: [Value] = []
  private var buffer: [UInt8] = []
  private static var cellLimit: Int { 4_096 }
  private static var byteLimit: Int { 256 }

  init() {
    index = IdIndex(noun: "a cell")
    index.hashAll()
  }

  /// The value of several cells, whose bytes `fill` puts together.
  func value(
    joining fill: (inout [UInt8]) -> Void, _ read: () -> (value: Value, isSound: Bool)
  ) -> Value {
    // Taken out, so that it is filled where it is and not in a copy.
    var joined: [UInt8] = []
    swap(&joined, &buffer)
    defer { swap(&joined, &buffer) }
    joined.removeAll(keepingCapacity: true)
    fill(&joined)
    return value(of: joined, 0..<joined.count, read)
  }

  /// The value of a cell; `read` is asked for one that is not known yet, and says whether it may
  /// be remembered.
  func value(
    of bytes: [UInt8], _ range: Range<Int>, _ read: () -> (value: Value, isSound: Bool)
  ) -> Value {
    guard range.count <= Self.byteLimit else { return read().value }
    if let place = index.find(bytes, range) { return values[place] }
    let (value, isSound) = read()
    if isSound, values.count < Self.cellLimit {
      _ = index.add(bytes, range, line: 0)
      values.append(value)
    }
    return value
  }
}
