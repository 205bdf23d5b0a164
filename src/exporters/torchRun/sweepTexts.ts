// Texts of a sweep's folder: what starts its runs, in a shell or as a SLURM array, and what brings their results together.

export const START_SH = `#!/bin/sh
# ./start.sh N [options of train.py] trains the run of this number; ./start.sh all [options] trains one after the other.
set -e
cd "$(dirname "$0")"
which=$1
if [ -z "$which" ]; then
  echo "Say which run: a number of those in sweep.json, from 0, or all." >&2
  exit 2
fi
shift
if [ "$which" = all ]; then
  number=0
  while [ -d "runs/$number" ]; do
    sh ./start.sh "$number" "$@"
    number=$((number + 1))
  done
  exit 0
fi
if [ ! -d "runs/$which" ]; then
  echo "There is no run $which here; sweep.json lists them." >&2
  exit 2
fi
exec "\${PYTHON:-python3}" "runs/$which/train.py" "$@"
`;

/** @param count of the runs */
export const arrayJob = (count: number): string => `#!/bin/sh
#SBATCH --job-name=ganvas-sweep
#SBATCH --array=0-${count - 1}
#SBATCH --ntasks=1
#SBATCH --requeue
#SBATCH --signal=B:TERM@60
# Submit it in this folder: sbatch array.sbatch. A task that is stopped and queued again goes on from its last checkpoint.
exec sh ./start.sh "$SLURM_ARRAY_TASK_ID"
`;

export const GATHER_PY = String.raw`"""Brings the runs of this sweep together: results.zip holds each run file and results.csv. Needs Python alone.

    python3 gather.py
"""

import csv
import io
import json
import os
import struct
import sys
import zipfile

FOLDER = os.path.dirname(os.path.abspath(__file__))


def last_of(archive, facts):
    """The last number of each column of the history."""
    points, columns = facts['history']['points'], facts['history']['columns']
    values = struct.unpack(f'<{points * len(columns)}d', archive.read('history.bin'))
    return {name: values[(i + 1) * points - 1] for i, name in enumerate(columns)} if points else {}


def main():
    with open(os.path.join(FOLDER, 'sweep.json'), encoding='utf-8') as file:
        sweep = json.load(file)
    rows, missing = [], []
    path = os.path.join(FOLDER, 'results.zip')
    with zipfile.ZipFile(path + '.part', 'w', zipfile.ZIP_STORED) as results:
        for number, settings in enumerate(sweep['runs']):
            found = os.path.join(FOLDER, 'runs', str(number), 'out', 'run.zip')
            if not os.path.exists(found):
                missing.append(number)
                continue
            with zipfile.ZipFile(found) as archive:
                facts = json.loads(archive.read('run.json'))
                last = last_of(archive, facts)
            rows.append({'run': number, **settings, 'step': facts['step'], **{k: v for k, v in last.items() if k != 'step'}})
            results.write(found, f'{number}/run.zip')
        table = io.StringIO()
        writer = csv.DictWriter(table, list(dict.fromkeys(name for row in rows for name in row)), lineterminator='\n')
        writer.writeheader()
        writer.writerows(rows)
        results.writestr('results.csv', table.getvalue())
    os.replace(path + '.part', path)
    print(f'{len(rows)} of {len(sweep["runs"])} runs in {path}')
    if missing:
        print('Not there yet: ' + ', '.join(f'runs/{number}' for number in missing), file=sys.stderr)


if __name__ == '__main__':
    main()
`;

/** @param table Markdown of what tells the runs apart */
export const sweepReadme = (name: string, count: number, table: string): string => `# ${name}

${count} Ganvas runs that have not begun, to be trained in PyTorch (1.13 to 2.x) and NumPy. Each folder of \`runs\` is a run of its
own with its \`train.py\`; the images that they learn from lie once, in \`data\`.

${table}

## Here, one after the other

\`\`\`sh
sh start.sh all
\`\`\`

\`sh start.sh 3\` trains the run of that number. What stands behind goes to \`train.py\`: \`sh start.sh all --steps 500 --device cpu\`.
\`PYTHON\` names another Python. A run that was cut off goes on from its last checkpoint.

## As an array of jobs (SLURM)

\`\`\`sh
sbatch array.sbatch
\`\`\`

## Back to the page

\`\`\`sh
python3 gather.py
\`\`\`

writes \`results.zip\`: open **Runs**, **Import**, and all of them stand there. \`results.csv\` in it has the settings and the last
numbers of each run. Runs that have not been trained are named and left out.
`;
