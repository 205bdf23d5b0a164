// Channels followed through a network's graph: which layer's channels stand where in each value, so that cutting some of
// them out says what must be cut everywhere else. Pure; no weights.
import { layerDefinition, resolveNetwork, type NetworkSpec, type ResolvedNode } from '../core/network';
import { widthSlots } from '../core/layerWidths';

/** Channels that were made together; null for those that no layer made, or that cannot be told apart any more. */
interface Segment {
  /** Index into `widthSlots`. */
  readonly slot: number | null;
  readonly channels: number;
}

/** What stands in a value: position i of its last axis belongs to channel i % (all channels). */
export type Channels = readonly Segment[];

export interface ChannelFlow {
  /** Of every input and node. */
  readonly values: ReadonlyMap<string, Channels>;
  /** For each slot the first slot whose choice it must share, because an addition lays one onto the other. */
  readonly sharedWith: readonly number[];
  /** Slots whose channels all stay: they are drawn, or added to what no layer made. */
  readonly fixed: ReadonlySet<number>;
  /** By slot the layer that mixes its channels, so that none can be cut. */
  readonly mixedBy: ReadonlyMap<number, string>;
}

export const channelCount = (channels: Channels): number => channels.reduce((sum, s) => sum + s.channels, 0);

const whole = (channels: number): Channels => [{ slot: null, channels }];

/** Slots in groups that are cut alike. */
class Groups {
  readonly #parents: number[];

  constructor(count: number) {
    this.#parents = Array.from({ length: count }, (_, i) => i);
  }

  first(slot: number): number {
    return this.#parents[slot] === slot ? slot : this.first(this.#parents[slot]);
  }

  join(a: number, b: number): void {
    const [low, high] = [this.first(a), this.first(b)].sort((x, y) => x - y);
    this.#parents[high] = low;
  }
}

const slotsOf = (channels: Channels): number[] => channels.flatMap(({ slot }) => slot ?? []);

/** Follows the channels of every layer that makes some. */
export function followChannels(spec: NetworkSpec): ChannelFlow {
  const slots = widthSlots(spec);
  const groups = new Groups(slots.length);
  const fixed = new Set<number>();
  const mixedBy = new Map<number, string>();
  const values = new Map<string, Channels>(
    spec.inputs.map(({ name, shape }) => [name, whole(shape[shape.length - 1])]),
  );
  const valueOf = (id: string): Channels => values.get(id) ?? [];

  const added = (inputs: readonly Channels[]): Channels => {
    const [first, ...others] = inputs;
    const alike = others.every(
      (other) => other.map((s) => s.channels).join() === first.map((s) => s.channels).join(),
    );
    if (!alike || inputs.some((input) => input.some(({ slot }) => slot === null))) {
      for (const slot of inputs.flatMap(slotsOf)) fixed.add(slot);
      return first;
    }
    for (const other of others) {
      for (const [i, { slot }] of other.entries()) {
        const lead = first[i].slot;
        if (slot !== null && lead !== null) groups.join(lead, slot);
      }
    }
    return first;
  };

  const through = (node: ResolvedNode, inputs: readonly Channels[]): Channels => {
    const { layer, index, output } = node;
    const rule = layerDefinition(layer.kind).channels;
    switch (rule.kind) {
      case 'made': {
        const slot = slots.findIndex(({ layerIndex }) => layerIndex === index);
        return slot >= 0 ? [{ slot, channels: slots[slot].channels }] : whole(output[output.length - 1]);
      }
      case 'kept':
        return inputs[0];
      case 'regrouped': {
        const [channels] = inputs;
        if (output.length === 1 || output[output.length - 1] === channelCount(channels)) return channels;
        for (const slot of slotsOf(channels)) mixedBy.set(slot, node.name);
        return whole(output[output.length - 1]);
      }
      case 'mixed':
        for (const slot of slotsOf(inputs[0])) mixedBy.set(slot, node.name);
        return whole(output[output.length - 1]);
      case 'added':
        return added(inputs);
      case 'concatenated':
        return inputs.flat();
    }
  };
  for (const node of resolveNetwork(spec)) values.set(node.name, through(node, node.layer.from.map(valueOf)));
  for (const id of spec.outputs) for (const slot of slotsOf(valueOf(id))) fixed.add(slot);
  return { values, sharedWith: slots.map((_, slot) => groups.first(slot)), fixed, mixedBy };
}
