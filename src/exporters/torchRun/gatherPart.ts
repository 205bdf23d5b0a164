// gather.py of a sweep's folder: what brings the results of its runs together. Text only.

export const GATHER_PY = String.raw`"""Brings the runs of this sweep together: results.zip holds each run file, sweep.json and results.csv. Needs Python alone.

    python3 gather.py
"""

import csv
import io
import json
import os
import struct
import sys
import zipfile
import zlib

FOLDER = os.path.dirname(os.path.abspath(__file__))


class LeftOut(Exception):
    """Why a run file is not among the results, and what to do about it."""


def last_of(archive, facts):
    """The last number of each column of the history."""
    points, columns = facts['history']['points'], facts['history']['columns']
    values = struct.unpack(f'<{points * len(columns)}d', archive.read('history.bin'))
    return {name: values[(i + 1) * points - 1] for i, name in enumerate(columns)} if points else {}


def read_run(path, own):
    """What a run file says of itself, and its last numbers. @throws LeftOut when it is not whole, or of another run than own"""
    try:
        with zipfile.ZipFile(path) as archive:
            damaged = archive.testzip()
            if damaged:
                raise zipfile.BadZipFile(f'{damaged} is not what was written')
            facts = json.loads(archive.read('run.json'))
            last = last_of(archive, facts)
            found = facts['id'], facts['step'], facts['config']['steps']
    except (OSError, zipfile.BadZipFile, KeyError, TypeError, ValueError, EOFError, struct.error, zlib.error) as problem:
        raise LeftOut(f'{path} is not whole ({problem}): move it away and train the run again')
    if found[0] != own:
        raise LeftOut(f'{path} is of another run, of another sweep perhaps: move it away, and put its own back or train it')
    return found[1], found[2], last


def write(path, sweep, rows, files):
    """Written beside and moved: what is read is whole."""
    beside = path + '.part'
    try:
        with zipfile.ZipFile(beside, 'w', zipfile.ZIP_STORED) as results:
            for number, file in files:
                results.write(file, f'{number}/run.zip')
            results.writestr('sweep.json', json.dumps(sweep))
            table = io.StringIO()
            writer = csv.DictWriter(table, list(dict.fromkeys(name for row in rows for name in row)), lineterminator='\n')
            writer.writeheader()
            writer.writerows(rows)
            results.writestr('results.csv', table.getvalue())
        os.replace(beside, path)
    finally:
        if os.path.exists(beside):
            os.remove(beside)


def main():
    try:
        with open(os.path.join(FOLDER, 'sweep.json'), encoding='utf-8') as file:
            sweep = json.load(file)
    except (OSError, ValueError) as problem:
        sys.exit(f'sweep.json beside gather.py cannot be read ({problem}): gather.py belongs into the folder of the sweep.')
    rows, files, missing, unfinished, left_out = [], [], [], [], []
    for number, (settings, own) in enumerate(zip(sweep['runs'], sweep['ids'])):
        path = os.path.join(FOLDER, 'runs', str(number), 'out', 'run.zip')
        if not os.path.exists(path):
            missing.append(f'runs/{number}')
            continue
        try:
            step, steps, last = read_run(path, own)
        except LeftOut as problem:
            left_out.append(f'runs/{number}: {problem}.')
            continue
        if step < steps:
            unfinished.append(f'runs/{number} (step {step} of {steps})')
        rows.append({'run': number, **settings, 'step': step, **{k: v for k, v in last.items() if k != 'step'}})
        files.append((number, path))
    path = os.path.join(FOLDER, 'results.zip')
    if rows:
        write(path, sweep, rows, files)
        print(f'{len(rows)} of {len(sweep["runs"])} runs in {path}', flush=True)
    if missing:
        print('Not there yet: ' + ', '.join(missing), file=sys.stderr)
    if unfinished:
        print('There, but not at their end: ' + ', '.join(unfinished), file=sys.stderr)
    for problem in left_out:
        print('Left out: ' + problem, file=sys.stderr)
    if not rows:
        print(f'None of {len(sweep["runs"])} runs is there, so no {path} was written: train some first (sh start.sh all).', file=sys.stderr)
    if left_out or not rows:
        sys.exit(1)


if __name__ == '__main__':
    main()
`;
