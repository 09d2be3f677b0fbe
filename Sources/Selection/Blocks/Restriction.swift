/// Narrower limits for a problem: ranges within those of its columns.
struct Restriction {
  /// Columns with the ranges that they are held to.
  var ranges: [Range]

  struct Range {
    var column: Int
    var lower: Int
    var upper: Int
  }

  /// Keeps options from being picked.
  init(forbidding columns: some Sequence<Int>) {
    ranges = columns.map { Range(column: $0, lower: 0, upper: 0) }
  }
}
