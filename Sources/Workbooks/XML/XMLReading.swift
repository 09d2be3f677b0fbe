private import CExpat

/// What is done with the elements of one part of a workbook.
protocol XMLContent: AnyObject {
  func start(_ name: XMLName, _ attributes: XMLAttributes) throws(WorkbookFault)
  func end(_ name: XMLName) throws(WorkbookFault)
  /// A piece of the text between two tags; a text may come in several.
  func text(_ bytes: UnsafeBufferPointer<UInt8>)
}

/// The name of an element without its prefix.
struct XMLName {
  fileprivate let start: UnsafePointer<CChar>

  /// Prefixes are the writer's choice, and no two elements that are read differ by them alone.
  fileprivate init(_ name: UnsafePointer<CChar>) {
    var (start, place) = (name, name)
    while place.pointee != 0 {
      if place.pointee == 0x3A { start = place + 1 }
      place += 1
    }
    self.start = start
  }

  static func ~= (pattern: StaticString, name: XMLName) -> Bool { name == pattern }

  static func == (name: XMLName, word: StaticString) -> Bool { equal(name.start, word) }
}

/// Whether bytes up to a 0 are those of a word; no string is made for it.
private func equal(_ bytes: UnsafePointer<CChar>, _ word: StaticString) -> Bool {
  word.withUTF8Buffer { word in
    for (index, byte) in word.enumerated() where bytes[index] != CChar(bitPattern: byte) {
      return false
    }
    return bytes[word.count] == 0
  }
}

/// The attributes of an element, by their names without prefixes.
struct XMLAttributes {
  fileprivate let list: UnsafeMutablePointer<UnsafePointer<CChar>?>?

  /// The value's bytes up to a 0, which no value holds.
  func bytes(_ word: StaticString) -> UnsafePointer<CChar>? {
    guard var place = list else { return nil }
    while let name = place[0] {
      if XMLName(name) == word { return place[1] }
      place += 2
    }
    return nil
  }

  /// Whether the attribute has this value.
  func has(_ word: StaticString, _ value: StaticString) -> Bool {
    bytes(word).map { equal($0, value) } ?? false
  }

  subscript(word: StaticString) -> String? { bytes(word).map { String(cString: $0) } }

  /// A whole number that is not negative.
  func number(_ word: StaticString) -> Int? {
    guard let bytes = bytes(word), bytes[0] != 0 else { return nil }
    var (value, place) = (0, bytes)
    while place.pointee != 0 {
      let digit = Int(place.pointee) - 0x30
      guard (0...9).contains(digit), value < 1 << 40 else { return nil }
      value = value * 10 + digit
      place += 1
    }
    return value
  }
}

/// Walks over the elements of one part, whose bytes come in pieces.
///
/// A part that declares a document type is refused: only with one could it define entities, and no
/// workbook needs any.
///
/// - Complexity: O(bytes) time; memory for one tag, at most `WorkbookLimits.tagBytes` of it.
final class XMLReading {
  private let parser: XML_Parser
  private let part: String
  private let content: any XMLContent
  private var fault: WorkbookFault?
  private var depth = 0
  private var fed = 0

  init(part: String, content: any XMLContent) {
    guard let parser = XML_ParserCreate(nil) else { preconditionFailure("no memory") }
    (self.parser, self.part, self.content) = (parser, part, content)
    XML_SetUserData(parser, Unmanaged.passUnretained(self).toOpaque())
    XML_SetElementHandler(
      parser, { XMLReading.of($0)?.start($1, $2) }, { XMLReading.of($0)?.end($1) })
    XML_SetCharacterDataHandler(parser) { XMLReading.of($0)?.text($1, $2) }
    XML_SetStartDoctypeDeclHandler(parser) { reading, _, _, _, _ in
      guard let reading = XMLReading.of(reading) else { return }
      reading.stop(.documentType(part: reading.part))
    }
  }

  deinit { XML_ParserFree(parser) }

  /// Reads a piece; an empty one is the end of the part.
  func feed(_ piece: UnsafeBufferPointer<UInt8>) throws(WorkbookFault) {
    fed += piece.count
    let status = piece.withMemoryRebound(to: CChar.self) {
      XML_Parse(parser, $0.baseAddress, Int32($0.count), $0.isEmpty ? 1 : 0)
    }
    if let fault { throw fault }
    guard status == XML_STATUS_OK else {
      throw .damaged(part: part, what: "XML; line \(XML_GetCurrentLineNumber(parser)) is not")
    }
    // What has not been told yet is one tag, read anew with every piece.
    let told = Int(XML_GetCurrentByteIndex(parser))
    guard told < 0 || fed - told <= piece.count + WorkbookLimits.tagBytes else {
      throw .tooLarge(part: part, limit: "\(WorkbookLimits.tagBytes) bytes in a tag")
    }
  }

  private static func of(_ pointer: UnsafeMutableRawPointer?) -> XMLReading? {
    pointer.map { Unmanaged<XMLReading>.fromOpaque($0).takeUnretainedValue() }
  }

  private func start(
    _ name: UnsafePointer<CChar>?, _ attributes: UnsafeMutablePointer<UnsafePointer<CChar>?>?
  ) {
    guard let name, fault == nil else { return }
    depth += 1
    guard depth <= WorkbookLimits.depth else {
      return stop(.tooLarge(part: part, limit: "\(WorkbookLimits.depth) elements in each other"))
    }
    do throws(WorkbookFault) {
      try content.start(XMLName(name), XMLAttributes(list: attributes))
    } catch {
      stop(error)
    }
  }

  private func end(_ name: UnsafePointer<CChar>?) {
    guard let name, fault == nil else { return }
    depth -= 1
    do throws(WorkbookFault) {
      try content.end(XMLName(name))
    } catch {
      stop(error)
    }
  }

  private func text(_ bytes: UnsafePointer<CChar>?, _ count: Int32) {
    guard let bytes, fault == nil else { return }
    bytes.withMemoryRebound(to: UInt8.self, capacity: Int(count)) {
      content.text(UnsafeBufferPointer(start: $0, count: Int(count)))
    }
  }

  private func stop(_ fault: WorkbookFault) {
    self.fault = fault
    XML_StopParser(parser, 0)
  }
}

extension ZipArchive {
  /// Gives the elements of a part to `content`.
  func read(_ entry: Entry, as content: any XMLContent) throws(WorkbookFault) {
    let reading = XMLReading(part: entry.name, content: content)
    try read(entry) { piece throws(WorkbookFault) in
      if !piece.isEmpty { try reading.feed(piece) }
    }
    try reading.feed(UnsafeBufferPointer(start: nil, count: 0))
  }
}
