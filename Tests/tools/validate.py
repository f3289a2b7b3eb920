#!/usr/bin/env python3
"""Checks records independently of the program that wrote them.

usage: validate.py SCHEMA.json [FILE.jsonl ...]          (standard input where no file is given)

Every line is validated against the JSON Schema (draft 2020-12, PyPI jsonschema). Of annotation lines, every offset is
checked by slicing the text the way readers will: text[start:end] must be the surface string, in order, inside the
text; ids must be unique and point at something; zones must cover every line that is not blank. Prints what is wrong,
one problem a line, and exits with 1 where there is any.
"""
import json
import sys
import unicodedata

from jsonschema import Draft202012Validator

MAX_SHOWN = 20


def refuse(name):
    raise ValueError(f'{name} is not JSON')


def invisible(character):
    """White space, controls, joiners and the like: a line that has nothing else is blank."""
    return character.isspace() or unicodedata.category(character)[0] in 'CZ'


class Annotation:
    """What JSON Schema can't say about one annotation line."""

    def __init__(self, record):
        self.record = record
        self.text = record.get('text')
        self.problems = []

    def check(self):
        self.ids()
        self.order('zones', overlap=False)
        self.order('sentences', overlap=False)
        if self.text is not None:
            self.slices()
            self.zones_cover()
        self.claims()
        return self.problems

    def wrong(self, place, what):
        self.problems.append(f'{place}: {what}')

    def order(self, key, overlap):
        last = 0
        for i, item in enumerate(self.record[key]):
            if item['end'] < item['start']:
                self.wrong(f'{key}[{i}]', 'ends before it starts')
            if not overlap and item['start'] < last:
                self.wrong(f'{key}[{i}]', 'overlaps the one before')
            last = max(last, item['end'])
            if self.text is not None and item['end'] > len(self.text):
                self.wrong(f'{key}[{i}]', f'ends at {item["end"]}, the text has {len(self.text)} characters')

    def slices(self):
        keys = []
        for i, m in enumerate(self.record['mentions']):
            self.slice(f'mentions[{i}]', [[m['start'], m['end']]], m['text'])
            keys.append((m['start'], -m['end']))
        if keys != sorted(keys):
            self.wrong('mentions', 'not sorted by start, the longer first')
        last = 0
        for i, (start, end, _) in enumerate(self.record.get('tokens', [])):
            if not last <= start < end <= len(self.text):
                self.wrong(f'tokens[{i}]', f'[{start}, {end}] out of order or outside the text')
            elif self.text[start:end].strip() != self.text[start:end]:
                self.wrong(f'tokens[{i}]', f'has white space at an edge: {self.text[start:end]!r}')
            last = end
        for i, c in enumerate(self.record['claims']):
            for key in ('content', 'source', 'cue'):
                if c[key] is not None:
                    self.slice(f'claims[{i}].{key}', c[key]['spans'], c[key]['text'])
            justification = (c['source'] or {}).get('justification')
            if justification:
                self.slice(f'claims[{i}].source.justification', justification['spans'], justification['text'])

    def slice(self, place, spans, surface):
        cut = ' … '.join(self.text[start:end] for start, end in spans)
        if any(end <= start for start, end in spans) or cut != surface:
            self.wrong(place, f'{spans} cuts {cut!r}, the record says {surface!r}')

    def zones_cover(self):
        covered = bytearray(len(self.text))
        for zone in self.record['zones']:
            covered[zone['start']:zone['end']] = b'\1' * (zone['end'] - zone['start'])
        for i, character in enumerate(self.text):
            if not covered[i] and not invisible(character):
                self.wrong('zones', f'leave out {self.text[i:i + 60]!r} at {i}')
                return

    def ids(self):
        known = {}
        for key in ('mentions', 'entities', 'claims'):
            known[key] = [item['id'] for item in self.record[key]]
            if len(set(known[key])) != len(known[key]):
                self.wrong(key, 'an id occurs twice')
        known = {key: set(ids) for key, ids in known.items()}
        for i, m in enumerate(self.record['mentions']):
            self.refer(f'mentions[{i}].entity', m.get('entity'), known['entities'])
        for i, e in enumerate(self.record['entities']):
            for m in e['mentions']:
                self.refer(f'entities[{i}].mentions', m, known['mentions'])
        owner = {m: e['id'] for e in self.record['entities'] for m in e['mentions']}
        for i, m in enumerate(self.record['mentions']):
            if owner.get(m['id']) != m.get('entity'):
                self.wrong(f'mentions[{i}]', f'says {m.get("entity")}, the entities say {owner.get(m["id"])}')
        for i, c in enumerate(self.record['claims']):
            for e in c['entities']:
                self.refer(f'claims[{i}].entities', e, known['entities'])
            for m in c['dates']:
                self.refer(f'claims[{i}].dates', m, known['mentions'])
            self.refer(f'claims[{i}].parent', c['parent'], known['claims'])
            self.refer(f'claims[{i}].source.entity', (c['source'] or {}).get('entity'), known['entities'])

    def zone(self, at):
        return next((z['kind'] for z in self.record['zones'] if z['start'] <= at < z['end']), None)

    def refer(self, place, target, known):
        if target is not None and target not in known:
            self.wrong(place, f'{target} is not there')

    def claims(self):
        depth = {c['id']: c['depth'] for c in self.record['claims']}
        for i, c in enumerate(self.record['claims']):
            if c['sentence'] >= len(self.record['sentences']):
                self.wrong(f'claims[{i}].sentence', f'{c["sentence"]} is not there')
            expected = depth.get(c['parent'], -1) + 1 if c['parent'] else 0
            if c['depth'] != expected:
                self.wrong(f'claims[{i}].depth', f'{c["depth"]}, its parent makes it {expected}')
            kinds = {self.zone(at) for start, end in c['content']['spans'] for at in (start, end - 1)}
            if len(kinds) > 1:
                self.wrong(f'claims[{i}].content', f'runs over zones: {sorted(map(str, kinds))}')
            if c['voice'] == 'attributed' and c['cue'] is None and c['source'] is None:
                self.wrong(f'claims[{i}]', 'attributed to nobody by nothing')


def problems(line, validator):
    try:
        if not line.endswith('\n'):
            yield 'the line has no end'
        record = json.loads(line, parse_constant=refuse)
    except ValueError as error:
        yield f'not JSON: {error}'
        return
    found = list(validator.iter_errors(record))
    for error in found:
        yield f'{error.json_path}: {error.message[:200]}'
    if not found and record.get('schema') == 'sayso.annotation/1':
        yield from Annotation(record).check()


def main():
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    with open(sys.argv[1], encoding='utf-8') as file:
        schema = json.load(file)
    Draft202012Validator.check_schema(schema)
    validator = Draft202012Validator(schema)
    count = wrong = 0
    for path in sys.argv[2:] or ['-']:
        # newline='\n': other line separators are part of the text.
        stream = open(0 if path == '-' else path, encoding='utf-8', newline='\n', errors='strict')
        with stream:
            for number, line in enumerate(stream, 1):
                count += 1
                for problem in problems(line, validator):
                    wrong += 1
                    if wrong <= MAX_SHOWN:
                        print(f'{path}:{number}: {problem}')
    print(f'{count} records, {wrong} problems')
    sys.exit(1 if wrong else 0)


if __name__ == '__main__':
    main()
