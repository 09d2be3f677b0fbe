import Proof
import Selection
import TestSupport
import Testing

/// Certificates with one thing changed must be refused wherever their claim no longer follows.
///
/// How it is told: what an accepted certificate claims, "no selection of this problem is better than
/// these values", is decided once more by looking at every selection of the problem that it speaks
/// of. A change that leaves a true claim (another multiplier that serves as well, a step that is not
/// needed, a name) may be accepted.
@Suite struct MutatedProofTests {
  private static let problems = 1...UInt64(70)
  private static let mutationsEach = 260

  @Test func `no mutation of a certificate makes a false claim pass`() throws {
    var (tried, accepted) = (0, 0)
    for seed in Self.problems {
      guard let bytes = Certificates.tiny(seed: seed) else { continue }
      var random = SplitMix64(seed: seed)
      let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n").map(String.init)
      for number in 0..<Self.mutationsEach {
        let text = Self.mutated(lines, &random)
        if text.utf8.elementsEqual(bytes) { continue }
        tried += 1
        guard Certificates.fault(Array(text.utf8)) == nil else { continue }
        accepted += 1
        let read = try #require(ReadProblem(text), "seed \(seed), mutation \(number)")
        #expect(Self.best(read) == read.claimed, "seed \(seed), mutation \(number)")
      }
    }
    #expect(tried >= 10_000)
    // Most changes hit something that the claim hangs on.
    #expect(accepted * 2 < tried)
  }

  @Test func `every number of a small certificate is changed, up and down`() throws {
    var tried = 0
    for seed in 1...UInt64(25) {
      guard let bytes = Certificates.tiny(seed: seed) else { continue }
      let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n").map(String.init)
      for line in lines.indices {
        let words = lines[line].split(separator: " ").map(String.init)
        for place in words.indices {
          guard let value = Int(words[place]) else { continue }
          for change in [-1, 1] {
            var (changed, all) = (words, lines)
            changed[place] = String(value + change)
            all[line] = changed.joined(separator: " ")
            let text = all.map { $0 + "\n" }.joined()
            tried += 1
            guard Certificates.fault(Array(text.utf8)) == nil else { continue }
            let read = try #require(ReadProblem(text), "seed \(seed), line \(line + 1)")
            #expect(Self.best(read) == read.claimed, "seed \(seed), line \(line + 1)")
          }
        }
      }
    }
    #expect(tried > 2_000)
  }

  /// The best values of a problem, by looking at all selections where they are few enough.
  private static func best(_ read: ReadProblem) -> [Int]? {
    if read.combinations <= 20_000 {
      return BruteForceSelection.best(of: read.problem)?.tierValues
    }
    guard case .optimal(let best) = Solver(problem: read.problem).solve() else { return nil }
    return best.tierValues
  }

  private static func mutated(_ lines: [String], _ random: inout SplitMix64) -> String {
    var lines = lines
    let line = random.number(in: 0...(lines.count - 1))
    switch random.number(in: 0...9) {
    case 0: lines.remove(at: line)
    case 1: lines.insert(lines[line], at: line)
    case 2: lines.swapAt(line, random.number(in: 0...(lines.count - 1)))
    case 3:
      let text = lines.map { $0 + "\n" }.joined()
      return String(text.prefix(random.number(in: 0...(text.count - 1))))
    default: lines[line] = changed(lines[line], &random)
    }
    return lines.map { $0 + "\n" }.joined()
  }

  /// The line with one word changed.
  private static func changed(_ line: String, _ random: inout SplitMix64) -> String {
    var words = line.split(separator: " ").map(String.init)
    let place = random.number(in: 0...(words.count - 1))
    guard let value = Int(words[place]) else {
      words[place] = random.pick(["a", "b", "c", "e", "n", "p", "r", "t", "v", "x", "<", ">", "-"])
      return words.joined(separator: " ")
    }
    switch random.number(in: 0...6) {
    case 0: words[place] = String(value + 1)
    case 1: words[place] = String(value - 1)
    case 2: words[place] = String(-value)
    case 3: words[place] = String(value * 2)
    case 4: words[place] = String(random.number(in: -3...30))
    case 5: words.remove(at: place)
    default: words.insert(words[place], at: place)
    }
    return words.joined(separator: " ")
  }
}
