package import MobilityModel

/// What reading a round's tables gave.
package enum RoundReading: Sendable {
  /// Every table is sound; `notes` are findings that do not stop a run.
  case round(Round, notes: [Finding])
  /// At least one table is wrong; every finding of every table.
  case findings([Finding])
  /// The folder itself does not exist or cannot be read.
  case missing(path: String)

  /// Everything that was found, errors and notes.
  package var findings: [Finding] {
    switch self {
    case .round(_, let notes): notes
    case .findings(let findings): findings
    case .missing: []
    }
  }
}
