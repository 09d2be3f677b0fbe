/// Why a result could not be written; what stood there before is as it was.
package struct OutputError: Error, Hashable, Sendable {
  package enum Reason: Hashable, Sendable {
    case diskFull
    case noPermission
    /// A file stands where a folder is needed.
    case notAFolder
    /// A folder stands where a file is to be written.
    case isAFolder
    case missingFolder
    /// The name of a file leads out of the folder, or is given twice.
    case badName
    /// The system's words.
    case other(String)
  }

  package var path: String
  package var reason: Reason

  package init(path: String, reason: Reason) {
    self.path = path
    self.reason = reason
  }

  /// The error in one line.
  package var message: String {
    let text =
      switch reason {
      case .diskFull: "the disk is full"
      case .noPermission: "no permission to write"
      case .notAFolder: "a file stands where a folder is needed"
      case .isAFolder: "a folder stands where a file is to be written"
      case .missingFolder: "the folder does not exist"
      case .badName: "a name that cannot be used for a file in the folder"
      case .other(let words): words
      }
    return "cannot write \(path): \(text)"
  }
}
