import SaysoText

/// A date expression that a rule found, not yet resolved.
struct FoundDate: Sendable {
  var expression: DateExpression
  var rule: Int
  var tokens: Range<Int>
  var span: TextSpan
  /// Classes of the two lexemes before it, and of the nearer one alone.
  var lead: DateClass = []
  var nearLead: DateClass = []
  /// Shares its month with the one before: "8" in "June 6 and 8".
  var continues = false
  /// Classes of what stands between it and the one before it in the same run; nil where other words do.
  var joint: DateClass?
  /// Classes of the lexeme behind it.
  var follow: DateClass = []
}

/// Finds date expressions: collects runs of date words and parses those runs that hold a strong one.
///
/// An ordinary word costs one look-up. Linear: a run is parsed once, and no run is longer than `runLimit`.
struct DateScanner {
  static let runLimit = 96

  let grammar: DateGrammar
  private let table: DateTable
  private var lexer: DateLexer
  private(set) var found: [FoundDate] = []

  init(table: DateTable, grammar: DateGrammar) {
    lexer = DateLexer(table)
    self.grammar = grammar
    self.table = table
  }

  /// Reads all tokens; the result stands in `found` until the next call.
  mutating func scan(_ tokens: DateTokens, starts: (Int) -> Bool) {
    found.removeAll(keepingCapacity: true)
    var start = 0
    var isStrong = false
    let mayJoin = Self.mayJoin
    for token in 0..<tokens.count {
      // Most words are in no table and do not begin like a figure or a mark.
      if tokens.words[token] == 0, !mayJoin[Int(tokens.firstByte(token))] {
        if isStrong { parse(start..<token, tokens, starts) }
        start = token &+ 1
        isStrong = false
        continue
      }
      let role = self.role(token, tokens)
      if role != .none, token - start < Self.runLimit {
        isStrong = isStrong || role == .strong
        continue
      }
      if isStrong { parse(start..<token, tokens, starts) }
      start = role == .none ? token + 1 : token
      isStrong = role == .strong
    }
    if isStrong { parse(start..<tokens.count, tokens, starts) }
  }

  /// Parses those sentences of a run that hold a strong word: runs without one, most of them, need no sentence ends.
  private mutating func parse(_ run: Range<Int>, _ tokens: DateTokens, _ starts: (Int) -> Bool) {
    var start = run.lowerBound
    var isStrong = false
    for token in run {
      if token > start, starts(token) {
        if isStrong { parse(start..<token, tokens) }
        start = token
        isStrong = false
      }
      isStrong = isStrong || role(token, tokens) == .strong
    }
    if isStrong { parse(start..<run.upperBound, tokens) }
  }

