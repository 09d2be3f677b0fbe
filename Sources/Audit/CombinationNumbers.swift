import MobilityModel

/// Numbers the combinations of values of some keys in the order in which they turn up.
struct CombinationNumbers {
  private let keys: [KeyLabels]
  private(set) var count = 0
  /// The number of each combination of labels or -1, where there are few enough for a table.
  private var table: [Int32] = []
  /// For each key, the number of a combination of the keys before it and a label, by both.
  private var numbers: [[UInt64: Int32]]

  private static let largestTable = 1 << 20

  init(of keys: [FilterKey], _ labels: [FilterKey: KeyLabels]) {
    self.keys = keys.compactMap { labels[$0] }
    numbers = Array(repeating: [:], count: keys.count)
    let size = self.keys.reduce(1) { min($0 * $1.count, Self.largestTable + 1) }
    if size <= Self.largestTable { table = Array(repeating: -1, count: size) }
  }

  mutating func number(of placement: Option) -> Int {
    table.isEmpty ? numberByPairs(placement) : numberByTable(placement)
  }

  private mutating func numberByTable(_ placement: Option) -> Int {
    var place = 0
    for key in keys.indices {
      place = place * keys[key].count + Int(keys[key].label(of: placement))
    }
    if table[place] < 0 {
      table[place] = Int32(count)
      count += 1
    }
    return Int(table[place])
  }

  private mutating func numberByPairs(_ placement: Option) -> Int {
    var number: Int32 = 0
    for key in keys.indices {
      let label = keys[key].label(of: placement)
      let pair = UInt64(UInt32(bitPattern: number)) << 32 | UInt64(UInt32(bitPattern: label))
      if let known = numbers[key][pair] {
        number = known
      } else {
        number = Int32(numbers[key].count)
        numbers[key][pair] = number
      }
    }
    count = numbers.last?.count ?? 0
    return Int(number)
  }
}
