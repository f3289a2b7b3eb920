/// The checks of the audit. To add one: a file in `Checks`, a line here.
public enum Checks {
  public static let all: [any Check] = [
    UnattributedAssertion(), AgentlessPassive(), HedgeAdverb(), VagueGroup(), BareAnonymous(), AnonymityUnexplained(),
    AnonymousAttack(), SingleSource(), AnonymousOnly(), HearsayChain(), MediaPickup(), CommonOriginCheck(),
    HeadlineUnsupported(), AttributionDropped(), LateAttribution(), LoadedVerb(), OrphanQuote(), NoResponse(),
    OfficialDominance(), LowDiversity(),
  ]

  /// The check with this id or name, whatever its case.
  public static func named(_ name: String) -> (any Check)? {
    let name = name.lowercased()
    return all.first { $0.about.id.lowercased() == name || $0.about.name == name }
  }

  /// Checks that look at the words of the text, and are silent on lines without it.
  public static let needingText = ["S02", "S03", "S13", "S18"]
}
