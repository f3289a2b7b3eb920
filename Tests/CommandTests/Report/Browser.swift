import Foundation
import SaysoTestSupport
import Testing

/// A browser without a window, to see what a page does.
enum Browser {
  static let program = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"].first {
    FileManager.default.isExecutableFile(atPath: $0)
  }

  static let isThere = ConditionTrait.enabled("no chromium here: apt-get install chromium") { program != nil }

  /// The document of a page after its scripts have run.
  static func document(_ path: String, in folder: TemporaryFolder) throws -> String {
    let program = try #require(program)
    let result = try Program.run(
      executable: program,
      [
        "--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run",
        "--user-data-dir=\(folder.path)/browser", "--virtual-time-budget=4000", "--dump-dom", "file://\(path)",
      ])
    #expect(result.text.contains("</html>"), "\(result.errors)")
    return result.text
  }

  /// What a script of the test's own says of a page: the value of its last expression.
  ///
  /// It runs in a copy of the page without the policy, which forbids any script but the page's.
  static func ask(_ page: String, _ script: String, in folder: TemporaryFolder) throws -> String {
    let open = page.replacing(#/<meta http-equiv="Content-Security-Policy"[^>]*>/#, with: "")
    let probe = "<script>setTimeout(() => { document.title = 'answer:' + (() => { \(script) })(); }, 200);</script>"
    let path = try folder.write(open.replacing("</body>", with: probe + "</body>"), to: "probe.html")
    let document = try document(path, in: folder)
    let answer = try #require(document.firstMatch(of: #/<title>answer:([^<]*)</title>/#), "no answer")
    return String(answer.1)
  }
}
