internal import SaysoRead
internal import SaysoRecord
internal import SaysoText

/// One thread's part of a batch: takes items, decodes and annotates what is in them, hands in the lines.
struct Worker {
  let decoder: InputDecoder
  /// Makes the annotator when the first item comes: a thread that gets no work costs no set-up.
  let makeAnnotator: () throws -> any Annotating
  let done: DoneIDs

  func run(_ queue: OrderedQueue) throws {
    guard var next = queue.take() else { return }
    var annotator = try makeAnnotator()
    var json = JSONByteWriter()
    while true {
      json.removeAll()
      queue.finish(next.0, process(next.1, &annotator, &json), cost: next.1.cost)
      guard let more = queue.take() else { return }
      next = more
    }
  }

  private func process(_ item: WorkItem, _ annotator: inout any Annotating, _ json: inout JSONByteWriter) -> ItemResult
  {
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
