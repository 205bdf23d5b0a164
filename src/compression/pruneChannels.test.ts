import { beforeAll, describe, expect, it } from 'vitest';
import { chain, inputShape, networkTotals, resolveNetwork, type NetworkSpec } from '../core/network';
import { widthSlots } from '../core/layerWidths';
import { defaultParams } from '../core/paramSpec';
import { models } from '../models';
import { difference, engineOutput, startTestEngine } from '../testing/exportEngine';
import { seededInputs, seededWeights, TINY_GENERATOR } from '../testing/exportModels';
import type { TrainedWeight, TrainedWeights } from '../graph/graph';
import { resnet } from '../models/networks/resnet';
import { unet } from '../models/networks/unet';
import { followChannels } from './channelFlow';
import { channelSaliency, cutChannels, keptChannels, readingMasks, selectAxis } from './pruneChannels';

beforeAll(startTestEngine);

/** The same network with the weights that read a channel that is not kept set to zero: the channel adds nothing. */
function silenced(spec: NetworkSpec, weights: TrainedWeights, kept: readonly (readonly number[])[]) {
  const result = new Map<string, TrainedWeight>(weights);
  const slots = widthSlots(spec);
  for (const [i, slot] of slots.entries()) {
    if (i === 0) continue;
    const name = `${slot.name}/kernel`;
    const kernel = weights.get(name);
    if (!kernel) throw new TypeError(name);
    const stays = new Set(kept[i - 1]);
    const axis = spec.nodes[slot.layerIndex].kind === 'conv2dTranspose' ? 3 : kernel.shape.length - 2;
    const inner = kernel.shape.slice(axis + 1).reduce((p, n) => p * n, 1);
    const values = kernel.values.map((w, at) =>
      stays.has((Math.floor(at / inner) % kernel.shape[axis]) % slots[i - 1].channels) ? w : 0,
    );
    result.set(name, { ...kernel, values });
  }
  return result;
}

it('takes the given indices along one axis', () => {
  const matrix = { shape: [2, 3], values: Float32Array.of(1, 2, 3, 4, 5, 6) };
  expect(selectAxis(matrix, 1, [0, 2])).toEqual({ shape: [2, 2], values: Float32Array.of(1, 3, 4, 6) });
  expect(selectAxis(matrix, 0, [1])).toEqual({ shape: [1, 3], values: Float32Array.of(4, 5, 6) });
});

it('rates a channel by what makes it, as the norm scales it, and by what reads it', () => {
  const spec: NetworkSpec = chain(
    'n',
    [2],
    [
      { kind: 'dense', units: 2, useBias: false },
      { kind: 'batchNorm', momentum: 0.8, epsilon: 1e-3 },
      { kind: 'activation', fn: 'relu' },
      { kind: 'dense', units: 1, useBias: false },
    ],
  );
  const weights = new Map([
    ['dense_1/kernel', { shape: [2, 2], values: Float32Array.of(3, 1, 4, 0) }],
    ['batchNorm_1/gamma', { shape: [2], values: Float32Array.of(1, 2) }],
    ['batchNorm_1/beta', { shape: [2], values: Float32Array.of(0, 0) }],
    ['batchNorm_1/movingMean', { shape: [2], values: Float32Array.of(0, 0) }],
    ['batchNorm_1/movingVariance', { shape: [2], values: Float32Array.of(0.999, 0.999) }],
    ['dense_2/kernel', { shape: [2, 1], values: Float32Array.of(2, 7) }],
  ]);
  const [saliency] = channelSaliency(spec, weights);
  expect(saliency[0]).toBeCloseTo(5 * 2, 4);
  expect(saliency[1]).toBeCloseTo(1 * 2 * 7, 4);
  expect(keptChannels(spec, weights, 0.5)).toEqual([[1], [0]]);
});

const MNIST = [28, 28, 1] as const;
const zoo = models.map((model) => {
  const classes = model.classes ? 10 : 0;
  return [model.id, model.buildGenerator(MNIST, defaultParams(model.params), classes)] as const;
});

/** Whose pixels are normed over their channels: each channel counts for all others. */
const mixes = ([, spec]: (typeof zoo)[number]): boolean =>
  spec.nodes.some(({ kind }) => kind === 'pixelNorm');
const followed = zoo.filter((model) => !mixes(model));

it.each(zoo.filter(mixes))('refuses %s by the layer that mixes channels', (_, spec) => {
  const weights = seededWeights(spec, 5);
  expect(() => cutChannels(spec, weights, keptChannels(spec, weights, 0.3))).toThrow(
    /before layer \S*pixelNorm/,
  );
});

