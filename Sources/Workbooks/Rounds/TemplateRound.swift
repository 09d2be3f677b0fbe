package import RoundFiles

/// A round to start from: every table with its columns and a few made-up rows.
///
/// It can be checked and allocated as it stands; nobody in it exists.
package enum TemplateRound {
  /// The tables in the order in which they are best filled in.
  package static var tables: [(name: String, table: Table)] {
    texts.map { name, text in
      let rows = text.split(separator: "\n").map { line in
        line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      }
      return (name, Table(columns: rows.first ?? [], rows: Array(rows.dropFirst())))
    }
  }

  /// The tables as sheets that say what goes where, after a sheet that says how to begin.
  package static var sheets: [Sheet] {
    [TemplateHints.guide]
      + RoundSheets.sheets(tables).map { sheet in
        var sheet = sheet
        sheet.hints = TemplateHints.columns[sheet.name] ?? [:]
        return sheet
      }
  }

  private static let texts = [
    (
      "settings",
      """
      setting,value
      name,My first round
      objective,filled|targets|points|fit|travel|draw
      draw_seed,change this text and tell it to nobody before the round
      """
    ),
    (
      "organisations",
      """
      organisation,name,country,city,latitude,longitude
      TIA,Shkolla profesionale (example),AL,Tirana,41.3275,19.8187
      NIS,Tehnička škola (example),RS,Niš,43.3209,21.8958
      SEV,Seville hub (example),ES,Seville,37.3891,-5.9845
      BLQ,Bologna hub (example),IT,Bologna,44.4949,11.3426
      """
    ),
    (
      "streams",
      """
      stream,title,kind,min_days,max_days,weight,learners_per_leader,national_visa
      m1,One month,learner,28,35,1,4,no
      js,Job shadowing,staff,2,14,1,0,no
      """
    ),
    (
      "sessions",
      """
      session,stream,host,start,end,min_people,max_people,languages,sectors,min_age
      sev-june,m1,SEV,2027-06-01,2027-06-30,2,4,en:B1|es:A2,0713|1013,16
      blq-sept,m1,BLQ,2027-09-01,2027-09-30,2,4,en:A2|it:A2,0715|1013,16
      blq-week,js,BLQ,2027-05-03,2027-05-07,1,2,en:B1,,
      """
    ),
    (
      "participants",
      """
      participant,name,organisation,birth_date,nationality,languages,sectors,gender,first_time
      p01,Arta Example,TIA,2009-01-31,AL,en:B1|sq:native,0713,f,yes
      p02,Besnik Example,TIA,2008-11-02,AL,en:B2|sq:native,0713|0714,m,yes
      p03,Čedomir Example,NIS,2009-03-12,RS,en:A2|sr:native,1013,m,no
      p04,Dragana Example,NIS,2008-07-24,RS,en:B1|it:A2|sr:native,1013,f,yes
      p05,Emina Example,NIS,2009-05-05,RS,en:A1|sr:native,0715,f,yes
      p06,Fatos Example,TIA,2008-02-14,AL,it:B1|sq:native,0715,m,yes
      p07,Gordana Example,NIS,1981-09-09,RS,en:B2|sr:native,0715,f,yes
      p08,Hana Example,TIA,1979-04-18,AL,en:C1|sq:native,1013,f,no
      """
    ),
    (
      "applications",
      """
      application,participant,stream,role,available_from,available_until,preferences,points,group
      a01,p01,m1,participant,2027-05-15,2027-07-31,SEV,84.5,
      a02,p02,m1,participant,,,SEV|BLQ,79,
      a03,p03,m1,participant,,,BLQ|SEV,71.25,friends
      a04,p04,m1,participant,,,BLQ,68,friends
      a05,p05,m1,participant,,,BLQ,65,
      a06,p06,m1,participant,2027-08-15,,BLQ|SEV,64.5,
      a07,p07,m1,leader,,,BLQ,,
      a08,p08,m1,leader,,,SEV,,
      a09,p07,js,participant,,,,50,
      """
    ),
    (
      "limits",
      """
      limit,where,who,each,measure,from,until,min,max,kind,reason,minus_where,minus_who,minus_each,of
      beds-seville,host=SEV,,,at_once,,,,6,hard,six beds in the campus,,,,
      quota-country,stream=m1,role=participant,country,people,,,2,4,soft,fair shares,,,,
      """
    ),
    ("carried", "limit,combination,amount"),
    (
      "rules",
      """
      rule,where,who,from,until,reason
      closed-august,host=BLQ,,2027-08-01,2027-08-31,the hub is closed
      """
    ),
    (
      "locks",
      """
      application,effect,session,reason,author
      a05,forbid,SEV,asked not to,coordinator
      """
    ),
    ("stays", "participant,country,from,until\np02,IT,2027-01-10,2027-01-20"),
    ("twins", "organisation,host\nTIA,SEV"),
    (
      "rates",
      """
      rate,role,host_country,min_km,max_km,euros
      travel,,,0,499,211
      travel,,,500,1999,309
      travel,,,2000,2999,395
      daily,participant,ES|IT,,,60
      daily,leader,ES|IT,,,110
      """
    ),
    ("placements", "application,session,sector"),
    (
      "scenarios",
      """
      scenario,table,row,column,value
      more-beds,limits,beds-seville,max,8
      later,sessions,stream=m1,start,+14d
      later,sessions,stream=m1,end,+14d
      """
    ),
  ]
}
