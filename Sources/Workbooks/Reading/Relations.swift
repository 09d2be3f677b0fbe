/// The parts that a part refers to, by the ids of the references.
final class Relations: XMLContent {
  struct Relation {
    /// Last word of the address that names the kind of reference.
    var kind: String
    /// Name of the part.
    var target: String
  }

  private(set) var relation: [String: Relation] = [:]
  /// Folder of the part that refers, with a slash at its end, or nothing.
  private let folder: String

  /// Reads the references of a part; a part without any has no such list.
  init(of part: String, in archive: ZipArchive) throws(WorkbookFault) {
    let name = part.split(separator: "/").last.map(String.init) ?? ""
    folder = String(part.dropLast(name.count))
    guard let entry = archive["\(folder)_rels/\(name).rels"] else { return }
    try archive.read(entry, as: self)
  }

  func start(_ name: XMLName, _ attributes: XMLAttributes) throws(WorkbookFault) {
    guard name == "Relationship", let id = attributes["Id"], let target = attributes["Target"],
      attributes["TargetMode"] != "External", relation.count <= WorkbookLimits.parts
    else { return }
    let kind = attributes["Type"]?.split(separator: "/").last.map(String.init) ?? ""
    relation[id] = Relation(kind: kind, target: resolved(target))
  }

  func end(_ name: XMLName) {}
  func text(_ bytes: UnsafeBufferPointer<UInt8>) {}

  func target(ofKind kind: String) -> String? {
    relation.values.filter { $0.kind == kind }.map(\.target).min()
  }

  /// The name of a part from an address, which counts from the folder unless a slash starts it.
  ///
  /// Steps above the root lead nowhere: the name is only looked up in the file's directory.
  private func resolved(_ target: String) -> String {
    var parts = target.hasPrefix("/") ? [] : folder.split(separator: "/")
    for part in target.split(separator: "/") {
      switch part {
      case ".": continue
      case "..": _ = parts.popLast()
      default: parts.append(part)
      }
    }
    return parts.joined(separator: "/")
  }
}
