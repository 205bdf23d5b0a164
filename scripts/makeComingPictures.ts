// `npx tsx scripts/makeComingPictures.ts FOLDER`: the strip of pictures that the page opens with, one square of samples for each
// moment. FOLDER is what this command wrote (step 1 is before anything was learnt):
//   npm run headless -- 'seed=1&measureEvery=0' --engine node --out FOLDER --samples 16 --sample-at 1,100,300,1000
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { encodePng } from '../src/exporters/formats/png';
import { repositoryRoot } from './runTool';

const STEPS = [1, 100, 300, 1000];
/** Images of a moment along each side, and pixels between them. */
const SIDE = 4;
const GAP = 1;
const IDX_HEADER = 16;

const [folder] = process.argv.slice(2);
if (!folder) {
  console.error('Name the folder of the run: npx tsx scripts/makeComingPictures.ts FOLDER');
  process.exit(2);
}

const moments = STEPS.map((step) => {
  const bytes = gunzipSync(readFileSync(join(folder, `samples-${step}.idx3-ubyte.gz`)));
  const size = bytes.readUInt32BE(8);
  if (bytes.readUInt32BE(4) < SIDE * SIDE || bytes.readUInt32BE(12) !== size)
    throw new Error(`samples-${step} has not ${SIDE * SIDE} square images; take --samples ${SIDE * SIDE}.`);
  return { size, pixels: bytes.subarray(IDX_HEADER) };
});
const [{ size }] = moments;
const square = SIDE * (size + GAP) - GAP;
const width = STEPS.length * square;
const pixels = new Uint8Array(square * width).fill(128);
for (const [at, moment] of moments.entries())
  for (let image = 0; image < SIDE * SIDE; image++) {
    const left = at * square + (image % SIDE) * (size + GAP);
    const top = Math.floor(image / SIDE) * (size + GAP);
    for (let y = 0; y < size; y++)
      pixels.set(
        moment.pixels.subarray((image * size + y) * size, (image * size + y + 1) * size),
        (top + y) * width + left,
      );
  }

const place = join(repositoryRoot, 'src/features/train/comingPictures');
writeFileSync(`${place}.png`, encodePng({ height: square, width, channels: 1, pixels }));
writeFileSync(`${place}.json`, `${JSON.stringify({ steps: STEPS })}\n`);
