import Foundation
import SaysoTestSupport
import Testing

/// Articles that try to run in the reader's browser.
@Suite struct HostileReportTests {
  private static let attacks = [
    "<script>document.title='ran'</script>", "</title></script><script>document.title='ran'</script>",
    "</style><style>body{display:none}</style>", "<img src=x onerror=\"document.title='ran'\">",
    "<svg onload=document.title='ran'>", "<a href=\"javascript:document.title='ran'\">x</a>", "--><!-- -->",
    "\" onmouseover=\"document.title='ran'\" x=\"", "' autofocus onfocus='document.title=1' '",
    "{{{script}}} {{title}} {{#a}}", "${document.title='ran'}",
    "]]><iframe srcdoc=\"<script>parent.document.title='ran'</script>\">",
    "&lt;script&gt;", "<base href=//evil.example/>", "<meta http-equiv=refresh content=\"0;url=//evil.example\">",
    "\u{202E}txet\u{202C} \u{2066}x\u{2069}", "\u{1B}]0;ran\u{7}\u{9B}2J", "\u{301}\u{338} \u{20DD}",
    "<form action=//evil.example><button>",
  ]

  let folder: TemporaryFolder
  let page: String

  init() throws {
    folder = try TemporaryFolder()
    var lines: [String] = []
    for (index, attack) in Self.attacks.enumerated() {
      let text = """
        \(attack)

        Mayor Ada \(attack) Brenn said on 3 May 2024 that \(attack) the dam at Ostrel would hold. "\(attack) it holds," \
        officials told \(attack) News. It reportedly \(attack) broke in 2021.
        """
      let article: [String: Any] = [
        "id": "\(attack) \(index)", "title": attack, "publisher": attack, "url": "javascript:document.title='ran'",
        "author": attack, "date": "2024-05-04", "text": text,
      ]
      lines.append(String(decoding: try JSONSerialization.data(withJSONObject: article), as: UTF8.self))
    }
    let word = String(repeating: "word", count: 2_500_000)
    lines.append("{\"id\":\"long\",\"text\":\"\(word)\"}")
    try folder.write(lines.joined(separator: "\n"), to: "in.jsonl")
    try #require(annotate("in.jsonl", "-o", "ann.jsonl", in: folder).status == 0)
    let result = try Program.run(
      ["report", "ann.jsonl", "-o", "r.html", "--title", "Calm \(Self.attacks[1])"], in: folder.path)
    try #require(result.status == 0, "\(result.errors)")
    page = String(decoding: try folder.read("r.html"), as: UTF8.self)
  }

  @Test func nothingDangerousIsInTheBytes() {
    #expect(page.matches(of: #/<script/#).count == 1)
    #expect(page.matches(of: #/<style/#).count == 1)
    #expect(
      !page.utf8.contains(0x1B) && !page.contains("\u{202E}") && !page.contains("\u{2066}") && !page.contains("\u{9B}"))
    #expect(page.utf8.count < 8_000_000)
  }

  @Test(Browser.isThere) func nothingRunsInABrowser() throws {
    let document = try Browser.document("\(folder.path)/r.html", in: folder)
    let title = try #require(document.firstMatch(of: #/<title>([^<]*)</title>/#)?.1)
    #expect(title.hasPrefix("Calm "))
    #expect(document.contains("data-ready=\"on\""), "the page's own script did not run")
    #expect(document.matches(of: #/<(script|style)\b/#).count == 2)
    let known: Set<Substring> = ["http-equiv", "aria-label", "aria-current", "aria-hidden", "aria-describedby"]
    for tag in document.matches(of: #/<[a-z][a-z0-9]*((?:\s+[^\s=>]+(?:="[^"]*")?)*)\s*\/?>/#) {
      #expect(!["<img", "<iframe", "<base"].contains { tag.0.hasPrefix($0) }, "\(tag.0.prefix(80))")
      #expect(!tag.0.contains("href=\"javascript"))
      for attribute in tag.1.matches(of: #/([^\s=]+)(?:="[^"]*")?/#) where !known.contains(attribute.1) {
        #expect(!attribute.1.hasPrefix("on") && attribute.1 != "style" && attribute.1 != "src", "\(tag.0.prefix(80))")
      }
    }
  }

  @Test(Browser.isThere) func claimsLightUpAndFiltersWork() throws {
    let answer = try Browser.ask(
      page,
      """
      const cue = document.querySelector('.text [data-q]');
      cue.dispatchEvent(new PointerEvent('pointerover', { bubbles: true }));
      const lit = document.querySelectorAll('.text .on').length;
      const card = !document.getElementById('card').hidden;
      cue.closest('article').focus();
      document.querySelectorAll('.text [tabindex]')[1].focus();
      const second = document.querySelectorAll('.text .on').length;
      document.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape' }));
      const free = document.querySelectorAll('.on').length;
      const find = document.getElementById('find');
      find.value = 'Brenn'; document.getElementById('bar').requestSubmit();
      const shown = document.querySelectorAll('article:not([hidden])').length;
      const quiet = getComputedStyle(document.getElementById('profile')).display === 'none';
      find.value = 'nowhere'; document.getElementById('bar').requestSubmit();
      const none = document.querySelectorAll('article:not([hidden])').length;
      return [lit >= 2, card, second >= 2, free, quiet, shown, none, document.querySelectorAll('article').length].join(' ');
      """, in: folder)
    #expect(answer == "true true true 0 true \(Self.attacks.count) 0 \(Self.attacks.count + 1)")
  }
}
