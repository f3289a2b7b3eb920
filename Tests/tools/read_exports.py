#!/usr/bin/env python3
"""Reads what `sayso export` wrote with the tools that it is for, and holds it against the annotations.

usage: read_exports.py FORMAT EXPORT ANNOTATIONS [codepoints|utf16|utf8]
       read_exports.py --check

Prints `FORMAT: N marks agree`; exits with 1 and says why where something does not. `--check` looks for the tools.
Needs: spacy for spacy, prodigy and conll; followthemoney for ftm; bioc for brat. The rest is standard library.
"""
import csv
import importlib.util
import json
import os
import sqlite3
import sys


def records(path):
    with open(path, encoding='utf-8', newline='\n') as file:
        return [record for record in map(json.loads, file) if 'text' in record]


def lines(path):
    with open(path, encoding='utf-8', newline='\n') as file:
        return [json.loads(line) for line in file.read().split('\n') if line]


def names(record):
    return [mention for mention in record['mentions'] if not mention.get('nominal')]


def pieces(record, part):
    """The text of every piece of a claim's source, cue or content, in order."""
    found = []
    for claim in record['claims']:
        if claim[part]:
            found += [record['text'][start:end].strip() for start, end in claim[part]['spans']]
    return [piece for piece in found if piece]


def cut(text, start, end, unit):
    """The passage at offsets that count `unit`."""
    if unit == 'codepoints':
        return text[start:end]
    if unit == 'utf8':
        return text.encode()[start:end].decode()
    return text.encode('utf-16-le')[start * 2:end and end * 2].decode('utf-16-le')


def same(what, found, wanted):
    if found != wanted:
        sys.exit(f'{what}: found {found!r}\n wanted {wanted!r}')
    return len(found) if hasattr(found, '__len__') else 1


def spacy_docs(path, docs, unit):
    import spacy
    from spacy.tokens import Doc
    vocab = spacy.blank('en').vocab
    count = 0
    for line, record in zip(lines(path), docs, strict=True):
        doc = Doc(vocab).from_json(line, validate=True)
        same('text', doc.text, record['text'])
        texts = {mention['text'] for mention in names(record)}
        for ent in doc.ents:
            if ent.text not in texts:
                sys.exit(f'{ent.text!r} is no mention')
        count += same('mentions', [span.text for span in doc.spans['mentions']],
                      [mention['text'] for mention in record['mentions']])
        for part in ('source', 'cue', 'content'):
            count += same(part, [span.text for span in doc.spans[part]], pieces(record, part))
        sentences = [record['text'][s['start']:s['end']] for s in record['sentences']]
        starts = {doc.char_span(s['start'], s['end'])[0].i for s in record['sentences']}
        same('sentences', sum(token.is_sent_start is True for token in doc), len(starts | {0}))
        count += len(sentences)
        same('json', [e['label'] for e in doc.to_json()['ents']], [e.label_ for e in doc.ents])
    return count


def prodigy_tasks(path, docs, unit):
    """Prodigy is not free software: its documented task is checked, and spaCy makes spans from its tokens."""
    import spacy
    from spacy.tokens import Doc
    vocab = spacy.blank('en').vocab
    count = 0
    for task, record in zip(lines(path), docs, strict=True):
        text = task['text']
        same('text', text, record['text'])
        doc = Doc(vocab, words=[t['text'] for t in task['tokens']], spaces=[t['ws'] for t in task['tokens']])
        for token in task['tokens']:
            same('token', cut(text, token['start'], token['end'], unit), token['text'])
        found = []
        for span in task['spans']:
            first, last = task['tokens'][span['token_start']], task['tokens'][span['token_end']]
            same('token span', (first['start'], last['end']), (span['start'], span['end']))
            passage = cut(text, span['start'], span['end'], unit)
            same('words', doc[span['token_start']:span['token_end'] + 1].text.split(), passage.split())
            found.append(passage)
        wanted = [mention['text'] for mention in names(record)]
        for claim in record['claims']:
            for part in ('source', 'cue', 'content'):
                wanted += pieces({'text': text, 'claims': [claim]}, part)
        count += same('spans', found, wanted)
        same('relations', {r['label'] for r in task['relations']} <= {'SOURCE', 'CUE'}, True)
        count += len(task['relations'])
    return count


