/// What a column, slot or row is known by in other problems: the same for what means the same.
///
/// Nothing is taken to hold because two keys are equal. Where they are by chance, that costs time.
package typealias Key = UInt64

extension Key {
  /// A key for something that hangs on this one and on another.
  func joined(_ other: Key) -> Key {
    var mixed = (self ^ (other &* 0x9e37_79b9_7f4a_7c15)) &+ 0x632b_e59b_d9b4_e019
    mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
    return mixed ^ (mixed >> 31)
  }

  func joined(_ number: Int) -> Key { joined(Key(bitPattern: Int64(number))) }

  /// A key for a name of several parts, the same on every run.
  package init(parts: [String]) {
    self = 0xcbf2_9ce4_8422_2325
    for part in parts {
      for byte in part.utf8 { self = (self ^ Key(byte)) &* 0x100_0000_01b3 }
      self = joined(part.utf8.count)
    }
  }
}
