// The share of a real run's time that live measuring takes: real networks, a real evaluator, and the
// processor's time for a clock.
import { readFile } from 'node:fs/promises';
import { memory, setBackend } from '@tensorflow/tfjs-core';
import { afterAll, afterEach, beforeAll, expect, it, vi } from 'vitest';
import { readRunConfig } from '../../core/runConfig';
import { defaultParams } from '../../core/paramSpec';
import { syntheticDigits } from '../../datasets/syntheticDigitsDataset';
import { SIMD_BACKEND } from '../../engine/simd/register';
import { losses } from '../../losses';
import { nonSaturating } from '../../losses/nonSaturating';
import { openEvaluator } from '../../metrics/evaluator/openEvaluator';
import { dcganLight } from '../../models/dcganLight';
import { closeSimd, openSimd } from '../../testing/simdAgreement';
import { RunSession } from '../session';
import { Trainer } from '../trainer';
import { LiveMeasures, MEASURING_SHARE } from './liveMeasures';
import { Measurer } from './measurer';
import { processorMs } from '../../testing/processorTime';

beforeAll(() => openSimd({ threads: 1 }));
afterAll(closeSimd);
afterEach(() => {
  vi.restoreAllMocks();
});

const MEASUREMENTS = 2;
const MOST_STEPS = 600;

const EVALUATOR = 'evaluator-mnist';
const readModelFile = (name: string): Promise<Uint8Array> =>
  readFile(new URL(`../../../public/models/${name}`, import.meta.url));

it('takes at most a tenth of the training time of a real run', async () => {
  vi.spyOn(performance, 'now').mockImplementation(processorMs);
  await setBackend(SIMD_BACKEND);
  const before = memory().numTensors;
  // Read before: Node serves no files while a run trains.
  const files = new Map<string, Uint8Array>();
  for (const end of ['json', 'bin']) {
    const name = `${EVALUATOR}.${end}`;
    files.set(name, await readModelFile(name));
  }
  const { signal } = new AbortController();
  const load = { signal, progress: () => undefined };
  const dataset = await syntheticDigits.load({
    ...load,
    params: { ...defaultParams(syntheticDigits.params), size: 400 },
  });
  const vocabulary = { datasets: [syntheticDigits], models: [dcganLight], losses };
  const config = readRunConfig(
    { model: dcganLight.id, batch: 16, measureEvery: 10, measureSamples: 100, steps: MOST_STEPS },
    vocabulary,
  );
  const trainer = new Trainer({ config, dataset, model: dcganLight, loss: nonSaturating });
  const measurer = new Measurer({
    trainer: () => trainer,
    dataset,
    loadHeldOut: () => Promise.resolve(null),
    openEvaluator: () =>
      openEvaluator(syntheticDigits.id, dataset.shape, (name) =>
        Promise.resolve(files.get(name) ?? new Uint8Array()),
      ),
  });
  const live = new LiveMeasures(measurer);
  let measured = 0;
  /** Time that one measurement took more than was allowed at its end, at most. */
  let over = 0;
  let end: () => void = () => undefined;
  const ended = new Promise<void>((resolve) => (end = resolve));
  const session = new RunSession(
    { id: 'real', name: 'Real', createdAt: 0, parent: null },
    trainer,
    {
      changed: ({ kind }) => {
        if (kind !== 'run') end();
      },
      history: () => undefined,
      samples: () => undefined,
      memory: () => undefined,
      health: () => undefined,
      measured() {
        measured++;
        over = Math.max(over, live.spent - MEASURING_SHARE * session.seconds);
        if (measured === MEASUREMENTS) void session.pause();
      },
      measureFailed: (error) => expect.fail(String(error)),
      save: () => Promise.resolve(),
      saveFailed: () => undefined,
    },
    live,
  );
  session.play();
  await ended;
  const share = live.spent / session.seconds;
  console.log(
    `Live measuring took ${(100 * share).toFixed(1)} % of ${session.seconds.toFixed(1)} s of training: ` +
      `${measured} measurements in ${session.step} steps.`,
  );
  expect(measured).toBeGreaterThanOrEqual(2);
  // A measurement starts only when there is time for one like the last, and may then take more.
  expect(over).toBeLessThan(0.5 * live.spent);
  expect(share).toBeLessThan(2 * MEASURING_SHARE);
  await session.dispose();
  expect(memory().numTensors).toBe(before);
});
