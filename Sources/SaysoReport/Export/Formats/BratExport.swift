internal import SaysoRecord

/// brat standoff: for each article a `.txt` and an `.ann`, and one `annotation.conf`.
///
/// A claim is an `Attribution` event (the form of PolNeAR) on its cue, with Source, Cue and Content, and with the event
/// in whose content it stands; what the article says itself is an `Assertion`. Passages in pieces, and those that run
/// over a line end, are discontinuous spans.
final class BratExport: ExportFormat {
  static let about = ExportDescription(
    summary: "brat standoff with Attribution events, a folder", home: .folder, unit: .codepoints, needsText: true,
    losses: [.metadata, .zones, .sentences, .words, .details, .rules],
    partly: [.roles],
    reading: "Put the folder below the server's `data`; `annotation.conf` is in it.")

  private let folder: OutputFolder
  private var lines: [UInt8] = []
  private var span = 0
  private var attribute = 0
  private var note = 0

  init(in folder: OutputFolder) { self.folder = folder }

  func write(_ article: ExportArticle) throws(OutputError) {
    guard let text = article.text else { return }
    (span, attribute, note) = (0, 0, 0)
    lines.removeAll(keepingCapacity: true)
    mentions(article, text)
    events(article, text)
    let name = OutputFolder.name(article.record.id)
    try folder.write(text.bytes, to: "\(name).txt")
    try folder.write(lines, to: "\(name).ann")
  }

  func finish() throws(OutputError) {
    try folder.write(Self.configuration, to: "annotation.conf")
    try folder.finish()
  }

  private func put(_ line: String) {
    lines.append(contentsOf: line.utf8)
    lines.append(0x0A)
  }

  private func mentions(_ article: ExportArticle, _ text: ArticleText) {
    var members: [EntityRef: [Int]] = [:]
    for mention in article.record.mentions {
      guard let number = bound([mention.span], SpanLabel.capital(mention.type), article, text) else { continue }
      if let entity = mention.entity { members[entity, default: []].append(number) }
      if mention.isNominal { flag("Nominal", "T\(number)") }
      if mention.isMetonym { flag("Metonym", "T\(number)") }
      if let date = mention.date { remark("T\(number)", "EDTF \(date.edtf ?? "-"), TIMEX3 \(date.timex)") }
    }
    for entity in article.record.entities {
      guard let numbers = members[entity.id], let first = numbers.first else { continue }
      remark("T\(first)", entity.key)
      if numbers.count > 1 { put("*\tAlias " + numbers.map { "T\($0)" }.joined(separator: " ")) }
    }
  }

  private func events(_ article: ExportArticle, _ text: ArticleText) {
    let events = Set(article.record.claims.lazy.filter { $0.source != nil || $0.cue != nil }.map(\.id))
    for claim in article.record.claims {
      guard events.contains(claim.id) else {
        if let number = bound(claim.content.spans, "Assertion", article, text) { describe(claim, "T\(number)") }
        continue
      }
      let trigger = claim.cue?.passage.spans ?? claim.content.spans
      guard let number = bound(trigger, "Attribution", article, text) else { continue }
      var line = "\(Self.event(claim.id))\tAttribution:T\(number)"
      for (part, pieces) in SpanLabel.parts(claim) {
        let role = SpanLabel.capital(part)
        if let number = bound(pieces, role, article, text) { line += " \(role):T\(number)" }
      }
      if let parent = claim.parent, events.contains(parent) { line += " Inside:\(Self.event(parent))" }
      put(line)
      describe(claim, Self.event(claim.id))
    }
  }

  private static func event(_ id: ClaimID) -> String { "E\(id.number)" }

