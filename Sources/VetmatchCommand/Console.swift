import ArgumentParser
import RoundFiles

/// Something a subcommand has found out, for a person and for a program.
protocol Report {
  /// One JSON object.
  var json: JSONText.Value { get }
  /// Lines for a terminal.
  func lines(style: Style) -> [String]
}

/// Why a run ends before its work is done.
enum Ending: Error {
  /// An input does not exist, or cannot be opened.
  case missing(path: String)
  /// The tables cannot be used.
  case findings([Finding])
  /// The plan that was given breaks a rule.
  case broken(VerdictReport)
  /// The numbers of the round are too large to be counted exactly.
  case tooLarge(String)
  /// The audit, or the check of an answer, does not accept what was found; what it says about it.
  case fault([String])
  /// A result cannot be written; what stood there is untouched.
  case unwritable(OutputError)
}

/// Where a subcommand shows its report and says what went wrong.
struct Console: Sendable {
  let isJSON: Bool

  /// Runs the work of a subcommand and ends with its exit code.
  ///
  /// - Throws: `ExitCode`, unless the work ended with `.done`.
  static func run(json: Bool, _ work: (Console) throws -> ExitStatus) throws {
    let console = Console(isJSON: json)
    try console.end(Result { try work(console) })
  }

  /// Runs work that waits for several threads.
  ///
  /// - Throws: `ExitCode`, unless the work ended with `.done`.
  static func run(json: Bool, _ work: (Console) async throws -> ExitStatus) async throws {
    let console = Console(isJSON: json)
    let result: Result<ExitStatus, any Error>
    do {
      result = .success(try await work(console))
    } catch {
      result = .failure(error)
    }
    try console.end(result)
  }

  private func end(_ result: Result<ExitStatus, any Error>) throws {
    let status: ExitStatus
    do {
      status = try result.get()
    } catch let ending as Ending {
      status = explain(ending)
    } catch let failure as ChannelFailure {
      complain("standard output cannot be written: \(failure.reason)")
      status = .output
    }
    guard status == .done else { throw status.code }
  }

  /// Writes a report to standard output.
  func show(_ report: some Report) throws(ChannelFailure) {
    if isJSON { return try Channel.output.write(JSONText.bytes(report.json)) }
    let lines = report.lines(style: Style(for: .output))
    try Channel.output.write(lines.map { $0 + "\n" }.joined())
  }

  /// Says something on standard error; there is nobody left to tell where that fails.
  func complain(_ text: String) {
    let label = Style(for: .errors).bad("error:")
    try? Channel.errors.write("\(label) \(text.printable)\n")
  }

  private func explain(_ ending: Ending) -> ExitStatus {
    switch ending {
    case .missing(let path):
      complain("\(path): there is no such file or folder, or it cannot be opened")
      return fail(PathReport(status: "missing", path: path), .missing)
    case .findings(let findings):
      return fail(FindingsReport(findings: findings), .data)
    case .broken(let verdict): return fail(verdict, .broken)
    case .tooLarge(let message):
      complain(message)
      return fail(MessageReport(status: "data", messages: [message]), .data)
    case .fault(let messages):
      complain("the check of what was found fails; nothing was written")
      complain("this is a mistake of the program: please report it with its input and these lines")
      for message in messages { complain(message) }
      return fail(MessageReport(status: "fault", messages: messages), .fault)
    case .unwritable(let error):
      complain("\(error.message); what stood there before is untouched")
      return fail(PathReport(status: "output", path: error.path), .output)
    }
  }

  private func fail(_ report: some Report, _ status: ExitStatus) -> ExitStatus {
    do {
      try show(report)
      return status
    } catch {
      complain("standard output cannot be written: \(error.reason)")
      return .output
    }
  }
}
