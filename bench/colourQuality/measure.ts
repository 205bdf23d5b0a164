// `npx tsx bench/colourQuality/measure.ts --images FOLDER [--side 64] [--seeds 1,2] [--steps 25,100,250,500,1000,2000] [--out DIR]`:
// what judges of pictures in colour see. The Fréchet distance by random features and by the feature network of the page, of pictures
// that nothing was compared with as they are and made worse in several ways, and of what the light model for colour draws after so many
// steps; of the photographs of FOLDER/train and FOLDER/val, and of drawn scenes (scenes.ts). With --out samples are written there.
// `--speed STEPS`, instead: what a step takes with either judge measuring on the way, and without.
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { decodeFolder } from '../../scripts/decodedFolder';
import { runThroughVite } from '../../scripts/runThroughVite';

const { values } = parseArgs({
  options: {
    images: { type: 'string' },
    side: { type: 'string', default: '64' },
    seeds: { type: 'string', default: '1,2' },
    steps: { type: 'string', default: '25,100,250,500,1000,2000' },
    speed: { type: 'string', default: '0' },
    out: { type: 'string', default: '' },
  },
});
const { images } = values;
if (images === undefined)
  throw new Error('--images is missing: a folder with train/ and val/, each with a folder a class.');
const numbers = (text: string): readonly number[] => text.split(',').map(Number);
const side = Number(values.side);
const [train, apart] = await decodeFolder([join(images, 'train'), join(images, 'val')], side);
const asked = { side, train: train.pixels, apart: apart.pixels, out: values.out };
if (Number(values.speed) > 0)
  await runThroughVite('/bench/colourQuality/speed.ts', 'compareSpeed', {
    ...{ ...asked, steps: Number(values.speed) },
  });
else
  await runThroughVite('/bench/colourQuality/compare.ts', 'compareJudges', {
    ...{ ...asked, seeds: numbers(values.seeds), steps: numbers(values.steps) },
  });
