internal import SaysoRecord

/// An article as a report shows it: its record and text, and what the audit says of it.
struct ReportArticle {
  let record: AnnotationRecord
  let text: ArticleText
  let findings: [Finding]
  /// How many findings there are, kept or not.
  let findingCount: Int
  let summary: AuditSummary?
  /// Its number in the report, from 1, which anchors are made of.
  let number: Int

  /// Nil for annotations made with `--no-text`.
  init?(_ record: AnnotationRecord, number: Int, audit: AuditCatcher) {
    let (findings, count, summary) = audit.take()
    guard let text = record.text else { return nil }
    self.record = record
    self.text = ArticleText(text)
    (self.findings, findingCount, self.summary) = (findings, count, summary)
    self.number = number
  }
}
