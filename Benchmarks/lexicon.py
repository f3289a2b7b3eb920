#!/usr/bin/env python3
"""Cost of a user lexicon of a million invented names.

usage: lexicon.py --sayso BINARY [--entries 1000000] [--mb 20] [--runs 5]

Makes the names (Lexicons/tools/invented_names.py), builds them with `sayso lexicon build`, and measures the build, the
file's size, what opening it adds to the start of the program, and how much slower `annotate` is with it (processor
time, -j 1). The best run counts, as the others are slowed by something else on the machine. Standard library only.
"""
import argparse
import os
import subprocess
import sys
import tempfile
import time

from bench import ROOT, articles, build, run


def best(command, runs):
    """The shortest wall and processor seconds of several runs."""
    results = [run(command) for _ in range(runs)]
    return min(r[0] for r in results), min(r[1] for r in results)


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("--sayso", required=True)
    ap.add_argument("--entries", type=int, default=1_000_000)
    ap.add_argument("--mb", type=float, default=20)
    ap.add_argument("--runs", type=int, default=5)
    a = ap.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        names, book, one, many = (os.path.join(folder, n) for n in ("names.tsv", "names.bin", "one.txt", "many.jsonl"))
        with open(names, "w", encoding="utf-8") as f:
            tool = os.path.join(ROOT, "Lexicons", "tools", "invented_names.py")
            subprocess.run([sys.executable, tool, str(a.entries)], stdout=f, check=True)
        wall, cpu, memory = run([a.sayso, "lexicon", "build", names, "--force", "-o", book])
        print("build            %6.2f s (processor %.2f s, %d MB of memory)" % (wall, cpu, memory / 1024))
        print("compiled file    %6.1f MB" % (os.path.getsize(book) / 1e6))
        with open(one, "w", encoding="utf-8") as f:
            f.write("Nobody came.\n")
        time.sleep(1)
        plain, own = [a.sayso, "annotate", "-q", "-j", "1"], ["--lexicon", book]
        best(plain + [one] + own, 2)
        without, with_it = best(plain + [one], 20), best(plain + [one] + own, 20)
        print("opening          %6.2f ms" % (1000 * (with_it[0] - without[0])))
        build(many, articles(), a.mb)
        without, with_it = best(plain + [many], a.runs), best(plain + [many] + own, a.runs)
        print("annotate         %6.3f times as long (%.2f s, %.2f s)" % (with_it[1] / without[1], without[1], with_it[1]))


if __name__ == "__main__":
    main()
