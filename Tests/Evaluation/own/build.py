#!/usr/bin/env python3
"""Turns the marked articles in src/ into the gold files of the own evaluation set.

usage: build.py [--check]

Reads src/*.txt, writes entities.jsonl, time.jsonl, attribution.jsonl and zones.jsonl beside this script; reads
world/*.txt, where only names are marked, and writes world.jsonl. Pages, pages/*.txt, where only zones are marked, go into
zones.jsonl behind the articles. `--check` writes nothing and fails where a file is not what the sources say. Standard library only.

A source file is a header (`id:`, `date:`, `style:`), a line `---`, and the article with its marks, each
⟦LABEL text⟧ or ⟦LABEL=VALUE text⟧; marks may be nested. Labels:

  person place organization group       a name, without title, article and possessive
  date= time= duration= set=            a time expression with its TIMEX3 value
  source#N cue#N content#N              the parts of attribution N (a part may have several pieces; `source#3,4` is
                                        the source of two); one that lies wholly in the content of another is
                                        nested hearsay
  title byline dateline caption teaser furniture  a zone; every other line that is not blank is body

The articles are invented. Mark what a careful reader would mark, not what the program finds.
"""
import glob, json, os, re, sys

HERE = os.path.dirname(os.path.abspath(__file__))
ENTITIES = {'person', 'place', 'organization', 'group'}
TIMES = {'date', 'time', 'duration', 'set'}
ROLES = ('source', 'cue', 'content')
ZONES = {'title', 'byline', 'dateline', 'caption', 'teaser', 'furniture'}
# Marks are judged in the article's own words only.
UNMARKED_ZONES = ZONES - {'title'}


class MarkError(Exception):
    pass


def parse(marked):
    """The plain text and its marks [(start, end, label, value)], sorted; offsets in code points."""
    plain, marks, stack, length = [], [], [], 0
    for piece in re.split(r'(⟦[^\s⟦⟧]* |[⟦⟧])', marked):
        if piece.startswith('⟦'):
            name = piece[1:-1] if piece.endswith(' ') else ''
            if not name:
                raise MarkError(f'a mark without a label at {length}')
            label, _, value = name.partition('=')
            stack.append((length, label, value))
        elif piece == '⟧':
            if not stack:
                raise MarkError(f'a mark is closed that is not open, at {length}')
            start, label, value = stack.pop()
            marks.append((start, length, label, value))
        else:
            plain.append(piece)
            length += len(piece)
    if stack:
        raise MarkError(f'{stack[-1][1]} at {stack[-1][0]} is not closed')
    return ''.join(plain), sorted(marks, key=lambda m: (m[0], -m[1], m[2]))


def check(text, marks):
    """Every mark has a known label, starts and ends on a word or sign, and has a value where it needs one."""
    for start, end, label, value in marks:
        role = label.partition('#')[0]
        if label not in ENTITIES | TIMES | ZONES and (role not in ROLES or not re.fullmatch(r'#\d+(,\d+)*', label[len(role):])):
            raise MarkError(f'unknown label {label!r} at {start}')
        if text[start:end] != text[start:end].strip() or start == end:
            raise MarkError(f'{label} at {start} is empty or has white space at its ends: {text[start:end]!r}')
        if (label in TIMES) != bool(value):
            raise MarkError(f'{label} at {start}: times have a value, nothing else has')
        if role in ROLES and '\n\n' in text[start:end]:
            raise MarkError(f'{label} at {start} runs over a paragraph')


def zones(text, marks):
    """[{start,end,kind}] in order: the marked zones, and body for every other line that is not blank."""
    marked = [(s, e, label) for s, e, label, _ in marks if label in ZONES]
    found = [{'start': s, 'end': e, 'kind': label} for s, e, label in marked]
    for line in re.finditer(r'[^\n]+', text):
        if line.group().strip() and not any(s < line.end() and line.start() < e for s, e, _ in marked):
            found.append({'start': line.start(), 'end': line.end(), 'kind': 'body'})
    return sorted(found, key=lambda z: z['start'])


