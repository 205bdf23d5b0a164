// Networks that nobody designed, as exported scripts: ten steps of train.py are the engine's, over every layer kind that the
// adversarial task can have. What rounding can move is told from error by steps from weights a few roundings away.
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { RunSnapshot } from '../checkpoints/snapshot';
import { valueOf } from '../core/history';
import type { LayerKind } from '../core/network';
import { torchRunFolder } from '../exporters/torchRun/folder';
import { layerFunctions } from '../exporters/torchRun/layers';
import { losses } from '../losses';
import { TEST_PATIENCE_MS } from '../testing/patience';
import { describeRun, randomRun, type RandomRun } from '../testing/randomNetworks';
import { closeSimd, openSimd } from '../testing/openSimd';
import { shaken, type TakenStep } from '../testing/stepAgreement';
import { inTemporaryFolder } from '../testing/tools';
import { historyOf, torchMisses, trainFolders, unpackFolder } from '../testing/torchRuns';
import { ganNetworks } from './ganNetworks';
import { restoreTensors } from './snapshot';
import { Trainer } from './trainer';

const missing = torchMisses();
/** Three of each loss. */
const RUNS = 21;
const STEPS = 10;
/** Rounding moves a loss by up to this many times what it moved from shaken weights. */
const ROUNDING = 10;

beforeAll(async () => {
  await openSimd({ threads: 1 });
});
afterAll(closeSimd);

/** Both losses of each step, from the run's first weights or from shaken ones, and those weights. */
async function train({ parts }: RandomRun, isShaken: boolean) {
  const trainer = new Trainer(parts);
  const { tensors, updates } = await trainer.read();
  const first: TakenStep = { report: [], before: tensors, after: [] };
  if (isShaken) restoreTensors(trainer, shaken([first])[0].before);
  const lossesOf: (readonly [number, number])[] = [];
  for (let step = 1; step <= STEPS; step++) {
    const report = trainer.step(step);
    const [d, g] = await report.data();
    lossesOf.push([d, g]);
    report.dispose();
  }
  trainer.dispose();
  return { tensors, updates, losses: lossesOf };
}

function folderOf(
  { parts, seed }: RandomRun,
  tensors: RunSnapshot['tensors'],
  updates: RunSnapshot['updates'],
) {
  const { config, dataset, model, loss } = parts;
  const labels = dataset.classNames?.length ?? null;
  const { classes, generator, discriminator, average, latentSize } = ganNetworks({
    config,
    model,
    shape: dataset.shape,
    labels,
  });
  const { pixels, labels: classOf } = dataset.read(Int32Array.from({ length: dataset.size }, (_, i) => i));
  const snapshot: RunSnapshot = {
    ...{ id: `random-${seed}`, name: `Random ${seed}`, createdAt: 0, savedAt: 0, parent: null, config },
    ...{ step: 0, seconds: 0, updates, tensors, history: [], timeline: [], measures: [] },
  };
  return torchRunFolder(
    {
      ...{ snapshot, task: 'adversarial', loss, imageShape: dataset.shape },
      ...{ shown: {}, measures: null, needsImages: true },
      networks: { generator, discriminator, ...(average && { average }) },
      facts: {
        classes: classes && model.classes ? { ...model.classes, count: classes.count } : null,
        ...{ latentSize, gridClasses: [0] },
      },
      needsLabels: model.classes?.source === 'labels',
      images: { shape: dataset.shape, count: dataset.size, values: pixels, labels: classOf },
    },
    'random.zip',
  ).file.bytes;
}

it.skipIf(missing)(
  `ten steps of random networks are the engine's ${missing ?? ''}`,
  { timeout: TEST_PATIENCE_MS },
  () =>
    inTemporaryFolder(async (_, at) => {
      const runs = Array.from({ length: RUNS }, (_, i) => randomRun(1 + i, 1e6));
      const taken = [];
      for (const [i, run] of runs.entries()) {
        const still = await train(run, false);
        await unpackFolder(folderOf(run, still.tensors, still.updates), join(at, String(i)));
        taken.push({ run, still });
      }
      const options = ['--steps', String(STEPS), '--device', 'cpu'];
      await trainFolders(runs.map((_, i) => [join(at, String(i)), options] as const));
      const wrong: string[] = [];
      for (const [i, { run, still }] of taken.entries()) {
        const history = await historyOf(join(at, String(i)));
        expect(history).toHaveLength(STEPS);
        const steps = history.map((point, step) => ({
          ours: still.losses[step],
          theirs: [valueOf(point, 'dLoss'), valueOf(point, 'gLoss')] as const,
        }));
        const apart = (near: readonly (readonly [number, number])[]): readonly string[] =>
          steps.flatMap(({ ours, theirs }, step) =>
            ours.flatMap((loss, place) => {
              const allowed = 1e-4 * (1 + Math.abs(loss)) + ROUNDING * Math.abs(loss - near[step][place]);
              return Math.abs(loss - theirs[place]) <= allowed
                ? []
                : [
                    `step ${step + 1}, loss ${place}: ${loss}, PyTorch has ${theirs[place]}\n${describeRun(run)}`,
                  ];
            }),
          );
        // What rounding can do is looked at only where it is needed.
        if (apart(still.losses).length > 0) wrong.push(...apart((await train(run, true)).losses));
      }
      expect(wrong.join('\n\n')).toBe('');
      const trained = new Set(runs.map(({ parts }) => parts.loss.id));
      expect(losses.map(({ id }) => id).filter((id) => !trained.has(id))).toEqual([]);
    }),
);

it('writes the layers that a run has, and no others', () => {
  const kinds = new Set<LayerKind>(['dense', 'layerNorm']);
  const code = layerFunctions(kinds);
  expect(code.match(/^def \w+/gm)).toEqual(['def example_norm', 'def layer_dense', 'def layer_layerNorm']);
});
