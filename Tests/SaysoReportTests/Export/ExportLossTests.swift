import SaysoRecord
import SaysoReport
import Testing

/// What a format says that it can't hold is what it can't hold.
///
/// From the example one thing after another is taken away. Where the export is the same without it, the format does not
/// hold it; where that is so of every thing of a kind, the format holds nothing of the kind, and must say so.
@Suite struct ExportLossTests {
  @Test(arguments: ExportKind.allCases)
  func theDeclaredLossesAreTheRealOnes(kind: ExportKind) throws {
    let record = try ExportExample.record()
    let whole = try ExportExample.export(record, kind)
    for part in ExportLoss.allCases {
      let kept = try Self.removals(part).map { remove in
        var less = record
        remove(&less)
        #expect(less != record, "nothing of \(part) is in the example")
        return try ExportExample.export(less, kind) != whole
      }
      let holds: Bool? = kept.allSatisfy { $0 } ? true : kept.contains(true) ? nil : false
      #expect(kind.about.holds(part) == holds, "\(kind.rawValue) \(part): \(kept)")
    }
  }

  /// Each is counted, and said.
  @Test(arguments: ExportKind.allCases)
  func everyLossIsSaid(kind: ExportKind) throws {
    let said = try ExportExample.notes(try ExportExample.record(), kind).joined(separator: "\n")
    for part in kind.about.losses + kind.about.partly {
      #expect(said.contains(part.words(1)) || said.contains(part.name), "\(part) is not in: \(said)")
    }
    #expect(said.isEmpty == (kind.about.losses + kind.about.partly).isEmpty)
  }

  typealias Removal = (inout AnnotationRecord) -> Void

  /// What can be taken away of a part, one thing at a time.
  private static func removals(_ part: ExportLoss) -> [Removal] {
    switch part {
    case .metadata:
      [{ $0.title = nil }, { $0.byline = [] }, { $0.publisher = nil }, { $0.url = nil }, { $0.published = nil }]
    case .zones: [{ $0.zones = [] }]
    case .sentences: [{ $0.sentences.removeLast() }]
    case .words: [{ $0.tokens = nil }]
    case .mentions, .overlaps, .outside, .nominals, .metonyms, .links, .dates: mentionRemovals(part)
    case .details:
      [
        { each(&$0.entities) { $0.kinds = [] } }, { each(&$0.entities) { $0.country = nil } },
        { each(&$0.entities) { $0.gender = nil } }, { each(&$0.entities) { ($0.latitude, $0.longitude) = (nil, nil) } },
      ]
    case .groups: [{ $0.entities.removeAll { $0.type == .group } }]
    case .placeless: [{ $0.entities.removeAll { $0.type == .organization } }]
    case .claims, .quiet, .chains, .split, .stance, .roles, .times: claimRemovals(part)
    case .doubt: [{ $0.published = $0.published.map { .init(edtf: "2024-05", from: $0.from) } }]
    case .rules:
      [
        { each(&$0.mentions) { $0.rule = "" } }, { each(&$0.mentions) { $0.lexicon = nil } },
        { each(&$0.mentions) { $0.confidence = nil } }, { each(&$0.claims) { $0.rule = nil } },
      ]
    }
  }

  private static func mentionRemovals(_ part: ExportLoss) -> [Removal] {
    switch part {
    case .mentions: [{ each(&$0.mentions) { $0.span = CodePointSpan(3, 5) } }]
    case .overlaps: [{ $0.mentions.removeAll { $0.id == MentionID(7) } }]
    case .outside: [{ $0.mentions.removeAll { $0.id == MentionID(9) } }]
    case .nominals: [{ $0.mentions.removeAll { $0.isNominal } }]
    case .metonyms: [{ each(&$0.mentions) { $0.isMetonym = false } }]
    case .links: [{ each(&$0.mentions) { if $0.text == "Halden" { $0.entity = nil } } }]
    default: [{ each(&$0.mentions) { $0.date = nil } }]
    }
  }

  private static func claimRemovals(_ part: ExportLoss) -> [Removal] {
    switch part {
    case .claims: [{ $0.claims = [] }]
    case .quiet: [{ $0.claims.removeAll { $0.source == nil } }]
    case .chains: [{ each(&$0.claims) { ($0.parent, $0.depth) = (nil, 0) } }]
    case .split: [split]
    case .stance:
      [
        { each(&$0.claims) { $0.voice = .author } }, { each(&$0.claims) { $0.certainty = .negated } },
        { each(&$0.claims) { $0.quotation = .mixed } }, { each(&$0.claims) { $0.cue?.cueClass = .deny } },
        { each(&$0.claims) { $0.traits = [] } },
      ]
    case .roles:
      [
        { each(&$0.claims) { $0.source?.kind = .unknown } }, { each(&$0.claims) { $0.source?.role = .unknown } },
        { each(&$0.claims) { $0.source?.name = "Z." } }, { each(&$0.claims) { $0.source?.title = nil } },
        { each(&$0.claims) { $0.source?.justification = nil } },
      ]
    default: [{ each(&$0.claims) { $0.when = nil } }, { each(&$0.claims) { $0.said = nil } }]
    }
  }

  /// Makes two claims of the one in two pieces, which has neither source nor cue.
  private static func split(_ record: inout AnnotationRecord) {
    guard var second = record.claims.last, second.content.spans.count == 2 else { return }
    var first = second
    first.content.spans.removeLast()
    second.content.spans.removeFirst()
    second.id = ClaimID(Int(second.id.number) + 1)
    record.claims.removeLast()
    record.claims += [first, second]
  }

  private static func each<Element>(_ elements: inout [Element], _ change: (inout Element) -> Void) {
    for index in elements.indices { change(&elements[index]) }
  }
}
