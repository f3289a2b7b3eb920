#!/usr/bin/env python3
"""fit-word-classes.py EVALDIR [--check] [--errors N]: write Lexicons/en/words/{transitions,contexts,shapes}.tsv

Fits the weights of the word-class decoder (SaysoPipeline/Segment) on EVALDIR/words/train.jsonl with an averaged
perceptron over whole sentences, in a fixed order, and writes them as integers: no sentence and no word of the
training texts is copied, the rows are tags, closed-class words of closed-class.tsv and classes of words.
`--check` cross-validates on train and then measures EVALDIR/words/dev.jsonl instead of writing.
Standard library only; the same data and lists give the same bytes.

The score of a tag sequence is the sum over tokens of
  share      the word's share for the tag in the word lists, 8 log2, times SCALE
  own        context class of the word      x tag
  after      context class of the word before x tag
  before     context class of the word behind x tag
  shape      spelling group of the word       x tag
  tag-after  tag before                       x tag
  two-after  the two tags before, where the nearer is an adverb, a negation or a mark, x tag
Context classes: each closed-class word is one; other words share one by their set of likely tags.
"""
import collections
import json
import os
import random
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
WORDS = os.path.join(HERE, "..", "en", "words")
SCALE = 4       # integer units of weight per unit of share cost
UNIT = 16       # integer units per perceptron update
EPOCHS = 5
SEEDS = 4
BRIDGES = ("NEG", "PUNCT", "RB", "RBR")  # tags that the next tag depends on through the one before them
MINIMUM = 16    # a context class must be seen this often to have rows of its own
LIKELY = 30     # a tag counts for a word's context class up to this share cost (about 7 percent)

