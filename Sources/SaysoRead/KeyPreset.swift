/// The keys that the records of another tool have.
public enum KeyPreset: String, CaseIterable, Sendable {
  /// What `trafilatura --json` writes.
  case trafilatura
  /// News items as JSON (IPTC ninjs 1 to 3).
  case ninjs

  /// Where the tool puts what. The date is that of publication or creation, never of a later version.
  public var keys: JSONKeys {
    var keys = JSONKeys()
    switch self {
    case .trafilatura:
      (keys.url, keys.byline, keys.publisher) = ("source", "author", "hostname")
    case .ninjs:
      (keys.id, keys.text) = ("uri", "body_text")
      keys.html = "body_xhtml|body_html|bodies.value"
      (keys.title, keys.byline) = ("headline|headlines.value", "byline|by")
      keys.date = "firstcreated|firstCreated|contentcreated|contentCreated"
      keys.publisher = "copyrightholder|copyrightHolder"
    }
    return keys
  }
}
