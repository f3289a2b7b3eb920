"""Scores of annotation lines against the gold files of the own evaluation set. Standard library only.

Every function takes gold and predicted records joined by id ({id: record}) and returns {figure: share}. The measures are
those that the field uses, in their simple form:

  entities      micro F1 of exact span and type over person, place and organization, and of overlapping spans of a type
  time          F1 of exact spans (strict), of overlapping spans (relaxed), and of relaxed matches with the right value
  attribution   F1 of claims whose content agrees (Dice of the word tokens at least one half, one to one), of those with
                the right source and cue as well, and recall of nested hearsay
  zones         F1 of the body's word tokens, as a mean over pages

What lies in a gold record's `ignore` spans is not judged.
"""
import re

WORD = re.compile(r'\w+')
ENTITY_TYPES = ('person', 'place', 'organization')
# Where a source's noun phrase is cut into chunks; the last word of a chunk is a head.
CHUNK_END = re.compile(r'[,;:()\[\]—–]|\b(?:who|whom|whose|which|that|of|for|at|in|on|from|with|by|to|as|about)\b', re.I)


def f1(right, predicted, gold):
    return 2 * right / (predicted + gold) if predicted + gold else 1.0


def overlap(a, b):
    return min(a[1], b[1]) - max(a[0], b[0])


def judged(record, span):
    return not any(overlap(span, ignored) > 0 for ignored in record.get('ignore', []))


def pairs(gold, predicted, weight):
    """One-to-one pairs of indices by falling weight; a pair without weight is none. Greedy; ties by position."""
    edges = sorted((-w, i, j) for i, g in enumerate(gold) for j, p in enumerate(predicted) if (w := weight(g, p)) > 0)
    used_gold, used_predicted, found = set(), set(), []
    for _, i, j in edges:
        if i not in used_gold and j not in used_predicted:
            used_gold.add(i)
            used_predicted.add(j)
            found.append((i, j))
    return found


def span_weight(a, b):
    """Exact spans first, then by length of overlap."""
    return (a[:2] == b[:2]) * 1e6 + overlap(a, b) if overlap(a, b) > 0 else 0


def score_entities(gold, predicted):
    exact = touching = held = known = 0
    for key, record in gold.items():
        wanted = {(e['start'], e['end'], e['type']) for e in record['entities'] if e['type'] in ENTITY_TYPES}
        found = {(m['start'], m['end'], m['type']) for m in predicted.get(key, {}).get('mentions', [])
                 if m['type'] in ENTITY_TYPES and not m.get('nominal') and judged(record, (m['start'], m['end']))}
        exact += len(wanted & found)
        touching += len(pairs(sorted(wanted), sorted(found), lambda a, b: span_weight(a, b) if a[2] == b[2] else 0))
        held += len(found)
        known += len(wanted)
    return {'strict F1': f1(exact, held, known), 'relaxed F1': f1(touching, held, known)}


def score_time(gold, predicted):
    strict = relaxed = value = held = known = 0
    for key, record in gold.items():
        wanted = sorted((t['start'], t['end'], t['value']) for t in record['times'])
        found = sorted((m['start'], m['end'], m.get('timex') or '') for m in predicted.get(key, {}).get('mentions', [])
                       if m['type'] == 'date' and judged(record, (m['start'], m['end'])))
        matched = [(wanted[i], found[j]) for i, j in pairs(wanted, found, span_weight)]
        strict += sum(a[:2] == b[:2] for a, b in matched)
        relaxed += len(matched)
        value += sum(a[2] == b[2] for a, b in matched)
        held += len(found)
        known += len(wanted)
    return {'strict F1': f1(strict, held, known), 'relaxed F1': f1(relaxed, held, known), 'value F1': f1(value, held, known)}


