import Testing

@testable import MobilityModel

@Suite struct PseudonymsTests {
  /// RFC 4231, test cases 1, 2 and 6.
  @Test(arguments: [
    (
      [UInt8](repeating: 0x0B, count: 20), "Hi There",
      "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7"
    ),
    (
      Array("Jefe".utf8), "what do ya want for nothing?",
      "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"
    ),
    (
      [UInt8](repeating: 0xAA, count: 131),
      "Test Using Larger Than Block-Size Key - Hash Key First",
      "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54"
    ),
  ])
  func `the code is that of the published examples`(key: [UInt8], text: String, code: String) {
    #expect(SHA256.hex(digest: Pseudonyms(secret: key).code(Array(text.utf8))) == code)
  }

  @Test func `a pseudonym hangs on the secret, the kind and the id, and on nothing else`() {
    let names = Pseudonyms(secret: Array("one secret of many".utf8))
    let other = Pseudonyms(secret: Array("one secret of more".utf8))
    let name = names.pseudonym(of: .application, "a1")
    #expect(name == "A-7eb53ab2d967575806db")
    #expect(name == names.pseudonym(of: .application, "a1"))
    #expect(name.dropFirst() != names.pseudonym(of: .participant, "a1").dropFirst())
    #expect(name != names.pseudonym(of: .application, "a2"))
    #expect(name != other.pseudonym(of: .application, "a1"))
    #expect(names.pseudonym(of: .group, "") == "")
  }

  @Test func `a pseudonymised round has the same options, and filters that mean the same people`() {
    var round = smallRound()
    var limit = Limit(id: "one")
    limit.who = Filter([.init(key: .application, values: [round.applications[0].id])])
    limit.reason = "because of somebody"
    round.limits.append(limit)
    let names = Pseudonyms(secret: Array("one secret of many".utf8))
    let shown = round.withoutRemarks.pseudonymised(by: names)
    #expect(OptionTable(shown).options == OptionTable(round).options)
    #expect(
      shown.limits.last?.who.conditions.first?.values == [shown.applications[0].id])
    #expect(shown.limits.map(\.reason) == [""])
    #expect(shown.participants.map(\.name) == [""])
    #expect(Set(shown.participants.map(\.id)).isDisjoint(with: round.participants.map(\.id)))
  }
}
