/// What a search says that may help with other problems.
enum Lesson {
  /// What a root is left with; of a whole tier, or of a window.
  case root(Relaxation, isWhole: Bool)
  case branching(Branching.Lessons)
}

/// What the searches of a tier have taught: the cuts that held the vertices of roots, where these
/// were, and what branching has brought.
struct TierLessons: Sendable {
  /// Each once.
  private(set) var cuts: [Derivation] = []
  private var known: Set<Key> = []
  /// Where columns and the slacks of rows stood at the end of the root of the whole tier.
  private(set) var places: [Key: Simplex.Place] = [:]
  private(set) var branching = Branching.Lessons()

  mutating func add(_ lesson: Lesson) {
    switch lesson {
    case .root(let relaxation, let isWhole):
      if relaxation.program.names == nil { return }
      noteCuts(relaxation)
      if isWhole { places = Self.places(at: relaxation) }
    case .branching(let lessons): branching.add(lessons)
    }
  }

  private mutating func noteCuts(_ relaxation: Relaxation) {
    for (row, origin) in relaxation.program.rows.origin.enumerated() {
      let place = relaxation.simplex.place(of: relaxation.columnCount + row)
      if let source = origin.source(at: place), let derivation = source.derivation,
        known.insert(source.key).inserted
      {
        cuts.append(derivation)
      }
    }
  }

  private static func places(at relaxation: Relaxation) -> [Key: Simplex.Place] {
    let simplex = relaxation.simplex
    var places = relaxation.program.names.map { Self.places(of: $0, simplex) } ?? [:]
    for (row, origin) in relaxation.program.rows.origin.enumerated() {
      for source in origin.sources { places[source.key] = .basic }
      let place = simplex.place(of: relaxation.columnCount + row)
      if let source = origin.source(at: place) { places[source.key] = place }
    }
    return places
  }

  private static func places(of names: ColumnNames, _ simplex: Simplex) -> [Key: Simplex.Place] {
    var places: [Key: Simplex.Place] = [:]
    for (column, key) in names.keys.enumerated() { places[key] = simplex.place(of: column) }
    for (key, column) in names.others {
      // Where the column that it stands with is basic, it is at one end.
      places[key] = simplex.place(of: Int(column)) == .atUpper ? .atUpper : .atLower
    }
    for key in names.taken { places[key] = .atUpper }
    return places
  }

  mutating func add(_ other: TierLessons) {
    for cut in other.cuts where known.insert(cut.key).inserted { cuts.append(cut) }
    places.merge(other.places) { $1 }
    branching.add(other.branching)
  }
}

extension RowOrigin {
  /// What gave the bound that a row is at when its slack is at an end of its range.
  ///
  /// A slack is at its lower end where the row is at its upper.
  fileprivate func source(at place: Simplex.Place) -> Source? {
    switch place {
    case .basic: nil
    case .atLower: upper
    case .atUpper: lower
    }
  }
}

/// Where a run notes its lessons, by tier and part; from one thread at a time.
final class LessonBook: @unchecked Sendable {
  private var parts: [[Int: TierLessons]]

  init(tierCount: Int) { parts = Array(repeating: [:], count: tierCount) }

  func note(_ lesson: Lesson, tier: Int, part: Int) {
    parts[tier][part, default: TierLessons()].add(lesson)
  }

  /// Takes over what another book says of some tiers.
  func take(_ other: LessonBook, tiers: Range<Int>) {
    for tier in tiers { parts[tier] = other.parts[tier] }
  }

  /// What is noted, by tier.
  var tiers: [TierLessons] {
    parts.map { parts in
      var all = TierLessons()
      for (_, lessons) in parts.sorted(by: { $0.key < $1.key }) { all.add(lessons) }
      return all
    }
  }
}
