internal import SaysoText

/// The content words of a text: what tellings of one event share. Folded and cut to stems, without function words,
/// words of the calendar and numbers.
///
///     ContentWords.stems(of: "The ferry was closed on Friday")     // hashes of "ferry" and "clos"
///
/// The stemmer knows the endings of English; texts in other languages are compared by their words as they are. It reads
/// annotation lines of anybody, so it can't ask a lexicon.
enum ContentWords {
  /// Stems of the content words, sorted, each once. O(n log n).
  static func stems(of text: UnsafeBufferPointer<UInt8>) -> [UInt64] {
    var stems: [UInt64] = []
    FoldedWords.forEach(in: text) { word in
      if let stem = stem(word) { stems.append(stem) }
    }
    WordShingles.sortUnique(&stems)
    return stems
  }

  static func stems(of text: String) -> [UInt64] {
    var text = text
    return text.withUTF8 { stems(of: $0) }
  }

  /// Whether the text says that something is not so.
  static func holdsNot(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    var found = false
    FoldedWords.forEach(in: text) { found = found || negations.contains(FoldedHash.hash($0)) }
    return found
  }

  private static let negations = Set(
    hashes(
      "not never nobody none cannot didnt doesnt dont wasnt werent isnt arent wont wouldnt couldnt hasnt havent hadnt"))

  /// The stem of a folded word; nil for function words, words of the calendar and numbers.
  static func stem(_ word: UnsafeBufferPointer<UInt8>) -> UInt64? {
    guard let first = word.first, word.count > 1 || first >= 0x80, first &- UInt8(ascii: "0") >= 10 else { return nil }
    let hash = FoldedHash.hash(word)
    if skipped.contains(hash) { return nil }
    if let form = forms[hash] { return form }
    return FoldedHash.hash(UnsafeBufferPointer(rebasing: word[..<stemLength(word)]))
  }

  /// Length of the word without its ending: "carried", "carries" and "carry" are all cut to "carr".
  private static func stemLength(_ word: UnsafeBufferPointer<UInt8>) -> Int {
    var count = word.count
    func ends(_ ending: StaticString, leaving least: Int) -> Bool {
      let length = ending.utf8CodeUnitCount
      guard count - length >= least else { return false }
      return (0..<length).allSatisfy { word[count - length + $0] == ending.utf8Start[$0] }
    }
    if ends("ies", leaving: 3) || ends("ied", leaving: 3) || ends("ing", leaving: 3) {
      count -= 3
    } else if ends("ed", leaving: 3) || ends("es", leaving: 3) || ends("ly", leaving: 4) {
      count -= 2
    } else if ends("y", leaving: 3) || ends("s", leaving: 3) && !ends("ss", leaving: 1) && !ends("us", leaving: 1) {
      count -= 1
    }
    if count > 3, word[count - 1] == UInt8(ascii: "e") { count -= 1 }
    if count > 3, word[count - 1] == word[count - 2], word[count - 1] < 0x80 { count -= 1 }
    return count
  }

  private static func hashes(_ words: String) -> [UInt64] {
    words.split(whereSeparator: \.isWhitespace).map { FoldedHash.hash(String($0)) }
  }

  static let months = Set(
    hashes(
      """
      january february march april may june july august september october november december jan feb mar apr jun jul aug
      sep sept oct nov dec
      """))

  /// Words that say nothing of an event, and those that say when it was.
  private static let skipped = Set(
    hashes(
      """
      the an and or but nor of to in on at by for from with without into onto over under after before since until till
      during between against about around near off out up down as than then that this these those there here it its he
      she they them their his her him we us our you your who whom whose which what when where while how why because if
      is are was were be been being am do does did done have has had having will would shall should can could may might
      must not no so such too also only just even still yet more most less least some any all each both other another
      one two three four five six seven eight nine ten eleven twelve hundred thousand million billion dozen dozens
      percent per cent said says say saying told tells tell according reportedly allegedly
      monday tuesday wednesday thursday friday saturday sunday today yesterday tomorrow tonight morning afternoon evening
      night week weeks month months year years day days hour hours last next ago early earlier late later now recently
      """)
  ).union(months)

  /// Stems of words that name what happened rather than to whom.
  static let eventStems = Set(forms.values).subtracting(hashes("people company begin take give hold find meet"))

  /// Irregular forms and the nouns and verbs that news uses for one another when it tells of one event.
  private static let forms: [UInt64: UInt64] = {
    let groups = """
      fall fell fallen falls dropped drop drops declined sank
      rise rose risen rises climbed jumped
      run ran runs
      strike struck strikes hit hits
      hold held holds
      take took taken takes
      give gave given gives
      find found finds
      leave left leaves
      lose lost loses
      win won wins
      meet met meets meeting meetings
      begin began begun begins start started starts
      break broke broken breaks
      buy bought buys purchased acquired acquire
      sell sold sells
      kill killed kills died dead deaths death die dies
      injured injure hurt wounded injuries
      fire blaze fires
      resign resigned resigns quit quits resignation
      arrest arrested arrests detained
      vote voted votes voting
      close closed closes shut shuts closure closing
      open opened opens reopened
      collapse collapsed collapses gave-way
      sign signed signs signing
      elect elected election elections
      appoint appointed named appoints
      accuse accused accuses charged charge charges
      pay paid pays
      build built builds
      shoot shot shots
      sink sunk
      flood floods flooded flooding
      dismiss dismissed dismisses dismissal sacked
      sue sued sues lawsuit
      order ordered orders
      suspend suspended suspends suspension
      ban banned bans
      crash crashed crashes
      attack attacked attacks
      join joined joins
      release released releases
      launch launched launches
      sweep swept
      burst bursts
      replace replaced replaces succeed succeeds succeeded
      grounding aground
      people persons person
      company firm
      """
    var forms: [UInt64: UInt64] = [:]
    for group in groups.split(separator: "\n") {
      let words = hashes(String(group))
      for word in words { forms[word] = words.first }
    }
    return forms
  }()
}
