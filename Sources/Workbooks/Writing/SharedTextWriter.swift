/// Collects the texts of cells, each once, and numbers them in the order in which they come.
struct SharedTextWriter {
  private var places: [String: Int] = [:]
  private var items: [UInt8] = []
  private var uses = 0

  mutating func index(of text: String) -> Int {
    uses += 1
    if let place = places[text] { return place }
    places[text] = places.count
    items += #"<si><t xml:space="preserve">"#.utf8
    XMLText.append(text, to: &items)
    items += "</t></si>".utf8
    return places.count - 1
  }

  /// The content of the part `sharedStrings.xml`.
  var part: [UInt8] {
    let head = #"<sst xmlns="\#(Namespace.main)" count="\#(uses)" uniqueCount="\#(places.count)">"#
    return Array(head.utf8) + items + Array("</sst>".utf8)
  }
}
