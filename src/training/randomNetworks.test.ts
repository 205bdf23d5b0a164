// Networks that nobody designed, trained on the CPU engine and on stock TensorFlow.js in plain JavaScript, step by step from
// the same weights. A few seeds here; many with
//   RANDOM_NETWORKS=500 npx vitest run --project unit src/training/randomNetworks.test.ts
// (RANDOM_NETWORKS_FROM: the first seed, default 1; RANDOM_NETWORKS_COST: most multiply-adds of a step).
import { setBackend } from '@tensorflow/tfjs-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { registerRecorder } from '../engine/recording';
import { SimdStepRecorder } from '../engine/simd/recorder';
import { simdBackend, SIMD_BACKEND } from '../engine/simd/register';
import { describeRun, randomRun, type RandomRun } from '../testing/randomNetworks';
import { closeSimd, openSimd } from '../testing/simdAgreement';
import { disagreements, shaken, takeSteps, updateErrors, type TakenStep } from '../testing/stepAgreement';
import { TEST_PATIENCE_MS } from '../testing/patience';

const COUNT = Number(process.env.RANDOM_NETWORKS ?? 20);
const FROM = Number(process.env.RANDOM_NETWORKS_FROM ?? 1);
const COST = Number(process.env.RANDOM_NETWORKS_COST ?? 3e6);
const STEPS = 2;
/** First, two that are recorded, and two replays. */
const REPLAYED_STEPS = 5;
const PATIENCE_MS = TEST_PATIENCE_MS + COUNT * 20_000;

const runs: readonly RandomRun[] = Array.from({ length: COUNT }, (_, i) => randomRun(FROM + i, COST));
/** What stock TensorFlow.js makes of each run, and what of weights a few roundings away. */
const expected = new Map<
  number,
  { readonly steps: readonly TakenStep[]; readonly moved: readonly TakenStep[] }
>();

beforeAll(async () => {
  await setBackend('cpu');
  for (const { seed, parts } of runs) {
    const steps = await takeSteps(parts, STEPS);
    expected.set(seed, { steps, moved: await takeSteps(parts, STEPS, shaken(steps)) });
  }
}, PATIENCE_MS);
afterAll(closeSimd);

/** Everything wrong with a run on the active backend, in words. */
async function problemsOf(run: RandomRun): Promise<string[]> {
  const reference = expected.get(run.seed);
  if (!reference) return ['no reference'];
  const { steps, moved } = reference;
  const ours = await takeSteps(run.parts, STEPS, steps);
  const wrongWith = (near: readonly (readonly [readonly TakenStep[], readonly TakenStep[]])[]) =>
    ours.flatMap((step, i) => [
      ...disagreements(
        step,
        steps[i],
        near.map(([still, other]) => [still[i], other[i]] as const),
        run.parts.config,
        { loss: 1e-4, gradient: 2e-3 },
      ),
      ...updateErrors(step, i + 1, run.parts),
    ]);
  let wrong = wrongWith([[steps, moved]]);
  if (wrong.length > 0) {
    // Rounding moves the engine's numbers more than those of plain JavaScript, which adds in double precision.
    const own: [TakenStep[], TakenStep[]][] = [];
    for (const shake of [1, 2, 3]) own.push([ours, await takeSteps(run.parts, STEPS, shaken(ours, shake))]);
    wrong = wrongWith([[steps, moved], ...own]);
  }
  return wrong.slice(0, 6).map(({ what, error }) => `${what}: ${error.toPrecision(3)} times the tolerance`);
}

/** All numbers of a run that goes on by itself, with or without recorded steps. */
async function numbersOf(run: RandomRun, recorded: boolean): Promise<Buffer[]> {
  registerRecorder(SIMD_BACKEND, recorded ? new SimdStepRecorder(simdBackend()) : null);
  const steps = await takeSteps(run.parts, REPLAYED_STEPS);
  registerRecorder(SIMD_BACKEND, null);
  return steps.flatMap(({ report, after }) =>
    [Float64Array.from(report), ...after.map((t) => t.values)].map((v) =>
      Buffer.from(v.buffer, v.byteOffset, v.byteLength),
    ),
  );
}

const sameBits = (a: readonly Buffer[], b: readonly Buffer[]): boolean =>
  a.length === b.length && a.every((bytes, i) => bytes.equals(b[i]));

const failures = async (problems: (run: RandomRun) => Promise<readonly string[]>): Promise<string[]> => {
  const found: string[] = [];
  for (const run of runs) {
    const wrong = await problems(run).catch((error: unknown) => [String(error)]);
    if (wrong.length > 0) found.push([describeRun(run), ...wrong].join('\n'));
  }
  return found;
};

describe.each([
  ['relaxed SIMD, two threads', { relaxed: 'on', threads: 2 }],
  ['plain SIMD, one thread', { relaxed: 'off', threads: 1 }],
] as const)('%s', (_, options) => {
  beforeAll(() => openSimd(options).then(() => undefined));

  it('trains random networks as stock TensorFlow.js does', { timeout: PATIENCE_MS }, async () => {
    const found = await failures(problemsOf);
    expect(found.join('\n\n')).toBe('');
  });
});

it(
  'gives the same bits with recorded steps on three threads as with plain ones on one',
  { timeout: PATIENCE_MS },
  async () => {
    const alone = new Map<number, Buffer[]>();
    await openSimd({ relaxed: 'on', threads: 1 });
    for (const run of runs) alone.set(run.seed, await numbersOf(run, false));
    await openSimd({ relaxed: 'on', threads: 3 });
    const found = await failures(async (run) => {
      const recorded = await numbersOf(run, true);
      return sameBits(alone.get(run.seed) ?? [], recorded) ? [] : ['other bits on three threads, recorded'];
    });
    expect(found.join('\n\n')).toBe('');
  },
);
