/// Lists of elements, one for each of a row of owners, stored one after the other.
struct Slices<Element: Sendable>: Sendable {
  /// Where an owner's list starts; one more than there are owners.
  private(set) var start: [Int] = [0]
  private(set) var elements: [Element] = []

  init() {}

  /// Adds the list of the next owner.
  mutating func append(_ list: some Sequence<Element>) {
    elements.append(contentsOf: list)
    start.append(elements.count)
  }

  /// Adds an element to the list of the owner after the last one that was closed.
  @inline(__always)
  mutating func add(_ element: Element) { elements.append(element) }

  /// Ends the next owner's list, having sorted it and kept the first of those that are `same`.
  mutating func close(
    sortedBy precedes: (Element, Element) -> Bool, droppingSame same: (Element, Element) -> Bool
  ) {
    let first = start[start.count - 1]
    if elements.count - first > 1 {
      elements[first...].sort(by: precedes)
      var kept = first + 1
      for place in (first + 1)..<elements.count
      where !same(elements[kept - 1], elements[place]) {
        elements[kept] = elements[place]
        kept += 1
      }
      elements.removeLast(elements.count - kept)
    }
    start.append(elements.count)
  }

  var count: Int { start.count - 1 }

  @inline(__always)
  func range(_ owner: Int) -> Range<Int> { start[owner]..<start[owner + 1] }
}

extension Slices {
  init(_ lists: [[Element]]) {
    for list in lists { append(list) }
  }

  /// Deals elements out to their owners, keeping their order.
  init(_ elements: [Element], owners: Int, owner: (Element) -> Int) {
    var lists = [[Element]](repeating: [], count: owners)
    for element in elements { lists[owner(element)].append(element) }
    for list in lists { append(list) }
  }
}

/// The place of each distinct value in the order of first appearance.
struct Interner<Value: Hashable & Sendable>: Sendable {
  private(set) var values: [Value] = []
  private var places: [Value: Int32] = [:]

  mutating func place(of value: Value) -> Int32 {
    if let known = places[value] { return known }
    let place = Int32(values.count)
    places[value] = place
    values.append(value)
    return place
  }

  /// The place of a value that may not have been seen.
  func known(_ value: Value) -> Int32? { places[value] }
}

// Hostile scores must not trap: these stop at the ends of the 64-bit range, and whoever adds
// such values up checks their range first.

@inline(__always)
func saturatingSum(_ left: Int, _ right: Int) -> Int {
  let (sum, overflow) = left.addingReportingOverflow(right)
  return overflow ? (left < 0 ? .min : .max) : sum
}

@inline(__always)
func saturatingProduct(_ left: Int, _ right: Int) -> Int {
  let (product, overflow) = left.multipliedReportingOverflow(by: right)
  return overflow ? ((left < 0) == (right < 0) ? .max : .min) : product
}
