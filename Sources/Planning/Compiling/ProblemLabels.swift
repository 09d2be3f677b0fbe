import MobilityModel

/// What the columns, slots and rows of a compiled round stand for, each in the problem's order.
///
/// They are noted only for a round that is exported; a run of the solver has no use for them.
struct ProblemLabels: Sendable {
  var columns: [ColumnLabel] = []
  var slots: [SlotLabel] = []
  var rows: [RowLabel] = []
}

/// The columns of `docs/model.md`.
enum ColumnLabel: Hashable, Sendable {
  /// x: index of an option.
  case option(Int)
  /// z: a group, by an index of one of the options that the column stands for or, where it stands
  /// for none, of one of a member's options in the session.
  case group(option: Int)
  /// y and l: index into `Round.sessions`.
  case runs(session: Int)
  case leaders(session: Int)
  /// w, u and v.
  case used(LimitPart)
  case short(LimitPart)
  case over(LimitPart)
  /// d: whether some placement has a value of the key that the limit looks at.
  case different(LimitPart, String)
}

enum SlotLabel: Hashable, Sendable {
  /// Index into `Round.applications`.
  case application(Int)
  /// A group, by the first of its applications.
  case group(application: Int)
}

/// The rows of `docs/model.md` that are no slots.
enum RowLabel: Hashable, Sendable {
  /// A member's options in the group's session, by an index of one of them.
  case member(option: Int)
  /// Index into `Round.sessions`.
  case session(SessionRow, Int)
  /// Index into `Round.participants`, and a day on which all of the options are under way.
  case person(Int, Day)
  case limit(LimitPart, LimitSide)
  /// A value that counts as soon as an application has it, or only when one does.
  case different(LimitPart, String, LimitSide)
  /// Published placements that stay as they are.
  case changes
}

/// The rows of a session, by the first part of their names.
enum SessionRow: String, Hashable, Sendable {
  /// Participants are at most as many as there are seats.
  case seats
  /// Participants are at least as many as the session runs with.
  case minimum
  /// The leaders who are placed are as many as are counted.
  case leaders
  /// Leaders are enough for the participants.
  case led
  /// Leaders are no more than the participants need.
  case needed
  /// A session that runs has a leader.
  case present
  /// A session that does not run has none.
  case absent
}

/// One of the limits into which `each` splits a row of the table, on one stretch of days.
struct LimitPart: Hashable, Sendable {
  /// Index into `Round.limits`.
  var limit: Int
  /// Index of one of the options that the limit looks at here; `nil` if there is none.
  var option: Int?
  /// First day of the stretch, for `at_once`.
  var day: Day?
  /// Whether the option is one of those that the limit takes off.
  var isMinus = false
}

/// Which bounds of a limit a row keeps.
enum LimitSide: Hashable, Sendable { case min, max, both }
