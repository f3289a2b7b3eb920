#!/usr/bin/env python3
"""Writes the corpus of bad files, with what is to become of each.

usage: bad_files.py FOLDER [--small]        (--small leaves out what is larger than 64 KB: seeds for fuzzing)

FOLDER/expected.tsv has a line for each run: what to give to `sayso annotate`, the exit code, and what each line of the
output is to be: `annotation`, or the code of an error; `*` for one or more errors, `-` for nothing. A fourth column
is a string that no line may hold.
"""
import argparse
import base64
import gzip
import os
import random
import zlib

STORY = 'The mayor of Norvale, Ana Poll, resigned on Monday, officials said.'
PAGE = f'<!doctype html><html><head><title>Norvale</title></head><body><p>{STORY}</p></body></html>'
# 64 MB of one letter, packed by Brotli.
BROTLI_BOMB = base64.b64decode(
    'y///PwAkwuKxQHLv//j//weABEAcFoDu/R////8AkACIwwLQvf/j//8fABIAcVgAuvd//P//A0ACIA4LQPf+j///fwBIAMRhAeje//H//w8ACYA4'
    'LADd+7/8//8DIAEQhwWge/8H')
ENDINGS = ['txt', 'text', 'md', 'html', 'htm', 'xhtml', 'jsonl', 'ndjson', 'csv', 'tsv', 'rss', 'atom', 'warc', 'wet']
cases = []


def case(name, content, code, outcome, lacks=''):
    cases.append((name, content.encode() if isinstance(content, str) else content, code, outcome, lacks))


def warc(block, number=1, length=None, kind='response', content='application/http; msgtype=response'):
    block = block.encode() if isinstance(block, str) else block
    size = len(block) if length is None else length
    head = (f'WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Record-ID: <urn:uuid:{number}>\r\nWARC-Target-URI: https://norvale.example/{number}\r\n'
            f'WARC-Date: 2024-03-14T10:00:00Z\r\nContent-Type: {content}\r\nContent-Length: {size}\r\n\r\n')
    return head.encode() + block + b'\r\n\r\n'


def answer(body, fields='', kind='text/html'):
    body = body.encode() if isinstance(body, str) else body
    return f'HTTP/1.1 200 OK\r\nContent-Type: {kind}\r\n{fields}\r\n'.encode() + body


def packed(body, encoding):
    return warc(answer(body, f'Content-Encoding: {encoding}\r\n'))


def feed(items, doctype=''):
    return f'<?xml version="1.0"?>{doctype}<rss version="2.0"><channel><title>Norvale</title>{items}</channel></rss>'


def plain():
    case('empty.txt', '', 65, 'empty')
    case('blank.txt', ' \n\t\r\n ', 65, 'empty')
    case('nul.txt', STORY.replace(' ', '\0'), 65, 'binary')
    case('line-50mb.txt', 'a' * 50_000_000, 65, 'too-large')
    case('utf8-and-latin1.txt', STORY.encode() + b' caf\xe9 ' + 'caf\u00e9 '.encode() * 9, 0, 'annotation')
    case('cut-utf16.txt', b'\xff\xfe' + STORY.encode('utf-16-le')[:-1], 0, 'annotation')
    case('cut-utf8.txt', (STORY + ' caf\u00e9').encode()[:-1], 0, 'annotation')
    case('bom-only.txt', b'\xef\xbb\xbf', 65, 'empty')
    case('pdf.txt', b'%PDF-1.4\n' + STORY.encode(), 65, 'binary')
    noise = random.Random(8).randbytes(20_000)
    for ending in ENDINGS:
        outcome = {'warc': 'broken-archive', 'wet': 'broken-archive'}.get(ending, '*' if ending in ('jsonl', 'ndjson', 'csv', 'tsv') else 'binary')
        case(f'noise.{ending}', noise, 65, outcome)
        case(f'noise.{ending}.gz', gzip.compress(noise, mtime=0), 65, outcome)
        if ending not in ('warc', 'wet'):
            case(f'nothing.{ending}', b'', 65, 'empty')
    case('nothing.warc', b'', 65, '-')