  /// The bytes that tokens begin with that are no words and yet may stand in a date; see `role`.
  private static let mayJoin: [Bool] = (0...255).map { (byte: UInt8) in
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: ","), UInt8(ascii: "-"), UInt8(ascii: "/"),
      UInt8(ascii: ":"), UInt8(ascii: "."), UInt8(ascii: "'"), 0xD9...0xFF:
      true
    default: false
    }
  }

  @inline(__always)
  private func role(_ token: Int, _ tokens: DateTokens) -> DateVocabulary.Role {
    let word = Int(tokens.words[token])
    if word != 0 { return table.roles[word] }
    switch tokens.firstByte(token) {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): return tokens.ends[token] - tokens.starts[token] >= 3 ? .strong : .weak
    case UInt8(ascii: ","), UInt8(ascii: "-"), UInt8(ascii: "/"), UInt8(ascii: ":"): return .weak
    case UInt8(ascii: "."): return isAbbreviationStop(token, tokens) ? .weak : .none
    case UInt8(ascii: "'"), 0xE2:
      return tokens.ends[token] - tokens.starts[token] >= 4 ? quotedRole(token, tokens) : .weak
    case 0xD9...: return DateFigures.digit(tokens.bytes, Int(tokens.starts[token])) == nil ? .none : .strong
    default: return .none
    }
  }

  /// A full stop that the word before it may own: "Sept" and "." where the tokeniser does not know the abbreviation.
  private func isAbbreviationStop(_ token: Int, _ tokens: DateTokens) -> Bool {
    guard tokens.isAttached(token) else { return false }
    return table.words[Int(tokens.words[token - 1])].stop > 0
  }

  /// "'90s" is a date; other tokens that begin with an apostrophe are none.
  private func quotedRole(_ token: Int, _ tokens: DateTokens) -> DateVocabulary.Role {
    let start = Int(tokens.starts[token]) + (tokens.firstByte(token) == 0xE2 ? 3 : 1)
    return start < tokens.bytes.count && tokens.bytes[start] &- 48 < 10 ? .strong : .none
  }

  private mutating func parse(_ range: Range<Int>, _ tokens: DateTokens) {
    lexer.lex(range, of: tokens)
    let grammar = grammar
    let lexemes = lexer.lexemes
    lexemes.withUnsafeBufferPointer { lexemes in
      let context = DateContext(lexemes: lexemes, tokens: tokens)
      var index = 0
      var last = -1
      while index < lexemes.count {
        if let next = appendDay(at: index, last, lexemes, tokens) {
          index = next
          last = next
          continue
        }
        let candidates = isPreposition(index, lexemes) ? 0 : grammar.program.candidates(lexemes, at: index)
        guard candidates != 0, let (rule, match, expression) = grammar.best(of: candidates, lexemes, index, context)
        else {
          index += 1
          continue
        }
        append(expression, rule, match, last, lexemes)
        index = max(match.mention.upperBound, index + 1)
        last = match.mention.upperBound
      }
    }
  }

  /// "following Saturday's defeat": without an article, or "in" before it, the word says "after".
  private func isPreposition(_ index: Int, _ lexemes: UnsafeBufferPointer<DateLexeme>) -> Bool {
    guard lexemes[index].classes.contains(.next), lexemes[index].code == 2 else { return false }
    guard index > 0, lexemes[index - 1].tokenEnd == lexemes[index].token else { return true }
    return lexemes[index - 1].classes.isDisjoint(with: [.the, .this, .that, .in, .on, .at, .possessive])
  }

  /// A day that shares the month of the date before it: "8" in "June 6 and 8". Returns the lexeme behind it.
  private mutating func appendDay(
    at index: Int, _ last: Int, _ lexemes: UnsafeBufferPointer<DateLexeme>, _ tokens: DateTokens
  ) -> Int? {
    guard last > 0, last == index, let previous = found.last, previous.expression.form == .calendar,
      previous.expression.value.precision == .day, previous.expression.value.day != DateValue.unknown,
      previous.expression.last.precision == .none
    else { return nil }
    var joint = index
    if lexemes[joint].classes.contains(.comma), joint + 1 < lexemes.count { joint += 1 }
    if !lexemes[joint].classes.isDisjoint(with: [.and, .or]) { joint += 1 }
    guard joint > index, joint < lexemes.count, lexemes[joint].classes.isSuperset(of: [.day, .num]),
      lexemes[joint].code == 1 || lexemes[joint].number < 10, isLoneDay(joint, lexemes, tokens)
    else { return nil }
    var expression = previous.expression
    expression.value.day = lexemes[joint].number
    expression.value.weekday = DateValue.unknown
    guard expression.value.isPossible else { return nil }
    let lexeme = lexemes[joint]
    var new = FoundDate(
      expression: expression, rule: previous.rule, tokens: Int(lexeme.token)..<Int(lexeme.tokenEnd),
      span: TextSpan(start: lexeme.start, end: lexeme.end))
    new.continues = true
    new.joint = lexemes[index..<joint].reduce(into: DateClass()) { $0.formUnion($1.classes) }
    found.append(new)
    return joint + 1
  }

  /// Whether a number behind "June 6 and" can only be a day: nothing follows that it could count.
  private func isLoneDay(_ index: Int, _ lexemes: UnsafeBufferPointer<DateLexeme>, _ tokens: DateTokens) -> Bool {
    let next = Int(lexemes[index].tokenEnd)
    guard next < tokens.count else { return true }
    if index + 1 < lexemes.count,
      !lexemes[index + 1].classes.isDisjoint(with: [.units, .unit, .month, .slash, .hyphen])
    {
      return false
    }
    switch tokens.firstByte(next) {
    case UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: ")"): return true
    default: return index + 1 < lexemes.count
    }
  }

  private mutating func append(
    _ expression: DateExpression, _ rule: Int, _ match: DateMatch, _ last: Int,
    _ lexemes: UnsafeBufferPointer<DateLexeme>
  ) {
    let mention = match.mention
    guard let first = mention.first else { return }
    let end = lexemes[mention.upperBound - 1]
    var new = FoundDate(
      expression: expression, rule: rule, tokens: Int(lexemes[first].token)..<Int(end.tokenEnd),
      span: TextSpan(start: lexemes[first].start, end: end.end))
    for index in max(0, first - 2)..<first { new.lead.formUnion(lexemes[index].classes) }
    if first > 0 { new.nearLead = lexemes[first - 1].classes }
    if mention.upperBound < lexemes.count { new.follow = lexemes[mention.upperBound].classes }
    if last >= 0 {
      new.joint = lexemes[min(last, first)..<first].reduce(into: DateClass()) { $0.formUnion($1.classes) }
    }
    if var earlier = dayBefore(expression, first, last, lexemes) {
      earlier.rule = rule
      new.joint = lexemes[first - 1].classes
      found.append(earlier)
    }
    found.append(new)
  }

  /// A day before the joint that shares the month behind it: "5" in "between 5 and 7 May".
  private func dayBefore(
    _ expression: DateExpression, _ first: Int, _ last: Int, _ lexemes: UnsafeBufferPointer<DateLexeme>
  ) -> FoundDate? {
    let day = first - 2
    guard expression.form == .calendar, expression.value.precision == .day, expression.last.precision == .none,
      expression.value.weekday == DateValue.unknown, day >= max(0, last), lexemes[first].classes.contains(.day),
      lexemes[first - 1].classes.isSuperset(of: .and) || lexemes[first - 1].classes.isSuperset(of: .or),
      lexemes[day].classes.isSuperset(of: [.day, .num]), lexemes[day].number < expression.value.day
    else { return nil }
    var shared = expression
    shared.value.day = lexemes[day].number
    guard shared.value.isPossible else { return nil }
    let lexeme = lexemes[day]
    var new = FoundDate(
      expression: shared, rule: 0, tokens: Int(lexeme.token)..<Int(lexeme.tokenEnd),
      span: TextSpan(start: lexeme.start, end: lexeme.end))
    if day > 0 {
      new.nearLead = lexemes[day - 1].classes
      new.lead = new.nearLead
    }
    return new
  }
}

extension DateGrammar {
  /// Of the rules given as bits, the one with the longest match at a lexeme, the earlier of two as long; with what it
  /// makes of it.
  func best(
    of candidates: UInt128, _ lexemes: UnsafeBufferPointer<DateLexeme>, _ index: Int, _ context: DateContext
  ) -> (rule: Int, match: DateMatch, expression: DateExpression)? {
    var best: (rule: Int, match: DateMatch, expression: DateExpression)?
    var end = index
    var left = candidates
    while left != 0 {
      let rule = left.trailingZeroBitCount
      left &= left &- 1
      let match = program.longestMatch(rule, lexemes, at: index)
      guard match.end > index, match.mention.upperBound > end, !match.mention.isEmpty,
        rules[rule].condition?(match, context) ?? true,
        let expression = rules[rule].build(match)
      else { continue }
      best = (rule, match, expression)
      end = match.mention.upperBound
    }
    guard var best else { return nil }
    if best.expression.modifier == .none { best.expression.modifier = best.match.modifier }
    return best
  }
}
