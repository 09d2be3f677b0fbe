import Audit
import MobilityModel
import Planning
import RoundFiles

/// Compares a bundle with its list of hashes, and with what is made anew from its inputs and plan.
struct BundleCheck {
  struct Difference: Hashable {
    enum Kind: String {
      /// A file is not there, is not as it was, or was not there.
      case missing, changed, added
      /// A file cannot be read for what it should be.
      case unreadable
      /// The plan does not keep the rules.
      case broken
      /// A file is not what is made anew.
      case differs
      /// What is claimed of the plan is not so.
      case outcome
    }

    var kind: Kind
    /// Path within the bundle.
    var file: String
    var message: String
  }

  /// What could be made of the bundle, for a search that tries to refute it.
  struct Reading {
    var input: RoundInput
    var outcome: BundleOutcome
    /// Steps of the proof that no plan is better, if the bundle has one and it holds.
    var provenSteps: Int?

    /// That the proof takes the place of a search; `nil` where it does not.
    var proofNote: String? {
      guard let provenSteps, outcome.isProven else { return nil }
      return
        "the proof in it holds (\(counted(provenSteps, "step", "steps"))), so nothing was searched"
    }
  }

  let path: String
  /// Whether what the files say of people must not be shown.
  let hidesPeople: Bool
  private(set) var differences: [Difference] = []
  private(set) var fingerprint: String?
  private(set) var facts: BundleFacts?
  private(set) var reading: Reading?

  /// Findings and broken rules that are told at most.
  private static let mostMessages = 20

  init(path: String, hidesPeople: Bool) {
    self.path = path.hasSuffix("/") ? String(path.dropLast()) : path
    self.hidesPeople = hidesPeople
  }

  /// Whether there is anything of a bundle.
  var isBundle: Bool {
    let names = FolderNames.list(path) ?? []
    return names.contains(BundleFile.sums) || names.contains(BundleFile.facts.rawValue)
  }

  /// Checks all that needs no search.
  mutating func run() {
    let present = Self.present(path)
    compareHashes(present)
    guard let facts = readFacts(), let input = readInputs(facts, present),
      let plan = readPlan(input), let outcome = readOutcome(of: plan, input)
    else { return }
    reading = Reading(
      input: input, outcome: outcome, provenSteps: checkProof(of: plan, input, present))
    remake(
      BundleContent(
        input: input, inputs: inputFiles(present), plan: plan, outcome: outcome, facts: facts))
  }

  mutating func add(_ kind: Difference.Kind, _ file: String, _ message: String) {
    differences.append(Difference(kind: kind, file: file, message: message))
  }

  // MARK: Files

  /// Paths of all files, those in folders that a bundle does not have as the folder.
  private static func present(_ path: String) -> [String] {
    (FolderNames.list(path) ?? []).flatMap { name -> [String] in
      let folder = path + "/" + name
      guard name == BundleFile.inputs, !FolderNames.isLink(folder),
        let inner = FolderNames.list(folder)
      else { return [name] }
      return inner.map { name + "/" + $0 }
    }
  }

  private mutating func compareHashes(_ present: [String]) {
    let there = Set(present)
    guard let text = text(BundleFile.sums) else { return }
    guard let sums = BundleSums(text) else {
      add(.unreadable, BundleFile.sums, "it is not a list of hashes as bundles have it")
      return
    }
    fingerprint = sums.fingerprint
    for line in sums.lines {
      guard there.contains(line.path) else {
        add(.missing, line.path, "it is in the list of hashes, but not there")
        continue
      }
      guard let bytes = bytes(line.path) else { continue }
      let hash = SHA256.hex(bytes)
      if hash != line.sha256 {
        add(.changed, line.path, "its SHA-256 is \(hash), and was \(line.sha256)")
      }
    }
    let listed = Set(sums.lines.map(\.path)).union([BundleFile.sums])
    for file in present where !listed.contains(file) {
      add(.added, file, "it is not in the list of hashes")
    }
    for file in BundleFile.required.map(\.rawValue)
    where !there.contains(file) && !listed.contains(file) {
      add(.missing, file, "every bundle has it")
    }
  }

  /// The bytes of a file; says so where they cannot be read.
  ///
  /// A link could lead to anything that the reader of a bundle may read, and its maker may not.
  private mutating func bytes(_ file: String) -> [UInt8]? {
    if FolderNames.isLink(path + "/" + file) {
      let link = Difference(
        kind: .unreadable, file: file, message: "it is a link; a bundle has files only")
      if !differences.contains(link) { differences.append(link) }
      return nil
    }
    do {
      return try FileBytes.read(path + "/" + file)
    } catch .missing {
      if !differences.contains(where: { $0.file == file && $0.kind == .missing }) {
        add(.missing, file, "it is not there")
      }
    } catch {
      let finding = error.finding(file: file, log: FindingLog())
      if !differences.contains(where: { $0.file == file && $0.kind == .unreadable }) {
        add(.unreadable, file, finding.message)
      }
    }
    return nil
  }

