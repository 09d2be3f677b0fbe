import Foundation
import RoundFiles
import Testing

@Suite struct FormatPageTests {
  private func page() throws -> String {
    let url = DataSets.root.deletingLastPathComponent().appending(path: "docs/format.md")
    return String(decoding: try Data(contentsOf: url), as: UTF8.self)
  }

  @Test func `the page on the format lists every kind of finding, and no other`() throws {
    let listed = try page().split(separator: "\n").compactMap { line -> String? in
      let parts = line.split(separator: "`", maxSplits: 2, omittingEmptySubsequences: false)
      return parts.count == 3 && parts[0] == "| " ? String(parts[1]) : nil
    }
    let kinds = FindingKind.allCases.map(\.rawValue)
    let start = try #require(listed.firstIndex(of: FindingKind.notAFolder.rawValue))
    #expect(Array(listed[start...]).sorted() == kinds.sorted())
  }

  @Test func `the page on the format states the limits of size as they are`() throws {
    let page = try page()
    let numbers = [
      SizeLimits.fileBytes, SizeLimits.rows, SizeLimits.cells, SizeLimits.columns,
      SizeLimits.listItems, SizeLimits.findings, SizeLimits.whole, SizeLimits.total,
      SizeLimits.stayDays,
    ]
    for number in numbers { #expect(page.contains(grouped(number)), "\(number)") }
    #expect(page.contains("1 to \(SizeLimits.idBytes) of"))
    #expect(page.contains("0 to \(SizeLimits.age)"))
  }

  /// A number with a comma between every three digits.
  private func grouped(_ number: Int) -> String {
    let digits = Array(String(number).reversed())
    return digits.indices.reversed().map { index in
      String(digits[index]) + (index > 0 && index % 3 == 0 ? "," : "")
    }.joined()
  }
}
