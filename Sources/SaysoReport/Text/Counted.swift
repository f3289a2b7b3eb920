/// Numbers of things in words.
enum Counted {
  /// "1 article", "2 articles".
  static func text(_ count: Int, _ noun: String) -> String { "\(count) \(count == 1 ? noun : noun + "s")" }

  /// "1 article was", "2 articles were".
  static func was(_ count: Int, _ noun: String) -> String { "\(text(count, noun)) \(count == 1 ? "was" : "were")" }
}
