// Structured pruning: whole channels leave a network, with their filters, their batch norms and the next layer's inputs.
// The tensors and the multiply-adds really shrink. Which channels leave is decided by magnitude.
import { layerDefinition, resolveNetwork, type NetworkSpec, type ResolvedNode } from '../core/network';
import { widthSlots, withWidths } from '../core/layerWidths';
import { channelCount, followChannels, type ChannelFlow, type Channels } from './channelFlow';
import { UnsupportedModelError, volume, type TrainedWeight, type TrainedWeights } from '../graph/graph';

/** Which channels of each slot of `widthSlots` stay, ascending. */
export type KeptChannels = readonly (readonly number[])[];

export interface CutNetwork {
  readonly spec: NetworkSpec;
  readonly weights: TrainedWeights;
  readonly widths: readonly number[];
}

/** Parts of a tensor: the given indices along one axis. */
export function selectAxis(
  { shape, values }: TrainedWeight,
  axis: number,
  kept: readonly number[],
): TrainedWeight {
  const inner = volume(shape.slice(axis + 1));
  const outer = volume(shape.slice(0, axis));
  const result = new Float32Array(outer * kept.length * inner);
  for (let o = 0; o < outer; o++) {
    for (const [k, index] of kept.entries()) {
      const from = (o * shape[axis] + index) * inner;
      result.set(values.subarray(from, from + inner), (o * kept.length + k) * inner);
    }
  }
  return { shape: shape.map((side, i) => (i === axis ? kept.length : side)), values: result };
}

/** Which of the channels in a value stay: position i of its last axis belongs to channel i % channels. */
interface Flow {
  readonly channels: number;
  readonly kept: ReadonlySet<number>;
}

function flowOf(value: Channels, kept: KeptChannels): Flow {
  const stay = new Set<number>();
  let offset = 0;
  for (const { slot, channels } of value) {
    const all = Array.from({ length: channels }, (_, channel) => channel);
    for (const channel of slot === null ? all : (kept[slot] ?? all)) stay.add(offset + channel);
    offset += channels;
  }
  return { channels: offset, kept: stay };
}

const indicesOf = ({ channels, kept }: Flow, size: number): number[] =>
  Array.from({ length: size }, (_, i) => i).filter((i) => kept.has(i % channels));

/** A mask over each kernel that reads channels which are not kept: 0 for their weights, 1 for the others. */
export function readingMasks(spec: NetworkSpec, kept: KeptChannels): ReadonlyMap<string, Float32Array> {
  const { values } = followChannels(spec);
  const masks = new Map<string, Float32Array>();
  for (const node of resolveNetwork(spec)) {
    const axes = kernelAxes(node);
    const shape = node.weights.find(({ role }) => role === 'kernel')?.shape;
    const flow = flowOf(values.get(node.layer.from[0]) ?? [], kept);
    if (!axes || !shape || flow.kept.size === flow.channels) continue;
    const inner = volume(shape.slice(axes.input + 1));
    const mask = Float32Array.from({ length: volume(shape) }, (_, at) =>
      flow.kept.has((Math.floor(at / inner) % shape[axes.input]) % flow.channels) ? 1 : 0,
    );
    masks.set(`${node.name}/kernel`, mask);
  }
  return masks;
}

/** @throws UnsupportedModelError naming the layer that stands in the way */
function checkKept(spec: NetworkSpec, { sharedWith, fixed, mixedBy }: ChannelFlow, kept: KeptChannels): void {
  for (const [slot, { name, channels }] of widthSlots(spec).entries()) {
    const mixing = mixedBy.get(slot);
    if (kept[slot].length === channels && kept[sharedWith[slot]].length === channels) continue;
    if (mixing !== undefined) {
      throw new UnsupportedModelError(
        `Channels cannot be cut out before layer ${mixing}: it mixes them in a way that cutting does not follow.`,
        'Prune single weights instead, or choose another model.',
      );
    }
    if (fixed.has(slot) || kept[slot].join() !== kept[sharedWith[slot]].join()) {
      throw new UnsupportedModelError(
        `The channels of layer ${name} cannot be cut out by themselves: others are added to them, or they are drawn.`,
        'Keep the same channels of all layers that are added to each other.',
      );
    }
  }
}

/** Axes of a weighted layer's kernel that count inputs and outputs. */
function kernelAxes({ layer }: ResolvedNode): { readonly input: number; readonly output: number } | null {
  const { channels } = layerDefinition(layer.kind);
  return channels.kind === 'made' ? { input: channels.inputAxis, output: channels.outputAxis } : null;
}

function weightOf(weights: TrainedWeights, name: string): TrainedWeight {
  const found = weights.get(name);
  if (found) return found;
  throw new UnsupportedModelError(
    `The weight ${name} is missing.`,
    'The run was saved by another version of the model; train it again.',
  );
}

/**
 * The network without the channels that are not in `kept`. Equal to the original with these channels' outputs set to
 * zero after their activation.
 * @throws UnsupportedModelError naming the layer that channels cannot be followed through
 */
