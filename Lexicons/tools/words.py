#!/usr/bin/env python3
"""words.py [--out DIR]: write Lexicons/en/words/{common,names,suffixes}.tsv

Reads Debian's wordnet-base (lemmas, sense-tagged counts, irregular forms) and scowl (which generated forms are real, and how common they are). Standard library only; the same
packages give the same bytes.

Every form gets its possible Penn tags with weights in percent. A lemma's weight for a part of speech comes from
WordNet's counts in sense-tagged text (cntlist.rev), smoothed by its number of senses; it is shared out over the
inflected forms in fixed proportions. Closed-class words and the most frequent forms are kept by hand in
closed-class.tsv and frequent.tsv, words that are younger than WordNet 3.0 (2006) in recent.tsv; these win.
"""
import collections
import glob
import os
import sys

WORDNET = "/usr/share/wordnet"
SCOWL = "/usr/share/dict/scowl"
HERE = os.path.dirname(os.path.abspath(__file__))
OUT = os.path.join(HERE, "..", "en", "words")

POS_FILES = {"n": "noun", "v": "verb", "a": "adj", "r": "adv"}
SENSE_POS = {"1": "n", "2": "v", "3": "a", "4": "r", "5": "a"}
VERB_SHARE = {"VB": 30, "VBP": 14, "VBZ": 10, "VBD": 22, "VBN": 20, "VBG": 10}
NOUN_SHARE = {"NN": 75, "NNS": 25}
ADJ_SHARE = {"JJ": 93, "JJR": 4, "JJS": 3}
DOUBT = 0.1  # what is left of an unattested adjective reading of an attested noun
SCOWL_LIMIT = 60  # a regular form must be in a list of this size or a smaller one
VOWELS = "aeiou"


def read_lines(path, encoding="utf-8"):
    with open(path, encoding=encoding, errors="replace") as handle:
        return handle.read().split("\n")


def scowl_words():
    """Form -> smallest SCOWL size that has it, lower-case words and capitalised ones apart."""
    lower, upper = {}, {}
    for path in sorted(glob.glob(SCOWL + "/*")):
        name, _, size = os.path.basename(path).rpartition(".")
        variety, _, kind = name.rpartition("-")
        if "variant_3" in variety or "special" in variety or "hacker" in variety:
            continue
        target = lower if kind == "words" else upper if name.endswith(("upper", "proper-names")) else None
        if target is None:
            continue
        for word in read_lines(path, "iso-8859-1"):
            word = word.strip()
            if word and not word.endswith("'s"):
                target[word] = min(int(size), target.get(word, 99))
    return lower, upper


def wordnet_lemmas():
    """(lemma, pos) -> smoothed count; capitalised lemmas (from the data files) apart."""
    counts = collections.Counter()
    for line in read_lines(WORDNET + "/cntlist.rev"):
        fields = line.split(" ")
        if len(fields) < 3 or not fields[-1].isdigit():
            continue
        lemma, _, rest = line.partition("%")
        counts[lemma, SENSE_POS[rest[0]]] += int(fields[-1])
    lemmas, cased = {}, collections.Counter()
    for pos, name in POS_FILES.items():
        for line in read_lines("%s/index.%s" % (WORDNET, name)):
            fields = line.split(" ")
            if line.startswith(" ") or len(fields) < 4 or "_" in fields[0]:
                continue
            senses = int(fields[2])
            lemmas[fields[0], pos] = counts[fields[0], pos] + min(0.9, 0.15 * senses)
        for line in read_lines("%s/data.%s" % (WORDNET, name), "iso-8859-1"):
            fields = line.split(" ")
            if line.startswith("  ") or len(fields) < 6:
                continue
            for index in range(int(fields[3], 16)):
                word = fields[4 + 2 * index].split("(")[0]
                cased[word, pos] += 1
    weaken_doubtful(lemmas)
    return lemmas, cased


def weaken_doubtful(lemmas):
    """WordNet calls many nouns adjectives too ("world", "rubber"): unless texts have shown it, that counts for little."""
    for (lemma, pos), weight in lemmas.items():
        other = lemmas.get((lemma, "n"), 0)
        if pos == "a" and weight < 1 and other > 2:
            lemmas[lemma, pos] = weight * DOUBT


def exceptions(name):
    table = collections.defaultdict(list)
    for line in read_lines("%s/%s.exc" % (WORDNET, name)):
        fields = line.split()
        for lemma in fields[1:]:
            table[lemma].append(fields[0])
    return table


