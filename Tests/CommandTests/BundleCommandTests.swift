import Foundation
import Testing

@Suite struct BundleCommandTests {
  let round = Vetmatch.conformance("17-locks-and-forbids")
  let scratch: Scratch
  /// Path of a bundle of the best plan, with its proof.
  let bundle: String
  let fingerprint: String

  init() throws {
    scratch = try Scratch()
    bundle = scratch.path("bundle")
    let plan = ["allocate", round, "-o", scratch.path("out"), "--proof", scratch.path("proof")]
    #expect(try Vetmatch.run(plan).status == 0)
    let run = try Vetmatch.run(
      "bundle", round, scratch.path("out"), "-o", bundle, "--proof", scratch.path("proof"),
      "--json")
    #expect(run.status == 0 && run.json?["status"] as? String == "optimal", "\(run.errors)")
    fingerprint = try #require(run.json?["fingerprint"] as? String)
  }

  private func verify(_ more: String...) throws -> (run: CommandRun, found: Set<String>) {
    let run = try Vetmatch.run(["verify", bundle, "--json"] + more)
    let differences = run.json?["differences"] as? [[String: Any]] ?? []
    return (run, Set(differences.map { "\($0["kind"] ?? "") \($0["file"] ?? "")" }))
  }

  private func files() throws -> [String] {
    try scratch.names(in: "bundle").filter { $0 != "inputs" }
      + scratch.names(in: "bundle/inputs").map { "inputs/\($0)" }
  }

  /// Does something to a file of the bundle, looks, and puts the file back.
  private func after(
    _ file: String, _ change: (Data) -> Data?, _ look: (CommandRun, Set<String>) throws -> Void
  ) throws {
    let place = URL(fileURLWithPath: bundle).appendingPathComponent(file)
    let bytes = try Data(contentsOf: place)
    if let changed = change(bytes) {
      try changed.write(to: place)
    } else {
      try FileManager.default.removeItem(at: place)
    }
    let (run, found) = try verify()
    try look(run, found)
    try bytes.write(to: place)
  }

  /// Makes the list of hashes anew, as somebody would who wants to hide a change.
  private func rehash() throws {
    let run = try Vetmatch.shell(
      "cd '\(bundle)' && LC_ALL=C sha256sum $(find . -type f ! -name SHA256SUMS -printf '%P\\n'"
        + " | LC_ALL=C sort) > SHA256SUMS")
    #expect(run.status == 0, "\(run.errors)")
  }

