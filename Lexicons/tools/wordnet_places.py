#!/usr/bin/env python3
"""Write Lexicons/en/places/wordnet.tsv: places that WordNet knows and no hand-kept list has.

Source: WordNet 3.0 (Debian wordnet-base), instances in the noun files "location" (15) and "object" (17): towns,
battle sites, ancient regions, rivers, capes, mountains, stars excepted. Names that are also ordinary words, given
names or common surnames are left out. The country is the first country on the way up the part-of relation.

How to run it: see cities.py, whose word and name lists it shares; then
    wordnet_places.py --surnames names-0.3.0/names/dist.all.last
Run it after cities.py, which has positions and inhabitants.
"""

import argparse
import os

import cities

LISTS = ["countries", "regions", "cities-hand", "cities", "islands", "waters", "mountains", "facilities"]

# Hypernym words, most specific first, with the kind that each gives.
KINDS = [
    ("river", "river"), ("stream", "river"), ("lake", "lake"), ("strait", "strait"), ("channel", "strait"),
    ("canal", "canal"), ("gulf", "gulf"), ("bay", "bay"), ("sea", "sea"), ("ocean", "ocean"), ("waterfall", "waterfall"),
    ("volcano", "volcano"), ("mountain peak", "mountain"), ("mountain", "mountain"), ("range", "mountains"),
    ("mountain pass", "pass"), ("desert", "desert"), ("island", "island"), ("archipelago", "island"),
    ("peninsula", "region"), ("cape", "cape"), ("glacier", "glacier"), ("national park", "park"), ("park", "park"),
    ("national capital", "city"), ("state capital", "city"), ("city", "city"), ("town", "city"), ("port", "city"),
    ("municipality", "city"), ("village", "village"), ("county", "county"), ("American state", "state"),
    ("Canadian province", "province"), ("state", "region"), ("province", "region"), ("district", "region"),
    ("geographical area", "region"), ("geographic area", "region"), ("region", "region"), ("location", "region"),
    ("geological formation", "land"), ("land", "land"), ("body of water", "water"),
]
# Instances under these are not places of the earth, or not proper enough.
EXCLUDED = {"celestial body", "star", "planet", "constellation", "galaxy", "asteroid", "satellite", "comet", "imaginary place",
            "mythical place", "nebula", "crater", "layer", "trench", "ocean floor", "battlefield", "atmosphere", "zodiac", "sign", "belief", "asterism", "quasar", "meteor shower"}


# Misspelt in WordNet, of the underworld, figures of speech, or better known as something else.
LEFT_OUT = {
    "Mount Ranier", "Ranier", "Mount Ranier National Park", "Yamoussukro", "El Aaium", "Ehadhamen", "Toyonaki", "Nihau",
    "Sao Louis", "Shari River", "Acheron", "Cocytus", "Lethe", "River Styx", "Styx", "Rubicon", "Camelot", "Armageddon",
    "Golgotha", "Gomorrah", "Doris", "Judah", "Pontus", "Thule", "Chablis", "Vidalia", "Sealyham", "Pissis", "Volta", "Fuego",
    "U.S. waters", "Canadian", "Van Allen belt", "Greenwich Meridian", "Mohorovicic discontinuity", "Heaviside layer",
    "Appleton layer", "Mid-Atlantic states", "Pillars of Hercules", "Saint Francis", "Asama", "Laudo", "Nacimiento",
    "Constantina", "Cachi", "Changtzu", "Ehadhamen", "Philippi", "Osage", "Lateran", "Fargo", "Hindustan", "Areopagus", "Eelam",
}


