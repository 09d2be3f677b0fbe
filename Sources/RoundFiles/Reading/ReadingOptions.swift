/// What a planner says about files that they do not tell themselves.
package struct ReadingOptions: Sendable {
  /// What stands between cells; `nil` where each file shows it.
  package var separator: Separator?
  /// How characters are written in files that are not UTF-8; `nil` where each file shows it.
  package var encoding: TextEncoding?
  /// Errors, and notes, listed of each file.
  package var findingLimit = SizeLimits.findings

  /// Makes the options of a reading.
  package init(
    separator: Separator? = nil, encoding: TextEncoding? = nil,
    findingLimit: Int = SizeLimits.findings
  ) {
    (self.separator, self.encoding, self.findingLimit) = (separator, encoding, findingLimit)
  }
}
