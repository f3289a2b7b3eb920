import SaysoRecord
import Testing

@testable import SaysoPipeline

/// Values in context: anchors, neighbours, EDTF.
@Suite struct DateValueTests {
  /// Text, the expression looked at, its TIMEX3 value and EDTF on 2023-05-10.
  @Test(arguments: [
    ("She resigned on 28 April.", "28 April", "2023-04-28", "2023-04-28"),
    ("The ferry sank in December.", "December", "2022-12", "2022-12"),
    ("The council said Monday it was closed.", "Monday", "2023-05-08", "2023-05-08"),
    ("The council will vote Friday.", "Friday", "2023-05-12", "2023-05-12"),
    ("The army began to fly food in on Tuesday.", "Tuesday", "2023-05-09", "2023-05-09"),
    ("A worn pump caused the ship to run aground on 22 September.", "22 September", "2022-09-22", "2022-09-22"),
    ("The council voted to shut the bridge on 22 September.", "22 September", "2023-09-22", "2023-09-22"),
    ("The army wants to fly food in on Tuesday.", "Tuesday", "2023-05-16", "2023-05-16"),
    ("They met Tuesday night.", "Tuesday night", "2023-05-09TNI", "2023-05-09"),
    ("It will open at 3 p.m. Thursday.", "3 p.m. Thursday", "2023-05-11T15:00", "2023-05-11T15:00:00"),
    ("It rained last week.", "last week", "2023-W18", "2023-05-01/2023-05-07"),
    ("A fair is planned this weekend.", "this weekend", "2023-W19-WE", "2023-05-13/2023-05-14"),
    ("Roe led the port from 2014 to 2016.", "2014", "2014", "2014/2016"),
    ("Roe led the port from 2014 to 2016.", "2016", "2016", "2014/2016"),
    ("Three ships sank between Aug. 23 and Sept. 27, 2022.", "Aug. 23", "2022-08-23", "2022-08-23/2022-09-27"),
    ("The strike ran from 20 December to 5 January 2021.", "20 December", "2020-12-20", "2020-12-20/2021-01-05"),
    ("From May to July it was dry.", "May", "2022-05", "2022-05/2022-07"),
    ("It was shut Sunday through Thursday.", "Sunday", "2023-05-07", "2023-05-07/2023-05-11"),
    ("The war of 1914 to 1918 was long.", "1914", "1914", "1914/1918"),
    ("The 1960s and '70s were calm.", "'70s", "197", "197X"),
    ("Talks ran from 9 a.m. to 5 p.m. on Tuesday.", "9 a.m.", "2023-05-09T09:00", "2023-05-09T09:00:00"),
    ("The fair ran between 5 and 7 May.", "5", "2023-05-05", "2023-05-05/2023-05-07"),
    ("The mill has stood since 1962.", "1962", "1962", "1962/.."),
    ("It is open until June.", "June", "2023-06", "../2023-06"),
    ("It was built possibly in 1962.", "1962", "1962", "1962?"),
    ("It was either April or May.", "April", "2023-04", "[2023-04,2023-05]"),
    ("The panel will sit June 6 and 8.", "June 6", "2023-06-06", "{2023-06-06,2023-06-08}"),
    ("The panel will sit June 6 and 8.", "8", "2023-06-08", "{2023-06-06,2023-06-08}"),
    ("He moved there in the late 1970s.", "the late 1970s", "197", "1977~/1979~"),
    ("It was sold in early 2011.", "early 2011", "2011", "2011-01~/2011-04~"),
    ("It was about 30 April.", "about 30 April", "2023-04-30", "2023-04-30~"),
    ("in the first half of 2023", "the first half of 2023", "2023-H1", "2023-40"),
    ("Profit fell in the third quarter.", "the third quarter", "2022-Q3", "2022-35"),
    ("Over the past two years it grew.", "the past two years", "P2Y", "2021-05~/2023-05"),
    ("Talks were held in February-March.", "February-March", "2023-02/2023-03", "2023-02/2023-03"),
  ])
  func resolves(_ text: String, _ expression: String, _ timex: String, _ edtf: String) {
    let reading = DateReading.read(text).first { $0.text == expression }
    #expect(reading?.timex == timex)
    #expect(reading?.edtf == edtf)
  }

  @Test(arguments: ["It lasted two weeks.", "It was recently sold.", "They meet every Tuesday."])
  func someHaveNoPlaceInTheCalendar(_ text: String) {
    let readings = DateReading.read(text)
    #expect(readings.count == 1)
    #expect(readings.first?.edtf == nil)
  }

  @Test func withoutAReferenceDateTheUnknownStaysUnknown() {
    let day = DateReading.read("Roe flew there on 23 February.", reference: nil).first
    #expect(day?.timex == "XXXX-02-23")
    #expect(day?.edtf == "XXXX-02-23")
    #expect(day?.anchor == Anchor.none)
    #expect(DateReading.read("They met Monday.", reference: nil).first?.timex == "XXXX-WXX-1")
    #expect(DateReading.read("They met yesterday.", reference: nil).first?.timex == "XXXX-XX-XX")
    #expect(DateReading.read("They met last year.", reference: nil).first?.timex == "XXXX")
    #expect(DateReading.read("Thirty years later it fell.").first?.timex == "XXXX")
  }

  @Test func thePageBoundsAYearAndSaysSo() {
    let page = CivilDate(2023, 6, 4)
    let spring = DateReading.read("Roe flew there on 23 February.", reference: nil, page: page).first
    #expect(spring?.timex == "2023-02-23")
    #expect(spring?.edtf == "2023?-02-23")
    #expect(spring?.anchor == .page)
    let autumn = DateReading.read("It sank on 3 October.", reference: nil, page: page).first
    #expect(autumn?.edtf == "2022?-10-03")
  }

  @Test func anchorsSayWhatWasUsed() {
    #expect(DateReading.read("on 3 May 2021").first?.anchor == .explicit)
    #expect(DateReading.read("on 3 May").first?.anchor == .published)
    #expect(DateReading.read("It burnt on 3 May 2021. The next day it was rebuilt.").last?.timex == "2021-05-04")
    #expect(DateReading.read("It burnt on 3 May 2021. The following day it was rebuilt.").last?.anchor == .context)
  }

  @Test func aReportedQuarterIsInherited() {
    let readings = DateReading.read("Profit rose in the first quarter, from a loss a year earlier.")
    #expect(readings.map(\.timex) == ["2023-Q1", "2022-Q1"])
  }
}