def gzips():
    whole = gzip.compress((STORY + '\n').encode() * 40, mtime=0)
    case('cut.txt.gz', whole[:-20], 65, 'broken-gzip')
    case('only-magic.txt.gz', whole[:3], 65, 'broken-gzip')
    case('altered.txt.gz', whole[:30] + bytes([whole[30] ^ 0x55]) + whole[31:], 65, 'broken-gzip')
    case('checksum.txt.gz', whole[:-8] + b'\0\0\0\0' + whole[-4:], 65, 'broken-gzip')
    case('junk-behind.txt.gz', whole + b'junk', 0, 'annotation')
    case('twice.txt.gz', gzip.compress(whole, mtime=0), 65, 'binary')
    case('cut.jsonl.gz', gzip.compress(('{"text":"%s"}\n' % STORY).encode() * 3, mtime=0)[:-12], 3, 'annotation,broken-gzip')
    bomb = gzip.compress(b'a' * 200_000_000, mtime=0)
    for ending in ENDINGS:
        code, outcome = (65, 'broken-archive') if ending in ('warc', 'wet') else (65, 'too-large')
        case(f'bomb.{ending}.gz', bomb, code, outcome)


def archives():
    good = warc(answer(PAGE))
    case('cut.warc', good + good[:-60], 0, 'annotation,annotation')
    case('cut-in-header.warc', good + good[:90], 3, 'annotation,broken-archive')
    case('cut.warc.gz', gzip.compress(good, mtime=0) + gzip.compress(good, mtime=0)[:-30], 3, 'annotation,broken-gzip')
    for error in (-50, 7, 1 << 20, 1 << 40, (1 << 63) - 1 - len(answer(PAGE))):
        lying = warc(answer(PAGE), 1, len(answer(PAGE)) + error)
        outcome = 'annotation,broken-archive,annotation' if error == -50 else 'too-large,annotation' if error > 1 << 30 else 'annotation,annotation'
        case(f'length-{error}.warc', lying + good, 0 if outcome == 'annotation,annotation' else 3, outcome)
    case('length-of-a-request.warc', warc('GET / HTTP/1.1\r\n\r\n', 1, 1 << 40, 'request') + good, 0, 'annotation')
    for word in ('', '-5', 'many', '99999999999999999999'):
        case(f'length-word-{word or "none"}.warc', good.replace(str(len(answer(PAGE))).encode(), word.encode(), 1) + good, 3, 'broken-archive,annotation')
    case('endless-header.warc', b'WARC/1.0\r\n' + b'X: y\r\n' * 200_000 + good, 3, 'broken-archive,annotation')
    page = PAGE.encode()
    case('packed-cut.warc', packed(gzip.compress(page, mtime=0)[:-20], 'gzip') + good, 3, 'broken-encoding,annotation')
    case('deflate-cut.warc', packed(zlib.compress(page)[:-20], 'deflate') + good, 3, 'broken-encoding,annotation')
    case('brotli-noise.warc', packed(random.Random(9).randbytes(400), 'br') + good, 3, 'broken-encoding,annotation')
    case('packed-unknown.warc', packed(b'\x28\xb5\x2f\xfd123', 'zstd') + good, 0, 'annotation')
    case('bomb-in-gzip.warc', packed(gzip.compress(b'a' * 200_000_000, mtime=0), 'gzip') + good, 3, 'too-large,annotation')
    case('bomb-in-deflate.warc', packed(zlib.compress(b'a' * 200_000_000), 'deflate') + good, 3, 'too-large,annotation')
    case('bomb-in-brotli.warc', packed(BROTLI_BOMB, 'br') + good, 3, 'too-large,annotation')
    chunked = 'Transfer-Encoding: chunked\r\n'
    for size in ('7fffffffffffffff', 'ffffffffffffffffff', '-1', 'zz', ''):
        case(f'chunk-{size or "none"}.warc', warc(answer(f'5\r\n<html\r\n{size}\r\n>{STORY}', chunked)), 0, 'annotation')


