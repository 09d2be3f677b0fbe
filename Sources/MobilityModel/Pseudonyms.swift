/// Ids that stand in for those of people, so that a plan can be shown to somebody who must not know
/// who they are.
///
/// A pseudonym is the first ten bytes of HMAC-SHA-256 of the kind of id, a line feed and the id,
/// keyed with a secret, as hexadecimal digits behind a letter for the kind. The same secret gives the
/// same pseudonyms in every round; without it nobody can tell an id from its pseudonym, nor try out
/// likely ids. Among a million ids the chance that two have one pseudonym is below 10^-12.
///
/// Source: H. Krawczyk, M. Bellare and R. Canetti, "HMAC: Keyed-Hashing for Message Authentication",
/// RFC 2104 (1997).
package struct Pseudonyms: Sendable {
  /// What an id belongs to.
  package enum Kind: String, Sendable {
    case application, participant, group

    fileprivate var letter: String {
      switch self {
      case .application: "A"
      case .participant: "P"
      case .group: "G"
      }
    }
  }

  private let inner: [UInt8]
  private let outer: [UInt8]

  /// Bytes of a block of the hash function.
  private static let block = 64
  private static let length = 10

  /// Makes pseudonyms that only those can make who know the secret.
  package init(secret: [UInt8]) {
    var key = secret.count > Self.block ? SHA256.digest(secret) : secret
    key += [UInt8](repeating: 0, count: Self.block - key.count)
    inner = key.map { $0 ^ 0x36 }
    outer = key.map { $0 ^ 0x5C }
  }

  /// The pseudonym of an id; an empty id has an empty one.
  package func pseudonym(of kind: Kind, _ id: String) -> String {
    guard !id.isEmpty else { return "" }
    let code = code(Array((kind.rawValue + "\n" + id).utf8))
    return kind.letter + "-" + SHA256.hex(digest: Array(code.prefix(Self.length)))
  }

  /// The 32 bytes of the message's authentication code.
  func code(_ message: [UInt8]) -> [UInt8] { SHA256.digest(outer + SHA256.digest(inner + message)) }
}

extension Round {
  /// The round without what a person has written about others: names, reasons and authors.
  ///
  /// No rule and no value hangs on them, so it has the same plans.
  package var withoutRemarks: Round {
    var round = self
    for place in participants.indices { round.participants[place].name = "" }
    for place in limits.indices { round.limits[place].reason = "" }
    for place in rules.indices { round.rules[place].reason = "" }
    for place in locks.indices { (round.locks[place].reason, round.locks[place].author) = ("", "") }
    return round
  }

  /// The round with pseudonyms for people, applications and groups, also where filters name them.
  ///
  /// Everything keeps its place, so a plan of the one is a plan of the other; the order is that of
  /// the ids before. The lot is drawn by ids, so the tier `draw` has other values.
  package func pseudonymised(by names: Pseudonyms) -> Round {
    var round = self
    for place in participants.indices {
      round.participants[place].id = names.pseudonym(of: .participant, participants[place].id)
    }
    for place in applications.indices {
      round.applications[place].id = names.pseudonym(of: .application, applications[place].id)
      round.applications[place].group = names.pseudonym(of: .group, applications[place].group)
    }
    for place in limits.indices { round.limits[place] = limits[place].pseudonymised(by: names) }
    for place in rules.indices { round.rules[place].who = names.filter(rules[place].who) }
    return round
  }
}

extension Limit {
  fileprivate func pseudonymised(by names: Pseudonyms) -> Limit {
    var limit = self
    limit.who = names.filter(who)
    limit.minus?.who = names.filter(minus?.who ?? Filter())
    limit.carried = [:]
    for (values, amount) in carried {
      limit.carried[zip(values, each).map { names.value($0, of: $1) }] = amount
    }
    return limit
  }
}

extension Pseudonyms {
  /// The value of a filter's key as it is shown.
  package func value(_ value: String, of key: FilterKey) -> String {
    switch key {
    case .application: pseudonym(of: .application, value)
    case .participant: pseudonym(of: .participant, value)
    case .group: pseudonym(of: .group, value)
    default: value
    }
  }

  fileprivate func filter(_ filter: Filter) -> Filter {
    Filter(
      filter.conditions.map { condition in
        Filter.Condition(
          key: condition.key, values: Set(condition.values.map { value($0, of: condition.key) }))
      })
  }
}
