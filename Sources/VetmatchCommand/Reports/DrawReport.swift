import MobilityModel
import RoundFiles

/// A seed whose hash can be published.
struct CommitReport: Report {
  let seed: SealedSeed
  let secret: String
  /// Whether the seed has been made just now.
  let isNew: Bool
  let isOpenToOthers: Bool

  var json: JSONText.Value {
    [
      "status": "ok", "hash": .string(seed.hash), "new": .bool(isNew),
      "open_to_others": .bool(isOpenToOthers),
    ]
  }

  func lines(style: Style) -> [String] {
    let kept = isNew ? "kept in" : "found in"
    return ["hash  \(style.bold(seed.hash))", ""]
      + wrapped(
        "Publish the hash before applications close. The seed is \(kept) \(secret.printable): show "
          + "it to nobody until then, and do not lose it.", indent: 0)
      + (isOpenToOthers
        ? ["", "\(style.warning("note")): others may read \(secret.printable): chmod 600 it"] : [])
  }
}

/// A seed that is shown, and whether its hash is the one that was published.
struct RevealReport: Report {
  let seed: String
  let hash: DrawHash
  /// Where the round was written.
  private(set) var output: String?

  init(seed: String, hash: DrawHash) { (self.seed, self.hash) = (seed, hash) }

  func written(to output: String) -> RevealReport {
    var report = self
    report.output = output
    return report
  }

  var matches: Bool { hash.matches(seed) }

  var json: JSONText.Value {
    [
      "status": matches ? "ok" : "broken", "draw_seed": matches ? .string(seed) : .null,
      "hash": .string(hash.text), "matches": .bool(matches),
    ]
  }

  func lines(style: Style) -> [String] {
    guard matches else {
      return [
        "\(style.bad("broken"))  the file keeps another seed than the one of this hash; it is not shown"
      ]
    }
    return [
      "draw_seed  \(style.bold(seed))", "hash       \(hash.text)", "",
      "\(style.good("checked")): it is the seed whose hash was published",
    ]
      + (output.map { ["\(style.good("written")): \($0.printable)"] }
        ?? ["In settings.csv: draw_seed,\(seed)"])
  }
}
