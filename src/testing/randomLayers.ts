// Test support: the layers of seeded networks that nobody designed (randomNetworks.ts), at odd sizes and with branches.
import {
  type ActivationName,
  type LayerSpec,
  type NetworkSpec,
  type PaddingMode,
  type Shape,
  type Sides,
} from '../core/network';
import type { Random } from '../core/random';
import type { ImageShape } from '../models/define';
import { Sketch } from './sketch';

const COMMON: readonly ActivationName[] = ['relu', 'leakyRelu', 'tanh', 'sigmoid'];
const RARE: readonly ActivationName[] = ['relu6', 'elu', 'selu', 'gelu', 'geluTanh', 'swish', 'softplus'];

/** Draws in words. */
export class Dice {
  constructor(private readonly random: Random) {}

  /** A whole number from `low` to `high`. */
  from = (low: number, high: number): number => low + this.random.int(high - low + 1);
  /** The same, small ones more often. */
  small = (low: number, high: number): number =>
    Math.min(high, low + Math.floor((high - low + 1) * this.random.uniform() ** 2.5));
  chance = (share: number): boolean => this.random.uniform() < share;
  one = <T>(list: readonly T[]): T => list[this.random.int(list.length)];
  /** One size for both sides, or seldom two. */
  sides = (low: number, high: number): Sides =>
    this.chance(0.15) ? [this.from(low, high), this.from(low, high)] : this.from(low, high);
}

const activation = (dice: Dice): LayerSpec => {
  if (dice.chance(0.1)) return { kind: 'prelu' };
  const fn = dice.one(dice.chance(0.15) ? RARE : COMMON);
  return fn === 'leakyRelu'
    ? { kind: 'activation', fn, alpha: dice.one([0.01, 0.1, 0.2, 0.3]) }
    : { kind: 'activation', fn };
};

/** What may stand behind a layer with weights: a normalization, an activation, dropout, each or none, in either order. */
function tail(dice: Dice, isImage: boolean, dropout: boolean): LayerSpec[] {
  const layers: LayerSpec[] = [];
  const norm = dice.from(0, 5);
  if (norm <= 1)
    layers.push({ kind: 'batchNorm', momentum: dice.one([0.5, 0.8, 0.99]), epsilon: dice.one([1e-3, 1e-5]) });
  if (norm === 2) layers.push({ kind: 'layerNorm' });
  if (norm === 3) layers.push({ kind: isImage ? 'instanceNorm' : 'layerNorm' });
  if (norm === 4 && dice.chance(0.4)) layers.push({ kind: 'pixelNorm' });
  if (dice.chance(0.85)) layers.push(activation(dice));
  if (layers.length > 1 && dice.chance(0.15)) layers.reverse();
  if (dropout && dice.chance(0.3)) layers.push({ kind: 'dropout', rate: dice.one([0.1, 0.25, 0.5]) });
  return layers;
}

/** Layers that bring [h, w, c] to exactly the sides of `shape`: zeros around it, or a convolution that eats the border. */
function fit(dice: Dice, [h, w]: Shape, [height, width]: ImageShape): LayerSpec[] {
  const layers: LayerSpec[] = [];
  const excess = Math.max(h - height, w - width, 0);
  const [tall, wide] = [height + excess - h, width + excess - w];
  if (tall > 0 || wide > 0) {
    const [top, left] = [dice.from(0, tall), dice.from(0, wide)];
    layers.push({ kind: 'zeroPad', top, bottom: tall - top, left, right: wide - left });
  }
  if (excess > 0 && dice.chance(0.3)) {
    const [top, left] = [dice.from(0, excess), dice.from(0, excess)];
    layers.push({ kind: 'crop', top, bottom: excess - top, left, right: excess - left });
  } else if (excess > 0)
    layers.push({ kind: 'conv2d', filters: dice.small(1, 40), kernel: excess + 1, padding: 'valid' });
  return layers;
}

/** Layers of an image that keep its sides. */
function extra(dice: Dice, [h, w, c]: Shape): LayerSpec[] {
  if (dice.chance(0.3) && c <= 70)
    return [{ kind: 'depthwiseConv2d', kernel: dice.sides(1, 7), useBias: dice.chance(0.5) }];
  const filters = dice.small(1, 70);
  const rim = dice.from(1, 3);
  if (rim < Math.min(h, w) && dice.chance(0.25))
    return [
      { kind: 'reflectionPad', top: rim, bottom: rim, left: rim, right: rim },
      { kind: 'conv2d', filters, kernel: 2 * rim + 1, padding: 'valid' },
    ];
  if (dice.chance(0.1)) return [{ kind: 'averagePool', size: dice.sides(1, 3), stride: 1, padding: 'same' }];
  return [{ kind: 'conv2d', filters, kernel: dice.sides(1, 7), useBias: dice.chance(0.7) }];
}

/** Layers beside the value at hand, summed with it or laid beside it. */
function branch(dice: Dice, sketch: Sketch): void {
  const channels = sketch.now[2];
  const sums = dice.chance(0.6);
  sketch.branch(() => {
    sketch.add(...extra(dice, sketch.now), ...tail(dice, true, false));
    if (sums) sketch.add({ kind: 'conv2d', filters: channels, kernel: dice.one([1, 3]) });
  }, sums);
}

