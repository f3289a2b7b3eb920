internal import SaysoRead
internal import SaysoRecord
internal import SaysoText

/// One thread's part of a batch: decodes and annotates what is in an item.
final class Worker: ItemWork {
  private let decoder: InputDecoder
  private var annotator: any Annotating
  private let done: DoneIDs
  private var json = JSONByteWriter()

  init(_ options: ReadOptions, annotator: any Annotating, done: DoneIDs) {
    decoder = InputDecoder(options: options)
    self.annotator = annotator
    self.done = done
  }

  func process(_ item: WorkItem) -> ItemResult {
    json.removeAll()
    var result = ItemResult()
    result.progress = item.progress
    decoder.decode(item) { input in
      let id = DoneIDs.hash(input.id)
      guard !done.contains(id, input.sha256) else {
        result.counts.alreadyDone += 1
        return
      }
      switch input {
      case .skipped(let record): result.counts.skippedRecords[record.reason, default: 0] += 1
      case .article(let article):
        annotator.annotate(article, to: &json, counts: &result.counts)
        var words: [UInt64] = []
        annotator.appendBodyWords(to: &words)
        result.counts.articles += 1
        result.counts.textBytes += article.source.count
        for warning in article.warnings { result.counts.warnings[warning.code, default: 0] += 1 }
        let print = TextPrint(words: words, hash: DuplicateArticles.hash)
        result.index.append(
          ItemResult.Line(end: json.count, id: id, isArticle: true, name: article.id, print: print))
      case .failure(let failure):
        ErrorLine.write(failure, to: &json)
        result.counts.failures[failure.code, default: 0] += 1
        result.failures.append(failure)
        result.index.append(ItemResult.Line(end: json.count, id: id, isArticle: false))
      }
    }
    result.lines = json.bytes
    return result
  }
}

extension InputResult {
  var sha256: String? {
    switch self {
    case .article(let article): article.input.sha256
    case .failure(let failure): failure.input.sha256
    case .skipped(let record): record.failure.input.sha256
    }
  }

  var id: String {
    switch self {
    case .article(let article): article.id
    case .failure(let failure): failure.id
    case .skipped(let record): record.failure.id
    }
  }
}
