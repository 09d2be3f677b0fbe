/// Rows put into another order where they are, so that no second array of them is needed.
///
/// A span moves rows, where an array would copy them.
extension Array {
  /// Puts in each place the row that stands at the number there; the numbers are lost.
  mutating func order(_ numbers: inout [Int32]) {
    var span = mutableSpan
    for start in numbers.indices {
      var index = start
      while Int(numbers[index]) != start {
        let next = Int(numbers[index])
        span.swapAt(index, next)
        numbers[index] = Int32(index)
        index = next
      }
      numbers[index] = Int32(index)
    }
  }

  /// Puts a few parts, which together are all rows, into the order in which they are given.
  ///
  /// Parts are moved from one end to the other, which a large array takes far better than steps to and
  /// fro.
  mutating func order(_ parts: [Range<Int>]) {
    var rest = parts
    var start = 0
    while !rest.isEmpty {
      let part = rest.removeFirst()
      move(part, to: start)
      // What stood between has made room.
      for index in rest.indices where rest[index].lowerBound < part.lowerBound {
        rest[index] = rest[index].lowerBound + part.count..<rest[index].upperBound + part.count
      }
      start += part.count
    }
  }

  /// Moves a part to an earlier place, and what stood from there on behind it.
  private mutating func move(_ part: Range<Int>, to start: Int) {
    guard part.lowerBound > start else { return }
    reverse(start..<part.lowerBound)
    reverse(part)
    reverse(start..<part.upperBound)
  }

  /// Turns the order of some rows round.
  mutating func reverse(_ range: Range<Int>) {
    var span = mutableSpan
    for offset in 0..<range.count / 2 {
      span.swapAt(range.lowerBound + offset, range.upperBound - 1 - offset)
    }
  }
}
