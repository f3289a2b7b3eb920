#!/usr/bin/env python3
"""How fast a report is written, and how fast it opens and filters in a browser without a window.

usage: pages.py --sayso BINARY [--articles 2000] [--lines ANNOTATIONS] [--chromium PROGRAM]

Makes annotation lines as analysis.py does, or takes the first of the lines given, writes a report of them, and opens its
first page in Chromium with a script of its own added, which notes the time from the first byte to the page being laid
out, and how long a search and a filter take. Standard library only.
"""
import argparse, os, re, resource, subprocess, sys, tempfile, time

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import analysis

PROBE = """<script>addEventListener('load', () => {
  document.body.offsetHeight;
  const times = [performance.now()];
  const change = (id, value) => {
    document.getElementById(id).value = value;
    document.getElementById('bar').requestSubmit();
    document.body.offsetHeight;
    times.push(performance.now());
  };
  change('find', 'said');
  change('kind', 'anonymous');
  const steps = times.map((time, i) => Math.round(time - (times[i - 1] || 0)));
  document.title = `probe ${steps} ${document.getElementsByTagName('*').length}`;
});</script></body>"""


def write(sayso, lines, folder):
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run([sayso, 'report', lines, '-q', '-o', os.path.join(folder, 'report.html')], check=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    seconds = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    megabytes = os.path.getsize(lines) / 1e6
    print(f'written: {megabytes:.0f} MB of lines, {megabytes / seconds:.1f} MB/s of processor time')


def look(chromium, folder):
    with open(os.path.join(folder, 'report.html'), encoding='utf-8') as f:
        page = re.sub(r'<meta http-equiv="Content-Security-Policy"[^>]*>', '', f.read(), count=1)
    probe = os.path.join(folder, 'probe.html')
    with open(probe, 'w', encoding='utf-8') as f:
        f.write(page.replace('</body>', PROBE))
    start = time.perf_counter()
    run = subprocess.run(
        [chromium, '--headless', '--no-sandbox', '--disable-gpu', f'--user-data-dir={folder}/browser', '--dump-dom', f'file://{probe}'],
        capture_output=True, text=True, timeout=120)
    wall = time.perf_counter() - start
    found = re.search(r'<title>probe (\d+),(\d+),(\d+) (\d+)', run.stdout)
    if not found:
        sys.exit(f'the page did not answer: {run.stderr[-400:]}')
    opened, searched, filtered, elements = map(int, found.groups())
    print(f'first page: {len(page) / 1e6:.1f} MB, {elements} elements; open {opened} ms, search {searched} ms, filter {filtered} ms;'
          f' {wall:.1f} s with the start of the browser')


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('--sayso', required=True)
    parser.add_argument('--articles', type=int, default=2000)
    parser.add_argument('--lines', help='annotation lines to use')
    parser.add_argument('--chromium', default='chromium')
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        lines = os.path.join(folder, 'lines.jsonl')
        if args.lines:
            with open(args.lines, encoding='utf-8') as f, open(lines, 'w', encoding='utf-8') as out:
                for number, line in enumerate(f):
                    if number < args.articles:
                        out.write(line)
        else:
            analysis.build(lines, analysis.annotations(args.sayso, folder), args.articles)
        write(args.sayso, lines, folder)
        look(args.chromium, folder)


if __name__ == '__main__':
    main()