def doccano(path, docs, unit):
    count = 0
    for line, record in zip(lines(path), docs, strict=True):
        text = line['text']
        wanted = [mention['text'] for mention in names(record)]
        for claim in record['claims']:
            for part in ('source', 'cue', 'content'):
                wanted += pieces({'text': text, 'claims': [claim]}, part)
        count += same('entities',
                      [cut(text, e['start_offset'], e['end_offset'], unit) for e in line['entities']], wanted)
        ids = {span['id'] for span in line['entities']}
        for relation in line['relations']:
            same('relation', {relation['from_id'], relation['to_id']} <= ids, True)
            count += 1
    return count


def label_studio(path, docs, unit):
    with open(path, encoding='utf-8') as file:
        tasks = json.load(file)
    count = 0
    for task, record in zip(tasks, docs, strict=True):
        text = task['data']['text']
        same('text', text, record['text'])
        result = task['predictions'][0]['result']
        labels = {item['id']: item['value'] for item in result if item['type'] == 'labels'}
        for value in labels.values():
            same('label', cut(text, value['start'], value['end'], unit), value['text'])
        for item in result:
            if item['type'] == 'relation':
                same('relation', item['from_id'] in labels and item['to_id'] in labels, True)
        same('mentions', sum(key.startswith('m') for key in labels), len(names(record)))
        count += len(result)
    return count


def brat(path, docs, unit):
    from bioc import brat as reader
    count = 0
    stems = sorted(name[:-4] for name in os.listdir(path) if name.endswith('.ann'))
    same('documents', len(stems), len(docs))
    for stem in stems:
        with open(f'{path}/{stem}.txt', encoding='utf-8', newline='') as text_file, \
                open(f'{path}/{stem}.ann', encoding='utf-8', newline='\n') as ann_file:
            doc = reader.load(text_file, ann_file, stem)
        record = next(record for record in docs if record['text'] == doc.text)
        for entity in doc.entities:
            joined = ' '.join(cut(doc.text, r.begin, r.end, unit)
                              for r in sorted(entity.locations, key=lambda r: r.begin))
            same('span', joined.replace('\t', ' '), entity.text)
            count += 1
        ids = {entity.id for entity in doc.entities}
        events = {event.id for event in doc.events}
        same('events', len(events), sum(bool(c['source'] or c['cue']) for c in record['claims']))
        for event in doc.events:
            same('arguments', set(event.arguments.values()) <= ids | events and event.trigger_id in ids, True)
    return count


def webanno(path, docs, unit):
    annotations = lines(path)
    count = 0
    pages = {record.get('url'): record for record in docs}
    hashes = {'urn:sha256:' + record['input']['sha256']: record for record in docs}
    for annotation in annotations:
        same('context', annotation['@context'], 'http://www.w3.org/ns/anno.jsonld')
        same('type', annotation['type'], 'Annotation')
        for target in annotation['target']:
            record = pages.get(target['source']) or hashes[target['source']]
            position, quote = target['selector']
            text = record['text']
            same('quote', cut(text, position['start'], position['end'], unit), quote['exact'])
            same('prefix', cut(text, 0, position['start'], unit).endswith(quote['prefix']), True)
            same('suffix', cut(text, position['end'], None, unit).startswith(quote['suffix']), True)
            count += 1
    same('annotations', len(annotations), sum(len(r['mentions']) + len(r['claims']) for r in docs))
    return count


def conll(path, docs, unit):
    from spacy.training.iob_utils import iob_to_biluo
    with open(path, encoding='utf-8', newline='\n') as file:
        blocks = [block.split('\n') for block in file.read().split('\n\n') if block.strip('\n')]
    count = 0
    articles = -1
    for block in blocks:
        rows = [line.split(' ') for line in block if line]
        if rows and rows[0][0] == '-DOCSTART-':
            articles += 1
            continue
        same('columns', {len(row) for row in rows}, {4})
        iob_to_biluo([row[3] for row in rows])
        words = ''.join(row[0] for row in rows)
        if words not in ''.join(docs[articles]['text'].split()):
            sys.exit(f'{words!r} is not in the text')
        count += sum(row[3].startswith('B-') for row in rows)
    same('articles', articles + 1, len(docs))
    return count


