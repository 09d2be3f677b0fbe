import Audit
import MobilityModel
import Planning

/// A twinning that the audit has accepted, with the values that it has counted.
///
/// It can only be shown or written as one of these.
struct AuditedTwinning {
  let pairing: SchoolPairing
  let twinning: Twinning

  /// - Throws: `Ending.fault` where the audit does not accept the twinning or what is claimed of it.
  init(_ twinning: Twinning, _ pairing: SchoolPairing) throws(Ending) {
    switch TwinAuditor(pairing.schools, pairing.rules).audit(twinning.pairs) {
    case .broken(let faults): throw .fault(faults)
    case .sound(let counted):
      let wrong = zip(counted, twinning.tiers).filter { $0.tier != $1.tier || $0.value != $1.value }
      guard wrong.isEmpty, counted.count == twinning.tiers.count else {
        throw .fault(
          wrong.map { "\($1.tier.rawValue): claimed is \($1.value), the audit counts \($0.value)" })
      }
    }
    (self.pairing, self.twinning) = (pairing, twinning)
  }
}