def pages():
    for opening, closing in (('<div>', '</div>'), ('<b>', '</i>'), ('<ul><li>', ''), ('<table><tr><td>', '</span>')):
        name = ''.join(letter for letter in opening if letter.isalpha())
        case(f'nested-{name}.html', opening * 100_000 + STORY + closing * 100_000, 0, 'annotation')
    for number, piece in enumerate(('<a href="x>', "<a href='x>", '<!-- x', '<script>', '<', '</', '&', '<p', '<![CDATA[', '<?x')):
        case(f'unclosed-{number}.html', f'<p>{STORY}</p>' + piece * 100_000, 0, 'annotation')
    case('attributes.html', '<div ' + ' '.join(f'a{n}=1' for n in range(1_100_000)) + f'>{STORY}</div>', 0, 'annotation')
    case('long-attribute.html', '<div class="' + 'x ' * 5_000_000 + f'">{STORY}</div>', 0, 'annotation')
    case('mixed.html', ('<meta charset=utf-8><p>' + STORY + ' ferm\u00e9, \u00e9t\u00e9').encode() + b' \xe9 l\xe0', 0, 'annotation')
    case('lie-latin.html', f'<meta charset=windows-1252><p>{STORY} ferm\u00e9 \u4e2d', 0, 'annotation', '\u00c3')
    case('lie-utf8.html', f'<meta charset=utf-8><p>{STORY} '.encode() + 'caf\u00e9 d\u00e9j\u00e0 vu'.encode('latin-1') * 30, 0, 'annotation')
    case('lie-utf16.html', f'<meta charset=utf-16><p>{STORY}', 0, 'annotation')
    case('no-such-charset.html', f'<meta charset=x-norvale><p>{STORY}', 0, 'annotation')
    case('control-entities.html', f'<p>{STORY} &#0;&#1;&#x1B;&#127;&#x9F;&#xD800;&#x110000;&#99999999999999999999;</p>', 0, 'annotation', '\\u001b')
    doctype = '<!DOCTYPE html [<!ENTITY a SYSTEM "file:///etc/passwd"><!ENTITY % b SYSTEM "http://norvale.example/x.dtd"> %b;]>'
    case('external-entity.html', f'{doctype}<html><body><p>{STORY} &a;</p></body></html>', 0, 'annotation', 'root:')
    case('external-entity.xhtml', f'<?xml version="1.0"?>{doctype}<html><body><p>{STORY} &a;</p></body></html>', 0, 'annotation', 'root:')
    case('frames-only.html', '<html><frameset><frame src="a.html"></frameset></html>', 65, 'empty')


def feeds():
    item = f'<item><title>Norvale</title><description>{STORY}</description></item>'
    laughs = '<!DOCTYPE lolz [<!ENTITY a "ha"><!ENTITY b "' + '&a;' * 10 + '">' + ''.join(
        f'<!ENTITY {chr(98 + n)}x "{("&" + chr(97 + n) + "x;") * 10}">' for n in range(1, 20)) + ']>'
    case('bomb.rss', feed(item.replace('said.', 'said &tx;&tx;')*2, laughs), 0, 'annotation,annotation', 'hahaha')
    outside = '<!DOCTYPE r [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
    case('external-entity.rss', feed(item.replace('said.', 'said &a;'), outside), 0, 'annotation', 'root:')
    case('unclosed-items.rss', feed('<item><description>x' * 20_000), 65, 'empty')
    case('nested-items.atom', '<feed>' + '<entry>' * 100_000 + '</entry>' * 100_000 + '</feed>', 65, '-')
    case('unended-cdata.rss', feed(item) .replace('<description>', '<description><![CDATA['), 65, 'empty')
    case('attributes.rss', '<rss ' + 'a="1" ' * 1_700_000 + f'>{item}</rss>', 0, 'annotation')
    case('quoted-tags.rss', feed(item + '<item><link href="' + '<' * 100_000 + '"></item>'), 0, 'annotation')