class WordNet:
    """The noun synsets of WordNet with the relations needed here."""

    def __init__(self, path):
        self.names, self.file, self.up, self.instance, self.part = {}, {}, {}, {}, {}
        for line in cities.lines(path):
            if not line.startswith(" "):
                self.read(line)

    def read(self, line):
        field = line.split(" | ")[0].split()
        offset, count = field[0], int(field[3], 16)
        self.file[offset] = field[1]
        self.names[offset] = [field[4 + 2 * i].replace("_", " ") for i in range(count)]
        at = 4 + 2 * count
        for i in range(int(field[at])):
            kind, target, part = field[at + 1 + 4 * i : at + 4 + 4 * i]
            if part != "n":
                continue
            relation = {"@": self.up, "@i": self.instance, "#p": self.part}.get(kind)
            if relation is not None:
                relation.setdefault(offset, []).append(target)

    def ancestors(self, offset):
        """Names of everything above an instance, nearest first."""
        queue, found = list(self.instance.get(offset, [])), []
        while queue and len(found) < 200:
            here = queue.pop(0)
            found.extend(self.names[here])
            queue.extend(self.up.get(here, []))
        return found

    def holonyms(self, offset):
        """Names of the wholes that a place is part of, nearest first."""
        queue, found, seen = [offset], [], set()
        while queue and len(seen) < 60:
            here = queue.pop(0)
            for whole in self.part.get(here, []):
                if whole not in seen:
                    seen.add(whole)
                    found.extend(self.names[whole])
                    queue.append(whole)
        return found


def country_codes():
    codes = {}
    with open(os.path.join(cities.PLACES, "countries.tsv"), encoding="utf-8") as f:
        for line in f:
            column = line.rstrip("\n").split("\t")
            code = next((c[8:] for c in column[3:] if c.startswith("country=")), None)
            former = "status=former" in column
            if code and not line.startswith("#") and not former:
                for name in [column[0], *column[2].split("|")]:
                    codes.setdefault(cities.fold(name), code)
    return codes


def usable(name, words, given, family):
    """Whether a WordNet lemma is a proper name worth matching."""
    if not cities.well_formed(name) or len(name) < 4 or name.lower().startswith("capital of "):
        return False
    folded = cities.fold(name)
    tokens = folded.split()
    if len(tokens) == 1:
        return folded not in words and folded not in given and folded not in family and len(folded) > 4
    return not all(t in words for t in tokens) or tokens[-1] in HEADS or tokens[0] in HEADS


HEADS = set(
    "river lake bay gulf sea strait channel canal island islands mountain mountains mount peak range pass desert cape "
    "canyon valley forest park county city plateau plain plains basin peninsula falls hills coast point rock".split()
)


def build(args):
    net = WordNet(cities.WORDNET)
    words, given, family = cities.ordinary_words(), cities.given_names(), cities.surnames(args.surnames)
    taken, codes = cities.hand_kept([f"{name}.tsv" for name in LISTS]), country_codes()
    rows, seen = {}, set(taken)
    for offset in sorted(net.instance):
        above = net.ancestors(offset)
        if net.file[offset] not in ("15", "17") or EXCLUDED & set(above):
            continue
        kind = next((k for word, k in KINDS if word in above), None)
        names = [cities.tidy(n) for n in net.names[offset] if usable(n, words, given, family)]
        if not kind or not names or any(cities.fold(n) in taken for n in net.names[offset]):
            continue
        names = [n for n in names if cities.fold(n) not in seen and n not in LEFT_OUT]
        if not names:
            continue
        seen.update(cities.fold(n) for n in names)
        code = next((codes[cities.fold(w)] for w in net.holonyms(offset) if cities.fold(w) in codes), None)
        column = [names[0], f"place/{kind}", "|".join(names[1:])] + ([f"country={code}"] if code else [])
        rows[names[0]] = "\t".join(column).rstrip()
    return rows


HEADER = """\
# kind: place/city, place/region, place/river, place/mountain ... (places that WordNet knows and no hand-kept list has)
# source: generated by Lexicons/tools/wordnet_places.py from WordNet 3.0 (Debian wordnet-base)
# licence: WordNet-3.0 (Princeton University; free use with its notice)
# version: 1
#
# Do not edit: corrections go to the hand-kept lists, which win over this one.
# country=  first country up the part-of relation, as of 2006 ("Kosovo" was Serbia then)
# Left out: names that are ordinary words, given names or common surnames, and single words of four letters or fewer.
"""


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--surnames", required=True, help="dist.all.last of the package names")
    parser.add_argument("--output", default=os.path.join(cities.PLACES, "wordnet.tsv"))
    args = parser.parse_args()
    rows = build(args)
    with open(args.output, "w", encoding="utf-8") as f:
        f.write(HEADER + "\n" + "\n".join(rows[n] for n in sorted(rows, key=cities.fold)) + "\n")
    print(f"{len(rows)} places")


if __name__ == "__main__":
    main()
