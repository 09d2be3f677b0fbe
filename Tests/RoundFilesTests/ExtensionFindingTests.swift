import MobilityModel
import RoundFiles
import Testing

@Suite struct ExtensionFindingTests {
  private static let base = [
    "organisations.csv": "organisation,country\na,IT\nb,ME\n",
    "streams.csv": "stream,kind\ns,staff\n",
    "sessions.csv": "session,stream,host,start,end\nx,s,a,2022-01-01,2022-01-02\n",
    "participants.csv": "participant,organisation,sectors\np,b,0713\n",
    "applications.csv": "application,participant,stream\np-s,p,s\n",
  ]

  private func read(limits: String, carried: String = "") -> RoundReading {
    var tables = Self.base
    tables["limits.csv"] = limits
    if !carried.isEmpty { tables["carried.csv"] = "limit,combination,amount\n" + carried }
    return RoundReader.read(tables: tables.mapValues { Array($0.utf8) })
  }

  private func kinds(limits: String, carried: String = "") -> [String] {
    read(limits: limits, carried: carried).findings.filter { $0.severity == .error }
      .map { "\($0.file) \($0.column ?? "") \($0.kind)" }
  }

  private static let head = "limit,each,measure,min,max,kind,minus_each,of\n"

  @Test func `differences, starts and different values are read`() throws {
    let limits =
      Self.head + "d,country+host,people,-3,2,hard,host_country+organisation,\n"
      + "n,session,different,2,,soft,,country\n"
    guard case .round(let round, _) = read(limits: limits) else {
      Issue.record("\(read(limits: limits).findings)")
      return
    }
    #expect(round.limits[0].min == -3 && round.limits[0].max == 2)
    #expect(round.limits[0].minus?.each == [.hostCountry, .organisation])
    #expect(round.limits[1].of == .country && round.limits[1].measure == .different)
  }

  @Test func `starts stand with the values of each`() {
    guard
      case .round(let round, _) = read(
        limits: Self.head + "d,country+host,people,,2,hard,,\nt,,people,,5,,,\n",
        carried: "d,ME + a,-2\nt,,3\n")
    else {
      Issue.record("findings")
      return
    }
    #expect(round.limits[0].carried == [["ME", "a"]: -2])
    #expect(round.limits[1].carried == [[]: 3])
  }

  @Test func `what does not go together is told`() {
    let head = Self.head
    #expect(
      kinds(limits: head + "d,host,people,,2,,host+country,\n") == [
        "limits.csv minus_each wrong-count"
      ])
    #expect(
      kinds(limits: head + "d,host,different,,2,,host,host\n") == [
        "limits.csv measure unfit-measure"
      ])
    #expect(kinds(limits: head + "d,,different,,2,,,\n") == ["limits.csv of missing-value"])
    #expect(kinds(limits: head + "d,,people,,2,,,host\n") == ["limits.csv measure unfit-measure"])
    #expect(
      kinds(limits: head + "d,,different,,2,,,host+country\n") == ["limits.csv of wrong-count"])
    #expect(kinds(limits: head + "d,,people,-2,2,,,\n") == ["limits.csv min out-of-range"])
    let plain = head + "d,host,people,,2,,,\ne,host,people,1,2,or_none,,\n"
    #expect(kinds(limits: plain, carried: "d,a+b,1\n") == ["carried.csv combination wrong-count"])
    #expect(
      kinds(limits: plain, carried: "d,a,1\nd,a,2\n") == ["carried.csv combination duplicate-id"])
    #expect(kinds(limits: plain, carried: "e,a,1\n") == ["carried.csv limit unfit-measure"])
    #expect(kinds(limits: plain, carried: "x,a,1\n") == ["carried.csv limit unknown-id"])
    #expect(kinds(limits: plain, carried: "d,a,\n") == ["carried.csv amount missing-value"])
  }
}