def tables():
    case('quotes.csv', f'id,text\na,"{STORY}\nb,{STORY}\nc,{STORY}\n', 3, 'broken-csv,annotation,annotation')
    case('all-quotes.csv', 'id,text\n' + '"' * 20_000, 65, 'no-text')
    case('odd-quotes.csv', 'id,text\n' + '"\n' * 3_001, 65, '*')
    case('line-50mb.csv', 'id,text\na,' + 'a' * 50_000_000 + f'\nb,{STORY}\n', 3, 'too-large,annotation')
    case('columns.csv', ',' * 300_000 + f'text\n' + ',' * 300_000 + f'{STORY}\n', 0, 'annotation')
    case('header-only.csv', 'id,text\n', 65, '-')


def lines():
    line = '{"text":"%s"}\n' % STORY
    case('broken.jsonl', line + '{"text":"x\n[]\nnull\n{"text":5}\n{"text":{}}\n' + line, 3,
         'annotation,broken-json,broken-json,broken-json,no-text,no-text,annotation')
    case('deep.jsonl', '{"text":"x","y":' + '[' * 1_000_000 + '}\n' + line, 3, 'broken-json,annotation')
    case('line-50mb.jsonl', '{"text":"' + 'a' * 50_000_000 + '"}\n' + line, 3, 'too-large,annotation')
    case('keys.jsonl', '{' + ''.join(f'"k{n}":1,' for n in range(300_000)) + line[1:], 0, 'annotation')
    case('same-key.jsonl', '{' + '"text":"x",' * 100_000 + line[1:], 0, 'annotation')
    case('surrogates.jsonl', '{"text":"%s \\ud800\\ud800 \\udc00"}\n' % STORY, 0, 'annotation')
    case('page.jsonl', '{"text":"","html":"<p>%s"}\n' % STORY, 65, 'empty')


def names(folder):
    """Names that no shell likes, given by themselves and in a folder."""
    odd = [b'new\nline.txt', b'caf\xe9.txt', b'caf\xe8.txt', b'\xff\xfe', b'tab\tbell\a.txt', b'--date.txt', b' .txt']
    below = os.path.join(folder.encode(), b'names')
    os.makedirs(below, exist_ok=True)
    for name in odd:
        with open(os.path.join(below, name), 'wb') as f:
            f.write(STORY.encode() + b' ' + name.hex().encode())
    os.makedirs(os.path.join(folder, 'folder.jsonl'), exist_ok=True)
    rows = [('names', 0, ','.join(['annotation'] * len(odd)), '')]
    rows += [("names/$'%s'" % ''.join(f'\\x{byte:02x}' for byte in name), 0, 'annotation', '') for name in odd]
    both = " ".join("names/$'%s'" % ''.join(f'\\x{byte:02x}' for byte in name) for name in odd[1:3])
    rows += [(both, 0, 'annotation,annotation', 'duplicate-id-of-one'), ('folder.jsonl', 65, '-', '')]
    return rows


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('folder')
    parser.add_argument('--small', action='store_true')
    args = parser.parse_args()
    for make in (plain, gzips, archives, pages, feeds, tables, lines):
        make()
    os.makedirs(args.folder, exist_ok=True)
    rows = []
    for name, content, code, outcome, lacks in cases:
        if args.small and len(content) > 1 << 16:
            continue
        with open(os.path.join(args.folder, name), 'wb') as f:
            f.write(content)
        rows.append((name, code, outcome, lacks))
    if args.small:
        return
    rows += names(args.folder)
    with open(os.path.join(args.folder, 'expected.tsv'), 'w', encoding='utf-8') as f:
        f.write(''.join('\t'.join(map(str, row)) + '\n' for row in rows))


if __name__ == '__main__':
    main()
