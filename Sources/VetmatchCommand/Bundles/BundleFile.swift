/// The files of a bundle; `docs/bundle.md` says what is in each.
enum BundleFile: String, CaseIterable {
  case readme = "README.txt"
  case facts = "bundle.csv"
  case explanations = "explanations.txt"
  case outcome = "outcome.csv"
  case placements = "placements.csv"
  /// What proves the plan best; only where somebody gave one.
  case proof = "proof.txt"
  case reserves = "reserves.csv"
  case summary = "summary.json"
  case unplaced = "unplaced.csv"

  /// The list of all others with their hashes.
  static let sums = "SHA256SUMS"
  /// The folder of the round's own files.
  static let inputs = "inputs"
  /// A round that is a workbook, whatever it was called.
  static let workbook = "round.xlsx"

  /// Those that every bundle has.
  static var required: [Self] { allCases.filter { $0 != .proof } }
}
