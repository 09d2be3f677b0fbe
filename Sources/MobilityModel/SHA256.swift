/// The hash function SHA-256.
///
/// Source: NIST, "Secure Hash Standard", FIPS PUB 180-4 (2015), section 6.2.
package enum SHA256 {
  /// The 32 bytes of the digest.
  package static func digest(_ bytes: some Sequence<UInt8>) -> [UInt8] {
    var hasher = SHA256Hasher()
    hasher.update(bytes)
    return hasher.finalize()
  }

  /// The digest as 64 lower-case hexadecimal digits.
  package static func hex(_ bytes: some Sequence<UInt8>) -> String { hex(digest: digest(bytes)) }

  /// A digest's bytes as lower-case hexadecimal digits.
  package static func hex(digest: [UInt8]) -> String {
    let digits = Array("0123456789abcdef".utf8)
    var text: [UInt8] = []
    for byte in digest {
      text.append(digits[Int(byte >> 4)])
      text.append(digits[Int(byte & 15)])
    }
    return String(decoding: text, as: UTF8.self)
  }
}

/// SHA-256 in steps, for data that does not fit in memory at once.
///
/// Sums are modulo 2^32 by definition, hence `&+`.
package struct SHA256Hasher: Sendable {
  private var state: InlineArray<8, UInt32> = [
    0x6a09_e667, 0xbb67_ae85, 0x3c6e_f372, 0xa54f_f53a,
    0x510e_527f, 0x9b05_688c, 0x1f83_d9ab, 0x5be0_cd19,
  ]
  /// The block as 16 words, most significant byte first, then what the schedule makes of them.
  private var schedule = InlineArray<64, UInt32>(repeating: 0)
  private var length: UInt64 = 0

  package init() {}

  package mutating func update(_ bytes: some Sequence<UInt8>) {
    let isDone: Void? = bytes.withContiguousStorageIfAvailable { buffer in
      for byte in buffer { append(byte) }
    }
    if isDone == nil { for byte in bytes { append(byte) } }
  }

  @inline(__always)
  private mutating func append(_ byte: UInt8) {
    let place = Int(truncatingIfNeeded: length >> 2) & 15
    schedule[place] = schedule[place] << 8 | UInt32(byte)
    length &+= 1
    if length & 63 == 0 { compress() }
  }

  /// Pads the message and returns the digest; the hasher is used up.
  package mutating func finalize() -> [UInt8] {
    let bits = length &* 8
    append(0x80)
    while length & 63 != 56 { append(0) }
    for byte in 0..<8 { append(UInt8(truncatingIfNeeded: bits >> (56 - 8 * UInt64(byte)))) }
    var digest: [UInt8] = []
    digest.reserveCapacity(32)
    for byte in 0..<32 {
      digest.append(UInt8(truncatingIfNeeded: state[byte >> 2] >> (24 - 8 * UInt32(byte & 3))))
    }
    return digest
  }

  private mutating func compress() {
    for place in 16..<64 {
      let (near, far) = (schedule[place - 2], schedule[place - 15])
      let nearMix = turn(near, 17) ^ turn(near, 19) ^ (near >> 10)
      let farMix = turn(far, 7) ^ turn(far, 18) ^ (far >> 3)
      schedule[place] = schedule[place - 16] &+ farMix &+ schedule[place - 7] &+ nearMix
    }
    var (a, b, c, d) = (state[0], state[1], state[2], state[3])
    var (e, f, g, h) = (state[4], state[5], state[6], state[7])
    for round in 0..<64 {
      let choice = (e & f) ^ (~e & g)
      let first = h &+ (turn(e, 6) ^ turn(e, 11) ^ turn(e, 25)) &+ choice
      let mixed = first &+ roundConstants[round] &+ schedule[round]
      let majority = (a & b) ^ (a & c) ^ (b & c)
      let second = (turn(a, 2) ^ turn(a, 13) ^ turn(a, 22)) &+ majority
      (h, g, f, e) = (g, f, e, d &+ mixed)
      (d, c, b, a) = (c, b, a, mixed &+ second)
    }
    add(a, b, c, d, at: 0)
    add(e, f, g, h, at: 4)
  }

  @inline(__always)
  private mutating func add(
    _ first: UInt32, _ second: UInt32, _ third: UInt32, _ fourth: UInt32, at place: Int
  ) {
    state[place] &+= first
    state[place + 1] &+= second
    state[place + 2] &+= third
    state[place + 3] &+= fourth
  }
}

@inline(__always)
private func turn(_ word: UInt32, _ count: UInt32) -> UInt32 {
  word &>> count | word &<< (32 &- count)
}

/// The first 32 bits of the fractional parts of the cube roots of the first 64 primes.
private let roundConstants: InlineArray<64, UInt32> = [
  0x428a_2f98, 0x7137_4491, 0xb5c0_fbcf, 0xe9b5_dba5, 0x3956_c25b, 0x59f1_11f1, 0x923f_82a4,
  0xab1c_5ed5, 0xd807_aa98, 0x1283_5b01, 0x2431_85be, 0x550c_7dc3, 0x72be_5d74, 0x80de_b1fe,
  0x9bdc_06a7, 0xc19b_f174, 0xe49b_69c1, 0xefbe_4786, 0x0fc1_9dc6, 0x240c_a1cc, 0x2de9_2c6f,
  0x4a74_84aa, 0x5cb0_a9dc, 0x76f9_88da, 0x983e_5152, 0xa831_c66d, 0xb003_27c8, 0xbf59_7fc7,
  0xc6e0_0bf3, 0xd5a7_9147, 0x06ca_6351, 0x1429_2967, 0x27b7_0a85, 0x2e1b_2138, 0x4d2c_6dfc,
  0x5338_0d13, 0x650a_7354, 0x766a_0abb, 0x81c2_c92e, 0x9272_2c85, 0xa2bf_e8a1, 0xa81a_664b,
  0xc24b_8b70, 0xc76c_51a3, 0xd192_e819, 0xd699_0624, 0xf40e_3585, 0x106a_a070, 0x19a4_c116,
  0x1e37_6c08, 0x2748_774c, 0x34b0_bcb5, 0x391c_0cb3, 0x4ed8_aa4a, 0x5b9c_ca4f, 0x682e_6ff3,
  0x748f_82ee, 0x78a5_636f, 0x84c8_7814, 0x8cc7_0208, 0x90be_fffa, 0xa450_6ceb, 0xbef9_a3f7,
  0xc671_78f2,
]
