#!/usr/bin/env python3
"""Speed and memory of `sayso annotate`, beside spaCy in the same run.

usage: bench.py --sayso BINARY [--mb 50] [--runs 3] [--spacy-mb 2] [--no-spacy] [--corpus FILE.jsonl]

Builds a fixed corpus from the bundled articles (Reports/articles), repeated under new ids to --mb megabytes of text,
or takes --corpus (JSON lines with "text"). Then measures, in turn and --runs times each (the best run counts, as the
others are slowed by something else on the machine):

  MB/s of article text, JSON lines to JSON lines, with -j 1 and -j 2;  peak resident memory;
  start to finish on an article of one line (median of 20);
  spaCy: blank("en") + sentencizer + entity_ruler with the names of our place, organization and person lists,
  from PyPI in a venv in .build, on --spacy-mb of the same corpus. It does a part of what sayso does.

Standard library only. Ratios within one run are what to quote; the machine's speed is in none of them.
"""
import argparse, glob, json, os, resource, statistics, subprocess, sys, tempfile, time

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
VENV = os.path.join(ROOT, '.build', 'venv-bench')


def articles():
    """The bundled articles as dictionaries, in a fixed order."""
    out = []
    for path in sorted(glob.glob(os.path.join(ROOT, 'Reports', 'articles', '*'))):
        with open(path, encoding='utf-8') as f:
            if path.endswith('.jsonl'):
                out += [json.loads(line) for line in f if line.strip()]
            else:
                out.append({'id': os.path.basename(path), 'text': f.read(), 'date': '2024-03-15'})
    return out


def build(path, source, megabytes):
    """Writes the corpus; returns its bytes of article text."""
    written, number = 0, 0
    with open(path, 'w', encoding='utf-8') as f:
        while written < megabytes * 1e6:
            article = source[number % len(source)]
            number += 1
            line = dict(article, id=f"{article.get('id', 'a')}-{number}")
            line.pop('attributions', None)
            f.write(json.dumps(line, ensure_ascii=False) + '\n')
            written += len(article['text'].encode())
    return written


def run(command):
    """Wall seconds, processor seconds and peak memory in KB of a command whose output is thrown away."""
    with open(os.devnull, 'wb') as null:
        before = time.perf_counter()
        process = subprocess.Popen(command, stdout=null, stderr=null)
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter() - before
    if os.waitstatus_to_exitcode(status) != 0:
        sys.exit(f'bench: {" ".join(command)} failed')
    return wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss


def best(command, runs):
    results = [run(command) for _ in range(runs)]
    return min(r[0] for r in results), min(r[1] for r in results), max(r[2] for r in results)


SPACY = r'''
import json, sys, time, spacy
corpus, patterns = sys.argv[1:3]
nlp = spacy.blank("en"); nlp.max_length = 10**9
nlp.add_pipe("sentencizer")
ruler = nlp.add_pipe("entity_ruler")
ruler.add_patterns([json.loads(l) for l in open(patterns, encoding="utf-8")])
texts = [json.loads(l)["text"] for l in open(corpus, encoding="utf-8")]
size = sum(len(t.encode()) for t in texts)
t = time.perf_counter()
entities = sum(len(d.ents) for d in nlp.pipe(texts))
print(size / (time.perf_counter() - t) / 1e6, entities)
'''


def patterns(path):
    """Names of our lists as spaCy patterns."""
    count = 0
    with open(path, 'w', encoding='utf-8') as out:
        for name in sorted(glob.glob(os.path.join(ROOT, 'Lexicons', 'en', '*', '*.tsv'))):
            for line in open(name, encoding='utf-8'):
                columns = line.rstrip('\n').split('\t')
                kind = columns[1].split('/')[0] if len(columns) > 1 and not line.startswith('#') else ''
                if kind not in ('place', 'person', 'organization'):
                    continue
                for pattern in [columns[0]] + (columns[2].split('|') if len(columns) > 2 and columns[2] else []):
                    out.write(json.dumps({'label': kind.upper(), 'pattern': pattern}) + '\n')
                    count += 1
    return count


def spacy_rate(folder, source, megabytes):
    """MB/s of spaCy on the same articles, or None with a message."""
    python = os.path.join(VENV, 'bin', 'python')
    if not os.path.exists(python) or subprocess.run([python, '-c', 'import spacy'], capture_output=True).returncode != 0:
        made = subprocess.run([sys.executable, '-m', 'venv', VENV], capture_output=True).returncode == 0
        pip = [python, '-m', 'pip', 'install', '-q', 'spacy']
        if not made or subprocess.run(pip, capture_output=True).returncode != 0:
            print('skipped: spaCy (pip install spacy failed)')
            return None
    corpus, rules = os.path.join(folder, 'spacy.jsonl'), os.path.join(folder, 'patterns.jsonl')
    build(corpus, source, megabytes)
    count = patterns(rules)
    result = subprocess.run([python, '-c', SPACY, corpus, rules], capture_output=True, text=True)
    if result.returncode != 0:
        print('skipped: spaCy (' + result.stderr.strip().split('\n')[-1] + ')')
        return None
    return float(result.stdout.split()[0]), count


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('--sayso', required=True)
    parser.add_argument('--mb', type=float, default=50)
    parser.add_argument('--spacy-mb', type=float, default=2)
    parser.add_argument('--runs', type=int, default=3)
    parser.add_argument('--no-spacy', action='store_true')
    parser.add_argument('--corpus')
    args = parser.parse_args()
    if args.corpus:
        with open(args.corpus, encoding='utf-8') as f:
            source = [json.loads(line) for line in f if line.strip()]
    else:
        source = articles()
    with tempfile.TemporaryDirectory() as folder:
        corpus, one = os.path.join(folder, 'corpus.jsonl'), os.path.join(folder, 'one.txt')
        size = build(corpus, source, args.mb)
        with open(one, 'w') as f:
            f.write('The ferry left Halden on Monday, the company said.\n')
        run([args.sayso, 'annotate', '-q', one])
        print(f'{size / 1e6:.1f} MB of article text\n')
        print(f"{'':<44}{'MB/s':>8}{'MB/s of CPU':>13}{'peak MB':>9}")
        walls = {}
        for jobs in (1, 2):
            wall, cpu, memory = best([args.sayso, 'annotate', '-q', '-j', str(jobs), corpus], args.runs)
            walls[jobs] = wall
            print(f"{'sayso annotate -j ' + str(jobs):<44}{size / wall / 1e6:>8.1f}{size / cpu / 1e6:>13.1f}{memory / 1024:>9.0f}")
        print(f"\n-j 2 is {walls[1] / walls[2]:.2f} times -j 1")
        starts = [run([args.sayso, 'annotate', '-q', one])[0] for _ in range(20)]
        print(f'start to finish on one line: {statistics.median(starts) * 1000:.1f} ms (median of 20)')
        if not args.no_spacy:
            rate = spacy_rate(folder, source, args.spacy_mb)
            if rate:
                print(f'spaCy, sentencizer and entity_ruler with {rate[1]} patterns: {rate[0]:.2f} MB/s; '
                      f'sayso -j 1 is {size / walls[1] / 1e6 / rate[0]:.0f} times as fast')


if __name__ == '__main__':
    main()
