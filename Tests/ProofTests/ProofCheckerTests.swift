import ModelFiles
import Proof
import Selection
import TestSupport
import Testing

@Suite struct ProofCheckerTests {
  @Test func `the best selection of every tiny problem is proven`() {
    var proven = 0
    for seed in 1...UInt64(600) {
      guard let bytes = Certificates.tiny(seed: seed) else { continue }
      #expect(Certificates.fault(bytes) == nil, "seed \(seed)")
      proven += 1
    }
    #expect(proven > 300)
  }

  @Test func `no proof is found, or none holds, for a selection that is not best`() {
    var tried = 0
    for seed in 1...UInt64(300) {
      let problem = TinySelections.make(seed: seed)
      guard let best = BruteForceSelection.best(of: problem),
        let bytes = Certificates.tiny(seed: seed),
        let worse = BruteForceSelection.selections(of: problem).first(where: {
          BruteForceSelection.tierValues(of: $0, in: problem) != best.tierValues
        })
      else { continue }
      let values = BruteForceSelection.tierValues(of: worse, in: problem)
      let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n").map(String.init)
      guard let plan = lines.firstIndex(where: { $0.hasPrefix("plan ") }),
        let steps = lines.firstIndex(of: "steps")
      else { continue }
      var text = ProofText()
      text.append(plan: worse, values: values)
      let forged =
        lines[..<plan].map { $0 + "\n" }.joined() + String(decoding: text.bytes, as: UTF8.self)
        + lines[(steps + 1)...].map { $0 + "\n" }.joined()
      #expect(Certificates.fault(Array(forged.utf8)) != nil, "seed \(seed)")
      tried += 1
    }
    #expect(tried > 100)
  }

  @Test func `a step that does not follow is refused by its name`() throws {
    let text = """
      vetmatch-proof 1
      columns 2
      a 0 1
      b 0 1
      rows 1
      r - 1 0 1 1 1
      tiers 1
      t 0 0 -1 1 -1
      plan 1
      0 1
      values -1
      steps
      t
      b
      c 4 1 0 1
      end

      """
    #expect(Certificates.fault(Array(text.utf8)) == nil)
    func fault(_ old: String, _ new: String) -> ProofFault.Reason? {
      let lines = text.split(separator: "\n").map { $0 == old ? new : String($0) }
      return Certificates.fault(Array(lines.map { $0 + "\n" }.joined().utf8))?.reason
    }
    #expect(fault("c 4 1 0 1", "c 4 1") == .notRefuted)
    #expect(fault("c 4 1 0 1", "c 4 1 0 0") == .badMultiplier(0))
    #expect(fault("c 4 1 0 1", "c 4 1 1 1") == .noBound(row: 0))
    #expect(fault("c 4 1 0 1", "c 4 1 9 1") == .unknownRow(4))
    #expect(fault("values -1", "values -2") == .wrongValue(tier: "t", claimed: -2, counted: -1))
    #expect(fault("0 1", "0 2") == .planBreaksColumn("a"))
    #expect(fault("r - 1 0 1 1 1", "r - 0 0 1 1 1") == .planBreaksRow("r"))
    #expect(fault("b", "n 2 1") == .unknownRow(2))
    #expect(fault("a 0 1", "a 0 4611686018427387904") == .numberTooLarge)
  }

  @Test func `numbers at the ends of the range end in a refusal, not in a trap`() {
    let most = 1 << 61
    for numbers in [[most, most], [most, -most], [-most, most], [most - 1, most]] {
      let text = """
        vetmatch-proof 1
        columns 2
        a \(-most) \(most)
        b \(-most) \(most)
        rows 1
        r \(-most) \(most) 0 \(numbers[0]) 1 \(numbers[1])
        tiers 1
        t 0 0 \(numbers[0]) 1 \(numbers[1])
        plan 0
        values 0
        steps
        v 0
        t
        b
        a 0 \(most) 1 \(most)
        n 0 \(most) 1 \(most) 6 \(most)
        r \(most) 2 0 1 0 \(numbers[0]) 1 \(numbers[1]) 6 \(most)
        p 0
        c 6 \(most)
        end

        """
      let lines = text.split(separator: "\n").map(String.init)
      for skipped in lines.indices {
        let kept = lines.indices.filter { $0 != skipped }.map { lines[$0] + "\n" }
        #expect(Certificates.fault(Array(kept.joined().utf8)) != nil)
      }
    }
  }
}
