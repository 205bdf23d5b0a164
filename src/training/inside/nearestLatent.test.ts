// The search for the nearest latent: its slopes against differences, its path against PyTorch in double precision
// (bench/native/nearest_latent_reference.py), and pictures that can be drawn against the noise that they were drawn from.
import { join } from 'node:path';
import { memory, tensor, tidy } from '@tensorflow/tfjs-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { normalArray } from '../../core/random';
import { toSignedUnit } from '../../datasets/sampling';
import { TEST_PATIENCE_MS } from '../../testing/patience';
import { randomRun, type RandomRun } from '../../testing/randomNetworks';
import { closeSimd, openSimd } from '../../testing/simdAgreement';
import { tinyParts } from '../../testing/tinyRun';
import { inTemporaryFolder, pythonMisses } from '../../testing/tools';
import { runTorch } from '../../testing/torchPrograms';
import { base64, doubles, question, tamed } from '../../testing/torchSteps';
import { oneHotRows } from '../classes';
import { toImageBatch } from '../imageBatch';
import { readTensors } from '../snapshot';
import { Trainer } from '../trainer';
import { featureValue } from './judgeFeatures';
import { NearestSearch, type SearchRows } from './nearestLatent';
import { findNearest, scorePictures } from './nearestPictures';

const SCRIPT = join(import.meta.dirname, '../../../bench/native/nearest_latent_reference.py');
const SEEDS = [1, 2, 4, 5, 6, 8, 9, 12];
const COST = 1e6;
const ROWS = 3;
const SETTINGS = { steps: 10, learningRate: 0.05, features: 0.1 } as const;
const missing = pythonMisses('torch', 'python3-torch');
const unheard = { signal: new AbortController().signal, progress: () => undefined, moment: null };

beforeAll(() => openSimd({ threads: 2 }).then(() => undefined));
afterAll(closeSimd);

function rowsOf(trainer: Trainer, { parts, seed }: Pick<RandomRun, 'parts' | 'seed'>): SearchRows {
  return {
    latents: normalArray(ROWS * trainer.latentSize, seed, 99),
    classes: trainer.everyClass(ROWS),
    pictures: toSignedUnit(parts.dataset.read([3, 5, 8]).pixels),
  };
}

describe('the slope of the loss', () => {
  it.each([0, 0.3])('is that of differences, with a share of %s for features', async (features) => {
    const trainer = new Trainer(tinyParts());
    const rows = rowsOf(trainer, { parts: tinyParts(), seed: 1 });
    const before = memory().numTensors;
    const lossAt = async (at: number, shift: number): Promise<number> => {
      const latents = rows.latents.slice();
      latents[at] += shift;
      const search = new NearestSearch(trainer, { ...rows, latents }, { ...SETTINGS, features });
      const { losses, drawn } = search.look();
      const found = Array.from(await losses.data()).reduce((sum, loss) => sum + loss, 0);
      for (const part of [losses, drawn, search]) part.dispose();
      return found;
    };
    const search = new NearestSearch(trainer, rows, { ...SETTINGS, features });
    const found = search.gradient();
    const slopes = Array.from(await found.gradient.data());
    for (const part of [found.gradient, found.losses, found.drawn, search]) part.dispose();
    const h = 1e-3;
    for (const [at, slope] of slopes.entries()) {
      const difference = ((await lossAt(at, h)) - (await lossAt(at, -h))) / (2 * h);
      expect(Math.abs(slope - difference), `number ${at}`).toBeLessThan(2e-3);
    }
    expect(Math.max(...slopes.map(Math.abs))).toBeGreaterThan(0.02);
    expect(memory().numTensors).toBe(before);
    trainer.dispose();
  });
});

interface Path {
  readonly latents: readonly Float32Array[];
  readonly losses: readonly Float32Array[];
  readonly question: object;
}

async function pathOf(run: RandomRun): Promise<Path> {
  const trainer = new Trainer(run.parts);
  const value = featureValue(trainer.discriminator.spec);
  const settings = { ...SETTINGS, features: value === null ? 0 : SETTINGS.features };
  const rows = rowsOf(trainer, run);
  const before = await readTensors(trainer);
  const encoded = (values: Float32Array, shape: readonly number[]) => ({ shape, values: base64(values) });
  const known = trainer.classes?.count ?? 0;
  const asked = {
    ...(await question(run, { before })),
    latents: encoded(rows.latents, [ROWS, trainer.latentSize]),
    ...(known > 0 && { classRows: encoded(oneHotRows(rows.classes, known), [ROWS, known]) }),
    pictures: encoded(rows.pictures, [ROWS, ...trainer.imageShape]),
    features: { share: settings.features, value },
    learningRate: settings.learningRate,
    steps: settings.steps,
  };
  const tensors = memory().numTensors;
  const search = new NearestSearch(trainer, rows, settings);
  const latents: Float32Array[] = [];
  const losses: Float32Array[] = [];
  while (search.step < settings.steps) {
    const found = search.update();
    losses.push(Float32Array.from(await found.losses.data()));
    latents.push(await search.latents());
    for (const part of [found.losses, found.drawn]) part.dispose();
  }
  search.dispose();
  expect(memory().numTensors).toBe(tensors);
  expect(await readTensors(trainer)).toEqual(before);
  trainer.dispose();
  return { latents, losses, question: asked };
}