QUOTES = {"“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "‘": "'", "’": "'", "…": "...", "—": "--", "―": "--"}
PUNCT = {".", ",", ":", "``", "''", "-LRB-", "-RRB-", "HYPH"}
UPOS = dict(
    DT="DET", PDT="DET", DTP="PRON", CC="CCONJ", CD="NUM", EX="PRON", FW="X", IN="ADP", INS="SCONJ", JJ="ADJ",
    JJR="ADJ", JJS="ADJ", LS="X", MD="AUX", NN="NOUN", PRN="PRON", NNS="NOUN", NNP="PROPN", NNPS="PROPN", NNPJ="ADJ",
    NNPV="VERB", POS="PART", PRP="PRON", RB="ADV", RBR="ADV", RBS="ADV", NEG="PART", RP="ADP", SYM="SYM", TO="PART",
    UH="INTJ", WDT="PRON", WDD="DET", WP="PRON", WRB="ADV", PUNCT="PUNCT",
    VB="VERB", VBD="VERB", VBG="VERB", VBN="VERB", VBP="VERB", VBZ="VERB")
UPOS["PRP$"] = UPOS["WP$"] = "PRON"


def gold_tag(upos, xpos):
    """The decoder's tag for a treebank token: Penn tags with a few distinctions of Universal Dependencies."""
    special = {("DT", "PRON"): "DTP", ("IN", "SCONJ"): "INS", ("IN", "ADV"): "RB", ("RB", "PART"): "NEG",
               ("NN", "PRON"): "PRN", ("NN", "SYM"): "SYM", ("NNP", "ADJ"): "NNPJ", ("NNP", "VERB"): "NNPV",
               ("WDT", "DET"): "WDD", ("SYM", "PUNCT"): "PUNCT"}
    if (xpos, upos) in special:
        return special[xpos, upos]
    if xpos == "GW":
        return {"PRON": "PRP", "ADV": "RB", "NUM": "CD", "VERB": "VBN", "X": "FW", "PROPN": "NNP"}.get(upos, "NN")
    return "PUNCT" if xpos in PUNCT else "SYM" if xpos == "$" else xpos


def cost(weight, total):
    """-8 log2 of a share, in integers as LexiconCompiler computes it."""
    if total <= weight:
        return 0
    ratio, whole, fraction = (total << 24) // weight, 0, 0
    while ratio >= 2 << 24:
        ratio, whole = ratio >> 1, whole + 1
    for _ in range(3):
        ratio, fraction = ratio * ratio >> 24, fraction << 1
        if ratio >= 2 << 24:
            ratio, fraction = ratio >> 1, fraction | 1
    return min(255, whole * 8 + fraction)


def costs(pairs):
    """[(tag, weight)] -> [(tag, share cost)]"""
    total = sum(weight for _, weight in pairs)
    return [(tag, cost(weight, total)) for tag, weight in pairs]


class Lexicon:
    def __init__(self):
        self.words, self.own = {}, set()
        for name in ("closed-class", "common", "frequent", "names", "recent"):
            for fields in self.rows(name):
                word = fold(fields[0])
                pairs = [part.rsplit("=", 1) for part in fields[1].split("/", 1)[1].split(",")]
                self.words[word] = costs([(tag, int(weight)) for tag, weight in pairs])
                if "class=own" in fields[3:]:
                    self.own.add(word)
        self.suffixes = {}
        for fields in self.rows("suffixes"):
            self.suffixes[fields[0][1:]] = costs([(p.split("=")[0], int(p.split("=")[1])) for p in fields[3:]])
        self.cache = {}

    @staticmethod
    def rows(name):
        with open(os.path.join(WORDS, name + ".tsv"), encoding="utf-8") as handle:
            for line in handle.read().split("\n"):
                if line and not line.startswith("# "):
                    yield line.split("\t")

    def analyse(self, text, place):
        """-> (candidates [(tag, share cost)], context class, spelling group); place is "start", "title" or "mid"."""
        key = (text, place)
        if key not in self.cache:
            self.cache[key] = self._analyse(text, place)
        return self.cache[key]

    def _analyse(self, text, place):
        special = self.special(text)
        if special:
            return special
        word = fold(text)
        dotted = "." in text[:-1]
        upper = text[0].isupper()
        known = word in self.words and not (dotted and upper)
        if known:
            pairs = self.words[word]
        elif word.endswith("."):
            return ([("NNP", 0), ("NN", 16)] if upper else [("NN", 0), ("FW", 10)]), "*abbreviation", "abbreviation"
        else:
            pairs = self.guess(word)
        own = known and word in self.own
        if not upper:
            return pairs, self.context(word, pairs, known, own), ("own" if own else "known" if known else "new") + "-low"
        if any(tag in ("NNP", "NNPS") for tag, _ in pairs) and not own:
            return pairs, "*name", "listed-" + place
        allupper = len(text) > 1 and text.isupper()
        pairs = self.capitalised(word, pairs, known, own, place)
        group = ("own" if own else "known" if known else "new") + ("-caps-" if allupper else "-cap-") + place
        if own:
            return pairs, word, group
        if place != "mid":
            return pairs, self.context(word, pairs_of(self, word, known), known, own), group
        plural = any(tag == "NNPS" for tag, _ in pairs)
        return pairs, "*capital" + ("s" if plural else "") + ("" if known else "-new"), group

    def capitalised(self, word, pairs, known, own, place):
        """The readings of a word with a capital: its own, and a name's."""
        found = dict(pairs)
        if own:
            found["NNP"] = min(found.get("NNP", 255), 58 if place == "start" else 35)
            return sorted(found.items(), key=lambda pair: (pair[1], pair[0]))
        found["NNP"] = 0
        if "NNS" in found if known else self.suffix(word).endswith("s") and not self.suffix(word).endswith("ss"):
            found["NNPS"] = 12
        if known and ("JJ" in found or "VBN" in found):
            found["NNPJ"] = 12
        if known and "VBN" in found:
            found["NNPV"] = 23
        return sorted(found.items(), key=lambda pair: (pair[1], pair[0]))

    def context(self, word, pairs, known, own):
        if own:
            return word
        likely = sorted(tag for tag, value in pairs if value <= LIKELY)
        return ("" if known else "*new:") + "|".join(likely)

    def suffix(self, word):
        """The longest listed ending that leaves something of the word; empty where there is none."""
        for length in (5, 4, 3, 2, 1):
            if len(word) > length and word[-length:] in self.suffixes:
                return word[-length:]
        return ""

    def guess(self, word):
        return self.suffixes.get(self.suffix(word), [("NN", 6), ("JJ", 18), ("NNS", 18)])

    def special(self, text):
        """Numbers, marks and addresses."""
        first = text[0]
        if first.isdigit() or (first in ".+-'’" and len(text) > 1 and text[1].isdigit()):
            if all(c.isdigit() or c in ".,:/-+'’" for c in text):
                return [("CD", 0), ("LS", 64)], "*number", "number"
            if text[-2:].lower() in ("st", "nd", "rd", "th"):
                return [("JJ", 0), ("NN", 23)], "*ordinal", "number"
            if text[-1] in "sS":
                return [("NNS", 0)], "*decade", "number"
            return [("CD", 6), ("NN", 12), ("NNP", 17)], "*measure", "number"
        if first in "#@" and len(text) > 1 or "@" in text[1:] or "://" in text or text.startswith("www."):
            return [("NNP", 0)], "*address", "address"
        if "." in text[1:-1] and text[-1].isalpha() and text.islower() and text[1] != "." and text[-2] != ".":
            return [("NNP", 0)], "*address", "address"
        if any(c.isdigit() for c in text):
            return [("NNP", 6), ("NN", 12)], "*code", "code"
        if any(c.isalpha() for c in text):
            return None
        word = QUOTES.get(text, text)
        if word in self.words:
            return self.words[word], (word if word in self.own else "*mark"), "mark"
        if text in "+=<>$£€¥%^~|" or not is_punctuation(text):
            return [("SYM", 0)], "*symbol", "mark"
        return [("PUNCT", 0)], "*mark", "mark"


def pairs_of(lexicon, word, known):
    return lexicon.words[word] if known else lexicon.guess(word)


def is_punctuation(text):
    import unicodedata
    return unicodedata.category(text[0]).startswith("P")


FOLDS = {}


def fold(text):
    """Lower case, no diacritics, straight quotes, no stops inside capitals: what the tokeniser's folding gives."""
    if text not in FOLDS:
        import unicodedata
        word = text.replace("’", "'").replace("‘", "'")
        if word[:1].isupper() and "." in word[:-1]:
            word = word.replace(".", "")
        word = "".join(c for c in unicodedata.normalize("NFKD", word.lower()) if not unicodedata.combining(c))
        FOLDS[text] = word or text
    return FOLDS[text]


def sentences(path, lexicon):
    """Sentences as rows (text, tag, class, candidates, context, group), document by document."""
    documents = []
    for line in open(path, encoding="utf-8"):
        document = json.loads(line)
        text, tokens, found, at = document["text"], document["tokens"], [], 0
        for sentence in document["sentences"]:
            row = []
            while at < len(tokens) and tokens[at][0] < sentence[1]:
                row.append(tokens[at])
                at += 1
            words = [text[token[0]:token[1]] for token in row]
            if row:
                found.append(analysed(words, row, lexicon))
        documents.append(found)
    return documents


def analysed(words, row, lexicon):
    title = is_title(words, lexicon)
    result, begun = [], False
    for index, (word, token) in enumerate(zip(words, row)):
        before = words[index - 1] if index else ""
        opens = before in ('"', "“", "‘", "’", "``", "''", ":", "'")
        place = "title" if title else "start" if not begun or opens else "mid"
        candidates, context, group = lexicon.analyse(word, place)
        begun = begun or any(c.isalnum() for c in word)
        result.append((word, gold_tag(token[2], token[3]), token[2], candidates, context, group))
    return result


def is_title(words, lexicon):
    """Whether the sentence is written with capitals throughout, so that they tell nothing."""
    content = [w for w in words if len(w) > 3 and w[0].isalpha() and fold(w) not in lexicon.own]
    capital = sum(1 for w in content if w[0].isupper())
    return len(content) >= 3 and capital * 10 >= len(content) * 8


def features(row, index):
    before = row[index - 1][4] if index else "*start"
    behind = row[index + 1][4] if index + 1 < len(row) else "*end"
    return (("own", row[index][4]), ("after", before), ("before", behind), ("shape", row[index][5]))


def viterbi(row, static, weights):
    get = weights.get
    previous, back = [("*start", 0, 0, "*start")], []
    for index, token in enumerate(row):
        current = []
        several = len(token[3]) > 1
        for tag, share in token[3]:
            score = -SCALE * share
            if several:
                for feature in static[index]:
                    score += get((feature, tag), 0)
            best, origin = None, 0
            for at, (before, value, _, earlier) in enumerate(previous):
                value += get((("tag-after", before), tag), 0)
                if before in BRIDGES:
                    value += get((("two-after", earlier + " " + before), tag), 0)
                if best is None or value > best:
                    best, origin = value, at
            current.append((tag, score + best, origin, previous[origin][0]))
        back.append(current)
        previous = current
    at = max(range(len(previous)), key=lambda k: (previous[k][1], -k))
    tags = []
    for current in reversed(back):
        tags.append(current[at][0])
        at = current[at][2]
    return tags[::-1]


def train(rows):
    """Integer weights: the mean of averaged perceptrons that see the sentences in different orders."""
    data = [(row, [features(row, index) for index in range(len(row))]) for row in rows]
    total = collections.defaultdict(float)
    for seed in range(SEEDS):
        for key, value in perceptron(data, seed).items():
            total[key] += value / SEEDS
    return {key: round(value) for key, value in total.items() if abs(value) >= 2}


def perceptron(data, seed):
    weights, sums, step = collections.defaultdict(int), collections.defaultdict(int), 0
    order = list(range(len(data)))
    generator = random.Random(seed)
    for _ in range(EPOCHS):
        generator.shuffle(order)
        for at in order:
            row, static = data[at]
            step += 1
            predicted = viterbi(row, static, weights)
            gold = [token[1] if any(token[1] == tag for tag, _ in token[3]) else predicted[index]
                    for index, token in enumerate(row)]
            if gold != predicted:
                update(weights, sums, step, static, gold, predicted)
    return {key: weights[key] - sums[key] / step for key in weights}


def update(weights, sums, step, static, gold, predicted):
    def add(key, value):
        weights[key] += value
        sums[key] += value * step

    def add_path(tags, at, value):
        before = tags[at - 1] if at else "*start"
        add((("tag-after", before), tags[at]), value)
        if before in BRIDGES:
            add((("two-after", (tags[at - 2] if at > 1 else "*start") + " " + before), tags[at]), value)

    for index, (right, wrong) in enumerate(zip(gold, predicted)):
        if right != wrong:
            for feature in static[index]:
                add((feature, right), UNIT)
                add((feature, wrong), -UNIT)
        first = max(0, index - 2)
        if gold[first:index + 1] != predicted[first:index + 1]:
            add_path(gold, index, UNIT)
            add_path(predicted, index, -UNIT)


def rare_to_other(documents, keep):
    return [[[token[:4] + ((token[4] if token[4] in keep else "*other"),) + token[5:] for token in row] for row in rows]
            for rows in documents]


def common_contexts(documents):
    counts = collections.Counter(token[4] for rows in documents for row in rows for token in row)
    return {context for context, count in counts.items() if count >= MINIMUM or context.startswith("*") and "|" not in context and ":" not in context}


def measure(rows, weights, errors):
    total = right = same = verbs = kept = 0
    for row in rows:
        tags = viterbi(row, [features(row, index) for index in range(len(row))], weights)
        for token, tag in zip(row, tags):
            verbal = {"AUX": "VERB"}
            total += 1
            same += tag == token[1]
            verbs += token[1].startswith("V")
            kept += token[1].startswith("V") and tag == token[1]
            good = UPOS[tag] == token[2] or verbal.get(token[2]) == UPOS[tag]
            right += good
            if not good:
                errors[token[0].lower(), token[2], UPOS[tag]] += 1
    return total, right, same, verbs, kept


def report(name, sums):
    """AUX counts as VERB here: a rule tells them apart later."""
    print("%s: classes %.4f, tags %.4f, tags of verbs %.4f" % (name, sums[1] / sums[0], sums[2] / sums[0], sums[4] / sums[3]))


def check(path, lexicon, shown):
    documents = sentences(os.path.join(path, "train.jsonl"), lexicon)
    keep = common_contexts(documents)
    documents = rare_to_other(documents, keep)
    sums, errors = [0] * 5, collections.Counter()
    for part in range(3):
        weights = train([row for index, rows in enumerate(documents) if index % 3 != part for row in rows])
        held = [row for index, rows in enumerate(documents) if index % 3 == part for row in rows]
        sums = [a + b for a, b in zip(sums, measure(held, weights, errors))]
    report("train, 3 parts", sums)
    weights = train([row for rows in documents for row in rows])
    held = rare_to_other(sentences(os.path.join(path, "dev.jsonl"), lexicon), keep)
    sums = measure([row for rows in held for row in rows], weights, collections.Counter())
    report("dev", sums)
    print("%d contexts, %d weights" % (len(keep), len(weights)))
    kinds = collections.Counter()
    for (word, gold, got), count in errors.items():
        kinds[gold, got] += count
    if shown:
        print(" ".join("%s>%s:%d" % (a, b, n) for (a, b), n in kinds.most_common(25)))
        print(" ".join("%s/%s>%s:%d" % (a, b, c, n) for (a, b, c), n in errors.most_common(shown)))


def header(kind):
    return ["# kind: " + kind, "# source: fitted by Lexicons/tools/fit-word-classes.py on the words/train set (docs/EVALUATION.md)",
            "# licence: CC0-1.0", "# version: 1"]


def write(name, kind, rows):
    with open(os.path.join(WORDS, name + ".tsv"), "w", encoding="utf-8", newline="\n") as handle:
        handle.write("\n".join(header(kind) + rows) + "\n")


def table(weights, label):
    grouped = collections.defaultdict(list)
    for ((kind, name), tag), value in weights.items():
        if kind == label:
            grouped[name].append((tag, value))
    return ["%s\ttable/%s\t\t%s" % (name, label, "\t".join("%s=%d" % pair for pair in sorted(grouped[name]))) for name in sorted(grouped)]


def main():
    path = os.path.join(sys.argv[1], "words")
    lexicon = Lexicon()
    if "--check" in sys.argv:
        return check(path, lexicon, int(sys.argv[sys.argv.index("--errors") + 1]) if "--errors" in sys.argv else 0)
    documents = sentences(os.path.join(path, "train.jsonl"), lexicon)
    documents = rare_to_other(documents, common_contexts(documents))
    weights = train([row for rows in documents for row in rows])
    rare = sorted(lexicon.own - {name for (_, name), _ in weights})
    write("transitions", "weights of a tag after a tag, higher is likelier", table(weights, "tag-after") + table(weights, "two-after"))
    write("contexts", "weights of a tag by the context class of its word, the word before and the word behind",
          table(weights, "own") + table(weights, "after") + table(weights, "before") + ["%s\ttable/rare" % word for word in rare])
    write("shapes", "weights of a tag by the spelling group of its word", table(weights, "shape"))
    print("%d weights" % len(weights))


if __name__ == "__main__":
    main()
