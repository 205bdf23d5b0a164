// Test support: seeded networks that nobody designed, over everything that layers, losses and stabilizers offer, at odd
// sizes. What `randomRun(seed)` gives never changes with the machine; a change of this file changes all of it.
import { checkCompatibility, IncompatibleSettingsError } from '../core/compatibility';
import type { ActivationName, LayerSpec, NetworkSpec, PaddingMode, Shape } from '../core/layerSpec';
import { resolveNetwork, stepMultiplyAdds } from '../core/networkSpec';
import { createRandom, type Random } from '../core/random';
import { readRunConfig } from '../core/runConfig';
import { AUGMENTATIONS, NORMALIZATIONS } from '../core/stabilizerParams';
import type { LoadedDataset } from '../datasets/define';
import { losses } from '../losses';
import { GENERATORS } from '../models/byClass';
import { defineModel, type ImageShape, type ModelDefinition } from '../models/define';
import type { ClassUse } from '../protocol';
import { describeNetworks } from '../training/stabilizers/specs';
import type { TrainerParts } from '../training/trainer';

const ACTIVATIONS: readonly ActivationName[] = ['relu', 'leakyRelu', 'tanh', 'sigmoid'];
const CLASS_USES: readonly (ClassUse | null)[] = [
  null,
  null,
  null,
  { source: 'labels', head: 'projection' },
  { source: 'labels', head: 'auxiliary' },
  { source: 'generators', head: 'auxiliary' },
  { source: 'generators', head: 'mixture' },
];
const LABELS = ['a', 'b', 'c'];
const GENERATOR_COUNT = 3;
const IMAGES = 40;

