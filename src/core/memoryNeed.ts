// How much memory a run takes, from its description alone: weights with their optimizer, the maps of a recorded step, the
// data. The factors were fitted to the CPU engine's own count; `training/memoryNeed.test` holds them to it. Pure; what a
// backend has is memoryFit.ts'.
import { layerDefinition, networkTotals, resolveNetwork, volume, type NetworkSpec } from './network';
import type { RunConfig } from './runConfig';

const BYTES = 4;
/** The engine's blocks are up to an eighth larger than what lies in them. */
const BLOCKS = 1.06;
/** Weights, and two moments of Adam. */
const KEPT_COPIES = 3;
/** Gradients, those of a second pass among them, and what the optimizer makes of them. */
const STEP_COPIES = 2.3;
/** What a step makes of each map that a gradient needs: the map, its gradient, and neighbours that live with them. */
const MAP_COPIES = 2.8;
/** Depthwise convolutions keep both halves of what they do. */
const DEPTHWISE_COPIES = 2;
/** Normalization over an example is composed of single operations, each with a map of its own. */
const EXAMPLE_NORM_COPIES = { layerNorm: 11, instanceNorm: 3, batchNorm: 0 } as const;
/** A penalty differentiates twice, through operations that are single for it. */
const PENALTY = { maps: 1.5, weights: 2, exampleNorm: 26, batchNorm: 52 } as const;
/** Spectral normalization scales the kernels anew in every pass. */
const SPECTRAL_COPIES = 14;
/** Copies of the discriminator's images that their treatment makes. */
const AUGMENT_COPIES: Readonly<Record<RunConfig['augment'], number>> = {
  none: 0,
  translation: 10,
  'translation-cutout': 15,
  'colour-translation-cutout': 22,
};
const NOISE_COPIES = 2;
/** Each further update of the discriminator that the generator looks through, and its maps. */
const UNROLLED = { weights: 28, maps: 7 } as const;
/** Of a normalization over an example in a task with networks of its own, where its maps live alone. */
const PASS_NORM_COPIES = 1.5;
/** A pool of images, and the next one while it is made. */
const KEPT_TWICE = 2;
/** A save holds the tensors, and packs them. */
const SAVED_COPIES = 3;

/** Bytes. */
export interface MemoryNeed {
  /** On the backend: weights and what a step makes. */
  readonly device: number;
  /** In the page's own memory: data, and what is saved. */
  readonly host: number;
  /** Of the largest single tensor. */
  readonly tensor: number;
}

export interface NeedFacts {
  readonly generator: NetworkSpec;
  readonly discriminator: NetworkSpec;
  readonly config: RunConfig;
  /** Penalties on the discriminator's slope that the loss adds. */
  readonly penalties: number;
  /** Bytes of the data set, as it lies in memory. */
  readonly data: number;
}

interface Maps {
  /** Values that a gradient pass keeps, for one example; joined layers count once. */
  readonly kept: number;
  /** Of these the ones that a normalization makes, by what a normal step and a penalty take for them. */
  readonly exampleNorm: number;
  readonly batchNorm: number;
  readonly normCopies: number;
  readonly depthwise: number;
  readonly largest: number;
}

function mapsOf(spec: NetworkSpec): Maps {
  const total = { kept: 0, exampleNorm: 0, batchNorm: 0, normCopies: 0, depthwise: 0, largest: 0 };
  for (const { shape } of spec.inputs) total.largest = Math.max(total.largest, volume(shape));
  for (const { layer, output } of resolveNetwork(spec)) {
    const values = volume(output);
    total.largest = Math.max(total.largest, values);
    if (layerDefinition(layer.kind).keepsOutput) total.kept += values;
    if (layer.kind === 'depthwiseConv2d') total.depthwise += values;
    if (layer.kind === 'batchNorm') total.batchNorm += values;
    if (layer.kind === 'layerNorm' || layer.kind === 'instanceNorm') {
      total.exampleNorm += values;
      total.normCopies += values * EXAMPLE_NORM_COPIES[layer.kind];
    }
  }
  return total;
}

const stepMaps = ({ kept, normCopies, depthwise }: Maps): number =>
  MAP_COPIES * kept + normCopies + DEPTHWISE_COPIES * depthwise;

const largestWeight = (spec: NetworkSpec): number =>
  Math.max(0, ...resolveNetwork(spec).flatMap(({ weights }) => weights.map(({ shape }) => volume(shape))));

