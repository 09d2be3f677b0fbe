/// How far a word is from another in slips of a typist: a character too many, too few, wrong, or
/// two that changed places.
enum EditDistance {
  /// The distance if it is at most `limit`; case does not count.
  ///
  /// - Complexity: O(shorter * longer) time, O(longer) memory.
  static func within(_ limit: Int, _ left: [UInt8], _ right: [UInt8]) -> Int? {
    guard abs(left.count - right.count) <= limit else { return nil }
    let columns = right.count
    var before = Array(repeating: 0, count: columns + 1)
    var last = Array(0...columns)
    var row = last
    for i in 0..<left.count {
      row[0] = i + 1
      var best = row[0]
      for j in 0..<columns {
        let isSame = left[i] == right[j]
        var value = min(last[j] + (isSame ? 0 : 1), min(last[j + 1], row[j]) + 1)
        if i > 0, j > 0, left[i] == right[j - 1], left[i - 1] == right[j] {
          value = min(value, before[j - 1] + 1)
        }
        row[j + 1] = value
        best = min(best, value)
      }
      guard best <= limit else { return nil }
      (before, last, row) = (last, row, before)
    }
    return last[columns] <= limit ? last[columns] : nil
  }
}

/// Looks for the known word that was probably meant.
package enum NearMiss {
  /// The closest of the candidates, the first in the order of scalars among equally close ones.
  ///
  /// A word of up to three characters may have one slip, a longer one two.
  static func closest(
    to word: some Sequence<UInt8>, among candidates: some Collection<ArraySlice<UInt8>>,
    log: FindingLog
  ) -> String? {
    let folded = word.prefix(SizeLimits.idBytes + 2).map(ASCII.lowercased)
    guard !folded.isEmpty, folded.count <= SizeLimits.idBytes, log.spend(candidates.count) else {
      return nil
    }
    var limit = folded.count <= 3 ? 1 : 2
    var best: ArraySlice<UInt8>?
    for candidate in candidates where abs(candidate.count - folded.count) <= limit {
      let other = candidate.map(ASCII.lowercased)
      guard let distance = EditDistance.within(limit, folded, other) else { continue }
      if let found = best, distance == limit, !candidate.lexicographicallyPrecedes(found) {
        continue
      }
      // A word of one or two characters that shares none with the candidate is no slip of it.
      guard distance < max(folded.count, other.count) else { continue }
      best = candidate
      limit = distance
    }
    return best.map { String(decoding: $0, as: UTF8.self) }
  }

  /// The word of the format for one that planners use by habit.
  static func usual(_ word: String, among words: [String]) -> String? {
    let meant =
      switch word.lowercased() {
      case "learner", "student", "pupil": words.contains("learner") ? "learner" : "participant"
      case "teacher", "accompanying", "accompanying person":
        words.contains("staff") ? "staff" : "leader"
      default: ""
      }
    return words.contains(meant) ? meant : nil
  }

  /// The closest of some words.
  package static func closest(
    to word: String, among words: [String], log: FindingLog = FindingLog()
  ) -> String? {
    closest(to: word.utf8, among: words.lazy.map { ArraySlice($0.utf8) }, log: log)
  }

  static func closest(to word: String, in index: IdIndex, log: FindingLog) -> String? {
    closest(to: word.utf8, among: (0..<index.count).lazy.map { index.id($0) }, log: log)
  }
}
