#!/usr/bin/env python3
"""Check lexicon lists: check.py [FILE.tsv ...] (without arguments: all of Lexicons). Prints every fault, exits 1 on any.

Faults: header line missing, wrong column count, unknown type, key=value malformed or repeated, empty or repeated
alias, repeated (name, type/kind), tabs or spaces at an end, double spaces, control characters, CRLF, invalid UTF-8,
an entry of one character or of punctuation only.
"""

import glob
import os
import re
import sys

ROOT = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..")
HEADER = ("kind", "source", "licence", "version")
TYPES = set(
    "place person organization group name title org-head org-suffix place-head guard cue source word date "
    "abbreviation zone suffix trait table verb context".split()
)
# Types whose rows are names or phrases; the others are tables of words and marks.
PHRASES = set("place person organization group name title org-head org-suffix place-head".split())
KEY = re.compile(r"[a-z][A-Za-z]*=\S(.*\S)?$")
KIND = re.compile(r"[a-z-]+(/\S+)?$")


def name_faults(name):
    if not name:
        yield "empty name"
    elif name != name.strip() or "  " in name:
        yield f"spaces at an end or doubled: {name!r}"
    elif any(ord(c) < 32 for c in name):
        yield f"control character in {name!r}"
    elif not any(c.isalnum() for c in name):
        yield f"no letter or digit in {name!r}"
    elif len(name) == 1:
        yield f"entry of one character: {name!r}"


def row_faults(column, seen, number):
    if len(column) < 2:
        yield "fewer than two columns"
        return
    name, kind = column[0], column[1]
    if not KIND.match(kind) or kind.split("/")[0] not in TYPES:
        yield f"unknown type {kind!r}"
    if (name, kind) in seen:
        yield f"{name!r} {kind} repeated from line {seen[name, kind]}"
    seen.setdefault((name, kind), number)
    aliases = column[2].split("|") if len(column) > 2 and column[2] else []
    if kind.split("/")[0] in PHRASES:
        for each in (name, *aliases):
            yield from name_faults(each)
        for alias in aliases:
            if alias == name or aliases.count(alias) > 1:
                yield f"alias repeated: {alias!r}"
        yield from attribute_faults(column[3:])


def attribute_faults(attributes):
    keys = [attribute.split("=")[0] for attribute in attributes]
    for attribute in attributes:
        if not KEY.match(attribute):
            yield f"not key=value: {attribute!r}"
    for key in sorted(set(keys)):
        if keys.count(key) > 1:
            yield f"attribute repeated: {key}"


def faults(path):
    with open(path, "rb") as f:
        raw = f.read()
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as e:
        yield 1, f"invalid UTF-8 at byte {e.start}"
        return
    if "\r" in text:
        yield 1, "carriage return"
    if text and not text.endswith("\n"):
        yield text.count("\n") + 1, "no line end at the end of the file"
    head = [line for line in text.split("\n")[: len(HEADER)]]
    for key, line in zip(HEADER, head):
        if not re.match(rf"# {key}: \S", line):
            yield head.index(line) + 1, f"expected '# {key}: ...', found {line[:40]!r}"
    seen = {}
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip() and not line.startswith("#"):
            for fault in row_faults(line.split("\t"), seen, number):
                yield number, fault


def main():
    paths = sys.argv[1:] or sorted(glob.glob(os.path.join(ROOT, "*", "*", "*.tsv")))
    count = 0
    for path in paths:
        for number, fault in faults(path):
            print(f"{os.path.relpath(path)}:{number}: {fault}")
            count += 1
    print(f"{len(paths)} lists, {count} faults", file=sys.stderr)
    sys.exit(1 if count else 0)


if __name__ == "__main__":
    main()
