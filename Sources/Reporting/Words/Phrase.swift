/// A fixed text of a page; every language has each of them.
package enum Phrase: String, Hashable, Sendable, CaseIterable {
  // Page
  case report, contents, skip, aggregated, kosovoNote, yes, no, notGiven, none, dataTable
  // Headline
  case headline, proven, gap, unknownProof, placesFilled, ofTarget, ofSeats, applications
  case applied, eligible, placed, leaders, unplaced, target, seats, sessionsRun, byStream
  case byCountry, stream, country, filledAgainst, bulletKey, tiers, tier, value, bound
  case isProven, tierFilled, tierTargets, tierPoints, tierFit, tierChanges, tierTravel
  case tierEuros, tierDraw
  // Timelines
  case timelines, timelinesIntro, peopleByDay, capacity, companyPlaces, notRunning
  case closed, most, fullDays, moreHosts
  // Flows
  case flows, flowsIntro, otherHosts, map, mapIntro, mapSource, noMap, host, people
  case total
  // Choices
  case choices, choicesIntro, first, second, third, later, unlisted
  // Limits
  case limits, limitsIntro, limit, forWhom, counted, allowed, keptOut, oneMore, atLeastOne
  case notKnown, reason, kind, kindHard, kindOrNone, kindSoft, measurePeople, measureDays
  case measureEuros, measureAtOnce, measureDifferent, missed, noBinding
  // Sessions
  case sessions, session, dates, filled, openAll, closeAll, participants, reserves
  case noPeople, noReserves, moreReserves, application, name, organisation, sector
  case choice, points, group, role, roleParticipant, roleLeader, rank, couldTake, anySeat
  case someSeats, atOnce
  // Unplaced
  case unplacedIntro, reasons, search, rowsShown, sortBy, allPlaced, causeDates, causeLanguage
  case causeSector, causeAge, causeRule, causeStay, causePreference, causeForbidden
  case causeLocked, causeNoSession, causeGroup, causeFull, causeMinimum, causeLeaders
  case causeOverlap, causeLimit, causeTier, causeIndifferent, causeOpen
  // Fairness
  case fairness, meanChoice, worstChoice, share
  // Settings
  case settings, setting, file, madeWith, pseudonymous
  // Comparison
  case comparison, thisPlan, otherPlan, difference, whoMoved, inOther, inThis, samePlans
  case change, changeDropped, changeMoved, changeSector, changeAdded, changeWithdrawn
  // Planner
  case planner, undo, redo, saveAs, save, saved, planning, noPlan, noPlanYet, refused
  case changesSoFar, noChanges, whatMoved, before, after, explainAndChange, apply
  case firstDay, lastDay, leastPeople, atMost, atLeast, sessionOrHost, lockThere, keepFrom
  case removeLocks, withdraw, close, connectionLost
}
