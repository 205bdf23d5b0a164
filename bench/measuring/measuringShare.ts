// The share of a real run's time that live measuring takes: real networks, a real evaluator, one thread. How it is kept
// is proved by liveMeasures.test.ts on a clock of its own.
import { readFile } from 'node:fs/promises';
import { readRunConfig } from '../../src/core/runConfig';
import { defaultParams } from '../../src/core/paramSpec';
import { syntheticDigits } from '../../src/datasets/syntheticDigitsDataset';
import { losses } from '../../src/losses';
import { nonSaturating } from '../../src/losses/nonSaturating';
import { openEvaluator } from '../../src/metrics/evaluator/openEvaluator';
import { dcganLight } from '../../src/models/dcganLight';
import { closeSimd, openSimd } from '../../src/testing/simdAgreement';
import { RunSession } from '../../src/training/session';
import { Trainer } from '../../src/training/trainer';
import { LiveMeasures } from '../../src/training/measuring/liveMeasures';
import { Measurer } from '../../src/training/measuring/measurer';

const EVALUATOR = 'evaluator-mnist';
const readModelFile = (name: string): Promise<Uint8Array> =>
  readFile(new URL(`../../public/models/${name}`, import.meta.url));

/** Trains until `measurements` are made, and prints the share of the time that they took. @throws when one fails */
export async function measureShare({ measurements }: { readonly measurements: number }): Promise<void> {
  await openSimd({ threads: 1 });
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
    { model: dcganLight.id, batch: 16, measureEvery: 10, measureSamples: 100 },
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
  let problem: unknown = null;
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
        if (measured === measurements) void session.pause();
      },
      measureFailed(error) {
        problem = error;
        void session.pause();
      },
      save: () => Promise.resolve(),
      saveFailed: () => undefined,
    },
    live,
  );
  session.play();
  await ended;
  if (problem) throw problem;
  const share = live.spent / session.seconds;
  console.log(
    `Live measuring took ${(100 * share).toFixed(1)} % of ${session.seconds.toFixed(1)} s of training: ` +
      `${measured} measurements in ${session.step} steps.`,
  );
  await session.dispose();
  closeSimd();
}
