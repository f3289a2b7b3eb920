// The words that rules name, with fixed ids: a word's id is its place in `knownSpellings`, and the compiler puts these
// first in every vocabulary. A test checks that the two lists below agree. It is a table, hence its length.

extension WordID {
  @inlinable public static var the: WordID { WordID(0) }
  @inlinable public static var a: WordID { WordID(1) }
  @inlinable public static var an: WordID { WordID(2) }
  @inlinable public static var of: WordID { WordID(3) }
  @inlinable public static var and: WordID { WordID(4) }
  @inlinable public static var or: WordID { WordID(5) }
  @inlinable public static var but: WordID { WordID(6) }
  @inlinable public static var nor: WordID { WordID(7) }
  @inlinable public static var to: WordID { WordID(8) }
  @inlinable public static var `in`: WordID { WordID(9) }
  @inlinable public static var on: WordID { WordID(10) }
  @inlinable public static var at: WordID { WordID(11) }
  @inlinable public static var by: WordID { WordID(12) }
  @inlinable public static var `for`: WordID { WordID(13) }
  @inlinable public static var from: WordID { WordID(14) }
  @inlinable public static var with: WordID { WordID(15) }
  @inlinable public static var without: WordID { WordID(16) }
  @inlinable public static var about: WordID { WordID(17) }
  @inlinable public static var into: WordID { WordID(18) }
  @inlinable public static var over: WordID { WordID(19) }
  @inlinable public static var under: WordID { WordID(20) }
  @inlinable public static var after: WordID { WordID(21) }
  @inlinable public static var before: WordID { WordID(22) }
  @inlinable public static var since: WordID { WordID(23) }
  @inlinable public static var until: WordID { WordID(24) }
  @inlinable public static var till: WordID { WordID(25) }
  @inlinable public static var during: WordID { WordID(26) }
  @inlinable public static var between: WordID { WordID(27) }
  @inlinable public static var among: WordID { WordID(28) }
  @inlinable public static var against: WordID { WordID(29) }
  @inlinable public static var through: WordID { WordID(30) }
  @inlinable public static var `as`: WordID { WordID(31) }
  @inlinable public static var than: WordID { WordID(32) }
  @inlinable public static var that: WordID { WordID(33) }
  @inlinable public static var this: WordID { WordID(34) }
  @inlinable public static var these: WordID { WordID(35) }
  @inlinable public static var those: WordID { WordID(36) }
  @inlinable public static var which: WordID { WordID(37) }
  @inlinable public static var who: WordID { WordID(38) }
  @inlinable public static var whom: WordID { WordID(39) }
  @inlinable public static var whose: WordID { WordID(40) }
  @inlinable public static var what: WordID { WordID(41) }
  @inlinable public static var when: WordID { WordID(42) }
  @inlinable public static var `where`: WordID { WordID(43) }
  @inlinable public static var why: WordID { WordID(44) }
  @inlinable public static var how: WordID { WordID(45) }
  @inlinable public static var whether: WordID { WordID(46) }
  @inlinable public static var `if`: WordID { WordID(47) }
  @inlinable public static var because: WordID { WordID(48) }
  @inlinable public static var `while`: WordID { WordID(49) }
  @inlinable public static var although: WordID { WordID(50) }
  @inlinable public static var though: WordID { WordID(51) }
  @inlinable public static var so: WordID { WordID(52) }
  @inlinable public static var not: WordID { WordID(53) }
  @inlinable public static var no: WordID { WordID(54) }
  @inlinable public static var nt: WordID { WordID(55) }
  @inlinable public static var cliticS: WordID { WordID(56) }
  @inlinable public static var be: WordID { WordID(57) }
  @inlinable public static var am: WordID { WordID(58) }
  @inlinable public static var `is`: WordID { WordID(59) }
  @inlinable public static var are: WordID { WordID(60) }
  @inlinable public static var was: WordID { WordID(61) }
  @inlinable public static var were: WordID { WordID(62) }
  @inlinable public static var been: WordID { WordID(63) }
  @inlinable public static var being: WordID { WordID(64) }
  @inlinable public static var cliticM: WordID { WordID(65) }
  @inlinable public static var cliticRe: WordID { WordID(66) }
  @inlinable public static var have: WordID { WordID(67) }
  @inlinable public static var has: WordID { WordID(68) }
  @inlinable public static var had: WordID { WordID(69) }
  @inlinable public static var having: WordID { WordID(70) }
  @inlinable public static var cliticVe: WordID { WordID(71) }
  @inlinable public static var `do`: WordID { WordID(72) }
  @inlinable public static var does: WordID { WordID(73) }
  @inlinable public static var did: WordID { WordID(74) }
  @inlinable public static var done: WordID { WordID(75) }
  @inlinable public static var doing: WordID { WordID(76) }
  @inlinable public static var will: WordID { WordID(77) }
  @inlinable public static var would: WordID { WordID(78) }
  @inlinable public static var shall: WordID { WordID(79) }
  @inlinable public static var should: WordID { WordID(80) }
  @inlinable public static var can: WordID { WordID(81) }
  @inlinable public static var could: WordID { WordID(82) }
  @inlinable public static var may: WordID { WordID(83) }
  @inlinable public static var might: WordID { WordID(84) }
  @inlinable public static var must: WordID { WordID(85) }
  @inlinable public static var cliticLl: WordID { WordID(86) }
  @inlinable public static var cliticD: WordID { WordID(87) }
  @inlinable public static var i: WordID { WordID(88) }
  @inlinable public static var me: WordID { WordID(89) }
  @inlinable public static var my: WordID { WordID(90) }
  @inlinable public static var we: WordID { WordID(91) }
  @inlinable public static var us: WordID { WordID(92) }
  @inlinable public static var our: WordID { WordID(93) }
  @inlinable public static var you: WordID { WordID(94) }
  @inlinable public static var your: WordID { WordID(95) }
  @inlinable public static var he: WordID { WordID(96) }
  @inlinable public static var him: WordID { WordID(97) }
  @inlinable public static var his: WordID { WordID(98) }
  @inlinable public static var she: WordID { WordID(99) }
  @inlinable public static var her: WordID { WordID(100) }
  @inlinable public static var hers: WordID { WordID(101) }
  @inlinable public static var it: WordID { WordID(102) }
  @inlinable public static var its: WordID { WordID(103) }
  @inlinable public static var they: WordID { WordID(104) }
  @inlinable public static var them: WordID { WordID(105) }
  @inlinable public static var their: WordID { WordID(106) }
  @inlinable public static var himself: WordID { WordID(107) }
  @inlinable public static var herself: WordID { WordID(108) }
  @inlinable public static var itself: WordID { WordID(109) }
  @inlinable public static var themselves: WordID { WordID(110) }
  @inlinable public static var there: WordID { WordID(111) }
  @inlinable public static var here: WordID { WordID(112) }
  @inlinable public static var also: WordID { WordID(113) }
  @inlinable public static var now: WordID { WordID(114) }
  @inlinable public static var then: WordID { WordID(115) }
  @inlinable public static var said: WordID { WordID(116) }
  @inlinable public static var say: WordID { WordID(117) }
  @inlinable public static var says: WordID { WordID(118) }
  @inlinable public static var saying: WordID { WordID(119) }
  @inlinable public static var according: WordID { WordID(120) }
  @inlinable public static var told: WordID { WordID(121) }
  @inlinable public static var tell: WordID { WordID(122) }
  @inlinable public static var tells: WordID { WordID(123) }
  @inlinable public static var added: WordID { WordID(124) }
  @inlinable public static var asked: WordID { WordID(125) }
  @inlinable public static var mr: WordID { WordID(126) }
  @inlinable public static var mrs: WordID { WordID(127) }
  @inlinable public static var ms: WordID { WordID(128) }
  @inlinable public static var dr: WordID { WordID(129) }
  @inlinable public static var al: WordID { WordID(130) }
  @inlinable public static var bin: WordID { WordID(131) }
  @inlinable public static var de: WordID { WordID(132) }
  @inlinable public static var van: WordID { WordID(133) }
  @inlinable public static var von: WordID { WordID(134) }
  @inlinable public static var la: WordID { WordID(135) }
  @inlinable public static var el: WordID { WordID(136) }
  @inlinable public static var st: WordID { WordID(137) }
  @inlinable public static var president: WordID { WordID(138) }
  @inlinable public static var minister: WordID { WordID(139) }
  @inlinable public static var spokesman: WordID { WordID(140) }
  @inlinable public static var spokeswoman: WordID { WordID(141) }
  @inlinable public static var spokesperson: WordID { WordID(142) }
  @inlinable public static var government: WordID { WordID(143) }
  @inlinable public static var united: WordID { WordID(144) }
  @inlinable public static var new: WordID { WordID(145) }
  @inlinable public static var year: WordID { WordID(146) }
  @inlinable public static var years: WordID { WordID(147) }
  @inlinable public static var month: WordID { WordID(148) }
  @inlinable public static var months: WordID { WordID(149) }
  @inlinable public static var week: WordID { WordID(150) }
  @inlinable public static var weeks: WordID { WordID(151) }
  @inlinable public static var day: WordID { WordID(152) }
  @inlinable public static var days: WordID { WordID(153) }
  @inlinable public static var ago: WordID { WordID(154) }
  @inlinable public static var last: WordID { WordID(155) }
  @inlinable public static var next: WordID { WordID(156) }
  @inlinable public static var per: WordID { WordID(157) }
  @inlinable public static var cent: WordID { WordID(158) }
  @inlinable public static var percent: WordID { WordID(159) }
  @inlinable public static var one: WordID { WordID(160) }
  @inlinable public static var `some`: WordID { WordID(161) }
  @inlinable public static var many: WordID { WordID(162) }
  @inlinable public static var other: WordID { WordID(163) }
  @inlinable public static var others: WordID { WordID(164) }
  @inlinable public static var all: WordID { WordID(165) }
  @inlinable public static var both: WordID { WordID(166) }
  @inlinable public static var each: WordID { WordID(167) }
  @inlinable public static var every: WordID { WordID(168) }
  @inlinable public static var `any`: WordID { WordID(169) }
  @inlinable public static var most: WordID { WordID(170) }
  @inlinable public static var more: WordID { WordID(171) }
  @inlinable public static var less: WordID { WordID(172) }
  @inlinable public static var few: WordID { WordID(173) }
  @inlinable public static var such: WordID { WordID(174) }
  @inlinable public static var own: WordID { WordID(175) }
  @inlinable public static var same: WordID { WordID(176) }
  @inlinable public static var only: WordID { WordID(177) }
  @inlinable public static var just: WordID { WordID(178) }
  @inlinable public static var even: WordID { WordID(179) }
  @inlinable public static var still: WordID { WordID(180) }
  @inlinable public static var already: WordID { WordID(181) }
  @inlinable public static var later: WordID { WordID(182) }
  @inlinable public static var earlier: WordID { WordID(183) }
  @inlinable public static var up: WordID { WordID(184) }
  @inlinable public static var down: WordID { WordID(185) }
  @inlinable public static var out: WordID { WordID(186) }
  @inlinable public static var off: WordID { WordID(187) }
  @inlinable public static var condition: WordID { WordID(188) }
  @inlinable public static var anonymity: WordID { WordID(189) }
  @inlinable public static var like: WordID { WordID(190) }
  @inlinable public static var via: WordID { WordID(191) }
  @inlinable public static var amid: WordID { WordID(192) }
  @inlinable public static var despite: WordID { WordID(193) }
  @inlinable public static var toward: WordID { WordID(194) }
  @inlinable public static var towards: WordID { WordID(195) }
  @inlinable public static var within: WordID { WordID(196) }
  @inlinable public static var across: WordID { WordID(197) }
  @inlinable public static var behind: WordID { WordID(198) }
  @inlinable public static var beyond: WordID { WordID(199) }
  @inlinable public static var near: WordID { WordID(200) }
  @inlinable public static var along: WordID { WordID(201) }
  @inlinable public static var around: WordID { WordID(202) }
  @inlinable public static var yet: WordID { WordID(203) }
  @inlinable public static var either: WordID { WordID(204) }
  @inlinable public static var neither: WordID { WordID(205) }
  @inlinable public static var however: WordID { WordID(206) }
  @inlinable public static var meanwhile: WordID { WordID(207) }
  @inlinable public static var moreover: WordID { WordID(208) }
  @inlinable public static var never: WordID { WordID(209) }
  @inlinable public static var ever: WordID { WordID(210) }
  @inlinable public static var `let`: WordID { WordID(211) }
  @inlinable public static var lets: WordID { WordID(212) }
  @inlinable public static var ca: WordID { WordID(213) }
  @inlinable public static var wo: WordID { WordID(214) }
  @inlinable public static var ai: WordID { WordID(215) }
  @inlinable public static var going: WordID { WordID(216) }
  @inlinable public static var gonna: WordID { WordID(217) }
  @inlinable public static var q: WordID { WordID(218) }
  @inlinable public static var comma: WordID { WordID(219) }
  @inlinable public static var stop: WordID { WordID(220) }
  @inlinable public static var colon: WordID { WordID(221) }
  @inlinable public static var semicolon: WordID { WordID(222) }
  @inlinable public static var quote: WordID { WordID(223) }
  @inlinable public static var apostrophe: WordID { WordID(224) }
  @inlinable public static var doubleApostrophe: WordID { WordID(225) }
  @inlinable public static var doubleBacktick: WordID { WordID(226) }
  @inlinable public static var hyphen: WordID { WordID(227) }
  @inlinable public static var longDash: WordID { WordID(228) }
  @inlinable public static var openBracket: WordID { WordID(229) }
  @inlinable public static var closeBracket: WordID { WordID(230) }
  @inlinable public static var openSquare: WordID { WordID(231) }
  @inlinable public static var closeSquare: WordID { WordID(232) }
  @inlinable public static var question: WordID { WordID(233) }
  @inlinable public static var exclamation: WordID { WordID(234) }
  @inlinable public static var ellipsis: WordID { WordID(235) }
  @inlinable public static var percentSign: WordID { WordID(236) }
  @inlinable public static var dollar: WordID { WordID(237) }
  @inlinable public static var slash: WordID { WordID(238) }
  @inlinable public static var ampersand: WordID { WordID(239) }
  @inlinable public static var bar: WordID { WordID(240) }
  @inlinable public static var hashSign: WordID { WordID(241) }
  @inlinable public static var asterisk: WordID { WordID(242) }
  @inlinable public static var bullet: WordID { WordID(243) }
  @inlinable public static var greater: WordID { WordID(244) }
  @inlinable public static var lessThan: WordID { WordID(245) }
  @inlinable public static var another: WordID { WordID(246) }
  @inlinable public static var called: WordID { WordID(247) }

