/// What the tables of a round show of their code page between them.
///
/// A table of a few words may be read in two ways, where the one program that wrote all of them has
/// shown in the others which it is. All tables are asked, so that their order has no meaning.
final class CodePageOfRound {
  private let source: any TableSource

  init(_ source: any TableSource) { self.source = source }

  /// The letters that are surely in the tables; `nil` where there are none, or both scripts.
  ///
  /// Worked out once, and only for a round with a table that does not tell itself.
  private(set) lazy var letters: CodePageGuess.Letters? = {
    let all = Set(TableNames.files.compactMap(letters))
    return all.count == 1 ? all.first : nil
  }()

  private func letters(of file: String) -> CodePageGuess.Letters? {
    guard case .file(let bytes)? = try? source.content(of: file) else { return nil }
    let text = SourceText(bytes)
    return text.isClean || text.hasNul ? nil : CodePageGuess(text.bytes).letters
  }
}
