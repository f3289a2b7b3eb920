#!/usr/bin/env python3
"""How fast pages are read and divided into zones, beside trafilatura and resiliparse, and the memory that web archives take.

usage: reading.py --sayso BINARY [--pages FOLDER] [--python PROGRAM] [--times 10] [--megabytes 50,200,500]

FOLDER holds pages (.html, .htm or .gz of them); they are read TIMES times over, on one core, each program in turn within
one run. sayso's first pass of --learn-furniture is reading and zones and nothing else: what is measured is that pass,
the processor time of a run with it less that of a run without, and the whole of annotate. PROGRAM is a Python with
`pip install trafilatura resiliparse lxml_html_clean`; what it lacks is said to be skipped.

The archives are made here, of one story in many records with gzip members. Standard library only.
"""
import argparse, glob, gzip, os, resource, shutil, subprocess, sys, tempfile

OTHERS = {
    'trafilatura': 'import trafilatura\ndef read(page): return trafilatura.extract(page, include_comments=False)',
    'resiliparse': 'from resiliparse.extract.html2text import extract_plain_text\n'
                   'def read(page): return extract_plain_text(page.decode("utf-8", "replace"), main_content=True, comments=False)',
}
LOOP = """
import sys, time
pages = [open(path, 'rb').read() for path in sys.argv[2:]]
read(pages[0])
start = time.process_time()
for _ in range(int(sys.argv[1])):
    for page in pages: read(page)
print(time.process_time() - start)
"""
STORY = '<p>The harbour board of Norvale said on Monday that the ferry to Tolvik would sail again in May, number {}.</p>'


def run(command):
    """Processor time of a run, in seconds."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def copies(source, folder, times):
    """The pages unpacked, once; and so often as links, for one run of the program."""
    plain = []
    for path in sorted(glob.glob(os.path.join(source, '*'))):
        with (gzip.open if path.endswith('.gz') else open)(path, 'rb') as f:
            name = os.path.join(folder, os.path.basename(path).removesuffix('.gz'))
            with open(name, 'wb') as out:
                out.write(f.read())
            plain.append(name)
    many = os.path.join(folder, 'many')
    for time in range(times):
        os.makedirs(os.path.join(many, str(time)))
        for path in plain:
            os.link(path, os.path.join(many, str(time), os.path.basename(path)))
    return plain, many


def pages(args, folder):
    plain, many = copies(args.pages, folder, args.times)
    count = len(plain) * args.times
    print(f'{len(plain)} pages, {sum(map(os.path.getsize, plain)) / 1e6:.1f} MB, {args.times} times, pages a second of processor time:')
    command = [args.sayso, 'annotate', many, '-q', '-j', '1']
    whole = min(run(command) for _ in range(3))
    both = min(run(command + ['--learn-furniture']) for _ in range(3))
    print(f'sayso, reading and zones  {count / (both - whole):7.0f}')
    print(f'sayso, all of annotate    {count / whole:7.0f}')
    for name, code in OTHERS.items():
        found = subprocess.run([args.python, '-c', code + LOOP, str(args.times), *plain], capture_output=True, text=True)
        if found.returncode:
            print(f'{name:24}  skipped: {found.stderr.strip().splitlines()[-1]}')
        else:
            print(f'{name:24}  {count / float(found.stdout):7.0f}')


def archive(path, megabytes):
    with open(path, 'wb') as out:
        number = 0
        while out.tell() < megabytes * 1e6:
            number += 1
            # Of many sizes, not all alike, and hardly packed, so that a megabyte of the file is not a gigabyte of pages.
            noise = os.urandom(6000 + number % 7 * 3000).hex()
            page = f'<html><body><h1>Ferry {number}</h1>{STORY.format(number) * 5}<!-- {noise} --></body></html>'
            block = f'HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n{page}'.encode()
            head = (f'WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:x:{number}>\r\nWARC-Target-URI: https://norvale.example/{number}\r\n'
                    f'Content-Type: application/http; msgtype=response\r\nContent-Length: {len(block)}\r\n\r\n')
            out.write(gzip.compress(head.encode() + block + b'\r\n\r\n', 1))
    return number


def archives(args, folder):
    for megabytes in args.megabytes.split(','):
        path = os.path.join(folder, 'crawl.warc.gz')
        records = archive(path, int(megabytes))
        timed = subprocess.run(
            [sys.executable, '-c', 'import resource, subprocess, sys\n'
             'subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=True)\n'
             'print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)',
             args.sayso, 'annotate', path, '-q'], capture_output=True, text=True, check=True)
        print(f'warc.gz of {megabytes} MB, {records} records: {int(timed.stdout) / 1024:.0f} MB of memory')


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('--sayso', required=True)
    parser.add_argument('--pages', default='../shared/eval/clean/dev-html')
    parser.add_argument('--python', default=sys.executable)
    parser.add_argument('--times', type=int, default=10)
    parser.add_argument('--megabytes', default='50,200,500')
    args = parser.parse_args()
    folder = tempfile.mkdtemp()
    try:
        pages(args, folder)
        archives(args, folder)
    finally:
        shutil.rmtree(folder)


if __name__ == '__main__':
    main()
