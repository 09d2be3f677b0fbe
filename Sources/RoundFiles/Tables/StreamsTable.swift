import MobilityModel

/// `streams.csv`: the kinds of mobility.
struct StreamsTable: KeyedTable {
  static let name = "streams"
  static var index: WritableKeyPath<RoundIds, IdIndex> { \.streams }
  static let isRequired = true

  let stream, title, kind, minDays, maxDays, weight, learnersPerLeader, nationalVisa: Column

  var key: Column { stream }

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

  func row(_ id: String, _ table: borrowing TableReader, _ ids: RoundIds) -> MobilityModel.Stream {
    var result = MobilityModel.Stream(id: id)
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
