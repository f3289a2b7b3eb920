#!/usr/bin/env python3
"""Runs sayso on annotated corpora, prints one table, and fails under the floors in baseline.json.

usage: evaluate.py --sayso BINARY [--eval FOLDER] [--only NAME,NAME] [--update]

The project's own set (Tests/Evaluation/own) is always measured. The licensed corpora are measured where FOLDER has
them; what is not there is said to be skipped. `--update` raises floors to what was reached (rounded down); it never
lowers one. A floor is tied to the corpus by its hash: when a corpus changes, its floors no longer count until updated.
Standard library only.
"""
import argparse, hashlib, importlib.util, json, os, subprocess, sys, tempfile

import scoring

HERE = os.path.dirname(os.path.abspath(__file__))
TIMELINE = os.path.join(HERE, 'timeline')
AUDIT = os.path.join(HERE, 'audit')
LANGUAGES = os.path.join(HERE, 'languages')
BASELINE = os.path.join(HERE, 'baseline.json')
OWN = os.path.join(HERE, 'own')

# name: (corpus below FOLDER, scorer, extra arguments of annotate, {figure: path in the scorer's JSON})
LICENSED = {
    'zones/scraped': ('clean/dev.jsonl', 'score-clean', [], {'F1': ['f1']}),
    'zones/html': ('clean/dev.jsonl', 'score-clean', [], {'F1': ['f1']}),
    'zones/composed': ('clean/seedlike-dev.jsonl', 'score-clean', [], {'F1': ['f1']}),
    'words/dev': ('words/dev.jsonl', 'score-words', ['--tokens'],
                  {'sentence ends F1': ['sentences_F1'], 'token F1': ['tokens_F1'], 'class accuracy': ['class_accuracy']}),
    'entities/conll-dev': ('entities/conll-dev.jsonl', 'score-entities', [], {'strict F1': ['strict', 'micro', 'f1']}),
    'entities/conll-train': ('entities/conll-train.jsonl', 'score-entities', [], {'strict F1': ['strict', 'micro', 'f1']}),
    'entities/gum-news-dev': ('entities/gum-news-dev.jsonl', 'score-entities', [], {'strict F1': ['strict', 'micro', 'f1']}),
    'entities/gum-other-dev': ('entities/gum-other-dev.jsonl', 'score-entities', [], {'strict F1': ['strict', 'micro', 'f1']}),
    'time/train': ('time/train.jsonl', 'score-time', [],
                   {'strict F1': ['strict', 'F1'], 'relaxed F1': ['relaxed', 'F1'], 'type F1': ['type_F1'], 'value F1': ['value_F1']}),
    'time/gum-train': ('time/gum-train.jsonl', 'score-time', [], {'relaxed F1': ['relaxed', 'F1'], 'value F1': ['value_F1']}),
    'claims/train': ('attribution/train.jsonl', 'score-attribution', [],
                     {'attribution F1': ['attribution', 'f1'], '+ source + cue F1': ['attribution_source_cue', 'f1'], 'strict F1': ['strict', 'f1']}),
    'claims/dev': ('attribution/dev.jsonl', 'score-attribution', [],
                   {'attribution F1': ['attribution', 'f1'], '+ source + cue F1': ['attribution_source_cue', 'f1'], 'strict F1': ['strict', 'f1']}),
}


def digest(path):
    with open(path, 'rb') as f:
        return hashlib.sha256(f.read()).hexdigest()[:16]


# Corpora whose inputs are pages in a folder, each named by its id.
PAGES = {'zones/html': 'clean/dev-html'}


def named_by_id(path):
    """Rewrites annotations of pages so that their id is the file's name without its endings."""
    with open(path, encoding='utf-8') as f:
        lines = [json.loads(line) for line in f]
    with open(path, 'w', encoding='utf-8') as f:
        for record in lines:
            record['id'] = os.path.basename(record['id']).split('.')[0]
            f.write(json.dumps(record) + '\n')


def annotate(sayso, corpus, extra):
    """The annotation lines of a corpus, in a temporary file."""
    out = tempfile.NamedTemporaryFile('wb', suffix='.jsonl', delete=False)
    run = subprocess.run([sayso, 'annotate', corpus] + extra, stdout=out, stderr=subprocess.PIPE)
    out.close()
    if run.returncode != 0:
        sys.exit(f'evaluate: sayso annotate {corpus} ended with {run.returncode}: {run.stderr.decode()[-400:]}')
    return out.name


def figure(report, path):
    for key in path:
        if not isinstance(report, dict) or key not in report:
            return None
        report = report[key]
    # Scorers print shares or percentages; the table shows percentages.
    return round(report * 100, 2) if isinstance(report, float) and report <= 1 else round(float(report), 2)


def score(folder, scorer, corpus, predictions):
    command = [sys.executable, os.path.join(folder, scorer), corpus, predictions, '--json']
    if scorer == 'score-attribution':
        command.append('--no-ci')
    run = subprocess.run(command, capture_output=True, text=True)
    if run.returncode != 0:
        sys.exit(f'evaluate: {scorer} ended with {run.returncode}: {run.stderr[-400:]}')
    return json.loads(run.stdout)


