import SaysoRecord
import SaysoTestSupport
import Testing

@testable import SaysoPipeline

/// Fails where the dates that are found are not those that are marked, each with its type and TIMEX3 value:
/// `⟦date=2023-05-08 Monday⟧`. Anything found that is not marked fails as well.
func expectDates(
  _ marked: String, reference: CivilDate? = CivilDate(2023, 5, 10), table: DateTable = DateReading.english,
  sourceLocation: SourceLocation = #_sourceLocation
) throws {
  let marked = try MarkedText(marked)
  let found = DateReading.read(marked.text, reference: reference, table: table).map {
    MarkedText.Mark($0.type.rawValue.lowercased(), value: $0.timex, span: $0.span)
  }
  expectMarks(marked, found, sourceLocation: sourceLocation)
}

/// Fails where the dates that are found are not those that are marked, each with its anchor and EDTF:
/// `⟦published=2023-05-08 Monday⟧`; `none` alone where it has no place in the calendar.
func expectAnchors(
  _ marked: String, reference: CivilDate? = CivilDate(2023, 5, 10), page: CivilDate? = nil,
  sourceLocation: SourceLocation = #_sourceLocation
) throws {
  let marked = try MarkedText(marked)
  let found = DateReading.read(marked.text, reference: reference, page: page).map {
    MarkedText.Mark($0.anchor.rawValue, value: $0.edtf, span: $0.span)
  }
  expectMarks(marked, found, sourceLocation: sourceLocation)
}
