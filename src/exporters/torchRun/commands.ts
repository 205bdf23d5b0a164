// How an exported run is started elsewhere: the commands that its README explains and that the page offers to copy. Texts only.
import type { ContinueCommand } from '../../protocol';

export interface CommandFacts {
  readonly steps: number;
  readonly batch: number;
  /** Name of its zip, without the ending. */
  readonly zip: string;
  /** Where it lies, unpacked: the zip's name where it is by itself. */
  readonly folder: string;
  /** Whether several processes can share a step. */
  readonly sharing: boolean;
}

/** A batch that so many processes can share, at least the run's own for each. */
const shared = ({ batch }: CommandFacts, processes: number): number => batch * processes;

/** In one process, wherever it runs. */
const single = ({ zip, folder }: CommandFacts, steps: string) =>
  ({
    one: { way: 'one', text: `python3 train.py ${steps}` },
    notebook: {
      way: 'notebook',
      text: [
        `!unzip -qo ${zip}.zip`,
        `!python ${folder}/train.py ${steps} --precision bfloat16`,
        `# Then download ${folder}/out/run.zip`,
      ].join('\n'),
    },
  }) as const;

/**
 * One for each way, from a laptop to a cluster. PyTorch 1.13 knows torchrun's options with underscores alone; later ones know
 * both forms.
 */
export function continueCommands(facts: CommandFacts): readonly ContinueCommand[] {
  const steps = `--steps ${facts.steps}`;
  const { one, notebook } = single(facts, steps);
  if (!facts.sharing) {
    const job = `srun python3 train.py ${steps}`;
    const slurm = `sbatch --ntasks=1 --gpus=1 --requeue --signal=TERM@60 --wrap='${job}'`;
    return [one, { way: 'slurm', text: slurm }, notebook];
  }
  return [
    one,
    {
      way: 'processes',
      text: `torchrun --nproc_per_node=2 train.py ${steps} --batch ${shared(facts, 2)}`,
    },
    {
      way: 'machines',
      text:
        'torchrun --nnodes=2 --nproc_per_node=2 --max_restarts=3 --rdzv_id=ganvas --rdzv_backend=c10d \\\n' +
        `  --rdzv_endpoint=HOST:29400 train.py ${steps} --batch ${shared(facts, 4)}`,
    },
    {
      way: 'slurm',
      text: [
        "sbatch --nodes=2 --ntasks-per-node=1 --gpus-per-node=1 --requeue --signal=TERM@60 --wrap='",
        '  srun torchrun --nnodes=$SLURM_NNODES --nproc_per_node=gpu --rdzv_id=$SLURM_JOB_ID --rdzv_backend=c10d \\',
        `    --rdzv_endpoint=$(scontrol show hostnames "$SLURM_JOB_NODELIST" | head -n 1):29400 \\`,
        `    train.py ${steps} --batch ${shared(facts, 2)}'`,
      ].join('\n'),
    },
    notebook,
  ];
}
