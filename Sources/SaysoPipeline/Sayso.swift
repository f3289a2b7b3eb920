/// Facts about this program.
public enum Sayso {
  /// Semantic version, as in `producer.version` and `sayso --version`.
  public static let version = "0.1.0"
}
