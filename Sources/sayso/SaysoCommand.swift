import ArgumentParser
import SaysoPipeline

/// The program: commands only; what they do is in the libraries.
@main
struct SaysoCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sayso",
    abstract: "Who said what, and on whose say-so: people, places, dates and claims with their sources in news text.",
    discussion: """
      Reads articles, writes one JSON line for each. Rules and lexicons, no model, no network; the same input gives \
      the same bytes every time, and every mark names the rule and the lexicon line that made it.

      EXAMPLES
        sayso annotate articles/ -o annotations.jsonl
        cat articles.jsonl | sayso annotate - | jq -r '.claims[]|select(.source==null).content.text'
        sayso explain article.txt
      """,
    version: Sayso.version,
    subcommands: [
      AnnotateCommand.self, TimelineCommand.self, AuditCommand.self, ExportCommand.self, ReportCommand.self,
      ExplainCommand.self,
      EvaluateCommand.self, LexiconCommand.self, SchemaCommand.self,
    ])
}
