// `npm run train:encoder -- --images FOLDER [--seconds 480] [--threads 1] [--batch 24] [--rate 0.001] [--seed 1]`: trains the feature
// network that comes with the page and writes it to public/models. FOLDER holds train/ and val/, each with a folder of pictures a
// class. Pictures are decoded by a browser (decodedFolder.ts); the training is encoderTraining.ts.
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { decodeFolder } from './decodedFolder';
import { runThroughVite } from './runThroughVite';

const { values } = parseArgs({
  options: {
    images: { type: 'string' },
    seconds: { type: 'string', default: '480' },
    threads: { type: 'string', default: '1' },
    batch: { type: 'string', default: '24' },
    rate: { type: 'string', default: '0.001' },
    seed: { type: 'string', default: '1' },
  },
});
if (values.images === undefined)
  throw new Error('--images is missing: a folder with train/ and val/, each with a folder a class.');
/** Pictures are kept a little larger than they are learned, so that each is cropped anew every time. */
const DECODED_SIDE = 56;
const [train, test] = await decodeFolder(
  [join(values.images, 'train'), join(values.images, 'val')],
  DECODED_SIDE,
);
const { seconds, threads, batch, rate, seed } = values;
await runThroughVite('/scripts/encoderTraining.ts', 'trainEncoder', {
  ...{ train, test, side: DECODED_SIDE },
  ...{ seconds: Number(seconds), threads: Number(threads), batch: Number(batch) },
  ...{ rate: Number(rate), seed: Number(seed) },
});
