// Test support: the layers of seeded networks that nobody designed (randomNetworks.ts), at odd sizes.
import { chain, type ActivationName, type LayerSpec, type PaddingMode, type Shape } from '../core/network';
import { resolveNetwork } from '../core/network';
import type { Random } from '../core/random';
import type { ImageShape } from '../models/define';

const ACTIVATIONS: readonly ActivationName[] = ['relu', 'leakyRelu', 'tanh', 'sigmoid'];

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
}

const activation = (dice: Dice): LayerSpec => {
  const fn = dice.one(ACTIVATIONS);
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
  if (dice.chance(0.85)) layers.push(activation(dice));
  if (layers.length > 1 && dice.chance(0.15)) layers.reverse();
  if (dropout && dice.chance(0.3)) layers.push({ kind: 'dropout', rate: dice.one([0.1, 0.25, 0.5]) });
  return layers;
}

const shapeAfter = (input: Shape, layers: readonly LayerSpec[]): Shape =>
  resolveNetwork(chain('probe', input, layers)).at(-1)?.output ?? input;

/** Layers that bring [h, w, c] to exactly the sides of `shape`: zeros around it, or a convolution that eats the border. */
function fit(dice: Dice, [h, w]: Shape, [height, width]: ImageShape): LayerSpec[] {
  const layers: LayerSpec[] = [];
  const excess = Math.max(h - height, w - width, 0);
  const [tall, wide] = [height + excess - h, width + excess - w];
  if (tall > 0 || wide > 0) {
    const [top, left] = [dice.from(0, tall), dice.from(0, wide)];
    layers.push({ kind: 'zeroPad', top, bottom: tall - top, left, right: wide - left });
  }
  if (excess > 0)
    layers.push({ kind: 'conv2d', filters: dice.small(1, 40), kernel: excess + 1, padding: 'valid' });
  return layers;
}

export function generatorLayers(dice: Dice, shape: ImageShape): LayerSpec[] {
  const [height, width, channels] = shape;
  const layers: LayerSpec[] = [];
  if (dice.chance(0.5))
    layers.push(
      { kind: 'dense', units: dice.small(1, 70), useBias: dice.chance(0.8) },
      ...tail(dice, false, true),
    );
  const out: LayerSpec = dice.chance(0.8) ? { kind: 'activation', fn: 'tanh' } : activation(dice);
  if (dice.chance(0.12)) {
    layers.push({ kind: 'dense', units: height * width * channels }, { kind: 'reshape', shape }, out);
    return layers;
  }
  const factors = dice.one([[2], [2, 2], [3], [1, 2], [2, 3], [1]]);
  const factor = factors.reduce((product, f) => product * f, 1);
  // Rounded down it is padded at the end, rounded up it is cropped.
  const side = (target: number): number =>
    Math.max(1, dice.chance(0.5) || factor > 6 ? Math.floor(target / factor) : Math.ceil(target / factor));
  const [h, w, c] = [side(height), side(width), dice.small(1, 70)];
  layers.push({ kind: 'dense', units: h * w * c, useBias: dice.chance(0.8) }, ...tail(dice, false, true));
  layers.push({ kind: 'reshape', shape: [h, w, c] });
  let now: Shape = [h, w, c];
  const add = (...more: LayerSpec[]): void => {
    layers.push(...more);
    now = shapeAfter(now, more);
  };
  for (const f of factors) {
    const filters = dice.small(1, 70);
    const useBias = dice.chance(0.8);
    const kernel = dice.from(dice.chance(0.2) ? 1 : f, 7);
    if (f === 2 && dice.chance(0.6)) {
      add({ kind: 'upsample' });
      if (dice.chance(0.85))
        add({ kind: 'conv2d', filters, kernel: dice.one([3, 3, 3, 1, 2, 4, 5]), useBias });
      add(...tail(dice, true, true));
    } else if (kernel < f) {
      // Pixels that nothing reaches are exactly zero, which is where relu has its kink: a smooth activation follows.
      add(
        { kind: 'conv2dTranspose', filters, kernel, stride: f, useBias },
        { kind: 'activation', fn: 'tanh' },
      );
    } else {
      add({ kind: 'conv2dTranspose', filters, kernel, stride: f, useBias });
      add(...tail(dice, true, true));
    }
    if (dice.chance(0.3)) add(extra(dice, now), ...tail(dice, true, false));
  }
  add(...fit(dice, now, shape));
  add({ kind: 'conv2d', filters: channels, kernel: dice.one([1, 2, 3, 3, 5, 7]) }, out);
  return layers;
}

/** A layer of an image that keeps its sides. */
function extra(dice: Dice, [, , c]: Shape): LayerSpec {
  if (dice.chance(0.4) && c <= 70)
    return { kind: 'depthwiseConv2d', kernel: dice.from(1, 7), useBias: dice.chance(0.5) };
  return { kind: 'conv2d', filters: dice.small(1, 70), kernel: dice.from(1, 7), useBias: dice.chance(0.7) };
}

export function discriminatorLayers(dice: Dice, input: Shape, outputs: number): LayerSpec[] {
  const layers: LayerSpec[] = [];
  let now: Shape = input;
  const add = (...more: LayerSpec[]): void => {
    layers.push(...more);
    now = shapeAfter(now, more);
  };
  for (let block = dice.from(0, 3); block > 0; block--) {
    const [h, w] = now;
    const kernel = dice.from(1, 7);
    const stride = dice.from(1, 3);
    const padding: PaddingMode = Math.min(h, w) >= kernel && dice.chance(0.35) ? 'valid' : 'same';
    if (dice.chance(0.15))
      add({
        kind: 'zeroPad',
        top: dice.from(0, 2),
        bottom: dice.from(0, 2),
        left: dice.from(0, 2),
        right: dice.from(0, 2),
      });
    if (dice.chance(0.06) && Math.max(h, w) < 12) add({ kind: 'upsample' });
    if (dice.chance(0.2)) add({ kind: 'depthwiseConv2d', kernel, stride, useBias: dice.chance(0.5) });
    else if (dice.chance(0.06))
      add({ kind: 'conv2dTranspose', filters: dice.small(1, 12), kernel, stride: dice.from(1, 2) });
    else
      add({ kind: 'conv2d', filters: dice.small(1, 70), kernel, stride, padding, useBias: dice.chance(0.8) });
    add(...tail(dice, true, true));
  }
  if (dice.chance(0.15)) add({ kind: 'minibatchStd' });
  add({ kind: 'flatten' });
  if (dice.chance(0.5))
    add({ kind: 'dense', units: dice.small(1, 70), useBias: dice.chance(0.8) }, ...tail(dice, false, true));
  add({ kind: 'dense', units: outputs, useBias: dice.chance(0.8) });
  return layers;
}