  private mutating func text(_ file: String) -> String? {
    bytes(file).map { String(decoding: $0, as: UTF8.self) }
  }

  private mutating func inputFiles(_ present: [String]) -> [OutputFile] {
    let prefix = BundleFile.inputs + "/"
    let files = present.filter { $0.hasPrefix(prefix) }.sorted()
    return files.compactMap { file in
      bytes(file).map { OutputFile(name: String(file.dropFirst(prefix.count)), bytes: $0) }
    }
  }

  // MARK: What they say

  private mutating func readFacts() -> BundleFacts? {
    guard let text = text(BundleFile.facts.rawValue) else { return nil }
    facts = BundleFacts(text)
    if facts == nil {
      add(.unreadable, BundleFile.facts.rawValue, "it is not what a bundle of format 1 has there")
    }
    return facts
  }

  private mutating func readInputs(_ facts: BundleFacts, _ present: [String]) -> RoundInput? {
    let folder = path + "/" + BundleFile.inputs
    let areFiles = present.allSatisfy { !FolderNames.isLink(path + "/" + $0) }
    guard areFiles, !FolderNames.isLink(folder) else { return nil }
    let workbook = BundleFile.inputs + "/" + BundleFile.workbook
    let place: RoundPlace =
      present.contains(workbook) ? .workbook(path + "/" + workbook) : .folder(folder)
    do throws(Ending) {
      return try RoundInput(
        place, options: facts.options, reading: place.round(facts.options))
    } catch {
      guard case .findings(let findings) = error else {
        add(.missing, BundleFile.inputs, "it is not there")
        return nil
      }
      let errors = findings.filter { $0.severity == .error }
      let told = hidesPeople ? [] : errors.prefix(3).map(\.message)
      add(
        .unreadable, BundleFile.inputs,
        ([counted(errors.count, "table entry is wrong", "table entries are wrong")] + told)
          .joined(separator: "; "))
      return nil
    }
  }

  private mutating func readPlan(_ input: RoundInput) -> Plan? {
    let file = BundleFile.placements.rawValue
    let place = path + "/" + file
    switch PlanReader.read(path: place, round: input.round, headers: input.headers) {
    case .missing: return nil
    case .findings(let findings):
      for finding in findings.prefix(Self.mostMessages) {
        add(.unreadable, file, hidesPeople ? finding.kind : finding.message)
      }
      return nil
    case .placements(let placements):
      let report = VerdictReport(of: placements, in: input)
      if case .broken(let violations) = report.verdict {
        for violation in violations.prefix(Self.mostMessages) {
          let rule = violation.rule.rawValue
          add(.broken, file, hidesPeople ? rule : "\(rule): \(violation.message)")
        }
        return nil
      }
      return Plan(placements: placements)
    }
  }

  private mutating func readOutcome(of plan: Plan, _ input: RoundInput) -> BundleOutcome? {
    let file = BundleFile.outcome.rawValue
    guard let text = text(file) else { return nil }
    guard let outcome = BundleOutcome(text),
      outcome.tiers.map(\.tier) == input.round.settings.objective
    else {
      add(.unreadable, file, "it is not a table of the round's tiers as bundles have it")
      return nil
    }
    let wrong = zip(outcome.tiers, BundleContent.values(of: plan, in: input.round)).filter {
      $0.value != $1
    }
    for (claim, value) in wrong {
      add(.outcome, file, "\(claim.tier.rawValue) is \(claim.value), and the audit counts \(value)")
    }
    return wrong.isEmpty ? outcome : nil
  }

  /// Checks the proof, if there is one.
  ///
  /// - Returns: its steps, if it holds.
  private mutating func checkProof(
    of plan: Plan, _ input: RoundInput, _ present: [String]
  ) -> Int? {
    let file = BundleFile.proof.rawValue
    guard present.contains(file), let bytes = bytes(file) else { return nil }
    switch try? BundleProof(bytes, of: plan, in: input) {
    case .holds(let steps): return steps
    case .fails(let message): add(.broken, file, hidesPeople ? "it does not hold" : message)
    case nil: add(.unreadable, file, "the numbers of the round are too large for a proof")
    }
    return nil
  }

  // MARK: Made anew

  private mutating func remake(_ content: BundleContent) {
    do throws(Ending) {
      for made in try content.files() {
        guard let there = bytes(made.name), there != made.bytes else { continue }
        let place = FirstDifference(there, made.bytes)
        add(.differs, made.name, hidesPeople ? place.place : place.message)
      }
    } catch {
      guard case .fault(let messages) = error else { return }
      for message in messages { add(.outcome, BundleFile.outcome.rawValue, message) }
    }
  }
}