def doubles(lemma):
    return (len(lemma) > 2 and lemma[-1] not in VOWELS + "wxyh" and lemma[-2] in VOWELS
            and lemma[-3] not in VOWELS or lemma[-3:] in ("quit", "quiz"))


def add_s(lemma):
    if lemma.endswith(("s", "x", "z", "ch", "sh")):
        return [lemma + "es"]
    if lemma.endswith("y") and lemma[-2:-1] not in VOWELS:
        return [lemma[:-1] + "ies"]
    if lemma.endswith("o"):
        return [lemma + "es", lemma + "s"]
    return [lemma + "s"]


def add_ed(lemma):
    if lemma.endswith("e"):
        return [lemma + "d"]
    if lemma.endswith("y") and lemma[-2:-1] not in VOWELS:
        return [lemma[:-1] + "ied"]
    if lemma.endswith("c"):
        return [lemma + "ked", lemma + "ed"]
    return ([lemma + lemma[-1] + "ed"] if doubles(lemma) else []) + [lemma + "ed"]


def add_ing(lemma):
    if lemma.endswith("ie"):
        return [lemma[:-2] + "ying"]
    if lemma.endswith("e") and not lemma.endswith(("ee", "oe", "ye")):
        return [lemma[:-1] + "ing"]
    if lemma.endswith("c"):
        return [lemma + "king", lemma + "ing"]
    twice = [lemma + lemma[-1] + "ing"] if doubles(lemma) or lemma.endswith("l") else []  # "fuelling", "fueling"
    return twice + [lemma + "ing"]


def add_er(lemma, ending):
    if lemma.endswith("e"):
        return [lemma + ending[1:]]
    if lemma.endswith("y") and lemma[-2:-1] not in VOWELS:
        return [lemma[:-1] + "i" + ending]
    return ([lemma + lemma[-1] + ending] if doubles(lemma) else []) + [lemma + ending]


class Forms:
    """Collects form -> tag -> weight and the lemma of each verb and noun form."""

    def __init__(self, known):
        self.known = known
        self.weights = collections.defaultdict(collections.Counter)
        self.verb_lemma = {}
        self.noun_lemma = {}

    def add(self, form, tag, weight, lemma):
        self.weights[form][tag] += weight
        if tag.startswith("V") and (form not in self.verb_lemma or weight > self.verb_lemma[form][1]):
            self.verb_lemma[form] = (lemma, weight)
        if tag == "NNS" and (form not in self.noun_lemma or weight > self.noun_lemma[form][1]):
            self.noun_lemma[form] = (lemma, weight)

    def real(self, forms):
        """The attested ones; where two spellings are, the commoner one, or both (travelled, traveled)."""
        return [form for form in forms if self.known.get(form, 99) <= SCOWL_LIMIT]


def irregular_past(lemma, forms):
    """Split a verb's irregular forms into (past, participle)."""
    past, participle = [], []
    for form in forms:
        if form.endswith(("ing", "s")) and not form.endswith("ss"):
            continue
        target = participle if form.endswith(("n", "ne", "wn")) and form != lemma or form[-3:] in ("ung", "unk", "uck") else past
        target.append(form)
        if form.endswith(("ed", "t", "d", "ought", "aught")) or form[-3:] in ("ung", "unk", "uck"):
            past.append(form) if target is participle else participle.append(form)
    return past or participle, participle or past


PAST = {}  # lemma -> (past forms, participle forms), for verbs whose endings do not tell


def load_irregular(path):
    for line in read_lines(path):
        if line and not line.startswith("#"):
            fields = line.split("\t")
            PAST[fields[0]] = (fields[2].split("|"), dict(f.split("=", 1) for f in fields[3:])["participle"].split("|"))


def add_verb(forms, lemma, weight, irregular):
    share = {tag: weight * part / 100 for tag, part in VERB_SHARE.items()}
    forms.add(lemma, "VB", share["VB"], lemma)
    forms.add(lemma, "VBP", share["VBP"], lemma)
    for form in forms.real(add_s(lemma))[:1]:
        forms.add(form, "VBZ", share["VBZ"], lemma)
    for form in forms.real(add_ing(lemma)):
        forms.add(form, "VBG", share["VBG"], lemma)
    regular = forms.real(add_ed(lemma))
    if lemma in PAST:
        past, participle = PAST[lemma]
    elif irregular:
        past, participle = irregular_past(lemma, irregular)
        past, participle = (past or regular), (participle or regular)
        if all(form.endswith("ed") for form in past):  # "cancelled", "canceled"
            past = participle = sorted(set(past) | set(regular))
    else:
        past = participle = regular
    for form in past:
        forms.add(form, "VBD", share["VBD"] / max(1, len(past)), lemma)
    for form in participle:
        forms.add(form, "VBN", share["VBN"] / max(1, len(participle)), lemma)


