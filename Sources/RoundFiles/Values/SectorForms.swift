import MobilityModel

/// Sectors as spreadsheets and forms leave them.
enum SectorForms {
  static let expected = "a sector of ISCED-F 2013 as four digits"

  /// The sector of a text in another form: `713`, `713.0`, `0713 - Electricity and energy`.
  static func sector(_ text: String) -> Sector? {
    let digits = text.prefix { $0.isASCII && $0.isNumber }
    let rest = text[digits.endIndex...]
    guard rest.isEmpty || rest == ".0" || isTitle(rest) else { return nil }
    switch digits.utf8.count {
    case 4: return Sector(code: digits)
    case 3: return isNarrow("0" + digits.prefix(2)) ? Sector(code: "0" + digits) : nil
    default: return nil
    }
  }

  private static func isTitle(_ text: Substring) -> Bool {
    guard let first = text.first, first == " " || first == "-" || first == "–" || first == ":"
    else { return false }
    let title = text.drop { " -–:".contains($0) }
    return title.first?.isLetter ?? false && !title.contains { $0.isNumber }
  }

  /// Whether three digits are a narrow field, so that a spreadsheet can only have eaten the zero:
  /// `713` belongs to 071, but `101` is the narrow field 101 itself.
  ///
  /// Source: ISCED Fields of Education and Training 2013, UNESCO Institute for Statistics.
  private static func isNarrow(_ field: some StringProtocol) -> Bool {
    let fields = """
      001 002 003 011 018 021 022 023 028 031 032 038 041 042 048 051 052 053 054 058 061 068 \
      071 072 073 078 081 082 083 084 088 091 092 098
      """
    return fields.split(separator: " ").contains { $0 == field }
  }
}
