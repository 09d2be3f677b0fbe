import RoundFiles

/// How a bundle was made: what has to be known to make it anew from its inputs.
struct BundleFacts: Hashable {
  /// Of the program.
  var version: String
  /// How the inputs are to be read.
  var delimiter: Separator?
  var encoding: TextEncoding?
  /// Thousandths of a second that the search for a better plan was given; `nil` for no limit.
  var timeLimit: Int?

  /// The form of bundles that is written here.
  private static let format = "1"
  private static let items = ["format", "version", "delimiter", "encoding", "time_limit_ms"]

  init(version: String, options: ReadingOptions, timeLimit: Double?) {
    self.version = version
    (delimiter, encoding) = (options.separator, options.encoding)
    self.timeLimit = timeLimit.map { Int(($0 * 1000).rounded()) }
  }

  /// Reads the table; `nil` where it is not exactly as it would be written.
  init?(_ text: String) {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let values = lines.dropFirst().dropLast().map { $0.drop { $0 != "," }.dropFirst() }
    guard values.count == Self.items.count, values[0] == Self.format else { return nil }
    version = String(values[1])
    delimiter = Separator(rawValue: String(values[2]))
    encoding = TextEncoding(rawValue: String(values[3]))
    timeLimit = Int(values[4])
    let isPlain = version.utf8.allSatisfy { (0x2B...0x7A).contains($0) && $0 != 0x2C }
    guard isPlain, text == self.text else { return nil }
  }

  var options: ReadingOptions { ReadingOptions(separator: delimiter, encoding: encoding) }

  /// Seconds.
  var seconds: Double? { timeLimit.map { Double($0) / 1000 } }

  var text: String {
    let values = [
      Self.format, version, delimiter?.rawValue ?? "", encoding?.rawValue ?? "",
      timeLimit.map(String.init) ?? "",
    ]
    return CSVText.write(
      Table(columns: ["item", "value"], rows: zip(Self.items, values).map { [$0, $1] }))
  }
}
