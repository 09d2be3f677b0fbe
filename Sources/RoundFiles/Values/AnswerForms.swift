/// `yes` and `no` in the languages of the region, and as forms and programs write them.
package enum AnswerForms {
  /// Whether a text says yes or no; `nil` where it says neither.
  package static func isYes(_ text: String) -> Bool? {
    let key = FoldedText.key(text)
    if yes.contains(key) { return true }
    return no.contains(key) ? false : nil
  }

  // Folded: `да` is `da`, `sì` is `si`.
  private static let yes: Set = ["yes", "y", "true", "1", "da", "po", "si"]
  private static let no: Set = ["no", "n", "false", "0", "ne", "jo"]
}