export function generatorNetwork(dice: Dice, input: number, shape: ImageShape): NetworkSpec {
  const [height, width, channels] = shape;
  const sketch = new Sketch('generator', [input]);
  if (dice.chance(0.5))
    sketch.add(
      { kind: 'dense', units: dice.small(1, 70), useBias: dice.chance(0.8) },
      ...tail(dice, false, true),
    );
  const out: LayerSpec = dice.chance(0.8) ? { kind: 'activation', fn: 'tanh' } : activation(dice);
  if (dice.chance(0.12)) {
    sketch.add({ kind: 'dense', units: height * width * channels }, { kind: 'reshape', shape }, out);
    return sketch.finish();
  }
  const factors = dice.one([[2], [2, 2], [3], [1, 2], [2, 3], [1]]);
  const factor = factors.reduce((product, f) => product * f, 1);
  // Rounded down it is padded at the end, rounded up it is cropped.
  const side = (target: number): number =>
    Math.max(1, dice.chance(0.5) || factor > 6 ? Math.floor(target / factor) : Math.ceil(target / factor));
  const [h, w, c] = [side(height), side(width), dice.small(1, 70)];
  sketch.add({ kind: 'dense', units: h * w * c, useBias: dice.chance(0.8) }, ...tail(dice, false, true));
  sketch.add({ kind: 'reshape', shape: [h, w, c] });
  for (const f of factors) {
    const filters = dice.small(1, 70);
    const useBias = dice.chance(0.8);
    const kernel = dice.from(dice.chance(0.2) ? 1 : f, 7);
    if (f === 2 && dice.chance(0.6)) {
      sketch.add(dice.chance(0.2) ? { kind: 'resize', factor: 2 } : { kind: 'upsample' });
      if (dice.chance(0.85))
        sketch.add({ kind: 'conv2d', filters, kernel: dice.one([3, 3, 3, 1, 2, 4, 5]), useBias });
      sketch.add(...tail(dice, true, true));
    } else if (kernel < f) {
      // Pixels that nothing reaches are exactly zero, which is where relu has its kink: a smooth activation follows.
      sketch.add(
        { kind: 'conv2dTranspose', filters, kernel, stride: f, useBias },
        { kind: 'activation', fn: 'tanh' },
      );
    } else {
      sketch.add({ kind: 'conv2dTranspose', filters, kernel, stride: f, useBias });
      sketch.add(...tail(dice, true, true));
    }
    if (dice.chance(0.3)) branch(dice, sketch);
    else if (dice.chance(0.3)) sketch.add(...extra(dice, sketch.now), ...tail(dice, true, false));
  }
  sketch.add(...fit(dice, sketch.now, shape));
  sketch.add({ kind: 'conv2d', filters: channels, kernel: dice.one([1, 2, 3, 3, 5, 7]) }, out);
  return sketch.finish();
}

/** A pool whose windows do not all lie beyond the border. */
function pool(dice: Dice, [h, w]: Shape): LayerSpec {
  const size = Math.min(dice.from(1, 3), h, w);
  const kind = dice.one(['averagePool', 'maxPool'] as const);
  const stride = dice.from(1, size);
  return { kind, size, stride, padding: dice.one(['same', 'valid'] as const) };
}

export function discriminatorNetwork(dice: Dice, input: Shape, outputs: number): NetworkSpec {
  const sketch = new Sketch('discriminator', input);
  for (let block = dice.from(0, 3); block > 0; block--) {
    const [h, w] = sketch.now;
    const kernel = dice.from(1, 7);
    const stride = dice.from(1, 3);
    const padding: PaddingMode = Math.min(h, w) >= kernel && dice.chance(0.35) ? 'valid' : 'same';
    if (dice.chance(0.15))
      sketch.add({
        kind: 'zeroPad',
        top: dice.from(0, 2),
        bottom: dice.from(0, 2),
        left: dice.from(0, 2),
        right: dice.from(0, 2),
      });
    if (dice.chance(0.06) && Math.max(h, w) < 12) sketch.add({ kind: 'upsample' });
    if (dice.chance(0.2)) sketch.add({ kind: 'depthwiseConv2d', kernel, stride, useBias: dice.chance(0.5) });
    else if (dice.chance(0.06))
      sketch.add({ kind: 'conv2dTranspose', filters: dice.small(1, 12), kernel, stride: dice.from(1, 2) });
    else
      sketch.add({
        kind: 'conv2d',
        filters: dice.small(1, 70),
        kernel,
        stride,
        padding,
        useBias: dice.chance(0.8),
      });
    sketch.add(...tail(dice, true, true));
    if (dice.chance(0.2)) branch(dice, sketch);
    if (dice.chance(0.2)) sketch.add(pool(dice, sketch.now));
  }
  if (dice.chance(0.15)) sketch.add({ kind: 'minibatchStd' });
  sketch.add(dice.chance(0.2) ? { kind: 'globalAveragePool' } : { kind: 'flatten' });
  if (dice.chance(0.5))
    sketch.add(
      { kind: 'dense', units: dice.small(1, 70), useBias: dice.chance(0.8) },
      ...tail(dice, false, true),
    );
  sketch.add({ kind: 'dense', units: outputs, useBias: dice.chance(0.8) });
  return sketch.finish();
}
