import Foundation

/// A round that has plans at once and a proof in no reasonable time: three sums over forty
/// people that should be met exactly.
enum LongRound {
  static func write(to scratch: Scratch, _ folder: String) throws -> String {
    var organisations =
      "organisation,name,country,city,latitude,longitude\nhome,Home,AL,Tirana,0,0\n"
    var sessions = "session,stream,host,start,end,min_people,max_people,languages,sectors,min_age\n"
    var participants =
      "participant,name,organisation,birth_date,nationality,languages,sectors\n"
    var applications =
      "application,participant,stream,role,available_from,available_until,preferences,points,group\n"
    var rates = "rate,role,host_country,min_km,max_km,euros\n"
    var state: UInt64 = 12345
    func draw(below bound: UInt64) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % bound)
    }
    for index in 10..<50 {
      let kilometres = Int((111.195 * Double(index)).rounded())
      let (year, month) = (2022 + draw(below: 9), 1 + draw(below: 12))
      organisations += "h\(index),Host,IT,City,0,\(index)\n"
      sessions += "s\(index),m1,h\(index),2022-01-01,\(year)-\(month < 10 ? "0" : "")\(month)-"
      sessions += "\(10 + draw(below: 18)),,,,,\n"
      participants += "p\(index),Person,home,,,,0713\n"
      applications += "a\(index),p\(index),m1,,,,s\(index),,\n"
      rates += "travel,,,\(kilometres - 50),\(kilometres + 50),\(10_000 + draw(below: 90_000))\n"
    }
    let limits = """
      limit,where,who,each,measure,from,until,min,max,kind,reason
      people,,,,people,,,20,20,soft,
      days,,,,days,,,33001,33001,soft,
      euros,,,,euros,,,1100001,1100001,soft,

      """
    let tables = [
      "organisations": organisations, "sessions": sessions, "participants": participants,
      "applications": applications, "rates": rates, "limits": limits,
      "streams": "stream,title,kind,min_days,max_days,weight,learners_per_leader,national_visa\n"
        + "m1,One month,learner,,,1,0,no\n",
      "settings": "setting,value\nobjective,targets\nonly_listed,yes\n",
    ]
    for (name, text) in tables { try scratch.write(text, to: "\(folder)/\(name).csv") }
    return scratch.path(folder)
  }
}