it.skipIf(missing)(
  `goes PyTorch's way through networks that nobody designed ${missing ?? ''}`,
  { timeout: TEST_PATIENCE_MS },
  async () => {
    const paths: Path[] = [];
    for (const seed of SEEDS) paths.push(await pathOf(tamed(randomRun(seed, COST))));
    const answers: { readonly path: readonly string[]; readonly losses: readonly string[] }[] =
      await inTemporaryFolder(async (write) => {
        const file = await write('runs.json', JSON.stringify(paths.map((one) => one.question)));
        return JSON.parse(await runTorch([SCRIPT, file]));
      });
    const furthest = (mine: readonly Float32Array[], theirs: readonly string[]): number =>
      Math.max(
        ...theirs.flatMap((text, step) =>
          Array.from(doubles(text), (value, i) => Math.abs(value - mine[step][i])),
        ),
      );
    const apart = answers.map(({ path, losses }, i) => ({
      seed: SEEDS[i],
      latents: furthest(paths[i].latents, path),
      losses: furthest(paths[i].losses, losses),
    }));
    expect(apart.filter(({ latents, losses }) => !(latents < 1e-4 && losses < 1e-4))).toEqual([]);
  },
);

/** Kernels as large as they become by training: pictures from black to white instead of almost even grey. */
function drawBoldly({ average, generator }: Trainer): void {
  for (const [i, { name, variable }] of (average ?? generator).weights.entries())
    if (name.endsWith('kernel'))
      tidy(() => variable.assign(tensor(normalArray(variable.size, 7, i), variable.shape)));
}

describe('a picture that the generator can draw', () => {
  it('is found again, and another one is not', async () => {
    const trainer = new Trainer(tinyParts());
    drawBoldly(trainer);
    const latents = normalArray(3 * trainer.latentSize, 4, 4);
    const images = trainer.generate(latents);
    const drawn = await toImageBatch(images);
    images.dispose();
    const own = { ...drawn, count: 1, pixels: drawn.pixels.slice(0, drawn.pixels.length / 3) };
    const options = { starts: 4, steps: 150, learningRate: 0.1, features: 0, seed: 1 };
    const before = memory().numTensors;
    const moments: number[] = [];
    const found = await findNearest(trainer, own, options, {
      ...unheard,
      moment: ({ step, pictures }) => moments.push(step, pictures.count),
    });
    expect(found.distance).toBeLessThan(0.005);
    expect(found.losses).toHaveLength(options.steps);
    expect(found.losses[0]).toBeGreaterThan(10 * found.score);
    expect(moments.slice(-2)).toEqual([options.steps, options.starts]);
    const again = trainer.generate(found.latent, Uint8Array.of(found.imageClass));
    expect(await toImageBatch(again)).toEqual(found.drawn);
    again.dispose();
    const odd = { ...own, pixels: own.pixels.map((_, i) => (i % 2 === 0 ? 255 : 0)) };
    const scores = await scorePictures(
      trainer,
      { ...drawn, count: 4, pixels: Uint8Array.of(...drawn.pixels, ...odd.pixels) },
      options,
      unheard,
    );
    // What is scored among others is what is found alone.
    expect(scores[0]).toBeCloseTo(found.score, 5);
    expect(Math.max(...scores.subarray(0, 3))).toBeLessThan(0.02);
    expect(scores[3]).toBeGreaterThan(0.3);
    expect(memory().numTensors).toBe(before);
    trainer.dispose();
  });

  it('ends when it is cancelled, and gives everything back', async () => {
    const trainer = new Trainer(tinyParts());
    const before = memory().numTensors;
    const abort = new AbortController();
    const options = { starts: 2, steps: 50, learningRate: 0.1, features: 0.1, seed: 1 };
    const [height, width, channels] = trainer.imageShape;
    const picture = { count: 1, height, width, channels, pixels: new Uint8Array(height * width * channels) };
    const heard = { signal: abort.signal, progress: () => abort.abort(), moment: null };
    await expect(findNearest(trainer, picture, options, heard)).rejects.toThrow('The search');
    expect(memory().numTensors).toBe(before);
    trainer.dispose();
  });
});

it('gives noise with its class to generators as it gives rows of numbers', async () => {
  for (const seed of SEEDS) {
    const trainer = new Trainer(tamed(randomRun(seed, COST)).parts);
    const { classes } = trainer;
    const latents = normalArray(ROWS * trainer.latentSize, seed, 3);
    const chosen = trainer.everyClass(ROWS);
    if (classes) {
      const rows = tidy(() =>
        classes.inputTensor(
          tensor(latents, [ROWS, trainer.latentSize]),
          tensor(oneHotRows(chosen, classes.count), [ROWS, classes.count]),
        ),
      );
      // 0 times a negative number is -0.
      expect(Array.from(await rows.data(), (value) => value + 0)).toEqual([
        ...classes.inputRows(latents, chosen),
      ]);
      rows.dispose();
    }
    trainer.dispose();
  }
});
