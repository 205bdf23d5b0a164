// Structured pruning: whole channels leave a network, with their filters, their batch norms and the next layer's inputs.
// The tensors and the multiply-adds really shrink. Which channels leave is decided by magnitude.
import {
  inputShape,
  layerDefinition,
  resolveNetwork,
  type NetworkSpec,
  type ResolvedNode,
} from '../core/network';
import { widthSlots, withWidths } from '../core/layerWidths';
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

/** Channels as they run through the network: value i of the last axis belongs to channel i % channels. */
interface Flow {
  readonly channels: number;
  readonly kept: readonly number[];
}

function indicesOf(flow: Flow, size: number): number[] {
  const kept = new Set(flow.kept);
  return Array.from({ length: size }, (_, i) => i).filter((i) => kept.has(i % flow.channels));
}

const isWhole = ({ channels, kept }: Flow): boolean => channels === kept.length;

function refuseIfCut(flow: Flow, { name }: ResolvedNode): void {
  if (isWhole(flow)) return;
  throw new UnsupportedModelError(
    `Channels cannot be cut out before layer ${name}: it mixes them in a way that cutting does not follow.`,
    'Prune single weights instead, or choose another model.',
  );
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
  const slots = widthSlots(spec);
  const widths = slots.map(({ channels }, i) => kept[i]?.length ?? channels);
  const cut = new Map<string, TrainedWeight>();
  const inputs = volume(inputShape(spec));
  let flow: Flow = { channels: inputs, kept: Array.from({ length: inputs }, (_, i) => i) };
  for (const resolved of resolveNetwork(spec)) {
    const { name, layer, input, output, index } = resolved;
    const slot = slots.findIndex(({ layerIndex }) => layerIndex === index);
    const axes = kernelAxes(resolved);
    if (slot >= 0 && axes) {
      const next: Flow = { channels: slots[slot].channels, kept: kept[slot] };
      const units = output[output.length - 1];
      for (const { role } of resolved.weights) {
        const whole = weightOf(weights, `${name}/${role}`);
        const narrowed =
          role === 'kernel' ? selectAxis(whole, axes.input, indicesOf(flow, input[input.length - 1])) : whole;
        const axis = role === 'kernel' ? axes.output : 0;
        cut.set(`${name}/${role}`, selectAxis(narrowed, axis, indicesOf(next, units)));
      }
      flow = next;
    } else if (layerDefinition(layer.kind).channels.kind === 'mixed') {
      refuseIfCut(flow, resolved);
    } else if (layerDefinition(layer.kind).channels.kind === 'regrouped') {
      if (output.length === 3 && output[2] !== flow.channels) refuseIfCut(flow, resolved);
    } else {
      for (const { role, shape } of resolved.weights) {
        const axis = shape.length === 4 ? 2 : 0; // a depthwise kernel counts its channels on axis 2
        const whole = weightOf(weights, `${name}/${role}`);
        cut.set(`${name}/${role}`, selectAxis(whole, axis, indicesOf(flow, shape[axis])));
      }
    }
  }
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

/**
 * How much each channel of each slot but the last matters: the norm of the weights that make it (as the batch norm behind
 * scales them), times the norm of the weights that the next layer reads it with.
 */
export function channelSaliency(spec: NetworkSpec, weights: TrainedWeights): readonly Float64Array[] {
  const layers = resolveNetwork(spec);
  const slots = widthSlots(spec);
  return slots.slice(0, -1).map((slot, i) => {
    const { channels } = slot;
    const own = layers[slot.layerIndex];
    const next = layers[slots[i + 1].layerIndex];
    const energyOf = (layer: ResolvedNode, side: 'input' | 'output'): Float64Array => {
      const axes = kernelAxes(layer);
      if (!axes) throw new TypeError(`${layer.name} has no kernel`);
      return energyAlong(weightOf(weights, `${layer.name}/kernel`), axes[side], channels);
    };
    const made = energyOf(own, 'output');
    const read = energyOf(next, 'input');
    for (const between of layers.slice(slot.layerIndex + 1, slots[i + 1].layerIndex)) {
      if (between.layer.kind !== 'batchNorm') continue;
      const gamma = weightOf(weights, `${between.name}/gamma`).values;
      const variance = weightOf(weights, `${between.name}/movingVariance`).values;
      const gain = new Float64Array(channels);
      for (let c = 0; c < gamma.length; c++) {
        gain[c % channels] += (gamma[c] ** 2 / (variance[c] + 1e-3)) * (channels / gamma.length);
      }
      for (let c = 0; c < channels; c++) made[c] *= gain[c];
    }
    return made.map((energy, c) => Math.sqrt(energy * read[c]));
  });
}

/** The channels that matter most: of every slot but the last, all but `share`; at least one. */
export function keptChannels(spec: NetworkSpec, weights: TrainedWeights, share: number): KeptChannels {
  const slots = widthSlots(spec);
  const saliency = channelSaliency(spec, weights);
  return slots.map(({ channels }, i) => {
    const all = Array.from({ length: channels }, (_, c) => c);
    const worth = saliency[i] ?? null;
    if (!worth) return all;
    const stay = Math.max(1, channels - Math.round(share * channels));
    return all
      .sort((a, b) => worth[b] - worth[a] || a - b)
      .slice(0, stay)
      .sort((a, b) => a - b);
  });
}
