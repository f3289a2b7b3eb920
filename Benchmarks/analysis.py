#!/usr/bin/env python3
"""Speed and memory of the commands that read annotation lines.

usage: analysis.py --sayso BINARY [--articles 100000] [--keep FOLDER] [-- COMMAND ...]

Annotates the bundled articles and the marked timeline set, and makes --articles annotation lines of them by repeating
with changes: names of the same length (so that offsets stay right), other years, new ids; every third line repeats
the story of an earlier one, as a wire copy does. Then runs each command on the lines and prints megabytes of lines a
second (wall clock and processor time) and peak memory. Without COMMAND: `timeline` for one entity, for all, and as CSV,
and `report`.
Standard library only.
"""
import argparse, glob, json, os, random, re, subprocess, sys, tempfile, time

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
sys.path.insert(0, os.path.join(ROOT, 'Tests', 'Evaluation', 'timeline'))


def annotations(sayso, folder):
    """Annotation lines of all base articles."""
    import score
    path = os.path.join(folder, 'base.jsonl')
    with open(path, 'w', encoding='utf-8') as f:
        f.writelines(json.dumps(a) + '\n' for a in score.articles())
    bundled = sorted(glob.glob(os.path.join(ROOT, 'Reports', 'articles', '*')))
    run = subprocess.run([sayso, 'annotate', '-q', '--date', '2024-03-15', path] + bundled, check=True, capture_output=True, text=True)
    return run.stdout.splitlines()


def variant(word, number):
    """Another name of the same length; the same for the same number."""
    dice = random.Random(f'{word}{number}')
    vowels, others = 'aeiou', 'bdfgklmnprstv'
    new = ''.join(dice.choice(vowels if c in vowels else others) if c.islower() else c for c in word[1:])
    return word[0] + new


def change(line, names, number, copy):
    """The line with another story's names and year, and an id of its own."""
    for name in names:
        new = variant(name, number)
        line = line.replace(name, new).replace(name.upper(), new.upper())
        # In keys ("person:jon-vik") only: the same letters may stand in a field's name or value ("dateline").
        line = re.sub(rf'(?<=[:-]){name.lower()}(?=[-"])', new.lower(), line)
    line = re.sub(r'\b20(2\d)-', lambda m: f'20{(int(m.group(1)) + number) % 30:02}-', line)
    return re.sub(r'"id":"([^"]*)"', rf'"id":"\1-{number}-{copy}"', line, count=1)


def build(path, lines, count):
    base = [(line, sorted({w for e in json.loads(line)['entities'] for w in re.findall(r"[A-Z][a-z]{3,}", e['name'])}, key=len)) for line in lines]
    written = 0
    with open(path, 'w', encoding='utf-8') as f:
        number = 0
        while written < count:
            for line, names in base:
                line = change(line, names, number // 3 * 3 if number % 3 == 2 else number, number)
                f.write(line + '\n')
                written += 1
                if written == count:
                    break
            number += 1
    return os.path.getsize(path) / 1e6


def measure(command, megabytes):
    with tempfile.TemporaryFile() as errors:
        start = time.perf_counter()
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=errors)
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter() - start
        errors.seek(0)
        if os.waitstatus_to_exitcode(status) not in (0, 1):
            sys.exit(f'{command}: {errors.read().decode()[-400:]}')
    processor = usage.ru_utime + usage.ru_stime
    print(f"{' '.join(command[1:])[:60]:<62}{megabytes / wall:>8.1f}{megabytes / processor:>10.1f}{usage.ru_maxrss / 1024:>10.0f}", flush=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('--sayso', required=True)
    parser.add_argument('--articles', type=int, default=100_000)
    parser.add_argument('--keep', help='leave the lines in this folder, and use them where they are there')
    parser.add_argument('command', nargs='*', help='a command of sayso and its options, without the file')
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(args.keep or folder, f'lines-{args.articles}.jsonl')
        if os.path.exists(path):
            megabytes = os.path.getsize(path) / 1e6
        else:
            megabytes = build(path, annotations(args.sayso, folder), args.articles)
        print(f'{args.articles} articles, {megabytes:.0f} MB of lines')
        print(f"{'':<62}{'MB/s':>8}{'MB/s cpu':>10}{'peak MB':>10}")
        commands = [args.command] if args.command else [
            ['timeline', '--entity', 'Elena Sorvik'], ['timeline', '--all', '--min', '3'], ['timeline', '--all', '-f', 'csv'],
            ['report', '-q', '--force', '-o', os.path.join(folder, 'report.html')]]
        for command in commands:
            measure([args.sayso, command[0], path, *command[1:]], megabytes)


if __name__ == '__main__':
    main()
