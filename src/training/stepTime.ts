// How long a training step takes on the active backend, in about a second: what `auto` chooses by. Not a benchmark.
import type { Tensor } from '@tensorflow/tfjs-core';
import type { LoadedDataset } from '../datasets/define';
import { createRandom } from '../core/random';
import { Trainer, type TrainerParts } from './trainer';

/** What a step is for the clock: it may be under way when the call returns, and is over when its report can be read. */
export type TakeStep = (step: number) => Tensor;

/** One plain step, which compiles; two that are recorded; the first replay. */
const WARM_UP = 4;
const GROUP = 3;
/** Time after which no further step is begun, where nothing else is asked for. */
const BUDGET_MS = 700;
/** A first step this much over is not repeated. */
const HOPELESS = 3;

/**
 * Milliseconds of one step, the best of some groups. Where steps are long, of the second, or of the only one.
 * @param take takes a step, from 1; the report that it returns is disposed here
 * @param budgetMs after which no further step is begun
 */
export async function timeSteps(
  take: TakeStep,
  now = () => performance.now(),
  budgetMs = BUDGET_MS,
): Promise<number> {
  const start = now();
  let step = 0;
  const group = async (count: number): Promise<number> => {
    const from = now();
    const reports = Array.from({ length: count }, () => take(++step));
    await reports.at(-1)?.data();
    for (const report of reports) report.dispose();
    return (now() - from) / count;
  };
  let last = await group(1);
  if (last > HOPELESS * budgetMs) return last;
  do last = await group(1);
  while (step < WARM_UP && now() - start < budgetMs);
  let best = last;
  while (now() - start < budgetMs) best = Math.min(best, await group(GROUP));
  return best;
}

const IMAGES = 512;

/** Random images, to take steps with before any are loaded. */
export function standInImages(
  shape: readonly [number, number, number],
  classNames: readonly string[] | null,
): LoadedDataset {
  const volume = shape[0] * shape[1] * shape[2];
  const random = createRandom(1);
  const noise = Uint8Array.from({ length: volume + IMAGES }, () => random.int(256));
  return {
    shape,
    size: IMAGES,
    classNames,
    read: (indices) => {
      const pixels = new Uint8Array(indices.length * volume);
      for (let i = 0; i < indices.length; i++)
        pixels.set(noise.subarray(indices[i], indices[i] + volume), i * volume);
      return { pixels, labels: classNames && Uint8Array.from(indices, (index) => index % classNames.length) };
    },
  };
}

/** `timeSteps` of a run's own steps on the active backend; leaves nothing behind. */
export async function stepMilliseconds(parts: TrainerParts, budgetMs = BUDGET_MS): Promise<number> {
  const trainer = new Trainer(parts);
  try {
    return await timeSteps((step) => trainer.step(step), undefined, budgetMs);
  } finally {
    trainer.dispose();
  }
}
