// README.md of an exported run. Text only.
import { sharesBatch, type ContinuingTask } from '../../core/continuingTasks';
import type { ContinueCommand, ContinueWay } from '../../protocol';

export interface ReadmeFacts {
  readonly task: ContinuingTask;
  readonly name: string;
  readonly step: number;
  /** Whether they came along, stayed behind, or are not learned from. */
  readonly images: 'along' | 'behind' | 'needless';
  /** Where they lie, seen from the folder; `.` in itself. */
  readonly imagesAt: string;
  readonly commands: readonly ContinueCommand[];
}

const WAYS: Readonly<Record<ContinueWay, string>> = {
  one: `## One process

On the graphics card where there is one, else on the processor; the same steps as in the page.`,
  processes: `## Several processes or graphics cards of one machine

The batch is of all processes together: twice the images in about the time of one.`,
  machines: `## Several machines

The same line on each; HOST is the name of one of them, and this folder one that all of them see.`,
  slurm: `## SLURM

A job that is stopped and queued again goes on from its last checkpoint.`,
  notebook: `## A notebook on a hosted graphics card

Upload the zip to the notebook's files first; where this folder came without one, pack it under that name.`,
};

function imagesText({ images, imagesAt }: ReadmeFacts): string {
  if (images === 'needless') return 'This run learns from noise and needs none.';
  if (images === 'behind') return 'The images were left out: give them with `--data` (and `--labels`).';
  const at = imagesAt === '.' ? '' : `${imagesAt}/`;
  return `The images lie in ${at}images.npy (bytes, or numbers from -1 to 1), their labels, where there are any, in ${at}labels.npy.`;
}

const TWO_KINDS =
  ' The two kinds are told by their labels (run.json: domains); of a folder of pictures they are its first and second sub-folder.';
const PAIRS =
  ' Where run.json says pairMode: pairs, the pictures of two labels belong together in their order; of a folder, those of its two sub-folders.';

const TWO_PICTURES =
  ' The first picture is the content, the second the style; of a folder with two sub-folders, the first picture of each.';

/** What the task wants of data of one's own. */
function ownData(task: ContinuingTask): string {
  if (task === 'style-transfer') return TWO_PICTURES;
  const learned = typeof task === 'string' ? task : task.taught;
  if (learned.startsWith('cycle-gan')) return TWO_KINDS;
  return learned.startsWith('pair-translation') ? PAIRS : '';
}

/** Options of the script that ask for a batch. */
const SHARED_OPTIONS = `, \`--batch N\`: the last step, and the images of a step of all processes together. With the run's own batch the
  steps are the page's, however many processes share them.`;

const STATISTICS = `
- \`--batch-norm all\` takes statistics over the images of all processes, as one process would; \`own\` over those of each
  process, which exchanges less.`;

const DEBIAN = `
- Debian 12's own PyTorch (1.13 on Python 3.11) wants \`-r1 -t1\` behind \`torchrun\`, which fails without on that Python.`;

const SAME = `Batches, noise, dropout, augmentation and every other random choice are the page's own, number for number: a choice depends on
(seed, step) alone. Losses of the first steps agree to about 1e-6; later ones drift apart as rounding does.
Of runs of images that are measured the script takes those figures that the page takes on the way, every \`measureEvery\` steps, with
the same evaluator (\`reference.npz\`); points in the plane, translations and the costly figures are measured when the run is back. Batches over 512 images come back as 512,
the most that the page trains with.`;

const SAME_ALONE = `The feature network is the page's own, with its weights (\`constants.npz\`), and so are the layers that count, the losses and the
optimizer with what it remembers, whose sums are in double precision here as there. Losses of the first steps agree to about 1e-6;
later ones drift apart as rounding does, L-BFGS sooner than Adam. One process paints: a single picture is no batch that several could
share, and of those that \`torchrun\` starts all but the first end at once.`;

/** The text of README.md. */
export function readmeText(facts: ReadmeFacts): string {
  const { task, name, step, commands } = facts;
  const sharing = sharesBatch(task);
  const held = sharing
    ? "all weights, moving averages and the optimizers' memory"
    : "the picture and the optimizer's memory";
  return `# ${name}

A Ganvas run as it stood after step ${step}, to go on with in PyTorch (1.13 to 2.x) and NumPy. \`train.py\` is one file to
read; \`run.json\` has its settings and networks, \`weights.npz\` ${held}.

${commands.map(({ way, text }) => `${WAYS[way]}\n\n\`\`\`sh\n${text}\n\`\`\``).join('\n\n')}

## Back to the page

\`out/run.zip\` is a run file of the page: open **Runs**, **Import**, and it goes on there. It is also the checkpoint from
which \`train.py\` goes on when it is started again${sharing ? ', with any number of processes' : ''}.

## What can be chosen

- \`--steps N\`${sharing ? SHARED_OPTIONS : ': the last step.'}
- \`--data PATH\`${sharing ? ', `--labels PATH`' : ''}: an IDX file (MNIST's, packed or not), an \`.npy\` of bytes, or a folder of pictures whose
  sub-folders are classes (needs Pillow). ${imagesText(facts)}${ownData(task)}${sharing ? STATISTICS : ''}
- \`--save-every N\`: steps between checkpoints; what is killed loses at most these. A first SIGTERM or Ctrl+C saves and ends.
- \`--precision bfloat16\`: the networks compute in bfloat16; weights, losses and penalties stay float32. \`tf32\` rounds only what
  convolutions and products multiply, on graphics cards that can; with neither the steps are the page's on those, too.
  \`float64\` computes everything in double precision: slower, and no processor rounds it otherwise. It tells rounding from
  a fault where two machines part.
- \`--device cpu\` leaves graphics cards alone. \`--threads 1\` keeps a process to one core: small networks are quicker so, and far
  quicker where others compute on the machine, too. \`--out FOLDER\`: where run.zip lies. \`--keep-all\` keeps every checkpoint.${sharing ? DEBIAN : ''}
- With \`tensorboard\` installed there is a log in \`out/tensorboard\`, with the samples where Pillow is installed, too.

## What is the same as in the page

${sharing ? SAME : SAME_ALONE}
`;
}