  private func describe(_ claim: AnnotationRecord.Claim, _ target: String) {
    flag("Voice", target, claim.voice.rawValue)
    flag("Certainty", target, claim.certainty.rawValue)
    flag("Quotation", target, claim.quotation.rawValue)
    if let cue = claim.cue { flag("Class", target, cue.cueClass.rawValue) }
    if let source = claim.source {
      flag("SourceKind", target, source.kind.rawValue)
      flag("SourceRole", target, source.role.rawValue)
    }
    var remarks = claim.traits.map(\.rawValue)
    if let when = claim.when { remarks.append("when \(when.edtf)") }
    if let said = claim.said { remarks.append("said \(said.edtf)") }
    if !remarks.isEmpty { remark(target, remarks.joined(separator: ", ")) }
  }

  private func flag(_ name: String, _ target: String, _ value: String? = nil) {
    attribute += 1
    put("A\(attribute)\t\(name) \(target)" + (value.map { " \($0)" } ?? ""))
  }

  private func remark(_ target: String, _ text: String) {
    note += 1
    put("#\(note)\tAnnotatorNotes \(target)\t\(Self.oneLine(text))")
  }

  /// Writes a text-bound annotation; nil where none of the spans is in the text.
  private func bound(_ spans: [CodePointSpan], _ type: String, _ article: ExportArticle, _ text: ArticleText) -> Int? {
    let pieces = spans.compactMap(article.placed).sorted().flatMap { Self.lines(of: $0, text) }
    guard !pieces.isEmpty else { return nil }
    span += 1
    let offsets = pieces.map { "\(article.offset($0.start)) \(article.offset($0.end))" }.joined(separator: ";")
    let words = pieces.map { Self.oneLine(text.string($0)) }.joined(separator: " ")
    put("T\(span)\t\(type) \(offsets)\t\(words)")
    return span
  }

  /// The parts of a span between line ends, which a brat span can't cross.
  private static func lines(of span: CodePointSpan, _ text: ArticleText) -> [CodePointSpan] {
    guard text.bytes(span).contains(where: { $0 == 0x0A || $0 == 0x0D }) else { return [span] }
    var pieces: [CodePointSpan] = []
    var start = span.start
    for at in span.start...span.end {
      let byte = at < span.end ? text.bytes[text.byte(at)] : 0x0A
      guard byte == 0x0A || byte == 0x0D else { continue }
      if let piece = text.trimmed(CodePointSpan(Int(start), Int(at))) { pieces.append(piece) }
      start = at + 1
    }
    return pieces
  }

  /// A tab or line end would break the line.
  private static func oneLine(_ text: String) -> String {
    String(decoding: text.utf8.map { $0 == 0x09 || $0 == 0x0A || $0 == 0x0D ? 0x20 : $0 }, as: UTF8.self)
  }

  private static let configuration = Array(
    """
    [entities]
    \(MentionType.allCases.map(SpanLabel.capital).joined(separator: "\n"))
    Source
    Cue
    Content
    Assertion

    [relations]
    Alias\tArg1:<ENTITY>, Arg2:<ENTITY>, <REL-TYPE>:symmetric-transitive
    <OVERLAP>\tArg1:<ANY>, Arg2:<ANY>, <OVL-TYPE>:<ANY>

    [events]
    Attribution\tSource?:Source, Cue?:Cue, Content:Content, Inside?:Attribution

    [attributes]
    Nominal\tArg:<ENTITY>
    Metonym\tArg:<ENTITY>
    Voice\tArg:<ANY>, Value:\(values(Voice.self))
    Certainty\tArg:<ANY>, Value:\(values(Certainty.self))
    Quotation\tArg:<ANY>, Value:\(values(Quotation.self))
    Class\tArg:<EVENT>, Value:\(values(CueClass.self))
    SourceKind\tArg:<EVENT>, Value:\(values(SourceKind.self))
    SourceRole\tArg:<EVENT>, Value:\(values(SourceRole.self))

    """.utf8)

  private static func values<Name: RawRepresentable<String> & CaseIterable>(_ names: Name.Type) -> String {
    names.allCases.map(\.rawValue).joined(separator: "|")
  }
}
