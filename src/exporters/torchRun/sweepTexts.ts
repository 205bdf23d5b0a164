// Texts of a sweep's folder: what starts its runs, in a shell or as a SLURM array, and its README.

/** @param count of the runs */
export const startScript = (count: number): string => `#!/bin/sh
# sh start.sh N [options of train.py] trains the run of this number; sh start.sh all [options] trains one after the other.
cd "$(dirname "$0")" || exit 2
known="a number from 0 to ${count - 1}, or all"
if [ -z "$1" ]; then
  echo "Say which run: $known. README.md has them in a table." >&2
  exit 2
fi
which=$1
shift
python=\${PYTHON:-python3}
if ! command -v "$python" >/dev/null; then
  echo "There is no program $python here: name one with PYTHON=... before the command." >&2
  exit 2
fi

check() {
  if [ ! -f "runs/$1/train.py" ]; then
    echo "There is no runs/$1/train.py in $(pwd): unpack the whole folder of the sweep." >&2
    exit 2
  fi
}

if [ "$which" != all ]; then
  case $which in
    *[!0-9]*) there=no ;;
    *) [ "$which" -lt ${count} ] && there=yes || there=no ;;
  esac
  if [ "$there" = no ]; then
    echo "There is no run $which in this sweep: give $known. README.md has them in a table." >&2
    exit 2
  fi
  check "$which"
  exec "$python" "runs/$which/train.py" "$@"
fi

number=0
failed=
while [ "$number" -lt ${count} ]; do
  check "$number"
  "$python" "runs/$number/train.py" "$@" &
  child=$!
  # Who ends this script ends the run too, which saves first, and the rest waits.
  trap 'kill -TERM "$child" 2>/dev/null; wait "$child"; exit 130' INT TERM
  status=0
  wait "$child" || status=$?
  # What the script was asked for, or what this Python lacks, is as wrong for the others.
  [ "$status" -eq 2 ] && exit 2
  [ "$status" -eq 0 ] || failed="$failed $number"
  number=$((number + 1))
done
if [ -n "$failed" ]; then
  echo "Runs that ended before their time, as said above:$failed. Started again they go on from their last checkpoints." >&2
  exit 1
fi
`;

/** @param count of the runs */
export const arrayJob = (count: number): string => `#!/bin/sh
#SBATCH --job-name=ganvas-sweep
#SBATCH --array=0-${count - 1}
#SBATCH --ntasks=1
#SBATCH --requeue
#SBATCH --signal=B:TERM@60
# Submit it in this folder: sbatch array.sbatch. A task that is stopped and queued again goes on from its last checkpoint.
if [ -z "$SLURM_ARRAY_TASK_ID" ]; then
  echo "This is for SLURM, which numbers its tasks: sbatch array.sbatch. By hand: sh start.sh N." >&2
  exit 2
fi
if [ ! -f start.sh ]; then
  echo "There is no start.sh in $(pwd): go into the folder of the sweep, and submit array.sbatch there." >&2
  exit 2
fi
exec sh ./start.sh "$SLURM_ARRAY_TASK_ID" --threads "\${SLURM_CPUS_PER_TASK:-1}"
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

\`sh start.sh 0\` trains the run of that number. What stands behind goes to \`train.py\`: \`sh start.sh all --steps 500 --device cpu\`.
\`PYTHON\` names another Python. A run that was cut off goes on from its last checkpoint, and one that fails does not keep the others
from being trained. Several at once, in a window each, want \`--threads 1\`: PyTorch gives every process all cores.

Each run also has a README.md of its own, with the commands for several processes, graphics cards or machines.

## As an array of jobs (SLURM)

\`\`\`sh
sbatch array.sbatch
\`\`\`

A task takes as many threads as SLURM gives it cores: \`sbatch --cpus-per-task=4 array.sbatch\` for large networks.

## Back to the page

\`\`\`sh
python3 gather.py
\`\`\`

writes \`results.zip\`: open **Runs**, **Import**, and all of them stand there; where up to two settings were
varied, **Sweep settings** shows their chart and their table. \`results.csv\` in it has the settings and the last
numbers of each run. Runs that have not been trained, and those that are not at their end, are named; what is damaged or of another
sweep is left out, with what to do about it.
`;
