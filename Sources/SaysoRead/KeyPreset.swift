/// The keys that the records of another tool have.
public enum KeyPreset: String, CaseIterable, Sendable {
  /// What `trafilatura --json` writes.
  case trafilatura
  /// News items as JSON (IPTC ninjs 1).
  case ninjs

  /// Where the tool puts what. The date is that of publication or creation, never of a later version.
  public var keys: JSONKeys {
    var keys = JSONKeys()
    switch self {
    case .trafilatura:
      (keys.url, keys.byline, keys.publisher) = ("source", "author", "hostname")
    case .ninjs:
      (keys.id, keys.text, keys.html) = ("uri", "body_text", "body_xhtml")
      (keys.title, keys.date, keys.publisher) = ("headline", "firstcreated", "copyrightholder")
    }
    return keys
  }
}