  @Test func `a bundle holds inputs, plan, summary and explanations, and verifies`() throws {
    let names = try files()
    for file in ["placements.csv", "unplaced.csv", "reserves.csv", "summary.json"] {
      #expect(try scratch.bytes("bundle/\(file)") == scratch.bytes("out/\(file)"), "\(file)")
    }
    let tables = try FileManager.default.contentsOfDirectory(atPath: round).filter {
      $0.hasSuffix(".csv")
    }
    #expect(Set(tables.map { "inputs/\($0)" }).isSubset(of: names))
    for table in tables {
      let own = try Data(contentsOf: URL(fileURLWithPath: round + "/" + table))
      #expect(try scratch.bytes("bundle/inputs/\(table)") == own, "\(table)")
    }
    let unplaced = try scratch.text("out/unplaced.csv").split(separator: "\n").dropFirst()
    let text = try scratch.text("bundle/explanations.txt")
    for row in unplaced { #expect(text.contains(row.prefix { $0 != "," })) }
    let check = try Vetmatch.shell("cd '\(bundle)' && sha256sum --check --strict SHA256SUMS")
    #expect(check.status == 0)
    let (run, found) = try verify("--fingerprint", fingerprint)
    #expect(run.status == 0 && run.json?["status"] as? String == "unchanged" && found.isEmpty)
    #expect(run.json?["fingerprint"] as? String == fingerprint)
  }

  @Test func `the same round and plan give the same bytes`() throws {
    let again = try Vetmatch.run(
      "bundle", round, scratch.path("out/placements.csv"), "-o", scratch.path("again"), "--proof",
      scratch.path("proof"), "--json")
    #expect(again.json?["fingerprint"] as? String == fingerprint)
    let book = scratch.path("any name.xlsx")
    #expect(try Vetmatch.run("convert", round, "-o", book).status == 0)
    let place = scratch.path("of-workbook")
    #expect(try Vetmatch.run("bundle", book, scratch.path("out"), "-o", place).status == 0)
    #expect(try scratch.names(in: "of-workbook/inputs") == ["round.xlsx"])
    #expect(try Vetmatch.run("verify", place).status == 0)
  }

  @Test func `a byte of any file that is another one, and any file that is gone, is told`() throws {
    for file in try files() {
      try after(file, { flip($0, at: $0.count / 2) }) { run, found in
        #expect(run.status == 1, "\(file)")
        #expect(file == "SHA256SUMS" || found.contains("changed \(file)"), "\(file) \(found)")
      }
      try after(file, { _ in nil }) { run, found in
        #expect(run.status == 1 && found.contains("missing \(file)"), "\(file) \(found)")
      }
    }
    #expect(try verify().run.status == 0)
    for file in ["inputs/stays.csv", "more.txt", "inputs/notes.txt"] {
      try scratch.write("participant,country,from,until\n", to: "bundle/\(file)")
      let (run, found) = try verify()
      #expect(run.status == 1 && found.contains("added \(file)"), "\(file) \(found)")
      try FileManager.default.removeItem(atPath: bundle + "/" + file)
    }
  }

  @Test func `a proof that holds takes the place of a search, and a forged one is told`() throws {
    let whole = try verify()
    let notes = whole.run.json?["notes"] as? [String] ?? []
    #expect(whole.run.status == 0 && notes.contains { $0.hasPrefix("the proof in it holds") })
    let proof = try scratch.text("bundle/proof.txt")
    let cut = proof.split(separator: "\n").dropLast(2).joined(separator: "\n") + "\n"
    try scratch.write(cut, to: "bundle/proof.txt")
    try rehash()
    let forged = try verify()
    #expect(forged.run.status == 1 && forged.found == ["broken proof.txt"], "\(forged.found)")
    try scratch.write(cut, to: "forged")
    let place = scratch.path("unproven")
    let run = try Vetmatch.run(
      "bundle", round, scratch.path("out"), "-o", place, "--proof", scratch.path("forged"))
    #expect(run.status == 65 && run.output.contains("that this plan is best"), "\(run)")
    #expect(!scratch.exists("unproven"))
  }

  @Test func `links are not followed`() throws {
    try scratch.write("a secret\n", to: "elsewhere")
    for file in ["unplaced.csv", "inputs/locks.csv"] {
      let place = bundle + "/" + file
      let bytes = try scratch.bytes("bundle/\(file)")
      try FileManager.default.removeItem(atPath: place)
      try FileManager.default.createSymbolicLink(
        atPath: place, withDestinationPath: scratch.path("elsewhere"))
      let (run, found) = try verify()
      #expect(run.status == 1 && found.contains("unreadable \(file)"), "\(file) \(found)")
      #expect(!run.output.contains("a secret"))
      try FileManager.default.removeItem(atPath: place)
      try bytes.write(to: URL(fileURLWithPath: place))
    }
  }

  private func flip(_ bytes: Data, at place: Int) -> Data {
    var bytes = bytes
    bytes[place] = bytes[place] == 0x61 ? 0x62 : 0x61
    return bytes
  }

  @Test func `every field of the list of hashes counts`() throws {
    let lines = try scratch.text("bundle/SHA256SUMS").split(separator: "\n").map(String.init)
    #expect(lines.count == (try files()).count - 1)
    for place in lines.indices {
      let file = String(lines[place].dropFirst(66))
      for (change, expected) in [
        (replaced(lines, place, with: flipped(lines[place], at: 10)), "changed \(file)"),
        (replaced(lines, place, with: lines[place] + "x"), "added \(file)"),
        (replaced(lines, place, with: nil), "added \(file)"),
      ] {
        try after("SHA256SUMS", { _ in Data(change.utf8) }) { run, found in
          #expect(run.status == 1, "\(file)")
          let isUnreadable = found.contains("unreadable SHA256SUMS")
          #expect(found.contains(expected) || isUnreadable, "\(file) \(found)")
        }
      }
    }
    for text in ["", "nonsense\n", lines.reversed().joined(separator: "\n") + "\n"] {
      try after("SHA256SUMS", { _ in Data(text.utf8) }) { run, _ in #expect(run.status == 1) }
    }
  }

  private func replaced(_ lines: [String], _ place: Int, with line: String?) -> String {
    var lines = lines
    lines.remove(at: place)
    if let line { lines.insert(line, at: place) }
    return lines.map { $0 + "\n" }.joined()
  }

  private func flipped(_ line: String, at place: Int) -> String {
    var bytes = Array(line.utf8)
    bytes[place] = bytes[place] == 0x61 ? 0x62 : 0x61
    return String(decoding: bytes, as: UTF8.self)
  }

  @Test func `a change whose hash was mended is found by making all anew`() throws {
    let sums = try scratch.text("bundle/SHA256SUMS")
    for file in try files() where file != "SHA256SUMS" {
      let bytes = try scratch.bytes("bundle/\(file)")
      let isTable = file.hasPrefix("inputs/")
      // Another year of birth, city or date is another round, though a sound one.
      let text = String(decoding: bytes, as: UTF8.self)
      let changed =
        isTable
        ? text.replacing("2004-", with: "2003-").replacing("2022-06-30", with: "2022-06-29")
          .replacing(",One month,", with: ",A month,").replacing("care", with: "cure")
          .replacing(",50,", with: ",51,").replacing("Seville", with: "Sevilla")
          .replacing(",80,", with: ",81,")
        : text + "x\n"
      #expect(changed != text, "\(file)")
      try scratch.write(changed, to: "bundle/\(file)")
      try rehash()
      let (run, found) = try verify()
      #expect(run.status == 1 && !found.contains { $0.hasPrefix("changed") }, "\(file) \(found)")
      #expect(!found.isEmpty, "\(file)")
      let noted = try verify("--fingerprint", fingerprint)
      #expect(noted.run.status == 1 && noted.found.contains("changed SHA256SUMS"), "\(file)")
      try bytes.write(to: URL(fileURLWithPath: bundle + "/" + file))
      try scratch.write(sums, to: "bundle/SHA256SUMS")
    }
    #expect(try verify().run.status == 0)
  }

  @Test func `every field of how it was made and of what is claimed counts`() throws {
    for file in ["bundle.csv", "outcome.csv"] {
      let text = try scratch.text("bundle/\(file)")
      var lines = text.split(separator: "\n").map {
        $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      }
      for row in lines.indices {
        for cell in lines[row].indices {
          let old = lines[row][cell]
          lines[row][cell] =
            Int(old).map { String($0 + 1) } ?? (old == "yes" ? "no" : old.isEmpty ? "7" : old + "x")
          let changed = lines.map { $0.joined(separator: ",") + "\n" }.joined()
          try scratch.write(changed, to: "bundle/\(file)")
          try rehash()
          let (run, found) = try verify()
          #expect(run.status == 1 && !found.isEmpty, "\(file) \(lines[row])")
          lines[row][cell] = old
        }
      }
      try scratch.write(text, to: "bundle/\(file)")
    }
    try rehash()
    #expect(try verify().run.status == 0)
  }

  @Test func `a plan that is not the best is bundled as such, a broken one not at all`() throws {
    try scratch.write(
      "application,session\np0-m1,b\np1-m1,a\np3-m1,a\n", to: "worse.csv")
    let worse = scratch.path("worse")
    let run = try Vetmatch.run("bundle", round, scratch.path("worse.csv"), "-o", worse, "--json")
    #expect(run.status == 2 && run.json?["status"] as? String == "feasible")
    let tiers = try #require(run.json?["tiers"] as? [[String: Any]])
    #expect(tiers[0]["value"] as? Int == 3 && tiers[0]["bound"] as? Int == 4)
    #expect(tiers.dropFirst().allSatisfy { $0["bound"] is NSNull })
    #expect(try Vetmatch.run("verify", worse).status == 0)
    try scratch.write("application,session\np1-m1,a\n", to: "broken.csv")
    let broken = try Vetmatch.run(
      "bundle", round, scratch.path("broken.csv"), "-o", scratch.path("broken"))
    #expect(broken.status == 1 && broken.output.contains("locked"))
    #expect(!scratch.exists("broken"))
  }

  @Test func `placements in a bundle are read with the names that its inputs add to columns`()
    throws
  {
    let names = Data("table,column,header\nplacements,session,Abreise\n".utf8)
    let place = URL(fileURLWithPath: bundle).appendingPathComponent("inputs/headers.csv")
    for hasNames in [false, true] {
      if hasNames { try names.write(to: place) }
      try after("placements.csv") { bytes in
        let text = String(bytes: bytes, encoding: .utf8) ?? ""
        return Data(text.replacingOccurrences(of: "session", with: "Abreise").utf8)
      } _: { run, found in
        #expect(run.status == 1)
        #expect(found.contains("unreadable placements.csv") != hasNames, "\(found)")
      }
    }
  }

  @Test func `a proof of another plan makes no bundle`() throws {
    try scratch.write("application,session\np0-m1,b\np1-m1,a\np3-m1,a\n", to: "worse.csv")
    let run = try Vetmatch.run(
      "bundle", round, scratch.path("worse.csv"), "-o", scratch.path("other"), "--proof",
      scratch.path("proof"))
    #expect(run.status == 65 && run.output.contains("it proves another plan"), "\(run)")
    #expect(!scratch.exists("other"))
  }

  @Test func `wrong words and places end as the contract says`() throws {
    let out = scratch.path("out")
    #expect(try Vetmatch.run("bundle", round, out, "-o", bundle).status == 73)
    #expect(try Vetmatch.run("bundle", round, out, "-o", scratch.path("proof")).status == 73)
    #expect(try Vetmatch.run("bundle", round, scratch.path("no"), "-o", bundle + "2").status == 66)
    let proof = scratch.path("none")
    #expect(
      try Vetmatch.run("bundle", round, out, "-o", bundle + "2", "--proof", proof).status == 66)
    #expect(!FileManager.default.fileExists(atPath: bundle + "2"))
    #expect(try Vetmatch.run("verify", round).status == 64)
    #expect(try Vetmatch.run("verify", scratch.path("none")).status == 66)
    #expect(try Vetmatch.run("verify", round, out, "--time-limit", "1").status == 64)
    let left = try FileManager.default.contentsOfDirectory(atPath: scratch.folder.path)
    #expect(!left.contains { $0.hasSuffix(".new") })
  }
}