/** Of an adversarial run, at the peak of a recorded step. */
export function adversarialNeed(facts: NeedFacts): MemoryNeed {
  const { generator, discriminator, config, penalties, data } = facts;
  const { batch, packing, unrolledSteps } = config;
  const [g, d] = [generator, discriminator].map((spec) => networkTotals(spec));
  const [ofG, ofD] = [mapsOf(generator), mapsOf(discriminator)];
  const judged = batch / packing;
  const image = volume(g.output);
  const averaged = config.emaDecay > 0 ? g.trainable + g.nonTrainable : 0;
  const weights = (g.trainable + d.trainable) * (KEPT_COPIES + STEP_COPIES) + averaged;
  // The discriminator sees a real and a fake batch, and again the fakes in the generator's update.
  const maps = batch * stepMaps(ofG) + judged * (stepMaps(ofD) + ofD.normCopies);
  const treated =
    batch * image * (AUGMENT_COPIES[config.augment] + (config.instanceNoise > 0 ? NOISE_COPIES : 0));
  const penalty =
    penalties *
    (PENALTY.weights * d.trainable +
      judged *
        (PENALTY.maps * ofD.kept +
          PENALTY.exampleNorm * ofD.exampleNorm +
          PENALTY.batchNorm * ofD.batchNorm));
  const spectral = config.spectralNorm ? SPECTRAL_COPIES * d.trainable : 0;
  const unrolled = unrolledSteps * (UNROLLED.weights * d.trainable + UNROLLED.maps * judged * ofD.kept);
  const values = weights + maps + treated + penalty + spectral + unrolled;
  const [height] = g.output;
  const tensor = Math.max(
    batch * ofG.largest,
    judged * ofD.largest,
    config.augment === 'none' ? 0 : batch * height * height,
    largestWeight(generator),
    largestWeight(discriminator),
  );
  return {
    device: BYTES * BLOCKS * values,
    host: data + BYTES * SAVED_COPIES * KEPT_COPIES * (g.trainable + d.trainable),
    tensor: BYTES * BLOCKS * tensor,
  };
}

/** Of a student that learns beside an open run, which keeps what it has, and beside the copy of it that teaches. */
export function distillationNeed(source: NeedFacts, student: NetworkSpec): MemoryNeed {
  const open = adversarialNeed(source);
  const { batch } = source.config;
  const totals = networkTotals(student);
  const [teaches, learns] = [mapsOf(source.generator), mapsOf(student)];
  const copies =
    KEPT_COPIES * (networkTotals(source.generator).trainable + networkTotals(source.discriminator).trainable);
  const values =
    copies +
    totals.trainable * (2 * KEPT_COPIES + STEP_COPIES) +
    batch * (stepMaps(learns) + MAP_COPIES * teaches.kept);
  return {
    device: open.device + BYTES * BLOCKS * values,
    host: open.host + source.data + BYTES * SAVED_COPIES * KEPT_COPIES * totals.trainable,
    tensor: Math.max(open.tensor, BYTES * BLOCKS * Math.max(batch * learns.largest, largestWeight(student))),
  };
}

/** A network that learns in a task with networks of its own. */
export interface LearningNetwork {
  readonly spec: NetworkSpec;
  /** Passes through it that one update differentiates, of a batch each, where most of them live at once. */
  readonly passes: number;
}

/** Of a task whose networks all learn, at the peak of a recorded step. */
export function passesNeed({
  networks,
  batch,
  kept,
  data,
}: {
  readonly networks: readonly LearningNetwork[];
  readonly batch: number;
  /** Numbers that the task keeps beside its networks. */
  readonly kept: number;
  /** Bytes of the data set, as it lies in memory. */
  readonly data: number;
}): MemoryNeed {
  const facts = networks.map(({ spec, passes }) => ({ spec, passes, maps: mapsOf(spec) }));
  const trainable = facts.reduce((sum, { spec }) => sum + networkTotals(spec).trainable, 0);
  const ofPass = ({ kept: all, exampleNorm, depthwise }: Maps): number =>
    MAP_COPIES * (all - exampleNorm) + PASS_NORM_COPIES * exampleNorm + DEPTHWISE_COPIES * depthwise;
  const maps = facts.reduce((sum, { passes, maps: of }) => sum + passes * ofPass(of), 0);
  const largest = facts.map(({ spec, maps: of }) => Math.max(batch * of.largest, largestWeight(spec)));
  return {
    device: BYTES * BLOCKS * (trainable * (KEPT_COPIES + STEP_COPIES) + batch * maps + KEPT_TWICE * kept),
    host: data + BYTES * SAVED_COPIES * (KEPT_COPIES * trainable + kept),
    tensor: BYTES * BLOCKS * Math.max(kept / 2, ...largest),
  };
}

/** A look at one picture keeps every map until it is done, and what some operations make beside theirs. */
const LOOK_COPIES = 1.5;

/** Of one picture through a network that does not learn. */
export function pictureNeed(spec: NetworkSpec): MemoryNeed {
  const { trainable, nonTrainable } = networkTotals(spec);
  const maps = resolveNetwork(spec).reduce((sum, { output }) => sum + volume(output), 0);
  const input = spec.inputs.reduce((sum, { shape }) => sum + volume(shape), 0);
  return {
    device: BYTES * BLOCKS * (trainable + nonTrainable + LOOK_COPIES * (maps + input)),
    host: 0,
    tensor: BYTES * BLOCKS * Math.max(mapsOf(spec).largest, largestWeight(spec)),
  };
}