export function cutChannels(spec: NetworkSpec, weights: TrainedWeights, kept: KeptChannels): CutNetwork {
  const flow = followChannels(spec);
  checkKept(spec, flow, kept);
  const into = (id: string): Flow => flowOf(flow.values.get(id) ?? [], kept);
  const cut = new Map<string, TrainedWeight>();
  for (const node of resolveNetwork(spec)) {
    const { name, layer, input } = node;
    const axes = kernelAxes(node);
    const before = into(layer.from[0]);
    const after = into(name);
    for (const { role, shape } of node.weights) {
      const whole = weightOf(weights, `${name}/${role}`);
      if (axes) {
        const read =
          role === 'kernel'
            ? selectAxis(whole, axes.input, indicesOf(before, input[input.length - 1]))
            : whole;
        const axis = role === 'kernel' ? axes.output : 0;
        cut.set(`${name}/${role}`, selectAxis(read, axis, indicesOf(after, shape[axis])));
      } else {
        const axis = shape.length === 4 ? 2 : 0; // a depthwise kernel counts its channels on axis 2
        cut.set(`${name}/${role}`, selectAxis(whole, axis, indicesOf(before, shape[axis])));
      }
    }
  }
  const widths = widthSlots(spec).map(({ channels }, slot) => kept[slot]?.length ?? channels);
  return { spec: withWidths(spec, widths), weights: cut, widths };
}

/** Squares summed for each index of one axis, folded to `channels`. */
function energyAlong({ shape, values }: TrainedWeight, axis: number, channels: number): Float64Array {
  const inner = volume(shape.slice(axis + 1));
  const energy = new Float64Array(channels);
  for (let i = 0; i < values.length; i++)
    energy[(Math.floor(i / inner) % shape[axis]) % channels] += values[i] ** 2;
  return energy;
}

/** What a batch norm multiplies the squares of each channel by, averaged over the values of a channel. */
function normGain(weights: TrainedWeights, name: string, channels: number): Float64Array {
  const gamma = weightOf(weights, `${name}/gamma`).values;
  const variance = weightOf(weights, `${name}/movingVariance`).values;
  const gain = new Float64Array(channels);
  for (let c = 0; c < gamma.length; c++) {
    gain[c % channels] += (gamma[c] ** 2 / (variance[c] + 1e-3)) * (channels / gamma.length);
  }
  return gain;
}

/**
 * How much each channel of each slot matters: the norm of the weights that make it (as the batch norms behind scale
 * them), times the norm of the weights that the next layers read it with.
 */
export function channelSaliency(spec: NetworkSpec, weights: TrainedWeights): readonly Float64Array[] {
  const { values } = followChannels(spec);
  const slots = widthSlots(spec);
  const worth = slots.map(({ channels }) => new Float64Array(channels));
  /** By value: the squares with which each of its channels was made. */
  const made = new Map<string, Float64Array>();
  for (const node of resolveNetwork(spec)) {
    const [from] = node.layer.from;
    const inputs = node.layer.from.map(
      (id) => made.get(id) ?? new Float64Array(channelCount(values.get(id) ?? [])),
    );
    const axes = kernelAxes(node);
    if (axes) {
      const kernel = weightOf(weights, `${node.name}/kernel`);
      const read = energyAlong(kernel, axes.input, channelCount(values.get(from) ?? []));
      let offset = 0;
      for (const { slot, channels } of values.get(from) ?? []) {
        for (let c = 0; slot !== null && c < channels; c++)
          worth[slot][c] += inputs[0][offset + c] * read[offset + c];
        offset += channels;
      }
      made.set(node.name, energyAlong(kernel, axes.output, channelCount(values.get(node.name) ?? [])));
    } else if (node.layer.kind === 'batchNorm') {
      const gain = normGain(weights, node.name, inputs[0].length);
      made.set(
        node.name,
        inputs[0].map((energy, c) => energy * gain[c]),
      );
    } else if (layerDefinition(node.layer.kind).channels.kind === 'concatenated') {
      made.set(node.name, Float64Array.from(inputs.flatMap((input) => [...input])));
    } else made.set(node.name, inputs[0]);
  }
  return worth.map((squares) => squares.map(Math.sqrt));
}

/**
 * The channels that matter most: of every slot that can be cut, all but `share`; at least one. Slots that are added to
 * each other keep the same ones.
 */
export function keptChannels(spec: NetworkSpec, weights: TrainedWeights, share: number): KeptChannels {
  const { sharedWith, fixed } = followChannels(spec);
  const slots = widthSlots(spec);
  const saliency = channelSaliency(spec, weights);
  const whole = new Set([...fixed].map((slot) => sharedWith[slot]));
  return slots.map(({ channels }, i) => {
    const all = Array.from({ length: channels }, (_, c) => c);
    const lead = sharedWith[i];
    if (whole.has(lead)) return all;
    const worth = new Float64Array(channels);
    for (const [slot, own] of saliency.entries()) {
      if (sharedWith[slot] === lead) for (let c = 0; c < channels; c++) worth[c] += own[c];
    }
    const stay = Math.max(1, channels - Math.round(share * channels));
    return all
      .sort((a, b) => worth[b] - worth[a] || a - b)
      .slice(0, stay)
      .sort((a, b) => a - b);
  });
}
