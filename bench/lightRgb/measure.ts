// `npx tsx bench/lightRgb/measure.ts --images FOLDER [--side 64] [--seconds 30,30,90] [--keep 6,3] [--seeds 1,2]
// [--candidates 'base;dcgan-light'] [--out DIR]`: how the light model for colour was chosen. Candidates (candidates.ts) learn to draw the
// pictures of FOLDER/train on one thread, each for so many seconds of processor time, which other programs do not take from them;
// those nearest to the real pictures go on to the next round. FOLDER/val holds pictures that nothing learns from: the floor.
// With --out the samples of every round are written there. The training is search.ts.
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { decodeFolder } from '../../scripts/decodedFolder';
import { runThroughVite } from '../../scripts/runThroughVite';

const { values } = parseArgs({
  options: {
    images: { type: 'string' },
    side: { type: 'string', default: '64' },
    seconds: { type: 'string', default: '30,30,90' },
    keep: { type: 'string', default: '6,3' },
    seeds: { type: 'string', default: '1,2' },
    candidates: { type: 'string', default: '' },
    out: { type: 'string', default: '' },
  },
});
if (values.images === undefined)
  throw new Error('--images is missing: a folder with train/ and val/, each with a folder a class.');
const list = (text: string, separator = ','): string[] => text.split(separator).filter((part) => part !== '');
const side = Number(values.side);
const folders = [join(values.images, 'train'), join(values.images, 'val')];
const [train, apart] = await decodeFolder(folders, side);
await runThroughVite('/bench/lightRgb/search.ts', 'searchLightRgb', {
  ...{ side, train: train.pixels, apart: apart.pixels, out: values.out },
  names: list(values.candidates, ';'),
  seeds: list(values.seeds).map(Number),
  seconds: list(values.seconds).map(Number),
  keep: list(values.keep).map(Number),
});