describe.each([['tiny', TINY_GENERATOR] as const, ...followed])('%s', (_, spec) => {
  const weights = seededWeights(spec, 5);
  const kept = keptChannels(spec, weights, 0.3);
  const cut = cutChannels(spec, weights, kept);

  it('draws what the whole network draws with the same channels silenced', () => {
    const inputs = seededInputs(spec, 2);
    const expected = engineOutput(spec, silenced(spec, weights, kept), inputs, 2);
    const drawn = engineOutput(cut.spec, cut.weights, inputs, 2);
    expect(difference(drawn, expected).max).toBeLessThan(2e-5);
    const whole = engineOutput(spec, weights, inputs, 2);
    expect(difference(drawn, whole).max).toBeGreaterThan(0.01);
  });

  it('has the multiply-adds and parameters that its widths say', () => {
    const share = (kind: string): number[] =>
      resolveNetwork(cut.spec)
        .filter(({ layer }) => layer.kind === kind)
        .map(({ multiplyAdds }) => multiplyAdds);
    const [before, after] = [networkTotals(spec), networkTotals(cut.spec)];
    expect(after.multiplyAdds).toBeLessThan(0.8 * before.multiplyAdds);
    expect(after.trainable).toBeLessThan(0.8 * before.trainable);
    expect(after.output).toEqual(before.output);
    const slots = widthSlots(cut.spec);
    expect(slots.map(({ channels }) => channels)).toEqual(cut.widths);
    // A convolution costs its inputs times its outputs.
    const convs = resolveNetwork(spec).filter(({ layer }) => layer.kind === 'conv2d');
    for (const [i, conv] of convs.entries()) {
      const narrow = resolveNetwork(cut.spec).filter(({ layer }) => layer.kind === 'conv2d')[i];
      const ratio = (narrow.input[2] * narrow.output[2]) / (conv.input[2] * conv.output[2]);
      expect(share('conv2d')[i]).toBeCloseTo(conv.multiplyAdds * ratio, 3);
    }
  });
});

describe('over branches', () => {
  const settings = { shape: [16, 16, 1], channels: 3, width: 6, depth: 2, normalization: 'batch' } as const;
  it.each([
    ['U-Net', unet(settings)],
    ['ResNet', resnet({ ...settings, blocks: 2 })],
  ])('a %s without channels draws what it draws with them silenced', (_, spec) => {
    const weights = seededWeights(spec, 5);
    const kept = keptChannels(spec, weights, 0.3);
    const cut = cutChannels(spec, weights, kept);
    const silent = new Map<string, TrainedWeight>(weights);
    for (const [name, mask] of readingMasks(spec, kept)) {
      const kernel = weights.get(name);
      if (kernel) silent.set(name, { ...kernel, values: kernel.values.map((w, i) => w * mask[i]) });
    }
    const inputs = seededInputs(spec, 2);
    const drawn = engineOutput(cut.spec, cut.weights, inputs, 2);
    expect(difference(drawn, engineOutput(spec, silent, inputs, 2)).max).toBeLessThan(2e-5);
    expect(difference(drawn, engineOutput(spec, weights, inputs, 2)).max).toBeGreaterThan(0.01);
    expect(networkTotals(cut.spec).trainable).toBeLessThan(0.7 * networkTotals(spec).trainable);
  });

  it('keeps the same channels of what is added, and says so of others', () => {
    const spec = resnet({ ...settings, blocks: 2 });
    const weights = seededWeights(spec, 5);
    const kept = [...keptChannels(spec, weights, 0.5)];
    const { sharedWith } = followChannels(spec);
    const partner = sharedWith.findIndex((first, slot) => first !== slot);
    expect(kept[partner]).toEqual(kept[sharedWith[partner]]);
    kept[partner] = kept[partner].toSpliced(0, 1);
    expect(() => cutChannels(spec, weights, kept)).toThrow(/others are added to them/);
  });
});

it('names the layer that channels cannot be followed through', () => {
  const spec = chain('n', inputShape(TINY_GENERATOR), [
    ...TINY_GENERATOR.nodes.slice(0, 4),
    { kind: 'minibatchStd' },
    { kind: 'conv2d', filters: 3, kernel: 3 },
  ]);
  const weights = seededWeights(spec, 5);
  expect(() => cutChannels(spec, weights, keptChannels(spec, weights, 0.5))).toThrow('minibatchStd_1');
});
