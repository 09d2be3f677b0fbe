/// What a planner says about files that they do not tell themselves.
package struct ReadingOptions: Sendable {
  /// What stands between cells; `nil` where each file shows it.
  package var separator: Separator?
  /// How characters are written in files that are not UTF-8; `nil` where each file shows it.
  package var encoding: TextEncoding?
  /// Errors, and notes, listed of each file.
  package var findingLimit = SizeLimits.findings
  /// Pieces of a large table that are read side by side; what is read does not depend on it.
  package var threads = Self.usualThreads
  /// About the bytes of a piece.
  package var pieceBytes = 4 << 20

  package static let usualThreads = 2

  /// Makes the options of a reading.
  package init(
    separator: Separator? = nil, encoding: TextEncoding? = nil,
    findingLimit: Int = SizeLimits.findings
  ) {
    (self.separator, self.encoding, self.findingLimit) = (separator, encoding, findingLimit)
  }
}