/** Draws in words. */
class Dice {
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
  resolveNetwork({ name: 'probe', input, layers }).at(-1)?.output ?? input;

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

function generatorLayers(dice: Dice, shape: ImageShape): LayerSpec[] {
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

function discriminatorLayers(dice: Dice, input: Shape, outputs: number): LayerSpec[] {
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

/** Images of any shape whose pixels are a function of their index, in three classes. */
function noiseImages(shape: ImageShape, seed: number): LoadedDataset {
  const volume = shape[0] * shape[1] * shape[2];
  const random = createRandom(seed, 77);
  const pixels = Uint8Array.from({ length: IMAGES * volume }, () => random.int(256));
  return {
    shape,
    size: IMAGES,
    classNames: LABELS,
    read: (indices) => {
      const out = new Uint8Array(indices.length * volume);
      for (let i = 0; i < indices.length; i++)
        out.set(pixels.subarray(indices[i] * volume, (indices[i] + 1) * volume), i * volume);
      return { pixels: out, labels: Uint8Array.from(indices, (index) => index % LABELS.length) };
    },
  };
}

function randomModel(dice: Dice, shape: ImageShape, classes: ClassUse | null, id: string): ModelDefinition {
  const known = classes === null ? 0 : classes.source === 'labels' ? LABELS.length : GENERATOR_COUNT;
  const latent = dice.small(1, 40);
  const input = classes?.source === 'generators' ? latent * known : latent + known;
  const generator: NetworkSpec = { name: 'generator', input: [input], layers: generatorLayers(dice, shape) };
  // Packed images have more channels; the layers fit any number of them.
  const layers = discriminatorLayers(dice, shape, 1 + known);
  return defineModel({
    id,
    label: id,
    help: '',
    paper: '',
    params: classes?.source === 'generators' ? [GENERATORS] : [],
    recommended: {},
    ...(classes ? { classes } : {}),
    denseD: !layers.some(({ kind }) => /conv|upsample/i.test(kind)),
    buildGenerator: () => generator,
    buildDiscriminator: () => ({ name: 'discriminator', input: shape, layers }),
  });
}

function settings(dice: Dice, seed: number): Record<string, unknown> {
  const often = <T>(value: T, usual: T, share = 0.2): T => (dice.chance(share) ? value : usual);
  return {
    seed,
    loss: losses[seed % losses.length].id,
    batch: dice.from(2, 17),
    dSteps: often(2, 1),
    learningRateG: dice.one([1e-4, 1e-3]),
    learningRateD: dice.one([1e-4, 1e-3]),
    beta1: dice.one([0, 0.5, 0.9]),
    beta2: dice.one([0.9, 0.999]),
    emaDecay: often(0.9, 0, 0.4),
    normG: often(dice.one(NORMALIZATIONS), 'model', 0.3),
    normD: often(dice.one(NORMALIZATIONS), 'model', 0.3),
    spectralNorm: dice.chance(0.2),
    minibatchStd: dice.chance(0.15),
    packing: often(dice.from(2, 4), 1, 0.15),
    augment: often(dice.one(AUGMENTATIONS), 'none', 0.25),
    instanceNoise: often(0.3, 0),
    initScale: often(0.5, 1, 0.1),
    unrolledSteps: often(dice.from(1, 2), 0),
    'loss.labelSmoothing': 0.1,
  };
}

export interface RandomRun {
  readonly seed: number;
  readonly parts: TrainerParts;
  readonly generator: NetworkSpec;
  readonly discriminator: NetworkSpec;
  readonly multiplyAdds: number;
}

function tryRun(seed: number, attempt: number): RandomRun | null {
  const dice = new Dice(createRandom(seed, 4096, attempt));
  const shape: ImageShape = [dice.small(5, 40), dice.small(5, 40), dice.from(1, 3)];
  const classes = dice.one(CLASS_USES);
  const chosen = randomModel(dice, shape, classes, `random-${seed}`);
  const { 'loss.labelSmoothing': smoothing, ...rest } = settings(dice, seed);
  const pairs = {
    dataset: 'noise',
    model: chosen.id,
    ...rest,
    ...(rest.loss === 'non-saturating' ? { 'loss.labelSmoothing': smoothing } : {}),
    ...(classes?.source === 'generators' ? { 'model.generators': GENERATOR_COUNT } : {}),
  };
  const checked = readRunConfig(pairs, { datasets: [{ id: 'noise', params: [] }], models: [chosen], losses });
  // The form asks for two images at least; steps of one are held to the same.
  // With batch norm one image gives constants: nothing is left to compare but roundings.
  const asLayers = [chosen.buildGenerator(shape, {}), chosen.buildDiscriminator(shape, {})].flatMap(
    (n) => n.layers,
  );
  const alone =
    checked.packing === 1 && !asLayers.some(({ kind }) => kind === 'batchNorm' || kind === 'minibatchStd');
  const single = alone && !checked.minibatchStd && dice.chance(1 / 4);
  const config = single ? { ...checked, batch: 1 } : checked;
  const loss = losses[seed % losses.length];
  const dataset = noiseImages(shape, seed);
  checkCompatibility(config, {
    dataset: { label: 'noise', shape, classes: LABELS.length, origin: 'embedded' },
    model: chosen,
    loss,
  });
  const known = classes === null ? 0 : classes.source === 'labels' ? LABELS.length : GENERATOR_COUNT;
  const specs = describeNetworks(chosen, shape, config, known);
  for (const spec of Object.values(specs)) resolveNetwork(spec);
  const multiplyAdds = stepMultiplyAdds(specs.generator, specs.discriminator, config.batch, config.dSteps);
  return { seed, parts: { config, dataset, model: chosen, loss }, ...specs, multiplyAdds };
}

/** The run of a seed, whose step costs at most so many multiply-adds. */
export function randomRun(seed: number, most: number): RandomRun {
  for (let attempt = 0; ; attempt++) {
    try {
      const run = tryRun(seed, attempt);
      if (run && run.multiplyAdds <= most) return run;
    } catch (error) {
      if (!(error instanceof IncompatibleSettingsError)) throw error;
    }
  }
}

/** The run in a few lines, for the name of what failed. */
export function describeRun({ seed, parts, generator, discriminator }: RandomRun): string {
  const { config, dataset, model: chosen } = parts;
  const layer = (spec: LayerSpec): string =>
    Object.values(spec)
      .map((value) => (typeof value === 'object' ? JSON.stringify(value) : String(value)))
      .join(' ');
  const network = ({ name, input, layers }: NetworkSpec) =>
    `${name} [${input.join()}]: ${layers.map(layer).join('; ')}`;
  const facts = {
    loss: config.loss,
    batch: config.batch,
    dSteps: config.dSteps,
    packing: config.packing,
    augment: config.augment,
    spectral: config.spectralNorm,
  };
  return [
    `seed ${seed}, images ${dataset.shape.join(' x ')}, ${JSON.stringify({ ...facts, classes: chosen.classes })}`,
    network(generator),
    network(discriminator),
  ].join('\n');
}
