import SaysoRecord
import SaysoText
import Testing

@testable import SaysoPipeline

/// Runs of body lines as wholes, and lines within a body that are not its own.
@Suite struct BodyRunsTests {
  private static let menu = "Home\n\nNews\n\nSport\n\nLog in\n\n"
  private static let opening =
    "The harbour board of Port Ellery approved a second ferry berth on Monday after a debate that lasted six hours.\n\n"
    + "Its chairman, Otto Brandt, said that work would begin in the spring and that nobody would lose a mooring.\n\n"
  private static let ending =
    "\n\nResidents of the old quay had asked for a vote of the town, which the board refused to call last month.\n\n"
    + "The berth will cost nine million crowns, according to a report that the board published in January.\n\n"
    + "A first design had put it beside the fish market, where the water is too shallow for the ferries of today.\n\n"

  /// Kinds and texts of the lines of a page, each with the rule of its zone.
  private func lines(_ text: String) -> [(kind: ZoneKind, rule: String, text: String)] {
    PipelineReading.with(text) { article in
      article.lines.map { line in
        let zone = article.zones.first { $0.span.contains(line.span) }
        return (zone?.kind ?? .furniture, zone.map { "\($0.rule)" } ?? "", article.source.string(line.span))
      }
    } ?? []
  }

  private func kind(of start: String, in text: String) -> ZoneKind? {
    lines(text).first { $0.text.hasPrefix(start) }?.kind
  }

