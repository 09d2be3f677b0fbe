/// Names of a planner's own columns, which programs and people write in several ways.
package enum ColumnSpelling {
  /// What is the same for names that differ in case, marks, script and dashes alone:
  /// `fewer_opportunities` and `Fewer-Opportunities`.
  package static func key(_ name: String) -> String { FoldedText.key(name) }
}
