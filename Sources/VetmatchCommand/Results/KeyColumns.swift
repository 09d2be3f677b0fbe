import ArgumentParser
import MobilityModel

extension FilterKey {
  /// What applicants can be told apart by, besides the further columns of `participants.csv`.
  private static let kinds: [FilterKey] = [.country, .organisation, .nationality, .stream]

  /// The key of a column, or of something else that applicants can share.
  init?(ofColumn name: String, in round: Round) {
    let keys = Self.kinds + round.attributeNames.indices.map { .attribute($0) }
    guard let key = keys.first(where: { $0.word(in: round) == name }) else { return nil }
    self = key
  }

  /// The key of a column that an option of the command line names.
  ///
  /// - Throws: `ValidationError` for a column that the round does not have.
  init(ofColumn name: String, option: String, in round: Round) throws {
    guard let key = FilterKey(ofColumn: name, in: round) else {
      let names = Self.kinds.map { $0.word(in: round) } + round.attributeNames
      throw ValidationError(
        "\(option) \(name.printable): participants.csv has no such column. Maybe one of "
          + names.joined(separator: ", ").printable + ".")
    }
    self = key
  }
}
