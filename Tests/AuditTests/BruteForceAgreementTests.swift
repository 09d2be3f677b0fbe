import Audit
import MobilityModel
import TestSupport
import Testing

/// Holds the audit against the brute force, which counts every rule and tier on its own.
@Suite struct BruteForceAgreementTests {
  private struct Case: Sendable {
    var seed: UInt64
    var truth: BruteForce
    var auditor: Auditor
    var feasible: [(plan: Plan, tierValues: [Int])]
    var objective: [Tier]
  }

  /// The tiny rounds that all tests here share.
  private static let cases: [Case] = (0..<2_000 as Range<UInt64>).map { seed in
    let round = seed % 4 == 3 ? TinyRounds.extended(seed: seed) : TinyRounds.make(seed: seed)
    let truth = BruteForce(round)
    return Case(
      seed: seed, truth: truth, auditor: Auditor(round: round), feasible: truth.feasiblePlans(),
      objective: round.settings.objective)
  }

  /// Up to about `count` of `elements`, spread over them.
  private func sample<Element>(_ count: Int, of elements: [Element]) -> [Element] {
    stride(from: 0, to: elements.count, by: max(1, elements.count / count)).map { elements[$0] }
  }

  @Test func `plans that keep the rules are sound with the values of the brute force`() {
    var plans = 0
    for one in Self.cases {
      for feasible in sample(6, of: one.feasible) {
        plans += 1
        let values = zip(one.objective, feasible.tierValues).map { TierValue(tier: $0, value: $1) }
        let verdict = one.auditor.audit(feasible.plan.placements.reversed())
        if verdict != .sound(values) {
          Issue.record("seed \(one.seed): \(feasible.plan): \(verdict), not \(values)")
        }
      }
    }
    #expect(plans > 6_000, "\(plans)")
  }

  @Test func `neighbours of sound plans are broken exactly where the brute force says so`() {
    var (sound, broken) = (0, 0)
    for one in Self.cases {
      for feasible in sample(2, of: one.feasible) {
        for placements in sample(4, of: Mutations(of: feasible.plan, one.truth).neighbours()) {
          let isSound = if case .sound = one.auditor.audit(placements) { true } else { false }
          (sound, broken) = isSound ? (sound + 1, broken) : (sound, broken + 1)
          if isSound != one.truth.isFeasible(Plan(placements: placements)) {
            Issue.record("seed \(one.seed): \(placements) sound: \(isSound)")
          }
        }
      }
    }
    #expect(sound > 4_000 && broken > 4_000, "\(sound) sound, \(broken) broken")
  }

  @Test func `mutants are rejected for the rule that they break`() {
    var met: [String: Int] = [:]
    for one in Self.cases {
      guard let plan = one.feasible.last?.plan else { continue }
      for mutant in sample(8, of: Mutations(of: plan, one.truth).all()) {
        met[mutant.rule, default: 0] += 1
        if let refusal = mutant.refusal { met[refusal, default: 0] += 1 }
        if let fault = fault(of: one.auditor.audit(mutant.placements), for: mutant) {
          Issue.record("seed \(one.seed): \(mutant) \(fault)")
        }
      }
    }
    let rules = BrokenRule.allCases.map(\.rawValue).filter { $0 != "unknown" }
    let refusals: [Refusal] = [
      .stream, .dates, .language, .sector, .age, .rule(0), .stay, .preference, .forbidden, .locked,
    ]
    for rule in rules + refusals.map(\.code) {
      #expect(met[rule, default: 0] > 20, "\(rule) in \(met)")
    }
  }

  /// What is wrong with a verdict on a mutant.
  private func fault(of verdict: Verdict, for mutant: Mutations.Mutant) -> String? {
    guard case .broken(let violations) = verdict else { return "is sound" }
    let isNamed = violations.contains { violation in
      violation.rule.rawValue == mutant.rule && violation.refusal == mutant.refusal
        && subject(of: violation) == mutant.subject
    }
    return isNamed ? nil : "has \(violations)"
  }

  private func subject(of violation: Violation) -> String {
    switch violation.subject {
    case .application(let id), .participant(let id), .session(let id), .limit(let id, _),
      .group(let id, _):
      id
    }
  }
}
