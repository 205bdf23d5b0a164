// Test support: seeded networks that nobody designed, over everything that layers, losses and stabilizers offer, at odd
// sizes. What `randomRun(seed)` gives never changes with the machine; a change of this file changes all of it.
import { checkCompatibility, IncompatibleSettingsError } from '../core/compatibility';
import { resolveNetwork, stepMultiplyAdds, type NetworkNode, type NetworkSpec } from '../core/network';
import { createRandom } from '../core/random';
import { readRunConfig } from '../core/runConfig';
import { AUGMENTATIONS, NORMALIZATIONS } from '../core/stabilizerParams';
import type { LoadedDataset } from '../datasets/define';
import { losses } from '../losses';
import { GENERATORS } from '../models/byClass';
import { defineModel, type ImageShape, type ModelDefinition } from '../models/define';
import type { ClassUse } from '../protocol';
import { adversarial } from '../tasks/adversarial';
import { describeNetworks } from '../training/stabilizers/specs';
import type { TrainerParts } from '../training/trainer';
import { Dice, discriminatorNetwork, generatorNetwork } from './randomLayers';

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

/** Images of any shape whose pixels are a function of their index, in three classes. */
export function noiseImages(shape: ImageShape, seed: number): LoadedDataset {
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
  const generator = generatorNetwork(dice, input, shape);
  // Packed images have more channels; the layers fit any number of them.
  const discriminator = discriminatorNetwork(dice, shape, 1 + known);
  return defineModel({
    id,
    label: id,
    help: '',
    paper: '',
    params: classes?.source === 'generators' ? [GENERATORS] : [],
    recommended: {},
    ...(classes ? { classes } : {}),
    denseD: !discriminator.nodes.some(({ kind }) => /conv|upsample|pool|prelu/i.test(kind)),
    buildGenerator: () => generator,
    buildDiscriminator: () => discriminator,
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
    (n) => n.nodes,
  );
  const alone =
    checked.packing === 1 && !asLayers.some(({ kind }) => kind === 'batchNorm' || kind === 'minibatchStd');
  const single = alone && !checked.minibatchStd && dice.chance(1 / 4);
  const config = single ? { ...checked, batch: 1 } : checked;
  const loss = losses[seed % losses.length];
  const dataset = noiseImages(shape, seed);
  checkCompatibility(config, {
    dataset: { label: 'noise', shape, classes: LABELS.length, origin: 'embedded' },
    ...{ model: chosen, loss, task: adversarial },
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
  const layer = ({ id, from, ...options }: NetworkNode): string =>
    [id, `(${from.join()})`, ...Object.values(options).map((value) => JSON.stringify(value))].join(' ');
  const network = ({ name, inputs, nodes, outputs }: NetworkSpec) =>
    `${name} ${JSON.stringify(inputs)}: ${nodes.map(layer).join('; ')} -> ${outputs.join()}`;
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