  /// How many of the known words, from the first, are function words.
  static let functionWordCount = 116

  /// Folded spellings of the known words; index = id.
  public static let knownSpellings: [String] = [
    "the", "a", "an", "of", "and", "or", "but", "nor", "to", "in", "on", "at", "by", "for", "from", "with",
    "without", "about", "into", "over", "under", "after", "before", "since", "until", "till", "during", "between",
    "among", "against", "through", "as", "than", "that", "this", "these", "those", "which", "who", "whom", "whose",
    "what", "when", "where", "why", "how", "whether", "if", "because", "while", "although", "though", "so", "not",
    "no", "n't", "'s", "be", "am", "is", "are", "was", "were", "been", "being", "'m", "'re", "have", "has", "had",
    "having", "'ve", "do", "does", "did", "done", "doing", "will", "would", "shall", "should", "can", "could",
    "may", "might", "must", "'ll", "'d", "i", "me", "my", "we", "us", "our", "you", "your", "he", "him", "his",
    "she", "her", "hers", "it", "its", "they", "them", "their", "himself", "herself", "itself", "themselves",
    "there", "here", "also", "now", "then", "said", "say", "says", "saying", "according", "told", "tell", "tells",
    "added", "asked", "mr", "mrs", "ms", "dr", "al", "bin", "de", "van", "von", "la", "el", "st", "president",
    "minister", "spokesman", "spokeswoman", "spokesperson", "government", "united", "new", "year", "years", "month",
    "months", "week", "weeks", "day", "days", "ago", "last", "next", "per", "cent", "percent", "one", "some",
    "many", "other", "others", "all", "both", "each", "every", "any", "most", "more", "less", "few", "such", "own",
    "same", "only", "just", "even", "still", "already", "later", "earlier", "up", "down", "out", "off", "condition",
    "anonymity", "like", "via", "amid", "despite", "toward", "towards", "within", "across", "behind", "beyond",
    "near", "along", "around", "yet", "either", "neither", "however", "meanwhile", "moreover", "never", "ever",
    "let", "lets", "ca", "wo", "ai", "going", "gonna", "q", ",", ".", ":", ";", "\"", "'", "''", "``", "-", "--",
    "(", ")", "[", "]", "?", "!", "...", "%", "$", "/", "&", "|", "#", "*", "•", ">", "<", "another", "called",
  ]
}
