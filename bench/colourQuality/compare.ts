// Asks both judges about pictures of known quality. Loaded by measure.ts.
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { tensor } from '@tensorflow/tfjs-core';
import { toSignedUnit } from '../../src/datasets/sampling';
import { pngGrid } from '../../src/exporters/pngGrid';
import type { Evaluator } from '../../src/metrics/evaluator/evaluator';
import { frechetDistance } from '../../src/metrics/numerics/frechet';
import { momentsOf } from '../../src/metrics/numerics/moments';
import { processorMs } from '../../src/testing/processorTime';
import { toImageBatch } from '../../src/training/imageBatch';
import { measuredLatents } from '../../src/training/streams';
import type { Trainer } from '../../src/training/trainer';
import { figure, renderTable } from '../table';
import { JUDGES, openEngine, openTrainer } from './judges';
import { colourScenes } from './scenes';
import { SPOILINGS } from './spoiled';

export interface JudgesAsked {
  readonly side: number;
  /** RGB of photographs to compare with, and of others. */
  readonly train: Uint8Array;
  readonly apart: Uint8Array;
  readonly seeds: readonly number[];
  /** After which steps what is drawn is judged; rising. */
  readonly steps: readonly number[];
  /** Folder for samples; empty for none. */
  readonly out: string;
}

/** Pictures that others are compared with, and pictures of each comparison. */
const REAL = 2000;
const JUDGED = 500;
const AT_ONCE = 100;
const SHOWN = 36;

/** A judge that knows the real pictures. */
interface Judge {
  readonly name: string;
  readonly distance: (pixels: Uint8Array) => Promise<number>;
}

async function featuresOf(evaluator: Evaluator, pixels: Uint8Array, side: number): Promise<Float32Array> {
  const volume = 3 * side * side;
  const found = new Float32Array((pixels.length / volume) * evaluator.size);
  for (let start = 0; start * volume < pixels.length; start += AT_ONCE) {
    const values = toSignedUnit(pixels.subarray(start * volume, (start + AT_ONCE) * volume));
    const images = tensor(values, [values.length / volume, side, side, 3]);
    const { features } = await evaluator.evaluate(images);
    images.dispose();
    found.set(features, start * evaluator.size);
  }
  return found;
}

async function judgeOf(name: keyof typeof JUDGES, real: Uint8Array, side: number): Promise<Judge> {
  const evaluator = await JUDGES[name](side);
  const began = processorMs();
  const known = momentsOf(await featuresOf(evaluator, real, side), evaluator.size);
  const each = (processorMs() - began) / (real.length / (3 * side * side));
  console.error(`${evaluator.label}: ${each.toFixed(2)} ms of processor time a picture`);
  return {
    name,
    distance: async (pixels) =>
      frechetDistance(known, momentsOf(await featuresOf(evaluator, pixels, side), evaluator.size)),
  };
}

async function drawn(trainer: Trainer, side: number): Promise<Uint8Array> {
  const pixels = new Uint8Array(JUDGED * 3 * side * side);
  for (let start = 0; start < JUDGED; start += AT_ONCE) {
    const images = trainer.generate(measuredLatents(trainer.config.seed, start, AT_ONCE, trainer.latentSize));
    const batch = await toImageBatch(images);
    images.dispose();
    pixels.set(batch.pixels, start * 3 * side * side);
  }
  return pixels;
}

async function keepSamples(pixels: Uint8Array, side: number, name: string, out: string): Promise<void> {
  const shown = pixels.slice(0, SHOWN * 3 * side * side);
  const batch = { count: SHOWN, height: side, width: side, channels: 3, pixels: shown };
  const images = (async function* () {
    yield batch;
  })();
  const { bytes } = await pngGrid.write({ images, total: SHOWN, name, progress: () => undefined });
  await writeFile(join(out, `${name}.png`), bytes);
}

/** A row for each kind of pictures: their distance by each judge, and how many times the floor that is. */
async function rowsOf(name: string, train: Uint8Array, apart: Uint8Array, asked: JudgesAsked) {
  const { side, seeds, steps, out } = asked;
  const volume = 3 * side * side;
  const real = train.subarray(0, REAL * volume);
  const judges = [await judgeOf('random', real, side), await judgeOf('encoder', real, side)];
  const floors = await Promise.all(judges.map(({ distance }) => distance(apart)));
  const rows: string[][] = [];
  const say = async (what: string, pixels: Uint8Array): Promise<void> => {
    const cells: string[] = [];
    for (const [i, judge] of judges.entries()) {
      const found = await judge.distance(pixels);
      cells.push(figure(found), `${figure(found / floors[i])}x`);
    }
    rows.push([`${name}: ${what}`, ...cells]);
    console.error(rows[rows.length - 1].join(' | '));
  };
  await say('as they are (the floor)', apart);
  for (const { name: how, degrees, spoil } of SPOILINGS)
    for (const degree of degrees) await say(`${how}, ${degree}`, spoil(apart, side, degree));
  for (const seed of seeds) {
    const { trainer } = openTrainer(train, side, { seed });
    let step = 0;
    for (const until of steps) {
      while (step < until) trainer.step(++step).dispose();
      const pixels = await drawn(trainer, side);
      await say(`drawn after ${until} steps, seed ${seed}`, pixels);
      if (out !== '') await keepSamples(pixels, side, `${name}-${seed}-${until}`, out);
    }
    trainer.dispose();
  }
  return rows;
}

export async function compareJudges(asked: JudgesAsked): Promise<void> {
  const { side, train, apart, out } = asked;
  await openEngine();
  if (out !== '') await mkdir(out, { recursive: true });
  const rows = [
    ...(await rowsOf('flowers', train, apart.subarray(0, JUDGED * 3 * side * side), asked)),
    ...(await rowsOf('scenes', colourScenes(REAL + JUDGED, side, 1), colourScenes(JUDGED, side, 2), asked)),
  ];
  console.log(
    renderTable({
      title: 'Fréchet distance by two judges',
      columns: ['pictures', 'random features', 'of its floor', 'feature network', 'of its floor'],
      rows,
      notes: [`${JUDGED} pictures of ${side} x ${side} against ${REAL} real ones.`],
    }),
  );
}
