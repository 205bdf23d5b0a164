import { describe, expect, it } from 'vitest';
import { checkCompatibility, incompatibilities, type ChoiceFacts } from './compatibility';
import { readRunConfig } from './runConfig';

const plain: ChoiceFacts = {
  dataset: { label: 'Digits', shape: [28, 28, 1], classes: 10, origin: 'embedded' },
  model: { label: 'Light' },
  loss: { label: 'Standard' },
  task: { label: 'Draw', data: ['noise', 'images'] },
};
const config = (changes: Record<string, unknown> = {}) =>
  readRunConfig(
    { dataset: 'd', model: 'm', loss: 'l', batch: 64, ...changes },
    {
      datasets: [{ id: 'd', params: [] }],
      models: [{ id: 'm', params: [], recommended: {} }],
      losses: [{ id: 'l', params: [] }],
    },
  );
const with_ = (changes: { [K in keyof ChoiceFacts]?: Partial<ChoiceFacts[K]> }): ChoiceFacts => ({
  dataset: { ...plain.dataset, ...changes.dataset },
  model: { ...plain.model, ...changes.model },
  loss: { ...plain.loss, ...changes.loss },
  task: { ...plain.task, ...changes.task },
});
const translate = { label: 'Translate', data: ['domains'], ownNetworks: true } as const;
const byLabel = { source: 'labels', head: 'projection' };

describe('incompatibilities', () => {
  it('finds nothing in the default settings', () => {
    expect(incompatibilities(config(), plain)).toEqual([]);
  });

  it.each([
    [
      'classes without labels',
      {},
      with_({ model: { classes: byLabel }, dataset: { classes: 0 } }),
      /no labels/,
    ],
    [
      'a side that does not fit',
      {},
      with_({ model: { sideMultiple: 4 }, dataset: { shape: [30, 28, 1] } }),
      /30 x 28/,
    ],
    ['packing with classes', { packing: 2 }, with_({ model: { classes: byLabel } }), /2 images as one/],
    ['a batch that cannot be packed', { packing: 3 }, plain, /64 cannot be packed by 3/],
    ['deviation of one pack', { packing: 2, batch: 2, minibatchStd: true }, plain, /leaves one/],
    [
      'second gradients of a mixture',
      {},
      with_({
        model: { classes: { source: 'generators', head: 'mixture' } },
        loss: { differentiatesTwice: true },
      }),
      /second gradients/,
    ],
    ['unrolled convolutions', { unrolledSteps: 3 }, plain, /convolutions of Light/],
    [
      'an unrolled penalty',
      { unrolledSteps: 3 },
      with_({ model: { denseD: true }, loss: { differentiatesTwice: true } }),
      /cannot be unrolled/,
    ],
    [
      'unrolled clipping',
      { unrolledSteps: 3 },
      with_({ model: { denseD: true }, loss: { boundsWeights: true } }),
      /cannot be unrolled/,
    ],
    [
      'translating with a bounded slope',
      {},
      with_({ task: translate, loss: { boundsWeights: true } }),
      /Standard bounds .* “Translate” does not/,
    ],
    [
      'two domains out of one kind',
      {},
      with_({ task: translate, dataset: { classes: 0 } }),
      /needs images of two kinds/,
    ],
    [
      'translating points',
      {},
      with_({ task: translate, dataset: { shape: [1, 1, 2] } }),
      /at least 8 pixels/,
    ],
    ['augmented points', { augment: 'translation' }, with_({ dataset: { shape: [1, 1, 2] } }), /points/],
  ])('refuses %s with a reason', (_, changes, facts, reason) => {
    const [found] = incompatibilities(config(changes), facts);
    expect(found).toMatchObject({ severity: 'refused', reason: expect.stringMatching(reason) });
    expect(found.remedy).toMatch(/^[A-Z].*\.$/);
    expect(() => checkCompatibility(config(changes), facts)).toThrow(reason);
  });

  it('warns of batch normalization under a gradient penalty, and lets it run', () => {
    const facts = with_({ model: { normalizesD: true }, loss: { differentiatesTwice: true } });
    expect(incompatibilities(config(), facts).map((i) => i.severity)).toEqual(['warning']);
    expect(() => checkCompatibility(config(), facts)).not.toThrow();
    expect(incompatibilities(config({ normD: 'layer' }), facts)).toEqual([]);
  });

  it.each([
    ['colour', /are grey/],
    ['pairs', /are not in pairs/],
  ])('refuses to learn %s from what has none', (mode, reason) => {
    const facts = with_({ task: { ...translate, data: ['pairs'] } });
    const [found] = incompatibilities({ ...config(), taskParams: { mode } }, facts);
    expect(found.reason).toMatch(reason);
  });

  it('holds the rules of models against no task that has networks of its own', () => {
    const facts = with_({ task: translate, model: { sideMultiple: 8 } });
    expect(incompatibilities(config({ unrolledSteps: 3 }), facts)).toEqual([]);
  });

  it('leaves the size of a person’s own files to the model', () => {
    const facts = with_({ model: { sideMultiple: 4 }, dataset: { shape: [30, 30, 1], origin: 'files' } });
    expect(incompatibilities(config(), facts)).toEqual([]);
  });
});
