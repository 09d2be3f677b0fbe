import RoundFiles
import Workbooks

/// Results on their way to a place, wholly or not at all.
extension RoundPlace {
  /// Looks at the place before a long search, so that a slip is told at once.
  ///
  /// - Throws: `Ending.unwritable` where nothing could be written, or an input would be replaced.
  func check(inputs: [String]) throws(Ending) {
    do {
      switch self {
      case .folder(let path):
        for input in inputs { try OutputFolder.check(path, round: input) }
      case .workbook(let path): try OutputFolder.check(file: path, inputs: inputs)
      }
    } catch {
      throw .unwritable(error)
    }
  }

  /// Writes files into the folder.
  func write(files: [OutputFile]) throws(Ending) {
    do {
      try AtomicFolder.write(files, to: path)
    } catch {
      throw .unwritable(error)
    }
  }

  /// Writes sheets as the workbook.
  func write(sheets: [Sheet]) throws(Ending) {
    do {
      try AtomicFile.write(WorkbookBytes.write(sheets), to: path)
    } catch let error as OutputError {
      throw .unwritable(error)
    } catch let fault as WorkbookFault {
      throw .unwritable(OutputError(path: path, reason: .other(fault.words)))
    } catch {
      preconditionFailure("no other error is thrown")
    }
  }
}
