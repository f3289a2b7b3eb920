import SaysoText

extension PhraseBookBuilder {
  /// Adds to `problems` what is doubtful between entries: keys that come twice, and one name with two types where no
  /// guard says so. O(n log n).
  public func noteDoubts() {
    noteDuplicates()
    noteConflicts()
  }

  /// An entry's key is its `id`, else its type and name.
  private func noteDuplicates() {
    var seen: [String: Int] = [:]
    seen.reserveCapacity(entries.count)
    for index in entries.indices {
      let key = key(index)
      guard let first = seen.updateValue(index, forKey: key) else { continue }
      seen[key] = first
      doubt(index, "the key `\(key)` again", "it once; \(origin(first)) has it")
    }
  }

  private func key(_ index: Int) -> String {
    let entry = entries[index]
    let start = Int(entry.start) + Int(entry.nameLength)
    let attributes = strings[start..<start + Int(entry.attributeLength)]
    for part in attributes.split(separator: 0x09) where part.starts(with: "id=".utf8) {
      return String(decoding: part.dropFirst(3), as: UTF8.self)
    }
    return "\(type(index)):\(name(of: entry))"
  }

  private static let names = ["person", "place", "organization", "group"]

  private func noteConflicts() {
    let order = patterns.indices.sorted {
      (patterns[$0].hash, patterns[$0].entry) < (patterns[$1].hash, patterns[$1].entry)
    }
    var conflicts: [(entry: Int, with: Int)] = []
    var run = 0
    for at in order.indices {
      if patterns[order[at]].hash != patterns[order[run]].hash { run = at }
      let entry = Int(patterns[order[at]].entry / 2)
      guard isUnguarded(patterns[order[at]]) else { continue }
      let other = order[run..<at].first {
        isUnguarded(patterns[$0]) && type(Int(patterns[$0].entry / 2)) != type(entry)
      }
      if let other { conflicts.append((entry, Int(patterns[other].entry / 2))) }
    }
    var told = -1
    for (entry, other) in conflicts.sorted(by: { $0 < $1 }) where entry != told {
      told = entry
      doubt(
        entry, "`\(name(of: entries[entry]))` (or an alias) as \(type(entry))",
        "one type, or guard=word, name or place; \(origin(other)) has it as \(type(other))")
    }
  }

  private func isUnguarded(_ pattern: BookPattern) -> Bool {
    let entry = Int(pattern.entry / 2)
    return pattern.entry & 1 == 0 && entries[entry].guards == 0 && Self.names.contains(String(type(entry)))
  }

  private func doubt(_ entry: Int, _ found: String, _ expected: String) {
    let place = place(entry)
    problems.append(.doubtful(file: place.file, line: place.line, found: found, expected: expected))
  }

  private func origin(_ entry: Int) -> String {
    let place = place(entry)
    return "\(place.file):\(place.line)"
  }
}

extension BookStore {
  /// Everything that is wrong or doubtful in files of names and folders of lists, file by file, by line.
  ///
  /// - Parameter lexicon: says which words are everyday words.
  public mutating func check(_ paths: [String], with lexicon: Lexicon) throws(LexiconError) -> [LexiconError] {
    let builder = PhraseBookBuilder(support: support)
    for path in paths {
      let isFolder = FileSystem.isDirectory(path)
      builder.everydayWord = { word, hash in lexicon.isEveryday(word, hash, forLists: isFolder) }
      if isFolder { try readFolder(path, into: builder) } else { try read(path, into: builder) }
    }
    builder.noteDoubts()
    leftOut += builder.leftOut
    return builder.problems
  }

  private func readFolder(_ path: String, into builder: PhraseBookBuilder) throws(LexiconError) {
    for file in FileSystem.files(below: path, ending: ".tsv") {
      let bytes = try FileSystem.read(file.path)
      builder.begin(file: file.path)
      var list = BookList(builder, namesOnly: true)
      bytes.withUnsafeBufferPointer { list.read($0) }
    }
  }
}

extension Lexicon {
  /// Whether the lists know a folded word as something other than a name. Words that a list of guards holds count too,
  /// except for the lists themselves, which they guard.
  func isEveryday(_ folded: UnsafeBufferPointer<UInt8>, _ hash: UInt64, forLists: Bool) -> Bool {
    let info = tables.info(tables.word(folded, hash: hash))
    if info.features.hasAny([.neverName, .ambiguous]) { return !forLists }
    guard let tag = tables.tags(info.tagClass).first.flatMap({ WordTag(rawValue: $0.tag) }) else { return false }
    return ![.nnp, .nnps, .nnpj, .nnpv, .none].contains(tag)
  }
}
