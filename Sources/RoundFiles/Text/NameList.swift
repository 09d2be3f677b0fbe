/// Codes and the names that stand for them, written as lines: a code, a blank, names with commas
/// between them.
enum NameList {
  /// Code by folded name.
  static func codes(_ text: String) -> [String: String] {
    var result: [String: String] = [:]
    for line in text.split(separator: "\n") {
      let parts = line.split(separator: " ", maxSplits: 1)
      for name in parts[1].split(separator: ",") {
        result[FoldedText.key(String(name))] = String(parts[0])
      }
    }
    return result
  }
}
