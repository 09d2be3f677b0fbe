import MobilityModel
import RoundFiles
import Testing

@Suite struct SchoolReaderTests {
  private func read(_ text: String) -> SchoolReading {
    SchoolReader.read(.file(Array(text.utf8)), file: "schools.csv")
  }

  private func findings(_ text: String) -> [String] {
    guard case .findings(let findings) = read(text) else { return [] }
    return findings.filter { $0.severity == .error }.map {
      "\($0.row ?? 0) \($0.column ?? "") \($0.value) \($0.kind)"
    }
  }

  @Test func `schools come in the order of ids and refer to each other`() throws {
    let text = """
      school,side,country,sectors,languages,wishes,twins,agreed,refused
      w,wb,XK,0713|1013,sq:native|en:B1,e2|e1,2,e1,
      e2,eu,EL,,,,,,w
      e1,eu,IT,0713,en:B2,w,,,
      """
    guard case .schools(let schools, _) = read(text) else {
      Issue.record("\(read(text))")
      return
    }
    #expect(schools.map(\.id) == ["e1", "e2", "w"])
    #expect(schools[2].wishes == [1, 0] && schools[2].agreed == [0] && schools[2].mostTwins == 2)
    #expect(schools[1].refused == [2] && schools[1].country == "GR" && schools[1].mostTwins == 1)
    #expect(schools[0].wishes == [2])
  }

  @Test func `what is wrong with a table is told in one pass`() {
    let text = """
      school,side,latitude,sectors,languages,wishes,twins
      e1,eu,91,713x,en:Z9,nobody,0
      e1,oz,45,,,,
      ,wb,,,,,
      """
    #expect(
      Set(findings(text)) == [
        "2 latitude 91 out-of-range", "2 longitude  missing-value", "2 sectors 713x bad-sector",
        "2 languages en:Z9 bad-level", "2 wishes nobody unknown-id", "2 twins 0 out-of-range",
        "3 school e1 duplicate-id", "3 side oz unknown-value", "3 longitude  missing-value",
        "4 school  missing-value",
      ])
  }

  @Test func `columns may have the names that headers_csv beside the table adds`() throws {
    let folder = try TestFolder()
    try folder.write(Array("Kürzel,Seite,Wunsch\na,eu,b\nb,wb,\n".utf8), to: "schools.csv")
    let names = "table,column,header\nschools,school,Kürzel\n,wishes,Wunsch\n"
    func read() -> SchoolReading { SchoolReader.read(path: folder.path + "/schools.csv") }
    #expect(throws: TestFailure.self) { try schools(read()) }
    try folder.write(Array((names + "schools,side,Seite\n").utf8), to: "headers.csv")
    #expect(try schools(read()).map(\.wishes) == [[1], []])
    try folder.write(Array((names + "schools,sides,Seite\n").utf8), to: "headers.csv")
    guard case .findings(let findings) = read() else { throw TestFailure("a wrong name is read") }
    #expect(findings.contains { $0.file == "headers.csv" && $0.value == "sides" && $0.row == 4 })
  }

  private func schools(_ reading: SchoolReading) throws -> [School] {
    guard case .schools(let schools, _) = reading else { throw TestFailure("\(reading)") }
    return schools
  }

  @Test func `schools of one side are no twins, and what is agreed fits`() {
    let head = "school,side,wishes,agreed,refused\n"
    #expect(findings(head + "a,eu,b,,\nb,eu,,,\n") == ["2 wishes b unknown-id"])
    #expect(
      findings(head + "a,eu,,x|y,\nx,wb,,,\ny,wb,,,\n") == ["2 twins 1 out-of-range"])
    #expect(findings(head + "a,eu,,x,\nx,wb,,,a\n") == ["3 refused a duplicate-id"])
  }
}
