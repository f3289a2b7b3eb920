#!/usr/bin/env python3
"""Scores what sayso reads in articles of many languages: which language, the names of countries, the dates.

usage: score.py SAYSO [--errors]

articles.txt holds one or two invented articles a language: a line `== LANG DATE`, then its text with ⟦place=FR France⟧ (the
ISO code of the country) and ⟦date=2024-05-12 12 May 2024⟧ (EDTF). The texts tell two stories, so that what a language lacks
shows. A name or date is right where it overlaps the mark and has its value. Standard library only.
"""
import json
import os
import re
import subprocess
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
MARK = re.compile(r'⟦(place|date)=(\S+) ([^⟧]*)⟧')


def articles():
    """Records {id, language, date, text, marks: [(start, end, kind, value)]}; offsets in code points."""
    with open(os.path.join(HERE, 'articles.txt'), encoding='utf-8') as f:
        blocks = re.split(r'^== (\w+) (\S+)\n', f.read(), flags=re.M)[1:]
    for number, (language, date, marked) in enumerate(zip(blocks[::3], blocks[1::3], blocks[2::3]), 1):
        text, marks, at = '', [], 0
        for mark in MARK.finditer(marked):
            text += marked[at:mark.start()]
            marks.append((len(text), len(text) + len(mark[3]), mark[1], mark[2]))
            text += mark[3]
            at = mark.end()
        yield {'id': f'{number}-{language}', 'language': language, 'date': date, 'text': (text + marked[at:]).rstrip(), 'marks': marks}


def annotations(sayso, gold):
    lines = ''.join(json.dumps({key: r[key] for key in ('id', 'date', 'text')}) + '\n' for r in gold)
    run = subprocess.run([sayso, 'annotate', '-', '-q'], input=lines.encode(), stdout=subprocess.PIPE, check=True)
    return {r['id']: r for r in map(json.loads, run.stdout.decode().splitlines())}


def found(record):
    """The marks of an annotation in the form of the gold's."""
    countries = {e['id']: e.get('country') for e in record['entities']}
    for m in record['mentions']:
        if m['type'] == 'place' and countries.get(m.get('entity')):
            yield m['start'], m['end'], 'place', countries[m['entity']]
        elif m['type'] == 'date' and m.get('edtf'):
            # "until" a day is that day here.
            yield m['start'], m['end'], 'date', m['edtf'].removeprefix('../')


def compare(gold, marks):
    """Those of `gold` that are found, those missed, and those found that are none of them."""
    right, missed, left = [], [], list(marks)
    for g in gold:
        hit = next((m for m in left if m[2:] == g[2:] and m[0] < g[1] and g[0] < m[1]), None)
        (right if hit else missed).append(g)
        if hit:
            left.remove(hit)
    return right, missed, left


def score(sayso, report=lambda *_: None):
    gold = list(articles())
    predicted = annotations(sayso, gold)
    counts = {kind: [0, 0, 0] for kind in ('place', 'date')}
    languages = 0
    for record in gold:
        annotation = predicted[record['id']]
        languages += annotation['language'] == record['language']
        if annotation['language'] != record['language']:
            report(record['id'], 'language', annotation['language'])
        for kind, count in counts.items():
            marks = [m for m in record['marks'] if m[2] == kind]
            parts = compare(marks, [m for m in found(annotation) if m[2] == kind])
            for place, part in enumerate(parts):
                count[place] += len(part)
            for label, part in (('missed', parts[1]), ('wrong', parts[2])):
                for m in part:
                    report(record['id'], label, kind, m[3], record['text'][m[0]:m[1]])
    def f1(count):
        return 2 * count[0] / (2 * count[0] + count[1] + count[2])
    return {'language accuracy': languages / len(gold), 'country F1': f1(counts['place']), 'date F1': f1(counts['date'])}


def main():
    if len(sys.argv) < 2 or sys.argv[1] in ('-h', '--help'):
        sys.exit(__doc__)
    errors = '--errors' in sys.argv
    for label, share in score(sys.argv[1], print if errors else lambda *_: None).items():
        print(f'{label:20} {share * 100:6.2f}')


if __name__ == '__main__':
    main()
