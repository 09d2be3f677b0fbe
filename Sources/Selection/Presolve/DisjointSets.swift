/// Sets of numbers that grow together; the least number of a set leads it.
struct DisjointSets {
  private var parent: [Int32]

  init(count: Int) { parent = (0..<Int32(count)).map { $0 } }

  mutating func leader(of member: Int) -> Int {
    var place = member
    while Int(parent[place]) != place {
      parent[place] = parent[Int(parent[place])]
      place = Int(parent[place])
    }
    return place
  }

  mutating func join(_ left: Int, _ right: Int) {
    let (one, other) = (leader(of: left), leader(of: right))
    parent[max(one, other)] = Int32(min(one, other))
  }
}
