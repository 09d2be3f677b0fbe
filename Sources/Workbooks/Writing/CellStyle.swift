/// The styles of cells, in the order in which the part `styles.xml` lists them.
enum CellStyle: Int, CaseIterable {
  case general
  case header
  /// Text that stays text when a person edits it: `0713` keeps its zero.
  case text
  /// Text that a spreadsheet would run as a formula if it were typed in.
  case quoted
  case whole
  case date

  init(_ kind: CellKind) {
    switch kind {
    case .text: self = .text
    case .whole: self = .whole
    case .decimal: self = .general
    case .date: self = .date
    }
  }

  private static let dateFormat = 164

  private var xml: String {
    switch self {
    case .general: #"<xf xfId="0"/>"#
    case .header:
      #"<xf numFmtId="49" fontId="1" fillId="2" borderId="1" xfId="0" applyNumberFormat="1""#
        + #" applyFont="1" applyFill="1" applyBorder="1"/>"#
    case .text: #"<xf numFmtId="49" xfId="0" applyNumberFormat="1"/>"#
    case .quoted: #"<xf numFmtId="49" xfId="0" quotePrefix="1" applyNumberFormat="1"/>"#
    case .whole: #"<xf numFmtId="1" xfId="0" applyNumberFormat="1"/>"#
    case .date: #"<xf numFmtId="\#(Self.dateFormat)" xfId="0" applyNumberFormat="1"/>"#
    }
  }

  /// The content of the part.
  static var part: String {
    """
    <styleSheet xmlns="\(Namespace.main)">\
    <numFmts count="1"><numFmt numFmtId="\(dateFormat)" formatCode="yyyy\\-mm\\-dd"/></numFmts>\
    <fonts count="2"><font><sz val="11"/><name val="Calibri"/><family val="2"/></font>\
    <font><b/><sz val="11"/><name val="Calibri"/><family val="2"/></font></fonts>\
    <fills count="3"><fill><patternFill patternType="none"/></fill>\
    <fill><patternFill patternType="gray125"/></fill>\
    <fill><patternFill patternType="solid"><fgColor rgb="FFDDE7F0"/></patternFill></fill></fills>\
    <borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border>\
    <border><left/><right/><top/><bottom style="thin"><color rgb="FF7F93A5"/></bottom>\
    <diagonal/></border></borders>\
    <cellStyleXfs count="1"><xf/></cellStyleXfs>\
    <cellXfs count="\(allCases.count)">\(allCases.map(\.xml).joined())</cellXfs>\
    <cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>\
    </styleSheet>
    """
  }
}

/// The addresses that name the vocabularies of a workbook's parts.
enum Namespace {
  static let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
  static let relations = "http://schemas.openxmlformats.org/package/2006/relationships"
  static let kinds = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
  static let contents = "http://schemas.openxmlformats.org/package/2006/content-types"
}
