#!/usr/bin/env python3
"""Write the third column (inflected forms) of a verb list such as cues/verbs.tsv.

usage: inflect.py LIST.tsv...

Every row of type cue, trait or context whose first column starts with a verb in its base form gets the forms
third person, past, past participle and -ing of that verb; words behind the verb ("point out") stay as they are.
Irregular forms are below; doubling follows stress as listed. The lists are rewritten in place; rows keep their order.
"""
import sys

IRREGULAR = {
    "say": "said", "tell": "told", "write": "wrote written", "speak": "spoke spoken", "go": "went gone", "read": "read",
    "know": "knew known", "find": "found", "think": "thought", "feel": "felt", "see": "saw seen", "seek": "sought",
    "hold": "held", "swear": "swore sworn", "forbid": "forbade forbidden", "understand": "understood",
    "forget": "forgot forgotten", "choose": "chose chosen", "foresee": "foresaw foreseen", "forecast": "forecast forecasted",
    "bet": "bet", "sing": "sang sung", "put": "put", "cast": "cast", "broadcast": "broadcast broadcasted",
    "spread": "spread", "lay": "laid", "spell": "spelled spelt", "make": "made", "hear": "heard", "fight": "fought",
    "teach": "taught", "set": "set", "shoot": "shot", "undertake": "undertook undertaken", "learn": "learned learnt",
    "plead": "pleaded pled", "show": "showed shown", "prove": "proved proven", "take": "took taken", "give": "gave given",
    "come": "came come", "bring": "brought", "mean": "meant", "dream": "dreamed dreamt", "draw": "drew drawn",
    "leave": "left", "get": "got gotten", "stand": "stood", "keep": "kept", "lead": "led", "lie": "lied", "cry": "cried",
    "run": "ran run", "send": "sent", "throw": "threw thrown", "hit": "hit", "let": "let", "rise": "rose risen",
    "steal": "stole stolen", "cut": "cut", "hurt": "hurt", "shrink": "shrank shrunk", "grow": "grew grown",
    "swell": "swelled swollen", "slay": "slew slain", "burn": "burned burnt", "uphold": "upheld", "arise": "arose arisen",
    "mislead": "misled", "begin": "began begun", "fall": "fell fallen", "shed": "shed", "weigh": "weighed", "have": "had",
}
# Final consonant doubled before -ed and -ing.
DOUBLED = set("admit confer refer rebut regret rebut blog plan beg nod sob rip slam chat brag snap submit permit "
              "commit dub bar quip put set forget get run hit bet let forbid begin shed quiz drop slip dip rig cut plan stem".split())
# Both spellings are in use.
EITHER = set("signal label travel counsel channel total model cancel".split())
SOLE_S = {"go": "goes", "do": "does", "have": "has", "quiz": "quizzes"}


def third(verb):
    if verb in SOLE_S:
        return SOLE_S[verb]
    if verb.endswith(("s", "x", "z", "ch", "sh")):
        return verb + "es"
    if verb.endswith("y") and verb[-2] not in "aeiou":
        return verb[:-1] + "ies"
    return verb + "s"


def stems(verb):
    """The forms that -ed and -ing are added to."""
    if verb in DOUBLED:
        return [verb + verb[-1]]
    if verb in EITHER:
        return [verb, verb + verb[-1]]
    return [verb]


def past(verb):
    if verb in IRREGULAR:
        return IRREGULAR[verb].split()
    if verb.endswith("e"):
        return [verb + "d"]
    if verb.endswith("y") and verb[-2] not in "aeiou":
        return [verb[:-1] + "ied"]
    return [stem + "ed" for stem in stems(verb)]


def gerund(verb):
    if verb.endswith("ie"):
        return [verb[:-2] + "ying"]
    if verb.endswith("e") and not verb.endswith(("ee", "oe", "ye")) and verb not in ("be", "see"):
        return [verb[:-1] + "ing"]
    return [stem + "ing" for stem in stems(verb)]


def forms(entry):
    verb, _, rest = entry.partition(" ")
    out = []
    for form in [third(verb)] + past(verb) + gerund(verb):
        if form != verb and form not in out:
            out.append(form)
    return [(form + " " + rest).strip() for form in out]


def main():
    for path in sys.argv[1:]:
        lines = open(path, encoding="utf-8").read().split("\n")
        for index, line in enumerate(lines):
            if line and not line.startswith("#"):
                columns = line.split("\t")
                columns[2:3] = ["|".join(forms(columns[0]))]
                lines[index] = "\t".join(columns)
        open(path, "w", encoding="utf-8", newline="\n").write("\n".join(lines))


if __name__ == "__main__":
    main()
