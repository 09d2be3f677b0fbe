import MobilityModel
import Planning
import Reporting
import RoundFiles

/// Makes the page of a plan.
struct ReportRun {
  let input: RoundInput
  /// Where the plan is.
  let plan: String
  /// Where a plan to compare with is.
  let other: String?
  let language: Language

  /// Writes the page, wholly or not at all.
  ///
  /// - Throws: `Ending` where an input cannot be used or the page not be written, `ValidationError`
  ///   for a column that the round does not have.
  func write(to path: String, by columns: [String]) throws -> PageReport {
    let inputs = [input.place.path, plan] + (other.map { [$0] } ?? [])
    try RoundPlace.workbook(path).check(inputs: inputs)
    let keys = try FairnessRun.keys(by: columns, in: input.round)
    let source = try source()
    let page = ReportPage(source, names: input.names, by: keys, language: language)
    let bytes = page.html
    do {
      try AtomicFile.write(bytes, to: path)
    } catch {
      throw Ending.unwritable(error)
    }
    return PageReport(path: path, bytes: bytes.count)
  }

  private func source() throws(Ending) -> ReportSource {
    let fingerprints = try input.fingerprints()
    let known = try input.known(plan, fingerprints)
    var source = ReportSource(
      round: input.round, shown: input.shown, title: input.title, plan: known.allocation.plan,
      tiers: known.allocation.tiers)
    source.proof = known.proof
    if let other {
      let plan = try input.soundPlan(other)
      source.other = ReportSource.Other(
        label: other.split(separator: "/").suffix(2).joined(separator: "/"), plan: plan,
        tiers: AuditedValues(plan, of: input.round).tiers)
    }
    source.inputs = fingerprints.map { ($0.file, $0.sha256) }
    source.program = "vetmatch \(Vetmatch.version)"
    source.isPseudonymous = input.names != nil
    return source
  }
}

/// A page that has been written.
struct PageReport: Report {
  let path: String
  let bytes: Int

  var json: JSONText.Value {
    ["status": "ok", "page": .string(path), "bytes": .integer(bytes)]
  }

  func lines(style: Style) -> [String] {
    [
      "written to \(path.printable): \((bytes / 1000).grouped) kB, nothing else is needed to open it"
    ]
  }
}