def add_noun(forms, lemma, weight, irregular):
    forms.add(lemma, "NN", weight * NOUN_SHARE["NN"] / 100, lemma)
    plural = irregular or forms.real(add_s(lemma))[:1]
    for form in plural:
        forms.add(form, "NNS", weight * NOUN_SHARE["NNS"] / 100, lemma)


def add_adjective(forms, lemma, weight, irregular):
    forms.add(lemma, "JJ", weight * ADJ_SHARE["JJ"] / 100, lemma)
    compared = sorted(set(irregular) | set(forms.real(add_er(lemma, "er") + add_er(lemma, "est"))))
    for form in compared:
        tag = "JJS" if form.endswith("st") else "JJR"
        forms.add(form, tag, weight * ADJ_SHARE[tag] / 100, lemma)


def build(lower, lemmas, cased):
    forms = Forms(lower)
    tables = {pos: exceptions(name) for pos, name in POS_FILES.items()}
    adders = {"n": add_noun, "v": add_verb, "a": add_adjective}
    for (lemma, pos), weight in sorted(lemmas.items()):
        has_lower = (lemma, pos) in cased
        if not lemma.isalpha() or len(lemma) < 2 or not has_lower:
            continue
        if lower.get(lemma, 99) > SCOWL_LIMIT and weight < 2:
            continue
        if pos == "r":
            forms.add(lemma, "RB", weight, lemma)
        else:
            adders[pos](forms, lemma, weight, sorted(set(tables[pos].get(lemma, []))))
    add_derived(forms)
    settle(forms)
    return forms


PREFIXES = ("un", "re", "anti", "pre", "over", "under", "multi", "inter")
PREFIX_LIMIT = 50  # a word with a prefix must be in a SCOWL list of this size or a smaller one


def add_derived(forms):
    """Words of the everyday SCOWL lists that WordNet has no lemma for, derived from one that it has: regular plurals beside
    irregular ones ("aquariums"), plurals in -men, adverbs in -ly, words with a prefix ("antislavery"). They take its
    classes."""
    known = {word: dict(weights) for word, weights in forms.weights.items()}
    for word, size in sorted(forms.known.items()):
        if size > SCOWL_LIMIT or word in known:
            continue
        if not word.isalpha() or not word.islower() or len(word) < 4:
            continue
        for tag in derived_tags(word, size, known):
            forms.add(word, tag, 0.5, word)


def derived_tags(word, size, known):
    if word.endswith("s") and any("NN" in known.get(stem, ()) and word in add_s(stem) + [stem + "s"]
                                  for stem in (word[:-1], word[:-2], word[:-3] + "y")):
        return ("NNS",)
    if word.endswith("men") and "NN" in known.get(word[:-2] + "an", ()):
        return ("NNS",)
    adjectives = (word[:-2], word[:-2] + "le", word[:-3] + "y", word[:-1] + "e", word[:-4])
    if word.endswith("ly") and any("JJ" in known.get(stem, ()) for stem in adjectives):
        return ("RB",)
    for prefix in PREFIXES if size <= PREFIX_LIMIT else ():
        rest = known.get(word[len(prefix):]) if word.startswith(prefix) and len(word) > len(prefix) + 3 else None
        if rest:
            return tuple(sorted(rest))
    return ()


def percent(weights):
    """Integer percentages in steps of five from ten up, largest first; readings under half a percent go."""
    total = sum(weights.values())
    rows = []
    for tag, value in weights.items():
        share = 100 * value / total
        if share >= 0.5:
            rows.append((tag, 5 * round(share / 5) if share >= 10 else max(1, round(share))))
    return sorted(rows, key=lambda row: (-row[1], row[0]))


