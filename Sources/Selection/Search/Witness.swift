/// A selection known to be best in every tier, which debug builds follow through a run: nothing that
/// is cut off, fixed or pruned may lose it while it is wanted.
extension TierSearch {
  /// Whether the witness is among what the present ranges allow and as good as the incumbent.
  ///
  /// `false` without a witness: there is nothing to lose then.
  var holdsWitness: Bool { witness.map { isWanted($0) && allows($0) } ?? false }

  /// Whether the root still allows what may be the best selection.
  var keepsWitness: Bool { witness.map { !isWanted($0) || allows($0) } ?? true }

  /// Whether the rows of the relaxation allow what may be the best selection.
  var rowsKeepWitness: Bool {
    witness.map { !isWanted($0) || relaxation.program.keepsRows($0) } ?? true
  }

  /// Whether `bound`, which is claimed for the present ranges, is no better than the witness.
  func isPlausible(bound: Int) -> Bool {
    witness.map { !allows($0) || bound <= Self.value(of: $0, cost) } ?? true
  }

  /// What the witness costs; `Int.max` without one.
  var witnessValue: Int { witness.map { Self.value(of: $0, cost) } ?? .max }

  private func isWanted(_ selection: [Int]) -> Bool {
    Self.value(of: selection, cost) <= incumbentValue
  }

  private func allows(_ selection: [Int]) -> Bool {
    (0..<cost.count).allSatisfy {
      domain.lower[$0] <= selection[$0] && selection[$0] <= domain.upper[$0]
    }
  }
}
