/// The lot that tells equal plans apart: a number for each option, the same for everybody who
/// knows the seed, and independent of the order of rows.
///
/// `key(kind, id)` is the first eight bytes, most significant first, of the SHA-256 digest of the
/// UTF-8 text `kind`, line feed, `id`, line feed, `draw_seed`, where `kind` is `application` or
/// `session`. `mix` is a bijection of 64-bit numbers that spreads every bit over all. With all
/// sums modulo 2^64 the lot of an option is the upper 20 bits of
/// `mix(mix(key(application) + mix(key(session))) + sector number + 2)`, where a place sector's
/// number is its four digits and that of the empty one is -1.
///
struct Lot: Sendable {
  private let application: [UInt64]
  private let session: [UInt64]

  init(_ round: Round) {
    let seed = Array(round.settings.drawSeed.utf8)
    application = round.applications.map { Self.key("application", $0.id, seed) }
    session = round.sessions.map { Self.key("session", $0.id, seed).mixed }
  }

  /// From 0 to 2^20 - 1.
  @inline(__always)
  func draw(_ option: Option) -> Int {
    let pair = (application[Int(option.application)] &+ session[Int(option.session)]).mixed
    let sector = UInt64(Int(option.sector.number) + 2)
    return Int((pair &+ sector).mixed >> 44)
  }

  /// The lot of a pair of schools: the upper 20 bits of
  /// `mix(key("school", first) + mix(key("school", second)))`.
  static func draw(_ first: String, _ second: String, seed: String) -> Int {
    let seed = Array(seed.utf8)
    return Int((key("school", first, seed) &+ key("school", second, seed).mixed).mixed >> 44)
  }

  /// The key of an id among those of its kind.
  static func key(_ kind: String, _ id: String, _ seed: [UInt8]) -> UInt64 {
    var hasher = SHA256Hasher()
    hasher.update((kind + "\n" + id + "\n").utf8)
    hasher.update(seed)
    return hasher.finalize().prefix(8).reduce(0) { $0 << 8 | UInt64($1) }
  }
}

extension UInt64 {
  /// A bijection that spreads every bit over all.
  ///
  /// Source: G. L. Steele, D. Lea and C. H. Flood, "Fast splittable pseudorandom number
  /// generators", OOPSLA 2014, with the constants of D. Stafford's variant 13.
  @inline(__always)
  fileprivate var mixed: UInt64 {
    var mixed = self
    mixed = (mixed ^ mixed >> 30) &* 0xbf58_476d_1ce4_e5b9
    mixed = (mixed ^ mixed >> 27) &* 0x94d0_49bb_1331_11eb
    return mixed ^ mixed >> 31
  }
}

/// Chances that hang on a seed, a number and an id alone: the same in whatever order and on however
/// many threads they are asked for.
package struct SeededChance: Sendable {
  private let key: [UInt64]

  /// The chances of some ids of one kind.
  package init(kind: String, ids: [String], seed: UInt64) {
    let seed = Array(String(seed).utf8)
    key = ids.map { Lot.key(kind, $0, seed) }
  }

  /// Whether an event of a chance in millionths happens to an id, by its place, in a run.
  package func happens(millionths: Int, to place: Int, run: Int) -> Bool {
    let draw = (key[place] &+ UInt64(truncatingIfNeeded: run).mixed).mixed
    return draw % 1_000_000 < UInt64(millionths)
  }
}