def settle(forms):
    """WordNet lists some inflected forms as lemmas too ("years", "better"): the inflected reading takes them over."""
    singular = {"news", "means", "series", "species", "gas", "glass", "mathematics", "physics", "politics", "headquarters"}
    for form, weights in forms.weights.items():
        if "NNS" in weights and "NN" in weights and form.endswith("s") and form not in singular and not form.endswith("ics"):
            weights["NNS"] += weights.pop("NN")
        for tag in ("JJR", "JJS"):
            if tag in weights and "JJ" in weights:
                weights[tag] += weights.pop("JJ")


def header(kind):
    return ["# kind: " + kind,
            "# source: generated by Lexicons/tools/words.py from wordnet-base, scowl",
            "# licence: WordNet 3.0 licence; SCOWL licence (both permissive, see NOTICE)",
            "# version: 1"]


def write(path, lines):
    with open(path, "w", encoding="utf-8", newline="\n") as handle:
        handle.write("\n".join(lines) + "\n")


def common_rows(forms, kept):
    rows = []
    for form in sorted(forms.weights):
        if form in kept:
            continue
        tags = percent(forms.weights[form])
        row = "%s\tword/%s" % (form, ",".join("%s=%d" % tag for tag in tags))
        verbal = any(tag.startswith("V") for tag, _ in tags)
        lemma = (forms.verb_lemma if verbal else forms.noun_lemma).get(form, (form,))[0]
        notes = ["lemma=" + lemma] if lemma != form else []
        rows.append(row + ("\t\t" + "\t".join(notes) if notes else ""))
    return rows


def name_rows(cased, upper, common):
    """Capitalised adjectives and inhabitants: "Turkish", "Swede"."""
    rows = []
    for word in sorted({word for word, pos in cased if pos == "a"}):
        if not word.isalpha() or not word[0].isupper() or not word[1:].islower() or word not in upper:
            continue
        if word.lower() in common:
            continue
        noun = (word, "n") in cased
        rows.append("%s\tword/%s" % (word, "JJ=75,NNP=25" if noun else "JJ=92,NNP=8"))
        if noun and word + "s" in upper:
            rows.append("%ss\tword/NNPS=100" % word)
    return sorted(rows)


def suffix_rows(forms, lower):
    """Ending -> tags, counted over the types of the lexicon that are not common: what an unknown word is like."""
    table = collections.defaultdict(collections.Counter)
    for form, weights in forms.weights.items():
        if lower.get(form, 99) < 35:
            continue
        total = sum(weights.values())
        for length in range(1, 6):
            if len(form) > length + 1:
                for tag, value in weights.items():
                    table[form[-length:]][tag] += value / total
    rows = []
    for suffix in sorted(table, key=lambda s: (len(s), s)):
        count = sum(table[suffix].values())
        if count < (20 if len(suffix) > 2 else 5) or not suffix.isascii():
            continue
        tags = percent(table[suffix])
        parent = percent(table[suffix[1:]]) if len(suffix) > 1 else None
        if parent and max(abs(dict(parent).get(tag, 0) - value) for tag, value in tags) < 8:
            continue
        rows.append("-%s\ttable/suffix\t\t%s" % (suffix, "\t".join("%s=%d" % tag for tag in tags[:6])))
    return rows


def kept_forms():
    kept = set()
    for name in ("closed-class.tsv", "frequent.tsv", "recent.tsv"):
        path = os.path.join(OUT, name)
        if os.path.exists(path):
            kept |= {line.split("\t")[0] for line in read_lines(path) if line and not line.startswith("# ")}
    return kept


def main():
    out = sys.argv[sys.argv.index("--out") + 1] if "--out" in sys.argv else OUT
    load_irregular(os.path.join(OUT, "irregular-verbs.tsv"))
    lower, upper = scowl_words()
    lemmas, cased = wordnet_lemmas()
    forms = build(lower, lemmas, cased)
    rows = common_rows(forms, kept_forms())
    write(os.path.join(out, "common.tsv"), header("English word forms with tags, weights in percent, and lemmas") + rows)
    names = name_rows(cased, upper, forms.weights)
    write(os.path.join(out, "names.tsv"), header("adjectives and nouns of origin, always capitalised") + names)
    suffixes = suffix_rows(forms, lower)
    write(os.path.join(out, "suffixes.tsv"), header("endings of unknown words with tags, weights in percent") + suffixes)
    print("common %d, names %d, suffixes %d" % (len(rows), len(names), len(suffixes)))


if __name__ == "__main__":
    main()
