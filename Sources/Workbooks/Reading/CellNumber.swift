import MobilityModel

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The numbers of cells as text, and days as numbers of cells.
enum CellNumber {
  /// The text of a number as a spreadsheet shows it: at most 15 digits, dates as `2022-06-01`.
  ///
  /// - Returns: `nil` if the bytes are no number, or no day of the calendar.
  static func text(_ bytes: [UInt8], _ format: CellFormat, from1904: Bool) -> [UInt8]? {
    if format == .general, isPlain(bytes) { return bytes }
    guard let value = Double(String(decoding: bytes, as: UTF8.self)), value.isFinite else {
      return nil
    }
    switch format {
    case .general: return Array(plain(value).utf8)
    case .padded(let digits):
      let text = plain(value)
      guard text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { return Array(text.utf8) }
      return Array((String(repeating: "0", count: max(0, digits - text.utf8.count)) + text).utf8)
    case .date, .time: return moment(value, format, from1904).map { Array($0.utf8) }
    }
  }

  /// Whether a number is written as a table writes it, so that its text can stand.
  private static func isPlain(_ bytes: [UInt8]) -> Bool {
    var (digits, points) = (0, 0)
    for (index, byte) in bytes.enumerated() {
      switch byte {
      case 0x30...0x39: digits += 1
      case 0x2E where digits > 0: points += 1
      case 0x2D where index == 0: continue
      default: return false
      }
    }
    guard (1...15).contains(digits), points <= 1 else { return false }
    return points == 0 || (bytes.last != 0x2E && bytes.last != 0x30)
  }

  /// Whether a number in a cell comes back as exactly this text.
  static func isExact(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    let digits = bytes.first == 0x2D ? bytes.dropFirst() : bytes[...]
    let hasZeros = digits.first == 0x30 && digits.count > 1 && digits.dropFirst().first != 0x2E
    return isPlain(bytes) && !hasZeros && text != "-0"
  }

  /// A number without an exponent, to 15 digits.
  private static func plain(_ value: Double) -> String {
    if value.magnitude < 1e15, value == value.rounded() { return String(Int(value)) }
    let short = printed(value, digits: 15)
    guard let mark = short.firstIndex(of: "e"),
      let exponent = Int(short[short.index(after: mark)...])
    else { return short }
    let sign = value < 0 ? "-" : ""
    let digits = short[..<mark].filter(\.isNumber)
    guard exponent < 0 else {
      return sign + digits + String(repeating: "0", count: max(0, exponent + 1 - digits.count))
    }
    return sign + "0." + String(repeating: "0", count: -exponent - 1) + digits
  }

  private static func printed(_ value: Double, digits: Int32) -> String {
    withUnsafeTemporaryAllocation(of: CChar.self, capacity: 32) { buffer in
      withVaList([digits, value]) {
        guard let start = buffer.baseAddress, vsnprintf(start, 32, "%.*g", $0) > 0 else {
          return ""
        }
        return String(cString: start)
      }
    }
  }

  // MARK: Days

  /// Days from the first day of a calendar that starts in 1900 to 1970-01-01, past the 29 February
  /// 1900 that spreadsheets believe in; and of one that starts in 1904.
  private static let epoch1900 = 25_569
  private static let epoch1904 = 24_107
  private static let inventedDay = 60
  private static let secondsOfDay = 86_400

  private static func moment(_ value: Double, _ format: CellFormat, _ from1904: Bool) -> String? {
    guard (0...3e6).contains(value) else { return nil }
    let seconds = Int((value * Double(secondsOfDay)).rounded())
    let (days, rest) = seconds.quotientAndRemainder(dividingBy: secondsOfDay)
    if format == .time, days == 0 { return clock(rest) }
    guard let day = day(serial: days, from1904: from1904) else { return nil }
    return rest == 0 ? day.iso : day.iso + " " + clock(rest)
  }

  private static func clock(_ seconds: Int) -> String {
    let parts = [seconds / 3600, seconds / 60 % 60, seconds % 60]
    return parts.map { ($0 < 10 ? "0" : "") + String($0) }.joined(separator: ":")
  }

  /// The day that a spreadsheet counts as `serial`; `nil` for 29 February 1900 and for day 0, which
  /// do not exist.
  static func day(serial: Int, from1904: Bool) -> Day? {
    let first = from1904 ? 0 : 1
    guard (first...3_000_000).contains(serial), from1904 || serial != inventedDay else {
      return nil
    }
    let epoch = from1904 ? epoch1904 : serial < inventedDay ? epoch1900 - 1 : epoch1900
    let day = Day(number: Int32(serial - epoch))
    return day.year <= 9999 ? day : nil
  }

  /// What a spreadsheet counts a day as, in a calendar that starts in 1900; `nil` for days before
  /// March 1900, on which spreadsheets do not agree.
  static func serial(of day: Day) -> Int? {
    let serial = Int(day.number) + epoch1900
    return serial > inventedDay ? serial : nil
  }
}
