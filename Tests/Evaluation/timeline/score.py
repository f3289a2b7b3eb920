"""Scores timelines against gold.tsv, which a careful reader marked in articles.txt. Standard library only.

  entry F1, precision, recall   entries with the right entity, date (same EDTF, marks of doubt aside) and claim
                                (two thirds of the marked words, or Dice of one half), one to one
  pairs F1                      pairs of articles that tell one entry: found and marked
  reports                       share of matched entries whose number of independent reports is right
  disputed F1                   matched entries that are marked and shown as disputed

`score.py SAYSO` prints the figures; `--errors` lists what is missing and what is too much.
"""
import itertools, json, os, re, subprocess, sys, tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
WORD = re.compile(r'\w+')


def f1(right, predicted, gold):
    return 2 * right / (predicted + gold) if predicted + gold else 1.0


def articles():
    """The articles as JSON lines, for annotate."""
    with open(os.path.join(HERE, 'articles.txt'), encoding='utf-8') as f:
        parts = re.split(r'^=== (.*)\n', f.read(), flags=re.M)[1:]
    for head, text in zip(parts[::2], parts[1::2]):
        key, date, title = (field.strip() for field in head.split('|'))
        yield {'id': key, 'date': date, 'title': title, 'text': f'{title}\n\n{text.strip()}\n'}


def gold():
    with open(os.path.join(HERE, 'gold.tsv'), encoding='utf-8') as f:
        for line in f:
            if line.startswith('#') or not line.strip():
                continue
            entity, date, claim, documents, reports, disputed = line.rstrip('\n').split('\t')
            yield {'entity': entity, 'dates': date.split('|'), 'claim': claim, 'documents': documents.split(),
                   'reports': int(reports), 'disputed': disputed == 'yes'}


def predict(sayso, names):
    """For each name the entries of each entity that it means: {name: {key: [entry]}}."""
    with tempfile.TemporaryDirectory() as folder:
        corpus, lines = os.path.join(folder, 'articles.jsonl'), os.path.join(folder, 'annotations.jsonl')
        with open(corpus, 'w', encoding='utf-8') as f:
            f.writelines(json.dumps(a) + '\n' for a in articles())
        subprocess.run([sayso, 'annotate', '-q', corpus, '-o', lines], check=True)
        found = {}
        for name in names:
            run = subprocess.run([sayso, 'timeline', '-q', lines, '--entity', name, '-f', 'jsonl'],
                                 check=True, capture_output=True, text=True)
            for entry in map(json.loads, run.stdout.splitlines()):
                found.setdefault(name, {}).setdefault(entry['entity']['key'], []).append(entry)
        return found


def words(text):
    return set(w.lower() for w in WORD.findall(text))


def date_right(wanted, entry):
    return re.sub('[?~%]', '', entry['date']['edtf'] or '') in wanted['dates']


def weight(wanted, entry):
    """How well an entry is the wanted one; 0 where it is not."""
    if not date_right(wanted, entry):
        return 0
    w, p = words(wanted['claim']), words(entry['text'])
    held, dice = len(w & p) / len(w), 2 * len(w & p) / (len(w) + len(p))
    return held + dice if held >= 2 / 3 or dice >= .5 else 0


def pair_up(wanted, entries):
    edges = sorted(((-weight(w, e), i, j) for i, w in enumerate(wanted) for j, e in enumerate(entries) if weight(w, e)))
    used_w, used_e, pairs = set(), set(), []
    for _, i, j in edges:
        if i not in used_w and j not in used_e:
            used_w.add(i)
            used_e.add(j)
            pairs.append((i, j))
    return pairs


def assign(labels, by_key):
    """Which predicted key is which marked entity of one name: the assignment with most matches."""
    keys = sorted(by_key) + [None] * len(labels)
    best = max(itertools.permutations(keys, len(labels)),
               key=lambda order: sum(len(pair_up(labels[label], by_key[key])) for label, key in zip(labels, order) if key))
    return dict(zip(labels, best))


def document_pairs(documents, label, number):
    return {(label, number, a, b) for a, b in itertools.combinations(sorted(set(documents)), 2)}


def score(sayso, errors=False):
    by_name = {}
    for entry in gold():
        by_name.setdefault(entry['entity'].split('@')[0], {}).setdefault(entry['entity'], []).append(entry)
    predicted = predict(sayso, by_name)
    matched = held = known = reports = disputed = shown = marked = 0
    gold_pairs, found_pairs = set(), set()
    for name, labels in by_name.items():
        by_key = predicted.get(name, {})
        chosen = assign(labels, by_key)
        left = [e for key, entries in by_key.items() if key not in chosen.values() for e in entries]
        held += len(left)
        for label, wanted in labels.items():
            entries = by_key.get(chosen[label], [])
            pairs = pair_up(wanted, entries)
            matched, held, known = matched + len(pairs), held + len(entries), known + len(wanted)
            reports += sum(wanted[i]['reports'] == entries[j]['reports'] for i, j in pairs)
            disputed += sum(wanted[i]['disputed'] and entries[j]['disputed'] for i, j in pairs)
            marked += sum(w['disputed'] for w in wanted)
            shown += sum(e['disputed'] for e in entries)
            for i, w in enumerate(wanted):
                gold_pairs |= document_pairs(w['documents'], label, i)
            number = {j: i for i, j in pairs}
            for j, e in enumerate(entries):
                found_pairs |= document_pairs(e['documents'], label, number.get(j, f'x{j}'))
            if errors:
                report(label, wanted, entries, pairs)
    return {'entry F1': f1(matched, held, known), 'entry precision': matched / held if held else 1.0,
            'entry recall': matched / known, 'pairs F1': f1(len(gold_pairs & found_pairs), len(gold_pairs), len(found_pairs)),
            'reports': reports / matched if matched else 0.0, 'disputed F1': f1(disputed, marked, shown)}


def report(label, wanted, entries, pairs):
    print(f'{label}: {len(pairs)} of {len(wanted)} found, {len(entries)} shown')
    for i, w in enumerate(wanted):
        if i not in {i for i, _ in pairs}:
            print(f"  missing   {'|'.join(w['dates']):<12} {w['claim']}  [{' '.join(w['documents'])}]")
    for j, e in enumerate(entries):
        line = f"{e['date']['edtf'] or '-':<12} {e['text']}  [{' '.join(e['documents'])}]"
        if j not in {j for _, j in pairs}:
            print('  too much  ' + line)
        else:
            w = wanted[[i for i, k in pairs if k == j][0]]
            if (w['reports'], sorted(w['documents']), w['disputed']) != (e['reports'], sorted(e['documents']), e['disputed']):
                print(f"  differs   {line} reports {e['reports']} for {w['reports']}, disputed {e['disputed']}, articles wanted {' '.join(w['documents'])}")


if __name__ == '__main__':
    if len(sys.argv) < 2 or sys.argv[1].startswith('-'):
        sys.exit(__doc__)
    for label, share in score(sys.argv[1], errors='--errors' in sys.argv).items():
        print(f'{label:<18}{share * 100:8.2f}')