  @Test func shortLinesBetweenPartsOfTheBodyAreItsOwn() {
    let page = Self.menu + Self.opening + "Berths by size\n\nNorth quay 14\n\nSouth quay 9\n\nOld quay 3" + Self.ending
    for start in ["Berths by", "North quay", "Old quay"] { #expect(kind(of: start, in: page) == .body) }
    #expect(kind(of: "Sport", in: page) == .furniture)
  }

  @Test func aBoxOfHeadlinesBetweenPartsOfTheBodyIsNot() {
    let page =
      Self.menu + Self.opening + "Related articles\n\nFerry late again\n\nQuay wall gives way\n\nMore news"
      + Self.ending
    #expect(kind(of: "Quay wall", in: page) == .furniture)
    #expect(kind(of: "Residents", in: page) == .body)
  }

  @Test func aListThatAColonAnnouncesIsBody() {
    let list = "The board named the boats that must move:\n\nGull of Halden\n\nMary Quist\n\nNorth Star\n\nTwo Brothers"
    let page = Self.menu + Self.opening + list + "\n\nShare this\n\nContact\n\nAbout us"
    for start in ["Gull", "North Star", "Two Brothers"] { #expect(kind(of: start, in: page) == .body) }
    #expect(kind(of: "About us", in: page) == .furniture)
  }

  @Test func anAppealToReadersIsApart() {
    let appeal =
      "Before you go: we need your help to keep our reporters at work, and we cannot do it without you.\n\n"
      + "If you value what we do, give us as little as your morning coffee costs, and we will thank you for it.\n"
    let page = Self.menu + Self.opening + Self.ending + "Topics\n\nPort Ellery\n\nFerries\n\n" + appeal
    #expect(kind(of: "Before you go", in: page) == .furniture)
    #expect(kind(of: "If you value", in: page) == .furniture)
    #expect(kind(of: "The berth will", in: page) == .body)
  }

  @Test func readersCommentsAreApart() {
    let comment =
      "Rolf Maas on 3 May at 10:12 am said:\n\nThe berth is a waste of money, and everybody on the quay knows it."
    let page = Self.menu + Self.opening + Self.ending + comment
    #expect(kind(of: "Rolf Maas", in: page) != .body)
    #expect(kind(of: "The berth is a waste", in: page) == .furniture)
  }

  @Test(arguments: [
    ("Read more: Ferry company says that its boats were never late, and passengers laugh.", ZoneKind.teaser),
    ("See also: Six hours on the quay: how the board argued.", .teaser),
    ("The old quay of Port Ellery, where fishing boats still land their catch (Image: Northwire)", .caption),
    ("Passengers wait for the evening boat on the north quay on Sunday. Ilse Varga / Getty Images", .caption),
    ("Read more than once, the report gives no reason for the second berth at the north quay.", .body),
    ("The image of the port has suffered, and the board knows it, two of its members said on Monday.", .body),
  ])
  func linesWithinTheBodyAreNamed(_ line: String, _ kind: ZoneKind) {
    #expect(self.kind(of: line, in: Self.menu + Self.opening + line + Self.ending) == kind)
  }

  @Test func teasersGluedToTheirHeadlinesAreNoBody() {
    let teasers =
      "Bakers March Through Halden Over Flour PricesThe guild of bakers held a march on Sunday, its third this year, against the price of flour.\n\n"
      + "School Meals To Be Free From AutumnA vote of the council means that 4,000 children will eat at school for nothing.\n\n"
    let page = teasers + Self.menu + Self.opening + Self.ending
    #expect(kind(of: "Bakers March", in: page) == .teaser)
    #expect(kind(of: "School Meals", in: page) == .teaser)
    #expect(kind(of: "Its chairman", in: page) == .body)
  }

  @Test(arguments: [
    "Ronald McDonald House and the YouTube Channel of Port Ellery said it", "An iPhone of the LeBron kind",
  ])
  func brandsAreNoGluedHeadlines(_ line: String) {
    let glued = PipelineReading.with(line) { GluedHeadline.stands(in: $0.lines[0].tokens, $0) }
    #expect(glued == false)
  }

  @Test func theReasonIsGiven() {
    let page = Self.menu + Self.opening + "Berths by size\n\nNorth quay 14" + Self.ending + "Read more: Ferry late"
    #expect(lines(page).first { $0.text.hasPrefix("Read more") }?.rule == "see-also")
  }
}

/// Openings of lines that tell what they are.
@Suite struct LineOpeningTests {
  private func title(_ text: String) -> String? {
    PipelineReading.with(text) { article in
      article.zones.first { $0.kind == .title }.map { article.source.string($0.span) }
    } ?? nil
  }

  @Test func aTitleBehindItsBreadcrumbIsNoBody() {
    let title = "What does a second ferry berth cost the town of Port Ellery?"
    let body =
      "The harbour board says that it will cost nine million crowns, and two engineers say fourteen.\n\n"
      + "The difference lies under water, says Marek Dunn, who built the quay in Halden and knows the ground.\n\n"
    #expect(self.title("HomeMoney" + title + "\n\n" + title + "\n\n" + body + "Read more\n\nContact") == title)
  }

  @Test(arguments: [
    ("Fenwick Gazette | 19 August 2023 More than 900 people have signed a petition for longer hours.", true),
    ("Sabine Kroll | Northern Post", false),
    ("The price rose by 4 crowns | 3 percent in May 2023, the ministry said.", false),
  ])
  func aSiteAndADayOpenATeaser(_ line: String, _ isTeaser: Bool) {
    #expect(PipelineReading.with(line) { SiteOpening.stands(in: $0.lines[0].tokens, $0) } == isTeaser)
  }

  @Test func paragraphsOfAListOfGoodsAreAllBody() throws {
    let opening =
      "We walked through all four markets of Halden with a purse of 40 crowns, and this is what we would carry home.\n\n"
      + "Most of what is sold there is made in the district, as it was before the war and long before the markets.\n\n"
    let goods = [
      ("Candles", "Anders Moen dips them in his cellar, and each of them burns for nine hours."),
      ("Slippers", "Hers have soles of old tyres and will outlive the people who wear them."),
      ("Herring", "Nobody in the district makes a better one, and it is gone by noon."),
    ].map { "\($0)\n\n28 crowns\n\nStall 14, Old Square\n\n\($1)\n\n" }
    let text = opening + goods.joined() + "Most read\n\nLog in\n\nFerry aground"
    let body = PipelineReading.with(text) { article in
      article.zones.filter { $0.kind == .body }.map { article.source.string($0.span) }.joined()
    }
    #expect(try #require(body).hasSuffix("gone by noon."))
    #expect(try #require(body).contains("Herring\n\n28 crowns"))
  }
}
