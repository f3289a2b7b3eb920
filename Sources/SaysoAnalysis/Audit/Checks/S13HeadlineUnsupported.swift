internal import SaysoRecord
internal import SaysoText

/// S13: the headline has what the article has not.
struct HeadlineUnsupported: Check {
  let about = CheckDescription(
    id: "S13", name: "headline-unsupported", severity: .error,
    detects: "A name, a number or a quotation in the headline that the body of the article does not hold.",
    why:
      "Many readers see the headline alone. What it promises, the text must bear out, in so many words where it quotes.",
    standard: "IPSO Editors' Code 1(i): no headlines not supported by the text",
    fires: [
      CheckExample(
        title: "Vessby port sold for 60 million crowns",
        "The port of Vessby was sold on Monday for 40 million crowns, the port authority said. Work goes on as before."),
      CheckExample(
        title: "Mayor: 'We were lied to from the start'",
        "The mayor of Vessby, Jon Vik, said on Monday that the town had not been told about the sale of the port in time."
      ),
    ],
    silent: [
      CheckExample(
        title: "Vessby port sold for 40 million crowns",
        "The port of Vessby was sold on Monday for 40 million crowns, the port authority said. Work goes on as before."),
      CheckExample(
        title: "Five hurt in Vessby fire",
        "A fire in Vessby hurt 5 people on Monday, the fire brigade said. The house burned down."),
    ])

  func run(on article: AuditArticle, report: inout FindingList) {
    guard let headline = article.headline, headline.bodyWordCount > 0 else { return }
    for quote in headline.quotes where !headline.bodyHolds(quote: quote) {
      report.add(
        "the body does not hold the headline's quotation \"\(quote.text)\"", at: quote.span, text: quote.text,
        evidence: [.init("kind", .text("quotation"))])
    }
    for number in headline.numbers where !headline.bodyHolds(number: number) {
      report.add(
        "the body does not hold the headline's number \(number.text)", at: number.span, text: number.text,
        evidence: [.init("kind", .text("number"))])
    }
    for mention in headline.names where !headline.bodyHolds(name: mention) {
      report.add(
        "the body does not name the headline's \"\(mention.text)\"", at: mention.span, text: mention.text,
        evidence: [.init("kind", .text("name"))])
    }
  }
}