class Words:
    """The word tokens of a text, by number."""

    def __init__(self, text):
        self.text = text
        self.spans = [m.span() for m in WORD.finditer(text)]

    def of(self, spans):
        """Numbers of the words that the spans touch; the characters themselves where a span holds no word (a colon)."""
        words = {i for i, w in enumerate(self.spans) for s in spans if overlap(w, s) > 0}
        return words or {('sign', at) for s, e in spans for at in range(s, e) if not self.text[at].isspace()}

    def heads(self, spans):
        """The last word of each chunk of a source, the first chunk's first."""
        found = []
        for start, end in spans:
            cuts = [start] + [start + at for m in CHUNK_END.finditer(self.text[start:end]) for at in m.span()] + [end]
            for a, b in zip(cuts[::2], cuts[1::2]):
                words = [i for i, w in enumerate(self.spans) if a <= w[0] and w[1] <= b and self.text[slice(*w)] != 's']
                found += words[-1:]
        return found


def dice(a, b):
    return 2 * len(a & b) / (len(a) + len(b)) if a or b else 1.0


def roles(words, claim):
    """A claim's spans by role, each with its words."""
    spans = {}
    for role in ('source', 'cue', 'content'):
        part = claim.get(role) or []
        spans[role] = [tuple(s) for s in (part.get('spans', []) if isinstance(part, dict) else part)]
    return {'id': claim.get('id'), 'parent': claim.get('parent'), 'spans': spans,
            'words': {role: words.of(s) for role, s in spans.items()}}


def source_right(words, gold, predicted):
    g, p = gold['words']['source'], predicted['words']['source']
    if not g or not p:
        return not g and not p
    gold_heads, heads = words.heads(gold['spans']['source']), words.heads(predicted['spans']['source'])
    return bool(heads) and any(h in p for h in gold_heads) and heads[0] in g


def cue_right(gold, predicted):
    g, p = gold['words']['cue'], predicted['words']['cue']
    if not g or not p:
        return not g and not p
    return 2 * len(g & p) >= min(len(g), len(p)) and len(p) <= 2 * len(g) + 3


def is_nested(claim, by_id):
    parent = by_id.get(claim['parent'])
    if parent is None or parent is claim:
        return False
    whole, content = set().union(*claim['words'].values()), parent['words']['content']
    return whole <= content and len(claim['words']['content']) < len(content)


def attribution_weight(a, b):
    d = dice(a['words']['content'], b['words']['content'])
    return d + 1e-3 * dice(a['words']['cue'], b['words']['cue']) if d >= .5 else 0


def score_attribution(gold, predicted):
    matched = both = held = known = nested_right = nested_known = 0
    for key, record in gold.items():
        words = Words(record['text'])
        claims = [roles(words, c) for c in predicted.get(key, {}).get('claims', []) if c.get('source') or c.get('cue')]
        claims = [c for c in claims if c['spans']['content'] and judged(record, c['spans']['content'][0])]
        by_id = {c['id']: c for c in claims}
        outer = [c for c in claims if not is_nested(c, by_id)]
        wanted = [roles(words, a) for a in record['attributions']]
        found = pairs(wanted, outer, attribution_weight)
        right = lambda a, b: source_right(words, a, b) and cue_right(a, b)
        matched += len(found)
        both += sum(right(wanted[i], outer[j]) for i, j in found)
        held += len(outer)
        known += len(wanted)
        nested = [roles(words, a) for a in record.get('nested', [])]
        nested_known += len(nested)
        nested_right += sum(right(nested[i], claims[j]) for i, j in pairs(nested, claims, attribution_weight))
    return {'attribution F1': f1(matched, held, known), '+ source + cue F1': f1(both, held, known),
            'nested recall': nested_right / nested_known if nested_known else 1.0}


def score_zones(gold, predicted):
    """Words of the body, by their place in the text: furniture that repeats the article counts as furniture."""
    pages = []
    for key, record in gold.items():
        words = Words(record['text'])
        body = lambda zones: words.of([(z['start'], z['end']) for z in zones if z['kind'] == 'body'])
        wanted, found = body(record['zones']), body(predicted.get(key, {}).get('zones', []))
        pages.append(f1(len(wanted & found), len(found), len(wanted)))
    return {'body token F1': sum(pages) / len(pages) if pages else 0.0}


SCORERS = {'entities': score_entities, 'world': score_entities, 'time': score_time, 'attribution': score_attribution,
           'zones': score_zones}
