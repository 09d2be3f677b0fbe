import ArgumentParser
import MobilityModel
import Planning

/// By what a plan is chosen.
struct MechanismOption: ParsableArguments {
  @ArgumentParser.Option(
    help: ArgumentHelp(
      "By what the plan is chosen: best, merit, rank or equal.", valueName: "name"),
    completion: .list(Mechanism.names))
  var mechanism = "best"

  @OptionGroup var key: EqualOverOption

  func validate() throws {
    guard Mechanism.names.contains(mechanism) else {
      throw ValidationError(
        "--mechanism \(mechanism.printable): expected one of "
          + Mechanism.names.joined(separator: ", ") + ".")
    }
    if mechanism == "equal", key.equalOver == nil {
      throw ValidationError("--mechanism equal needs --equal-over, such as country.")
    }
    if mechanism != "equal", key.equalOver != nil {
      throw ValidationError("--equal-over belongs to --mechanism equal.")
    }
  }

  /// The mechanism for a round.
  ///
  /// - Throws: `ValidationError` for a column that the round does not have.
  func chosen(for round: Round) throws -> Mechanism {
    switch mechanism {
    case "merit": .merit
    case "rank": .rank
    case "equal": .equal(over: try key.key(in: round))
    default: .best
    }
  }
}

/// Among whom shares are to be equal.
struct EqualOverOption: ParsableArguments {
  @ArgumentParser.Option(
    help: ArgumentHelp(
      "What those share who are to be placed in equal shares: country, organisation, stream or a "
        + "column of participants.csv.", valueName: "column"))
  var equalOver: String?

  func validate() throws {
    if let equalOver { try refuseEmpty(equalOver, "--equal-over") }
  }

  /// The key that is asked for; the country where none is.
  ///
  /// - Throws: `ValidationError` for a column that the round does not have.
  func key(in round: Round) throws -> FilterKey {
    try FilterKey(ofColumn: equalOver ?? "country", option: "--equal-over", in: round)
  }
}
