extension Lock {
  /// Why, and who decided: `host's visa letter, by Mira`; empty if neither is given.
  package var remark: String {
    [reason, author.isEmpty ? "" : "by \(author)"].filter { !$0.isEmpty }.joined(separator: ", ")
  }

  /// Where it leads or what it forbids, with the remark in brackets.
  package func words(in round: Round) -> String {
    target.words(in: round) + (remark.isEmpty ? "" : " (\(remark))")
  }
}

extension Lock.Target {
  package func words(in round: Round) -> String {
    switch self {
    case .anywhere: "any session"
    case .session(let session): round.sessions[session].id
    case .host(let host): "the sessions of \(round.organisations[host].id)"
    }
  }

  /// Whether a session is meant.
  package func names(session: Int, in round: Round) -> Bool {
    switch self {
    case .anywhere: true
    case .session(let named): named == session
    case .host(let host): round.sessions[session].host == host
    }
  }
}

extension [Lock] {
  /// The remarks of those with an effect, each once, in the order of rows; empty if there are none.
  package func remarks(of effect: Lock.Effect) -> String {
    var remarks: [String] = []
    for lock in self where lock.effect == effect && !lock.remark.isEmpty {
      if !remarks.contains(lock.remark) { remarks.append(lock.remark) }
    }
    return remarks.joined(separator: "; ")
  }

  /// Where the locks among them lead, with their remarks: `s1 (visa, by Mira), or to s2`; empty if
  /// there are none.
  package func places(in round: Round) -> String {
    filter { $0.effect == .lock }.map { $0.words(in: round) }.joined(separator: ", or to ")
  }
}
