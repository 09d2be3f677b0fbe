import MobilityModel

/// The fingerprint of one input of a round.
package struct InputHash: Hashable, Sendable {
  /// File name within the round's folder.
  package var file: String
  /// SHA-256 of the file's bytes, 64 hexadecimal digits.
  package var sha256: String

  package init(file: String, sha256: String) {
    self.file = file
    self.sha256 = sha256
  }

  /// The fingerprints of every table that a round's folder has, sorted by file name.
  ///
  /// - Returns: fingerprints, or the findings about tables that could not be read.
  /// - Complexity: O(bytes) time, memory for the largest file.
  package static func ofTables(folder: String) -> Result<[InputHash], InputHashFailure> {
    let folder = folder.hasSuffix("/") ? folder : folder + "/"
    var hashes: [InputHash] = []
    var findings: [Finding] = []
    for file in TableNames.files.sorted() {
      do {
        let bytes = try FileBytes.read(folder + file)
        hashes.append(InputHash(file: file, sha256: SHA256.hex(bytes)))
      } catch .missing {
        continue
      } catch {
        findings.append(error.finding(file: file, files: [], log: FindingLog()))
      }
    }
    return findings.isEmpty ? .success(hashes) : .failure(InputHashFailure(findings: findings))
  }

  /// The fingerprint of a file of schools, and of the further names of columns that lie beside it.
  package static func ofSchools(_ path: String) -> Result<[InputHash], InputHashFailure> {
    let folder = path.lastIndex(of: "/").map { path[...$0] } ?? ""
    return ofFile(path).flatMap { hashes in
      guard (try? FileBytes.read(folder + HeadersTable.file)) != nil else {
        return .success(hashes)
      }
      return ofFile(folder + HeadersTable.file).map { hashes + $0 }
    }
  }

  /// The fingerprint of a single file that holds a whole round.
  package static func ofFile(_ path: String) -> Result<[InputHash], InputHashFailure> {
    let file = path.split(separator: "/").last.map(String.init) ?? path
    do {
      return .success([InputHash(file: file, sha256: SHA256.hex(try FileBytes.read(path)))])
    } catch {
      return .failure(InputHashFailure(findings: [error.finding(file: file, log: FindingLog())]))
    }
  }
}

/// Inputs that could not be read while their fingerprints were taken.
package struct InputHashFailure: Error, Hashable, Sendable {
  package var findings: [Finding]
}
