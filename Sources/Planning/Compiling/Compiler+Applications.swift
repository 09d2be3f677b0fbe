import MobilityModel
import Selection

extension Compiler {
  /// Slots and columns of all applications and groups.
  mutating func addApplications() {
    let isLocked = lockedApplications()
    for application in round.applications.indices {
      guard let group = space.groups.members(with: application) else {
        let options = space.table.range(ofApplication: application).filter { space.isAlive[$0] }
        addSlot(of: application, options, isRequired: isLocked[application])
        continue
      }
      if group.applications[0] == application {
        add(group, isRequired: group.applications.contains { isLocked[$0] })
      }
    }
  }

  /// Whether an application must be placed, indexed by application.
  private func lockedApplications() -> [Bool] {
    round.isLocked.enumerated().map { application, isLocked in
      isLocked && !space.ignoring.contains(.lock(application: application))
    }
  }

  private mutating func addSlot(of application: Int, _ options: [Int], isRequired: Bool) {
    if options.isEmpty, !isRequired { return }
    let slot = addSlot(.application(application), isRequired: isRequired)
    for option in options {
      var cost = costs.zero
      costs.add(space.table.options[option], to: &cost)
      column[option] = Int32(addOption(.option(option), slot: slot, cost: cost))
    }
  }

  /// The group's slot with a column for each session, then the slots of those members who have
  /// several options in a session.
  private mutating func add(_ group: Groups.Members, isRequired: Bool) {
    let choices = group.applications.map(choices)
    let sessions = choices[0].count
    if sessions == 0, !isRequired { return }
    let slot = addSlot(.group(application: group.applications[0]), isRequired: isRequired)
    let together = (0..<sessions).map { session in
      let single = choices.map { $0[session] }.filter { $0.count == 1 }.map { $0[0] }
      return addShared(single, .group(option: choices[0][session][0]), slot: slot)
    }
    for (application, member) in zip(group.applications, choices) {
      let several = member.indices.filter { member[$0].count > 1 }
      addSlot(
        of: application, several.flatMap { member[$0] },
        isRequired: isRequired && several.count == sessions)
      for session in several {
        for option in member[session] { row.add(Int(column[option])) }
        row.add(together[session], -1)
        addRow(
          .member(option: member[session][0]), lower: 0, upper: 0, ascending: row.take())
      }
    }
  }

  /// A column that stands for several options at once.
  private mutating func addShared(
    _ options: [Int], _ label: ColumnLabel, slot: Int
  ) -> SelectionProblem.Column {
    var cost = costs.zero
    for option in options { costs.add(space.table.options[option], to: &cost) }
    let shared = addOption(label, slot: slot, cost: cost)
    for option in options { column[option] = Int32(shared) }
    return shared
  }

  /// A group member's options alive, by session; every member has the same sessions.
  private func choices(of application: Int) -> [[Int]] {
    var choices: [[Int]] = []
    var last = -1
    for option in space.table.range(ofApplication: application) where space.isAlive[option] {
      if space.session(option) != last {
        last = space.session(option)
        choices.append([])
      }
      choices[choices.count - 1].append(option)
    }
    return choices
  }
}

extension Round {
  /// Whether an application must be placed, indexed by application.
  var isLocked: [Bool] {
    var isLocked = [Bool](repeating: false, count: applications.count)
    for lock in locks where lock.effect == .lock { isLocked[lock.application] = true }
    return isLocked
  }
}
