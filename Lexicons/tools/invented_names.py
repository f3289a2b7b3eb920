#!/usr/bin/env python3
"""Write a lexicon of invented people, places and organizations, to measure user lexicons of any size.

usage: invented_names.py ENTRIES [--format tsv|spacy|ftm] [--seed N] > names

The same arguments give the same bytes. Names are put together from syllables; every second entry has an alias, and one
word in ten is one that news uses, so that a matcher has something to do.
"""
import argparse
import json
import random
import sys

ONSETS = "b br ch d dr f g gl h j k kr l m n p pr qu r s sh sk st t tr v w y z".split()
VOWELS = "a e i o u ai ea ia io ou".split()
CODAS = ["", "", "n", "r", "l", "s", "th", "nd", "rk", "m", "x", "tt"]
COMMON = "North South New Royal City First United General River Lake Port Saint High Central Green Star".split()
COMPANY = "Ferries Bank Lines Mining Energy Press Group Holdings Partners Works Foundation Institute".split()
PLACE = "Bay Falls Harbour Hills Island Valley Bridge Heights".split()
COUNTRIES = "AL BO CD DZ EE FJ GH HN IS JM KE LA MN NP OM PY QA RW SN TD UY VN WS YE ZM".split()


def word(rng):
    return "".join(rng.choice(ONSETS) + rng.choice(VOWELS) + rng.choice(CODAS) for _ in range(rng.choice((1, 2, 2)))).capitalize()


def entry(rng, number):
    """(kind of entry, names, country)"""
    kind = rng.choice(("person", "person", "organization", "place"))
    lead = rng.choice(COMMON) if rng.random() < .1 else word(rng)
    if kind == "person":
        name = [lead, word(rng)] if rng.random() < .8 else [lead, word(rng)[0] + ".", word(rng)]
        alias = [name[0][0] + ".", name[-1]]
    elif kind == "organization":
        name = [lead, word(rng), rng.choice(COMPANY)]
        alias = [lead, name[1]]
    else:
        name = [lead + word(rng).lower()] if rng.random() < .5 else [lead, rng.choice(PLACE)]
        alias = ["Old", *name]
    names = [" ".join(name)] + ([" ".join(alias)] if number % 2 == 0 else [])
    return kind, names, rng.choice(COUNTRIES)


def tsv(number, kind, names, country):
    return "%s\t%s/invented\t%s\tid=inv-%d\tcountry=%s" % (names[0], kind, "|".join(names[1:]), number, country)


def spacy(number, kind, names, country):
    label = {"person": "PERSON", "organization": "ORG", "place": "GPE"}[kind]
    pattern = names[0] if number % 2 else [{"LOWER": w.lower()} for w in names[0].split()]
    return json.dumps({"label": label, "pattern": pattern, "id": "inv-%d" % number}, ensure_ascii=False)


def ftm(number, kind, names, country):
    schema = {"person": "Person", "organization": "Company", "place": "PublicBody"}[kind]
    properties = {"name": names[:1], "country": [country.lower()]}
    if names[1:]:
        properties["alias"] = names[1:]
    return json.dumps({"id": "inv-%d" % number, "schema": schema, "properties": properties}, ensure_ascii=False)


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("entries", type=int)
    ap.add_argument("--format", choices=("tsv", "spacy", "ftm"), default="tsv")
    ap.add_argument("--seed", type=int, default=1)
    a = ap.parse_args()
    rng, write = random.Random(a.seed), {"tsv": tsv, "spacy": spacy, "ftm": ftm}[a.format]
    if a.format == "tsv":
        sys.stdout.write("# kind: invented\n# source: Lexicons/tools/invented_names.py\n# licence: CC0-1.0\n# version: 1\n")
    for number in range(1, a.entries + 1):
        sys.stdout.write(write(number, *entry(rng, number)) + "\n")


if __name__ == "__main__":
    main()