def records(path):
    with open(path, encoding='utf-8') as f:
        return {record['id']: record for record in map(json.loads, f)}


def predict(sayso, corpus):
    """The annotations of a corpus by id."""
    predictions = annotate(sayso, corpus, [])
    try:
        return records(predictions)
    finally:
        os.unlink(predictions)


def measure_own(sayso, only):
    """The own sets: one annotation run for all tasks of the articles, which hold the same texts, and one for the names
    of the world, scored by scoring.py."""
    tasks = [task for task in scoring.SCORERS if not only or f'own/{task}' in only]
    if not tasks:
        return []
    subprocess.run([sys.executable, os.path.join(OWN, 'build.py'), '--check'], check=True, stdout=subprocess.DEVNULL)
    predicted = {}
    rows = []
    for task in tasks:
        path = os.path.join(OWN, task + '.jsonl')
        texts = path if task == 'world' else os.path.join(OWN, 'zones.jsonl')
        if texts not in predicted:
            predicted[texts] = predict(sayso, texts)
        for label, share in scoring.SCORERS[task](records(path), predicted[texts]).items():
            rows.append((f'own/{task}', label, round(share * 100, 2), digest(path)))
    return rows


def marked(folder):
    """The hash of a marked set, and its scorer."""
    corpus = hashlib.sha256()
    for name in sorted(os.listdir(folder)):
        if name.endswith(('.txt', '.tsv')):
            with open(os.path.join(folder, name), 'rb') as f:
                corpus.update(f.read())
    spec = importlib.util.spec_from_file_location(os.path.basename(folder) + '_score', os.path.join(folder, 'score.py'))
    scorer = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(scorer)
    return corpus.hexdigest()[:16], scorer


def measure_timeline(sayso, only):
    """The marked timelines (Tests/Evaluation/timeline)."""
    if only and 'own/timeline' not in only:
        return []
    corpus, scorer = marked(TIMELINE)
    return [('own/timeline', label, round(share * 100, 2), corpus) for label, share in scorer.score(sayso).items()]


def measure_audit(sayso, only):
    """The marked findings of audits (Tests/Evaluation/audit)."""
    if only and 'own/audit' not in only:
        return []
    corpus, scorer = marked(AUDIT)
    return [('own/audit', label, round(share * 100, 2), corpus)
            for label, share in scorer.figures(scorer.score(sayso)).items()]


def measure_languages(sayso, only):
    """Language, countries and dates of articles in many languages (Tests/Evaluation/languages)."""
    if only and 'own/languages' not in only:
        return []
    corpus, scorer = marked(LANGUAGES)
    return [('own/languages', label, round(share * 100, 2), corpus) for label, share in scorer.score(sayso).items()]


def measure(args, only):
    rows = measure_own(args.sayso, only) + measure_timeline(args.sayso, only) + measure_audit(args.sayso, only)
    rows += measure_languages(args.sayso, only)
    for name, (relative, scorer, extra, figures) in LICENSED.items():
        if only and name not in only:
            continue
        corpus = os.path.join(args.eval, relative)
        if not os.path.exists(corpus) or not os.path.exists(os.path.join(args.eval, scorer)):
            print(f'skipped: {name} ({corpus} is not there)')
            continue
        predictions = annotate(args.sayso, os.path.join(args.eval, PAGES.get(name, relative)), extra)
        try:
            if name in PAGES:
                named_by_id(predictions)
            report = score(args.eval, scorer, corpus, predictions)
        finally:
            os.unlink(predictions)
        for label, path in figures.items():
            rows.append((name, label, figure(report, path), digest(corpus)))
    return rows


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('--sayso', required=True)
    parser.add_argument('--eval', default='../shared/eval')
    parser.add_argument('--only', default='')
    parser.add_argument('--update', action='store_true')
    args = parser.parse_args()
    with open(BASELINE, encoding='utf-8') as f:
        baseline = json.load(f)
    rows = measure(args, set(filter(None, args.only.split(','))))
    failed = 0
    print(f"{'corpus':<26}{'figure':<22}{'now':>8}{'floor':>8}")
    for name, label, value, corpus in rows:
        entry = baseline.setdefault(name, {})
        floor = entry.get('floors', {}).get(label) if entry.get('corpus') == corpus else None
        low = floor is not None and (value is None or value < floor)
        failed += low
        print(f"{name:<26}{label:<22}{'-' if value is None else format(value, '.2f'):>8}{'-' if floor is None else format(floor, '.2f'):>8}{'  BELOW' if low else ''}")
        if args.update and value is not None:
            if entry.get('corpus') != corpus:
                entry.update(corpus=corpus, floors={})
            entry['floors'][label] = max(floor or 0, int(value * 10) / 10)
    if args.update:
        with open(BASELINE, 'w', encoding='utf-8') as f:
            json.dump(baseline, f, indent=2, sort_keys=True)
            f.write('\n')
    if failed:
        sys.exit(f'evaluate: {failed} figure(s) below their floors')


if __name__ == '__main__':
    main()
