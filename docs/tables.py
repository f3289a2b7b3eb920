#!/usr/bin/env python3
"""Writes the tables of docs/OUTPUT.md from the published schemas, between their "generated" marks.

usage: docs/tables.py [--check]        (--check changes nothing, and fails where something would change)
"""
import json
import os
import re
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
SCHEMAS = os.path.join(HERE, '..', 'Sources', 'SaysoRecord', 'Schemas')
PAGE = os.path.join(HERE, 'OUTPUT.md')


def node(path):
    """`annotation`, `annotation/properties/input`, `annotation/$defs/claim` ..."""
    name, *steps = path.split('/')
    with open(os.path.join(SCHEMAS, name + '.json'), encoding='utf-8') as file:
        found = json.load(file)
    for step in steps:
        found = found[step]
    return found


def kind(value):
    """What a value is, in a word or two."""
    if '$ref' in value:
        return value['$ref'].rsplit('/', 1)[1]
    if 'const' in value:
        return f'`{json.dumps(value["const"])}`'
    if 'enum' in value:
        return ' \\| '.join(f'`{name}`' for name in value['enum'])
    if 'oneOf' in value:
        return ' or '.join(kind(choice) for choice in value['oneOf'])
    if value.get('type') == 'array':
        items = value.get('items')
        return 'array of ' + kind(items) if items else 'array'
    return value.get('type', 'any')


def table(path):
    schema = node(path)
    rows = ['| key | what | always | meaning |', '| --- | --- | --- | --- |']
    for key, value in schema['properties'].items():
        always = 'yes' if key in schema.get('required', []) else ''
        rows.append(f'| `{key}` | {kind(value)} | {always} | {value.get("description", "")} |')
    return '\n'.join(rows)


def main():
    with open(PAGE, encoding='utf-8') as file:
        old = file.read()
    new = re.sub(
        r'(<!-- generated from (\S+) by docs/tables.py -->\n).*?(<!-- end -->)',
        lambda match: match[1] + table(match[2]) + '\n' + match[3], old, flags=re.DOTALL)
    if '--check' in sys.argv:
        sys.exit('docs/OUTPUT.md is behind the schemas: run docs/tables.py' if new != old else 0)
    with open(PAGE, 'w', encoding='utf-8') as file:
        file.write(new)


if __name__ == '__main__':
    main()
