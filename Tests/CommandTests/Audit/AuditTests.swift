import Foundation
import SaysoTestSupport
import Testing

/// `sayso audit` as people run it.
@Suite struct AuditTests {
  let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try folder.write(
      """
      {"id":"a 1","title":"Yard <b>to</b> close","text":"A source said the 🚢 yard would close in June. It is believed that \
      the owner has left. Experts say the yard is old."}
      {"id":"a2","text":"Ines Falk, who owns the yard, said it would stay open."}

      """, to: "in.jsonl")
    try folder.write(annotate("in.jsonl", in: folder).text, to: "ann.jsonl")
  }

  private func audit(_ arguments: String...) throws -> Program.Result {
    try Program.run(["audit"] + arguments, in: folder.path)
  }

  private func checks(_ result: Program.Result) throws -> [String] {
    try result.records().compactMap { $0["check"] as? String }
  }

  @Test func writesFindingsAndProfiles() throws {
    let result = try audit("ann.jsonl")
    #expect(result.status == 0)
    let checks = try checks(result)
    #expect(checks.contains("S05") && checks.contains("S02") && checks.contains("S04"))
    let scopes = try result.records().compactMap { $0["scope"] as? String }
    #expect(scopes == ["article", "article", "corpus"])
    #expect(result.errors.contains("2 articles, \(checks.count) findings"))
  }

  @Test(RecordValidator.isThere) func recordsAreValid() throws {
    let lines = try audit("ann.jsonl").lines
    for (schema, record) in [("finding", "sayso.finding/1"), ("audit", "sayso.audit/1")] {
      let own = lines.filter { $0.contains(record) }
      try RecordValidator.expectValid(Data(own.map { $0 + "\n" }.joined().utf8), schema: schema, count: own.count)
    }
  }

  @Test func offsetsCountCodePoints() throws {
    let text = Array("A source said the 🚢 yard would close in June. It is believed that".unicodeScalars)
    let found = try audit("ann.jsonl", "--checks", "S02,bare-anonymous", "--no-profiles").records()
    #expect(found.map { $0["check"] as? String } == ["S05", "S02"])
    for record in found {
      let (start, end) = (try #require(record["start"] as? Int), try #require(record["end"] as? Int))
      var view = String.UnicodeScalarView()
      view.append(contentsOf: text[start..<end])
      #expect(String(view) == record["text"] as? String)
    }
  }

  @Test func failOnEndsWithOne() throws {
    #expect(try audit("ann.jsonl", "--fail-on", "error").status == 1)
    #expect(try audit("ann.jsonl", "--checks", "S02", "--fail-on", "error").status == 0)
    #expect(try audit("ann.jsonl", "--checks", "S02", "--fail-on", "warning").status == 1)
    #expect(try audit("ann.jsonl", "--checks", "S19", "--fail-on", "info").status == 0)
  }

  @Test(arguments: ["jsonl", "sarif"]) func baselineMutesWhatIsKnown(format: String) throws {
    #expect(try audit("ann.jsonl", "-f", format, "-o", "known").status == 0)
    let muted = try audit("ann.jsonl", "--baseline", "known", "--fail-on", "info")
    #expect(muted.status == 0)
    #expect(try checks(muted).isEmpty)
    #expect(muted.errors.contains("left out: the baseline knows"))
    try folder.write(
      "{\"id\":\"a 1\",\"text\":\"A source said the yard would close. Insiders said the crane was sold.\"}\n",
      to: "new.jsonl")
    try folder.write(annotate("new.jsonl", in: folder).text, to: "new-ann.jsonl")
    let later = try audit("new-ann.jsonl", "--checks", "S05", "--baseline", "known", "--no-profiles")
    #expect(try later.records().compactMap { $0["text"] as? String } == ["Insiders"])
  }

  @Test func outputIsWholeOrNotThere() throws {
    try folder.write("precious", to: "out")
    #expect(try audit("ann.jsonl", "-o", "out").status == 73)
    #expect(try folder.read("out") == Array("precious".utf8))
    #expect(try audit("ann.jsonl", "-o", "out", "--force").status == 0)
    #expect(try audit("ann.jsonl", "-o", "/dev/full").status == 74)
  }

  @Test func markupStaysText() throws {
    let page = try audit("ann.jsonl", "-f", "html").text
    #expect(page.contains("Yard &lt;b&gt;to&lt;/b&gt; close") && !page.contains("<b>to</b>"))
    #expect(page.contains("Content-Security-Policy") && !page.contains("<script"))
    #expect(page.hasSuffix("</html>\n"))
    #expect(page.contains("<b>This article</b>") && !page.contains("<b></b>"))
  }

  @Test func formulasAreDefused() throws {
    try folder.write(
      "{\"id\":\"=cmd|' /C calc'!A0\",\"text\":\"A source said the yard would close.\"}\n", to: "evil.jsonl")
    try folder.write(annotate("evil.jsonl", in: folder).text, to: "evil-ann.jsonl")
    let csv = try audit("evil-ann.jsonl", "-f", "csv", "--checks", "S05").text
    #expect(csv.contains("\r\n'=cmd") && !csv.contains("\n=cmd"))
  }

  @Test func profilesAlone() throws {
    let rows = try audit("ann.jsonl", "--only-profiles", "-f", "csv").text.components(separatedBy: "\r\n")
    #expect(rows.map { $0.prefix { $0 != "," } } == ["scope", "article", "article", "corpus", ""])
    #expect(rows.first?.hasPrefix("scope,id,articles,claims,voice_attributed") == true)
  }

  @Test func theTableIsForPeople() throws {
    let table = try audit("ann.jsonl", "-f", "table").text
    #expect(table.contains("S05 bare-anonymous") && table.contains("corpus: "))
  }

  @Test func linesWithoutTextAreSaid() throws {
    try folder.write(annotate("in.jsonl", "--no-text", in: folder).text, to: "bare.jsonl")
    let result = try audit("bare.jsonl")
    #expect(try checks(result).contains("S05"))
    #expect(result.errors.contains("2 articles without text"))
  }

  @Test(RecordValidator.isThere) func sarifIsValid() throws {
    let log = try audit("ann.jsonl", "-f", "sarif")
    let script = """
      import json, sys, jsonschema
      log = json.load(sys.stdin)
      jsonschema.validate(log, json.load(open(sys.argv[1])))
      results = log['runs'][0]['results']
      rules = log['runs'][0]['tool']['driver']['rules']
      assert len(rules) == 20 and all(rules[r['ruleIndex']]['id'] == r['ruleId'] for r in results)
      assert log['runs'][0]['columnKind'] == 'unicodeCodePoints'
      assert all(rule['help']['text'] and rule['properties']['standard'] for rule in rules)
      regions = [r['locations'][0]['physicalLocation'].get('region') for r in results]
      assert any(r and r['startLine'] >= 1 and r['charLength'] > 0 for r in regions)
      print(len(results), log['runs'][0]['results'][0]['locations'][0]['physicalLocation']['artifactLocation']['uri'])
      """
    let schema = "\(RecordValidator.root)/Tests/tools/sarif-2.1.0.json"
    let judged = try Program.run(
      executable: try #require(RecordValidator.python), ["-c", script, schema], input: log.output)
    let count = try checks(audit("ann.jsonl")).count
    #expect(judged.text == "\(count) a%201\n", "\(judged.errors)")
  }
}
