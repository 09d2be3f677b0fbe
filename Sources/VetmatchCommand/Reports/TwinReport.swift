import MobilityModel
import Planning
import RoundFiles

/// How a run of `twin` ended.
enum TwinReport: Report {
  case found(TwinResults, output: String?, wasSignalled: Bool)
  case unknown(wasSignalled: Bool)

  var status: ExitStatus {
    switch self {
    case .found(let results, _, _): results.isProven ? .done : .feasible
    case .unknown: .unknown
    }
  }

  var json: JSONText.Value {
    switch self {
    case .found(let results, _, _): results.json
    case .unknown: ["status": "unknown"]
    }
  }

  func lines(style: Style) -> [String] {
    switch self {
    case .found(let results, let output, let wasSignalled):
      return heading(results, wasSignalled, style) + [""] + tiers(results) + [""] + pairs(results)
        + unmatched(results)
        + (results.others.isComplete
          ? [] : ["", style.warning("stopped before every runner-up was found")])
        + (output.map { ["", "written to \($0.printable)"] } ?? [])
    case .unknown(let wasSignalled):
      return [
        "\(style.warning("unknown")): \(wasSignalled ? "stopped" : "the time limit was reached") "
          + "before any twinning was found; nothing was written"
      ]
    }
  }

  private func heading(_ results: TwinResults, _ wasSignalled: Bool, _ style: Style) -> [String] {
    let counts = School.Side.allCases.map { results.schools.indices(of: $0).count }
    let state =
      results.isProven
      ? style.good("optimal") + ", every tier is proven"
      : style.warning("feasible")
        + ", \(wasSignalled ? "stopped" : "a limit was reached") before every tier was proven"
    let notes = results.notes.isEmpty ? [] : [FindingsText(findings: results.notes).title]
    return [
      style.bold(counted(results.twinning.pairs.count, "pair", "pairs")) + "  " + state,
      "\(counts[0].grouped) schools of the EU, \(counts[1].grouped) of the Western Balkans",
    ] + notes
  }

  private func tiers(_ results: TwinResults) -> [String] {
    var table = TextTable([.left, .right, .left])
    for tier in results.twinning.tiers {
      let state = tier.isMet ? "proven" : tier.bound.map { "bound \($0.grouped)" } ?? "no bound"
      table.add([tier.tier.words, tier.value.grouped, state])
    }
    return table.lines()
  }

  /// Each pair with its ranks, and below it what there would be without it.
  private func pairs(_ results: TwinResults) -> [String] {
    var table = TextTable([.left, .left, .right, .right, .right, .right])
    table.add(["EU", "Western Balkans", "ranks", "sectors", "language", "km"])
    for pair in results.twinning.pairs {
      let ranks = [
        results.rank(of: pair.wb, for: pair.eu), results.rank(of: pair.eu, for: pair.wb),
      ].map { $0.isEmpty ? "-" : $0 }.joined(separator: "/")
      let level = results.pairing.languages(pair)
      table.add([
        results.id(pair.eu), results.id(pair.wb), ranks,
        results.pairing.sectors(pair).grouped,
        level == 0 ? "-" : Level.allCases[level - 1].code,
        results.pairing.kilometres(pair).grouped,
      ])
    }
    let rows = table.lines()
    let reasons = results.twinning.pairs.map { reason($0, results) }
    return rows.prefix(1) + zip(rows.dropFirst(), reasons).flatMap { [$0] + $1 }
  }

  private func reason(_ pair: SchoolPair, _ results: TwinResults) -> [String] {
    guard let other = results.others.runnerUp[pair] else {
      return wrapped(results.why(pair).printable, indent: 4)
    }
    let words =
      "runner-up: \(results.id(pair.eu)) with \(results.twins(of: pair.eu, in: other.pairs)), "
      + "\(results.id(pair.wb)) with \(results.twins(of: pair.wb, in: other.pairs)): "
      + results.why(pair)
    return wrapped(words.printable, indent: 4)
  }

  private func unmatched(_ results: TwinResults) -> [String] {
    let schools = results.unmatched
    guard !schools.isEmpty else { return [] }
    return ["", "\(counted(schools.count, "school has", "schools have")) no twin"]
      + schools.flatMap { school in
        wrapped("\(results.id(school)): \(results.whyUnmatched(school))".printable, indent: 2)
      }
  }
}

extension TwinResults {
  /// The same as a program reads it; it holds no time and no path.
  var json: JSONText.Value {
    [
      "schema": 1,
      "version": .string(Vetmatch.version),
      "status": .string(status),
      "tiers": .array(
        twinning.tiers.map {
          [
            "tier": .string($0.tier.rawValue), "sense": $0.tier.isMaximised ? "max" : "min",
            "value": .integer($0.value), "bound": .number($0.bound), "proven": .bool($0.isMet),
          ]
        }),
      "pairs": .array(twinning.pairs.map(json)),
      "unmatched": .array(
        unmatched.map { ["school": .string(id($0)), "why": .string(whyUnmatched($0))] }),
      "inputs": .array(
        fingerprints.map { ["file": .string($0.file), "sha256": .string($0.sha256)] }),
    ]
  }

  private func json(_ pair: SchoolPair) -> JSONText.Value {
    [
      "eu": .string(id(pair.eu)), "wb": .string(id(pair.wb)),
      "agreed": .bool(pairing.isAgreed(pair)),
      "eu_rank": .number(pairing.rank(of: pair.wb, for: pair.eu)),
      "wb_rank": .number(pairing.rank(of: pair.eu, for: pair.wb)),
      "wishes": .integer(pairing.wishes(pair)), "sectors": .integer(pairing.sectors(pair)),
      "languages": .integer(pairing.languages(pair)), "km": .integer(pairing.kilometres(pair)),
      "runner_up": others.runnerUp[pair].map { json($0, pair) } ?? .null,
      "why": .string(why(pair)),
    ]
  }

  private func json(_ other: TwinAlternative, _ pair: SchoolPair) -> JSONText.Value {
    [
      "eu_twins": .array(other.twins(of: pair.eu).map { .string(id($0)) }),
      "wb_twins": .array(other.twins(of: pair.wb).map { .string(id($0)) }),
      "tier": .text(other.loss?.tier.rawValue), "from": .number(other.loss?.from),
      "to": .number(other.loss?.to), "proven": .bool(other.isProven),
    ]
  }
}
