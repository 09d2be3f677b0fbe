import MobilityModel

/// `streams.csv`: the kinds of mobility.
struct StreamsTable: RoundTable {
  static let name = "streams"
  static let isRequired = true

  let stream, title, kind, minDays, maxDays, weight, learnersPerLeader, nationalVisa: Column

  init(_ header: inout Header) {
    stream = header.required("stream")
    title = header.optional("title")
    kind = header.required("kind")
    minDays = header.optional("min_days")
    maxDays = header.optional("max_days")
    weight = header.optional("weight")
    learnersPerLeader = header.optional("learners_per_leader")
    nationalVisa = header.optional("national_visa")
  }

  func row(_ table: TableReader, _ ids: inout RoundIds) -> MobilityModel.Stream {
    var result = MobilityModel.Stream(id: table.key(stream, into: &ids.streams))
    result.title = table.text(title)
    result.kind = table.required(kind, "learner or staff") { table.choice($0) } ?? .learner
    result.minDays = table.whole(minDays)
    result.maxDays = table.whole(maxDays)
    result.weight = table.whole(weight, in: 1...SizeLimits.whole) ?? 1
    result.learnersPerLeader = table.whole(learnersPerLeader) ?? 0
    result.hasNationalVisa = table.isYes(nationalVisa) ?? false
    table.checkOrder(result.minDays, minDays, result.maxDays, maxDays)
    return result
  }
}
