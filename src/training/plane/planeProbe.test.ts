import '@tensorflow/tfjs-backend-cpu';
import { memory, setBackend, tensor, tidy, type Tensor } from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { replaceLast } from '../../core/networkEdits';
import { readRunConfig } from '../../core/runConfig';
import { loadPoints } from '../../datasets/points/pointDatasets';
import { pointClouds } from '../../datasets/points/pointClouds';
import { losses } from '../../losses';
import { ganMlp } from '../../models/ganMlp';
import { madGan } from '../../models/madGan';
import type { ModelDefinition } from '../../models/define';
import { tinyDataset } from '../../testing/tinyRun';
import { Trainer } from '../trainer';
import { PlaneProbe } from './planeProbe';

beforeAll(() => setBackend('cpu'));

const SMALL = { 'model.width': 8, 'model.latentSize': 2, batch: 8 };

function open(loss = 'non-saturating', changes: Record<string, unknown> = {}, size = 400) {
  const dataset = loadPoints(pointClouds[0], size, 1);
  const vocabulary = { datasets: [{ id: 'points-ring', params: [] }], models: [ganMlp], losses };
  const config = readRunConfig(
    { dataset: 'points-ring', model: 'gan-mlp', loss, ...SMALL, ...changes },
    vocabulary,
  );
  const found = losses.find(({ id }) => id === loss) ?? losses[0];
  const trainer = new Trainer({ config, dataset, model: ganMlp, loss: found });
  const probe = PlaneProbe.of(trainer, dataset);
  if (!probe) throw new Error('The ring is in the plane.');
  return { trainer, probe, loss: found };
}

const numbers = (t: Tensor): number[] => {
  const values = [...t.dataSync()];
  t.dispose();
  return values;
};

describe('PlaneProbe', () => {
  it('is for points only', () => {
    const { trainer } = open();
    expect(PlaneProbe.of(trainer, tinyDataset)).toBeNull();
    trainer.dispose();
  });

  it('shows what the discriminator thinks of each place, from the lower left corner', async () => {
    const { trainer, probe } = open();
    const { surface, side } = await probe.view(3);
    const centre = (cell: number) => ((cell + 0.5) / side) * 2 - 1;
    const [column, row] = [5, 30];
    const place = tensor([centre(column), centre(row)], [1, 1, 1, 2]);
    expect(surface[row * side + column]).toBeCloseTo(numbers(trainer.realness(place))[0], 6);
    place.dispose();
    trainer.dispose();
  });

  it.each(['non-saturating', 'relativistic-r1-r2', 'wgan-gp'])(
    'pushes samples where the loss of the generator falls, with %s',
    async (id) => {
      const { trainer, probe, loss } = open(id, { packing: id === 'wgan-gp' ? 2 : 1 });
      const { samples, pushes } = await probe.view(0);
      const count = pushes.length / 2;
      // The relativistic loss compares with real points, in the order of the probe; alone it is a function of scores.
      if (id === 'relativistic-r1-r2') expect(pushes.some((v) => v !== 0)).toBe(true);
      else {
        const lossAt = (shift: number, axis: number): number => {
          const moved = Float32Array.from(samples.subarray(0, 2 * count));
          moved[2 * 7 + axis] += shift;
          return numbers(
            tidy(() =>
              loss.generator(
                trainer.scores(tensor(moved, [count, 1, 1, 2])),
                trainer.config.lossParams,
                () => {
                  throw new Error('not asked for');
                },
              ),
            ),
          )[0];
        };
        for (const axis of [0, 1]) {
          const slope = (count * (lossAt(0.02, axis) - lossAt(-0.02, axis))) / 0.04;
          expect(pushes[14 + axis]).toBeCloseTo(-slope, 2);
        }
      }
      trainer.dispose();
    },
  );

  it('measures its samples, repeats itself and leaves nothing behind', async () => {
    const { trainer, probe } = open();
    const before = memory().numTensors;
    const [first, second] = [await probe.view(1), await probe.view(1)];
    expect(memory().numTensors).toBe(before);
    expect(first).toEqual(second);
    expect(Object.keys(first.values).toSorted()).toEqual([
      'good-samples',
      'grid-js',
      'grid-kl',
      'modes-covered',
    ]);
    expect(first.sheet.length / 2 / first.spokes).toBe(10);
    trainer.dispose();
  });

  it('does without a sheet where a model knows classes, and with few points', async () => {
    const model: ModelDefinition = {
      ...ganMlp,
      classes: { source: 'generators', head: 'auxiliary' },
      params: [...ganMlp.params, { ...madGan.params[0] }],
      buildDiscriminator: (shape, params) =>
        replaceLast(ganMlp.buildDiscriminator(shape, params), { kind: 'dense', units: 5 }),
    };
    const dataset = loadPoints(pointClouds[2], 16, 1);
    const vocabulary = { datasets: [{ id: 'points-moons', params: [] }], models: [model], losses };
    const config = readRunConfig(
      { dataset: 'points-moons', model: 'gan-mlp', batch: 8, 'model.latentSize': 8 },
      vocabulary,
    );
    const trainer = new Trainer({ config, dataset, model, loss: losses[0] });
    const view = await PlaneProbe.of(trainer, dataset)?.view(1);
    expect(view?.sheet).toHaveLength(0);
    expect(Object.keys(view?.values ?? {}).toSorted()).toEqual(['grid-js', 'grid-kl']);
    trainer.dispose();
  });
});
