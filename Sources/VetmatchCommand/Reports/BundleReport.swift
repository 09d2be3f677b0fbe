import MobilityModel
import Planning
import RoundFiles

/// A bundle that has been written.
struct BundleReport: Report {
  let folder: String
  let files: Int
  let fingerprint: String
  let outcome: BundleOutcome
  let notes: [String]

  var status: ExitStatus { outcome.isProven ? .done : .feasible }

  var json: JSONText.Value {
    [
      "status": .string(outcome.isProven ? "optimal" : "feasible"), "files": .integer(files),
      "fingerprint": .string(fingerprint), "tiers": .array(outcome.tiers.map(\.json)),
      "notes": .array(notes.map { .string($0) }),
    ]
  }

  func lines(style: Style) -> [String] {
    let about =
      outcome.isProven
      ? "\(style.good("optimal")): no plan is better, tier by tier"
      : "\(style.warning("feasible")): the plan keeps every rule, but a better one may exist"
    return [about, ""] + outcome.lines + notes.map { "note: \($0)" }
      + [
        "", "\(counted(files, "file", "files")) written to \(folder.printable)",
        "fingerprint \(fingerprint)",
      ]
  }
}

/// What became of a bundle that was run again.
struct BundleCheckReport: Report {
  let check: BundleCheck
  let notes: [String]
  /// Whether the search was stopped before it could tell whether the outcome is the same.
  let isOpen: Bool
  let outcome: BundleOutcome?

  var status: ExitStatus {
    check.differences.isEmpty ? (isOpen ? .feasible : .done) : .broken
  }

  private var word: String {
    switch status {
    case .done: "unchanged"
    case .feasible: "open"
    default: "differs"
    }
  }

  var json: JSONText.Value {
    [
      "status": .string(word), "fingerprint": .text(check.fingerprint),
      "version": .text(check.facts?.version),
      "differences": .array(
        check.differences.map {
          [
            "kind": .string($0.kind.rawValue), "file": .string($0.file),
            "message": .string($0.message),
          ]
        }),
      "notes": .array(notes.map { .string($0) }),
      "tiers": outcome.map { .array($0.tiers.map(\.json)) } ?? .null,
    ]
  }

  func lines(style: Style) -> [String] {
    let differences = check.differences.flatMap { difference in
      [style.bold("\(difference.kind.rawValue) \(difference.file.printable)")]
        + wrapped(difference.message.printable, indent: 2)
    }
    let about =
      switch status {
      case .done:
        style.good("unchanged") + ": every file is as it was, and all comes out the same"
      case .feasible:
        style.warning("open") + ": every file is as it was and the plan keeps every rule, but the "
          + "search was stopped before it could say whether the outcome is the same"
      default:
        style.bad("differs") + ": "
          + counted(check.differences.count, "difference", "differences")
      }
    return wrapped(about, indent: 0) + (differences.isEmpty ? [] : [""] + differences)
      + (outcome.map { [""] + $0.lines } ?? [])
      + notes.map { "note: \($0)" }
      + (check.fingerprint.map { ["", "fingerprint \($0)"] } ?? [])
  }
}

extension BundleOutcome {
  /// The tiers as a table.
  fileprivate var lines: [String] {
    var table = TextTable([.left, .right, .left])
    for tier in tiers { table.add([tier.tier.rawValue, tier.tier.text(tier.value), tier.state]) }
    return table.lines()
  }
}
