import ModelFiles
import RoundFiles
import Testing

/// A small model in which nothing is wrong, line by line.
enum ModelText {
  static let good = """
    * two of three, and a count
    NAME small
    OBJSENSE
        MIN
    ROWS
     N cost
     L one
     G two
     E all
    COLUMNS
     M1 'MARKER' 'INTORG'
     a cost -2 one 1
     a two 1
     b one 1 all 3
     n two 2
     n all -1
     M2 'MARKER' 'INTEND'
    RHS
     RHS one 1 two 1
     RHS all 2
    BOUNDS
     UP BND a 1
     UP BND b 1
     LO BND n -3
     UP BND n 4
    ENDATA

    """

  static func read(_ text: String) -> ModelReading {
    MPSReader.read(Array(text.utf8), file: "small.mps")
  }

  /// The model of a text in which nothing is wrong.
  static func model(_ text: String = good) throws -> Model {
    let reading = read(text)
    guard case .model(let model) = reading else {
      Issue.record("\(reading)")
      throw Unread()
    }
    return model
  }

  /// The good text with one edit.
  static func edited(_ old: String, _ new: String) throws -> String {
    try #require(good.contains(old), "\(old)")
    return good.replacing(old, with: new, maxReplacements: 1)
  }

  struct Unread: Error {}
}