def attributions(marks):
    """The outermost attributions and the nested ones."""
    parts = {}
    for start, end, label, _ in marks:
        role, _, numbers = label.partition('#')
        for number in numbers.split(',') if role in ROLES else []:
            parts.setdefault(int(number), {r: [] for r in ROLES})[role].append([start, end])
    for number, part in parts.items():
        if not part['content'] or not (part['source'] or part['cue']):
            raise MarkError(f'attribution {number} has no content, or neither source nor cue')
    inside = lambda a, b: all(any(s >= t and e <= f for t, f in b['content']) for r in ROLES for s, e in a[r])
    outer, nested = [], []
    for number, part in sorted(parts.items()):
        held = any(inside(part, other) for key, other in parts.items() if key != number)
        (nested if held else outer).append({'id': f'a{number}', **part})
    return outer, nested


def read(path):
    """One source file as the records of the four tasks."""
    with open(path, encoding='utf-8') as f:
        header, _, marked = f.read().partition('\n---\n')
    fields = dict(line.split(': ', 1) for line in header.splitlines())
    text, marks = parse(marked.strip('\n') + '\n')
    check(text, marks)
    areas = zones(text, marks)
    outer, nested = attributions(marks)
    base = {'id': fields['id'], 'text': text, 'date': fields['date']}
    ignore = [[z['start'], z['end']] for z in areas if z['kind'] in UNMARKED_ZONES]
    judged = lambda s, e: not any(s < b and a < e for a, b in ignore)
    span = lambda labels: [m for m in marks if m[2] in labels and judged(m[0], m[1])]
    return {
        'entities': {**base, 'ignore': ignore, 'entities': [{'start': s, 'end': e, 'type': t} for s, e, t, _ in span(ENTITIES)]},
        'time': {**base, 'ignore': ignore,
                 'times': [{'start': s, 'end': e, 'type': t.upper(), 'value': v} for s, e, t, v in span(TIMES)]},
        'attribution': {**base, 'ignore': ignore, 'attributions': outer, 'nested': nested},
        'zones': {**base, 'body': '\n'.join(text[z['start']:z['end']] for z in areas if z['kind'] == 'body'), 'zones': areas},
    }


def read_all(folder):
    """The records of every source file of a folder, by file name."""
    records, ids = [], set()
    for path in sorted(glob.glob(os.path.join(HERE, folder, '*.txt'))):
        try:
            records.append(read(path))
        except (MarkError, ValueError, KeyError) as error:
            sys.exit(f'{path}: {error}')
        identity = records[-1]['zones']['id']
        if identity in ids:
            sys.exit(f'{path}: the id {identity} is used twice')
        ids.add(identity)
    return records


def put(name, records, only_check):
    """Writes one gold file, or checks that it is as the sources say."""
    content = ''.join(json.dumps(record, ensure_ascii=False) + '\n' for record in records)
    path = os.path.join(HERE, name + '.jsonl')
    if only_check:
        with open(path, encoding='utf-8') as f:
            if f.read() != content:
                sys.exit(f'{path} is not what its sources say: run build.py')
    else:
        with open(path, 'w', encoding='utf-8') as f:
            f.write(content)


def main():
    only_check = sys.argv[1:] == ['--check']
    if sys.argv[1:] and not only_check:
        sys.exit(__doc__)
    articles, world, pages = read_all('src'), read_all('world'), read_all('pages')
    for task in ('entities', 'time', 'attribution'):
        put(task, [r[task] for r in articles], only_check)
    put('zones', [r['zones'] for r in articles + pages], only_check)
    put('world', [r['entities'] for r in world], only_check)
    print(f'{len(articles) + len(world) + len(pages)} articles')


if __name__ == '__main__':
    main()
