internal import SaysoRecord

/// S12: many articles, one origin. Its findings come from `CommonOrigin` at the end of the corpus.
struct CommonOriginCheck: Check {
  let about = CheckDescription(
    id: "S12", name: "common-origin", severity: .warning,
    detects: "Articles that look like confirmation of one another and are not: copies of one wire text, one claim told "
      + "in several articles on one source's word, outlets that cite each other in a circle.",
    why: "Ten reports of one claim are one claim. What was copied often enough looks like common knowledge.",
    standard:
      "Research on circular reporting (Stray 2010, \"Escaping the News Hall of Mirrors\"); BBC 3.3 on agency copy",
    thresholds: ["words", "similar", "articles"],
    fires: [
      CheckExample(
        ("Vessby Post", commonOriginText), ("Halden Courier", commonOriginText))
    ],
    silent: [
      CheckExample(
        ("Vessby Post", commonOriginText),
        (
          "Halden Courier",
          """
          The library of Halden bought four hundred books in May. Jon Vik, who leads it, said that children \
          had chosen most of them. The library opens at ten.
          """
        ))
    ])

  func run(on article: AuditArticle, report: inout FindingList) {}
}

private let commonOriginText = """
  The port of Vessby will be sold to a company from Halden in June. Ines Falk, who leads the port authority, said on \
  Monday that the price was forty million crowns and that all sixty workers would keep their jobs. The two cranes on \
  the southern quay will be replaced next year, she said. The town council votes on the sale at the end of the month.
  """