def ftm(path, docs, unit):
    from followthemoney import model
    count = 0
    mentions = 0
    for line in lines(path):
        entity = model.get_proxy(line, cleaned=False)
        model.get(line['schema']).validate(line)
        for name in line['properties']:
            same('property ' + name, name in entity.schema.properties, True)
            same('values of ' + name, len(entity.get(name)) > 0, True)
            count += len(entity.get(name))
        mentions += line['schema'] == 'Mention'
    same('mentions', mentions, sum(e['type'] in ('person', 'place', 'organization')
                                   for r in docs for e in r['entities']))
    return count


def tables(path, docs, unit):
    count = 0
    wanted = {'mentions': 'mentions', 'claims': 'claims', 'entities': 'entities'}
    for table, key in wanted.items():
        with open(f'{path}/{table}.csv', encoding='utf-8', newline='') as file:
            rows = list(csv.DictReader(file))
        same(table, len(rows), sum(len(record[key]) for record in docs))
        count += len(rows)
        texts = {record['id']: record['text'] for record in docs}
        for row in rows:
            for value in row.values():
                same('cell', value[:1] in '=+@' and value != '', False)
            if table == 'mentions':
                passage = cut(texts[row['document']], int(row['start']), int(row['end']), unit)
                same('text', row['text'] in (passage, "'" + passage), True)
    return count


def geojson(path, docs, unit):
    with open(path, encoding='utf-8') as file:
        collection = json.load(file)
    same('type', collection['type'], 'FeatureCollection')
    located = [entity for record in docs for entity in record['entities'] if 'lat' in entity]
    for feature, entity in zip(collection['features'], located, strict=True):
        same('point', feature['geometry'], {'type': 'Point', 'coordinates': [entity['lon'], entity['lat']]})
        same('name', feature['properties']['name'], entity['name'])
    return len(located)


def claimreview(path, docs, unit):
    stubs = lines(path)
    sourced = [claim for record in docs for claim in record['claims'] if claim['source']]
    for stub, claim in zip(stubs, sourced, strict=True):
        same('type', (stub['@context'], stub['@type']), ('https://schema.org', 'ClaimReview'))
        same('claim', stub['claimReviewed'], claim['content']['text'])
        same('rating', 'reviewRating' in stub, False)
        same('author', bool(stub['itemReviewed']['author']['name']), True)
    return len(stubs)


def sqlite(path, docs, unit):
    database = sqlite3.connect(f'file:{path}?mode=ro', uri=True)
    same('integrity', database.execute('PRAGMA integrity_check').fetchone(), ('ok',))
    same('foreign keys', database.execute('PRAGMA foreign_key_check').fetchall(), [])
    count = 0
    for table, key in (('mentions', 'mentions'), ('entities', 'entities'), ('claims', 'claims'), ('zones', 'zones')):
        rows = database.execute(f'SELECT count(*) FROM {table}').fetchone()[0]
        same(table, rows, sum(len(record[key]) for record in docs))
        count += rows
    texts = dict(database.execute('SELECT id, text FROM articles'))
    for article, start, end, text in database.execute('SELECT article, start, end, text FROM mentions'):
        same('mention', cut(texts[article], start, end, unit), text)
    for record in docs:
        for claim in record['claims']:
            words = ' '.join('"' + word.replace('"', '""') + '"' for word in claim['content']['text'].split()[:3])
            found = database.execute('SELECT count(*) FROM claims_fts WHERE claims_fts MATCH ?', (words,)).fetchone()[0]
            same('full-text search ' + words, found > 0 or not any(c.isalnum() for c in words), True)
    return count


READERS = {
    'spacy': spacy_docs, 'prodigy': prodigy_tasks, 'doccano': doccano, 'label-studio': label_studio, 'brat': brat,
    'webanno': webanno, 'conll': conll, 'ftm': ftm, 'csv': tables, 'geojson': geojson, 'claimreview': claimreview,
    'sqlite': sqlite,
}


def main():
    if sys.argv[1:] == ['--check']:
        missing = [name for name in ('spacy', 'followthemoney', 'bioc') if not importlib.util.find_spec(name)]
        sys.exit('missing: ' + ', '.join(missing) if missing else 0)
    name, path, annotations = sys.argv[1:4]
    found = READERS[name](path, records(annotations), sys.argv[4] if len(sys.argv) > 4 else 'codepoints')
    print(f'{name}: {found} marks agree')


if __name__ == '__main__':
    main()
