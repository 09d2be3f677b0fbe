import RoundFiles
import Workbooks

extension WorkbookFindingKind {
  /// What a planner does about a finding of this kind.
  var advice: String {
    switch self {
    case .notAWorkbook: "Save the round in a spreadsheet program as an Excel workbook (.xlsx)."
    case .lockedWorkbook: "Save a copy without a password."
    case .damagedWorkbook: "Open the workbook in a spreadsheet program and save it anew."
    case .documentType: "Do not use this file: no spreadsheet program writes such a part."
    case .workbookTooLarge: "Delete sheets, rows and columns that are not needed."
    case .duplicateSheet: "Rename or delete one of the two sheets."
    case .errorCell: "Mend the formula, or write the value in its place."
    case .noValue: "Open the workbook in a spreadsheet program and save it, which fills in values."
    case .badCellNumber: "Write the value anew."
    }
  }
}

extension Finding {
  /// What a planner does about it; `nil` where its kind says it all.
  var advice: String? {
    guard let kind = FindingKind(rawValue: kind) else {
      return WorkbookFindingKind(rawValue: kind)?.advice
    }
    return isOfSheet ? kind.adviceOnSheet ?? Self.onSheets(kind.advice) : kind.advice
  }

  /// Advice with the tables of a workbook in place of files.
  private static func onSheets(_ advice: String) -> String {
    advice.replacing(/([a-z-]+)\.csv/) { "the sheet \($0.1)" }
  }

  /// Whether its place is a sheet, as in `round.xlsx:sessions`.
  private var isOfSheet: Bool { file.contains(":") }
}
