/// Every option of a round.
package struct OptionTable: Sendable {
  /// Sorted by application, session and place sector.
  package let options: [Option]
  private let start: [Int]

  /// - Complexity: O(*p*) for *p* pairs of an application and a session of its stream that starts
  ///   while the applicant is available.
  package init(_ round: Round) { self.init(round, Eligibility(round)) }

  package init(_ round: Round, _ eligibility: Eligibility) {
    var options: [Option] = []
    var start = [0]
    start.reserveCapacity(round.applications.count + 1)
    var finder = OptionFinder(eligibility, streams: round.streams.count)
    for application in round.applications.indices {
      finder.find(application, into: &options)
      start.append(options.count)
    }
    self.options = options
    self.start = start
  }

  /// Where an application's options stand in `options`.
  package func range(ofApplication application: Int) -> Range<Int> {
    start[application]..<start[application + 1]
  }
}
