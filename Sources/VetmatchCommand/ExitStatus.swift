import ArgumentParser

/// How the command ended, for the program that started it; `README.md` has the table.
enum ExitStatus: Int32, Sendable {
  /// The plan is proven, the round is in order, or the plan keeps every rule.
  case done = 0
  /// `verify` found a broken rule.
  case broken = 1
  /// A plan that keeps every rule, without the whole proof.
  case feasible = 2
  /// No plan keeps the hard rules.
  case infeasible = 3
  /// A limit stopped the search before it had any plan.
  case unknown = 4
  /// A table is wrong.
  case data = 65
  /// An input does not exist.
  case missing = 66
  /// Our own mistake: the audit refused the plan that was found, or the check an answer.
  case fault = 70
  /// A result cannot be written.
  case output = 73

  var code: ExitCode { ExitCode(rawValue) }
}
