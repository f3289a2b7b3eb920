"""Scores the checks of `sayso audit` against marks.tsv, which a careful editor made in articles.txt. Standard library only.

A finding is right where the editor marked the same check in the same article at an overlapping passage; a mark without a
passage is for the article as a whole, and is met by any finding of the check there. One finding for one mark.

`score.py SAYSO` prints precision and recall of every check; `--errors` lists what is missing and what is too much;
`--json` prints the figures of all checks together. A check whose precision is under 0.8 may say no more than `info`.
"""
import json, os, re, subprocess, sys, tempfile

HERE = os.path.dirname(os.path.abspath(__file__))


def articles():
    """The articles as JSON lines, for annotate."""
    with open(os.path.join(HERE, 'articles.txt'), encoding='utf-8') as f:
        parts = re.split(r'^=== (.*)\n', f.read(), flags=re.M)[1:]
    for head, text in zip(parts[::2], parts[1::2]):
        key, date, title = (field.strip() for field in head.split('|'))
        yield {'id': key, 'date': date, 'title': title, 'text': f'{title}\n\n{text.strip()}\n'}


def marks(texts):
    """The editor's marks: {(article, check): [(start, end) or None]}. A passage that is not in the article is an error."""
    found = {}
    with open(os.path.join(HERE, 'marks.tsv'), encoding='utf-8') as f:
        for line in f:
            if line.startswith('#') or not line.strip():
                continue
            article, check, passage = line.rstrip('\n').split('\t')
            start = texts[article].find(passage)
            if start < 0:
                sys.exit(f'score.py: {article} does not hold "{passage}"')
            found.setdefault((article, check), []).append((start, start + len(passage)) if passage else None)
    return found


def findings(sayso):
    """The findings of the built program: {(article, check): [finding]}."""
    with tempfile.TemporaryDirectory() as folder:
        corpus, lines = os.path.join(folder, 'articles.jsonl'), os.path.join(folder, 'annotations.jsonl')
        with open(corpus, 'w', encoding='utf-8') as f:
            f.writelines(json.dumps(a) + '\n' for a in articles())
        subprocess.run([sayso, 'annotate', '-q', corpus, '-o', lines], check=True)
        run = subprocess.run([sayso, 'audit', '-q', '--no-profiles', '-f', 'jsonl', lines], check=True,
                             capture_output=True, text=True)
    found = {}
    for finding in map(json.loads, run.stdout.splitlines()):
        found.setdefault((finding['document'], finding['check']), []).append(finding)
    return found


def meets(mark, finding):
    if mark is None or finding['start'] is None:
        return True
    return min(mark[1], finding['end']) > max(mark[0], finding['start'])


def pair(wanted, found):
    """Unmet marks and findings that no mark asks for, after one-to-one pairing in order."""
    left = list(found)
    missing = []
    for mark in wanted:
        hit = next((f for f in left if meets(mark, f)), None)
        if hit is None:
            missing.append(mark)
        else:
            left.remove(hit)
    return missing, left


def score(sayso, errors=False):
    """{check: [right, found, marked, gravest severity]}"""
    texts = {a['id']: a['text'] for a in articles()}
    wanted, found = marks(texts), findings(sayso)
    table = {f'S{n:02}': [0, 0, 0, ''] for n in range(1, 21)}
    order = ['', 'info', 'warning', 'error']
    for key in sorted(set(wanted) | set(found)):
        row = table[key[1]]
        missing, extra = pair(wanted.get(key, []), found.get(key, []))
        row[0] += len(wanted.get(key, [])) - len(missing)
        row[1] += len(found.get(key, []))
        row[2] += len(wanted.get(key, []))
        row[3] = max([row[3]] + [f['severity'] for f in found.get(key, [])], key=order.index)
        if errors:
            for mark in missing:
                print(f"missing  {key[1]} {key[0]}: {texts[key[0]][slice(*mark)] if mark else '(article)'}")
            for finding in extra:
                print(f"too much {key[1]} {key[0]}: {finding['message']} [{finding['text']}]")
    return table


def figures(table):
    """Shares over all checks, and the least precision of a check that says more than info."""
    right, found, marked = (sum(row[i] for row in table.values()) for i in range(3))
    grave = [row[0] / row[1] for row in table.values() if row[1] and row[3] != 'info']
    return {'precision': right / found if found else 1.0, 'recall': right / marked if marked else 1.0,
            'least precision above info': min(grave, default=1.0)}


def main():
    sayso = next((a for a in sys.argv[1:] if not a.startswith('--')), 'sayso')
    table = score(sayso, '--errors' in sys.argv)
    if '--json' in sys.argv:
        return print(json.dumps({'table': table, **figures(table)}))
    print(f"{'check':<7}{'right':>6}{'found':>6}{'marked':>7}{'precision':>11}{'recall':>8}  gravest")
    for check, (right, found, marked, severity) in table.items():
        precision = f'{right / found:.2f}' if found else '-'
        recall = f'{right / marked:.2f}' if marked else '-'
        print(f'{check:<7}{right:>6}{found:>6}{marked:>7}{precision:>11}{recall:>8}  {severity}')
    for name, value in figures(table).items():
        print(f'{name}: {value:.3f}')


if __name__ == '__main__':
    main()
