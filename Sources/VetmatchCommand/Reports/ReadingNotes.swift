import RoundFiles

/// What a command other than `check` says of notes about the tables that it has read.
struct ReadingNotes {
  /// Text that was taken for another encoding than UTF-8: only a person sees whether names are right.
  let loud: [Finding]
  private let others: Int
  /// Samples of text are left out, since people may be named in them.
  private let hidesPeople: Bool

  init(_ notes: [Finding], hidesPeople: Bool) {
    loud = notes.filter(\.isLoud)
    others = notes.count - loud.count
    self.hidesPeople = hidesPeople
  }

  /// A line for each loud note, and one for all others; none for a round without notes.
  var lines: [String] {
    loud.map(line) + (others == 0 ? [] : ["\(otherNotes); vetmatch check shows \(them)"])
  }

  private var otherNotes: String {
    loud.isEmpty
      ? counted(others, "note", "notes") : counted(others, "further note", "further notes")
  }

  private var them: String { others == 1 ? "it" : "them" }

  private func line(_ note: Finding) -> String {
    hidesPeople ? "\(note.file): expected text in UTF-8; read as \(note.value)" : note.message
  }

  /// The loud notes for `summary.json`, without samples of text.
  var json: JSONText.Value {
    .array(
      loud.map {
        ["kind": .string($0.kind), "file": .string($0.file), "read_as": .string($0.value)]
      })
  }

  /// Says the lines on standard error, so that standard output stays what it is without notes.
  func tell() {
    let label = Style(for: .errors).warning("note:")
    for line in lines { try? Channel.errors.write("\(label) \(line.printable)\n") }
  }
}

extension Finding {
  /// Whether it is said by every command, not by `check` alone.
  var isLoud: Bool { severity == .note && kind == FindingKind.readEncoding.rawValue }
}
