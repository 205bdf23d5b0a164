// `npx tsx bench/retrain/measure.ts --images FOLDER [--rows ganvas@64,mobilenet-0.5@64] [--threads 2] [--seed 1] [--torch]`:
// trains a classifier for each row (network, for a MobileNet its width, and side of the pictures; `ganvas+2@64` with the last two
// layers of the encoder), and says what it costs and how many held-back pictures it names rightly. FOLDER holds train/ and val/,
// each with a folder a class. `--torch` trains the head of each encoder in PyTorch on the same features.
// The training is trainRows.ts.
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { decodeFolder } from '../../scripts/decodedFolder';
import { runThroughVite } from '../../scripts/runThroughVite';

const ROWS = [
  ...['ganvas@32', 'ganvas@64', 'ganvas@96', 'ganvas+2@64', 'ganvas+8@64'],
  ...['mobilenet-1@96', 'mobilenet-1@64', 'mobilenet-1@32', 'mobilenet-0.5@96', 'mobilenet-0.5@64'],
  ...['mobilenet-0.5@32', 'mobilenet-0.25@96', 'mobilenet-0.25@64', 'mobilenet-0.25@32'],
];

const { values } = parseArgs({
  options: {
    images: { type: 'string' },
    rows: { type: 'string', default: ROWS.join(',') },
    threads: { type: 'string', default: '2' },
    seed: { type: 'string', default: '1' },
    torch: { type: 'boolean', default: false },
  },
});
if (values.images === undefined)
  throw new Error('--images is missing: a folder with train/ and val/, each with a folder a class.');
const rows = values.rows.split(',').map((text) => {
  const [, network, learning, width, side] =
    /^(ganvas|mobilenet)(?:\+(\d+))?(?:-([\d.]+))?@(\d+)$/.exec(text.trim()) ?? [];
  if (side === undefined) throw new Error(`--rows: ${JSON.stringify(text)} is no row like ganvas@64.`);
  return { network, learning: Number(learning ?? 0), width: Number(width ?? 1), side: Number(side) };
});
const folders = [join(values.images, 'train'), join(values.images, 'val')];
const sides = [...new Set(rows.map(({ side }) => side))];
const decoded: Record<number, Awaited<ReturnType<typeof decodeFolder>>> = {};
for (const side of sides) decoded[side] = await decodeFolder(folders, side);
await runThroughVite('/bench/retrain/trainRows.ts', 'trainRows', {
  ...{ rows, decoded, threads: Number(values.threads), seed: Number(values.seed) },
  torch: values.torch,
});
