/// Every option of a round.
package struct OptionTable: Sendable {
  /// The most options that are looked for, so that no round can use up the memory.
  package static let mostOptions = 1 << 27

  /// Sorted by application, session and place sector.
  package let options: [Option]
  /// Whether these are all; `false` where the search ended because there are more than `most`.
  package let isComplete: Bool
  private let start: [Int]

  /// - Complexity: O(*p*) for *p* pairs of an application and a session of its stream that starts
  ///   while the applicant is available.
  package init(_ round: Round, most: Int = mostOptions) {
    self.init(round, Eligibility(round), most: most)
  }

  package init(_ round: Round, _ eligibility: Eligibility, most: Int = mostOptions) {
    var options: [Option] = []
    var start = [0]
    start.reserveCapacity(round.applications.count + 1)
    var finder = OptionFinder(eligibility, streams: round.streams.count)
    for application in round.applications.indices {
      if options.count <= most { finder.find(application, into: &options) }
      start.append(options.count)
    }
    self.options = options
    self.start = start
    isComplete = options.count <= most
  }

  /// Where an application's options stand in `options`.
  package func range(ofApplication application: Int) -> Range<Int> {
    start[application]..<start[application + 1]
  }
}
