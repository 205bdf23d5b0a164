// Networks that nobody designed, as exported scripts: ten steps of train.py are the engine's, over every layer kind that the
// adversarial task can have. What rounding can move is told from error by steps from weights a few roundings away.
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { RunSnapshot } from '../checkpoints/snapshot';
import { valueOf, type HistoryPoint } from '../core/history';
import type { LayerKind } from '../core/network';
import { torchRunFolder } from '../exporters/torchRun/folder';
import { layerFunctions } from '../exporters/torchRun/layers';
import { losses } from '../losses';
import { TEST_PATIENCE_MS } from '../testing/patience';
import { describeRun, randomRun, type RandomRun } from '../testing/randomNetworks';
import { closeSimd, openSimd } from '../testing/openSimd';
import { shaken, type TakenStep } from '../testing/stepAgreement';
import { inTemporaryFolder } from '../testing/tools';
import { torchMisses, unpackFolder, wronglyTrained } from '../testing/torchRuns';
import { ganNetworks } from './ganNetworks';
import { restoreTensors } from './snapshot';
import { Trainer } from './trainer';

const missing = torchMisses();
/** Three of each loss. */
const RUNS = 21;
const STEPS = 10;
/** Rounding moves a loss by up to this many times what it moved from shaken weights. */
const ROUNDING = 10;
/** Rounding is looked at this often: one that crosses a kink (pixel norm of a single channel is nearly its sign) is seldom. */
const SHAKES = 4;

beforeAll(async () => {
  await openSimd({ threads: 1 });
});
afterAll(closeSimd);

/** Both losses of each step, from the run's first weights or from ones that were shaken so, and those weights. */
async function train({ parts }: RandomRun, shake?: number) {
  const trainer = new Trainer(parts);
  const { tensors, updates } = await trainer.read();
  const first: TakenStep = { report: [], before: tensors, after: [] };
  if (shake !== undefined) restoreTensors(trainer, shaken([first], shake)[0].before);
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
      const taken: { readonly run: RandomRun; readonly still: Awaited<ReturnType<typeof train>> }[] = [];
      for (const [i, run] of runs.entries()) {
        const still = await train(run);
        await unpackFolder(folderOf(run, still.tensors, still.updates), join(at, String(i)));
        taken.push({ run, still });
      }
      const options = ['--steps', String(STEPS), '--device', 'cpu'];
      const compared =
        ({ run, still }: (typeof taken)[number]) =>
        async (history: readonly HistoryPoint[], count = STEPS): Promise<readonly string[]> => {
          expect(history).toHaveLength(STEPS);
          const apart = (rounding: (step: number, place: number) => number): readonly string[] =>
            history.slice(0, count).flatMap((point, step) =>
              [valueOf(point, 'dLoss'), valueOf(point, 'gLoss')].flatMap((theirs, place) => {
                const ours = still.losses[step][place];
                return Math.abs(ours - theirs) <=
                  1e-4 * (1 + Math.abs(ours)) + ROUNDING * rounding(step, place)
                  ? []
                  : [`step ${step + 1}, loss ${place}: ${ours}, PyTorch has ${theirs}\n${describeRun(run)}`];
              }),
            );
          // What rounding can do is looked at only where it is needed.
          if (apart(() => 0).length === 0) return [];
          const moved: (typeof still.losses)[] = [];
          for (let shake = 0; shake < SHAKES; shake++) moved.push((await train(run, shake)).losses);
          return apart((step, place) =>
            Math.max(...moved.map((near) => Math.abs(still.losses[step][place] - near[step][place]))),
          );
        };
      const wrong = await wronglyTrained(
        taken.map((one, i) => [join(at, String(i)), compared(one)]),
        options,
      );
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
