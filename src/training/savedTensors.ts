// What a saved run of given settings holds, said from its networks' descriptions alone, and whether a run file holds that: its
// tensors by name and shape, its counts and its numbers. Nothing is built; what puts tensors back is training/snapshot.
import type { RunSnapshot } from '../checkpoints/snapshot';
import type { CompressionRecord } from '../core/compressionRecord';
import { resolveNetwork, type NetworkSpec } from '../core/network';
import type { RunConfig } from '../core/runConfig';
import type { ImageShape, ModelDefinition } from '../models/define';
import { CheckpointMismatchError } from './snapshot';

/** What is known of a run without its data. */
export interface SavedParts extends Pick<RunSnapshot, 'tensors' | 'numbers'> {
  readonly config: RunConfig;
  readonly model: ModelDefinition;
  /** Of the images that it learns from. */
  readonly shape: ImageShape;
  /** Classes that their labels name; null where they have none. */
  readonly labels: number | null;
  readonly compression?: CompressionRecord;
}

interface NamedShape {
  readonly name: string;
  readonly shape: readonly number[];
}

/** By its name in the network: `conv2d_1/kernel`. */
interface SavedWeight extends NamedShape {
  /** Whether an optimizer would move it. */
  readonly learns: boolean;
}

export interface SavedNetwork {
  readonly kind: 'network';
  readonly id: string;
  readonly weights: readonly SavedWeight[];
  /** `counted`: its updates are counted, and nothing else is kept of an optimizer. */
  readonly optimizer: 'none' | 'counted' | 'kept';
}

/** Something that a run file must hold, or may hold. */
export type SavedPart =
  | SavedNetwork
  /** Numbers that must be there, and how many. */
  | { readonly kind: 'numbers'; readonly name: string; readonly length: number }
  /** Tensors that may be there, all or some. */
  | { readonly kind: 'optional'; readonly tensors: readonly NamedShape[] };

const weightsOfSpec = (spec: NetworkSpec): readonly SavedWeight[] =>
  resolveNetwork(spec).flatMap((layer) =>
    layer.weights.map(({ role, shape, trainable }) => ({
      name: `${layer.name}/${role}`,
      shape,
      learns: trainable,
    })),
  );

export const savedNetwork = (
  id: string,
  spec: NetworkSpec,
  optimizer: SavedNetwork['optimizer'],
): SavedNetwork => ({ kind: 'network', id, weights: weightsOfSpec(spec), optimizer });

function* tensorsOf({ id, weights, optimizer }: SavedNetwork): Generator<NamedShape> {
  for (const { name, shape } of weights) yield { name: `${id}/${name}`, shape };
  if (optimizer !== 'kept') return;
  for (const { name, shape, learns } of weights) {
    if (!learns) continue;
    for (const moment of ['m', 'v']) yield { name: `optimizer/${id}/${moment}/${name}`, shape };
  }
}

const SHOWN = 3;
const listed = (items: readonly string[]): string =>
  [...items.slice(0, SHOWN), ...(items.length > SHOWN ? [`and ${items.length - SHOWN} more`] : [])].join(
    '; ',
  );
const sizeOf = (shape: readonly number[]): string => (shape.length === 0 ? 'one number' : shape.join(' x '));

/** A run file does not hold what its own settings describe. */
export class RunMisfitError extends CheckpointMismatchError {
  constructor(readonly problems: readonly string[]) {
    super(
      `The run file does not fit its own settings: ${listed(problems)}.`,
      'It was changed, or saved by another version of the model; use another copy, or start a new run from its settings.',
    );
  }
}

type Held = Pick<RunSnapshot, 'tensors' | 'numbers' | 'updates'>;

/** Ticks off what is expected of a run file, and notes what is wrong. */
class Inventory {
  readonly problems: string[] = [];
  readonly #shapes: Map<string, string>;
  readonly #counted = new Set<string>();

  constructor(private readonly held: Held) {
    this.#shapes = new Map(held.tensors.map(({ name, shape }) => [name, sizeOf(shape)]));
  }

  expect(part: SavedPart): void {
    switch (part.kind) {
      case 'network': {
        for (const tensor of tensorsOf(part)) this.#tick(tensor, true);
        if (part.optimizer === 'none') return;
        this.#counted.add(part.id);
        if (!Object.hasOwn(this.held.updates, part.id))
          this.problems.push(`the number of updates of ${part.id} is missing`);
        return;
      }
      case 'numbers': {
        const { name, length } = part;
        const { numbers = {} } = this.held;
        const found = Object.hasOwn(numbers, name) ? numbers[name].length : 0;
        if (found !== length) this.problems.push(`${name} has ${found} numbers, and ${length} are needed`);
        return;
      }
      case 'optional':
        for (const tensor of part.tensors) this.#tick(tensor, false);
    }
  }

  /** Notes what nothing asked for. */
  close(): void {
    for (const [name, size] of this.#shapes)
      this.problems.push(`${name.slice(0, 80)} of ${size} belongs to none of its networks`);
    for (const id of Object.keys(this.held.updates))
      if (!this.#counted.has(id))
        this.problems.push(`updates of ${id.slice(0, 80)} are counted, and no such network learns`);
  }

  #tick({ name, shape }: NamedShape, isNeeded: boolean): void {
    const [found, needed] = [this.#shapes.get(name), sizeOf(shape)];
    this.#shapes.delete(name);
    if (found === undefined) {
      if (isNeeded) this.problems.push(`${name} of ${needed} is missing`);
    } else if (found !== needed) this.problems.push(`${name} is ${found}, and ${needed} is needed`);
  }
}

/**
 * @param expected asked part after part while those before fit
 * @throws RunMisfitError naming what is missing, has another shape, or belongs to nothing; and what `expected` throws
 */
export function checkSavedParts(expected: Iterable<SavedPart>, held: Held): void {
  const inventory = new Inventory(held);
  for (const part of expected) {
    inventory.expect(part);
    if (part.kind === 'network' && inventory.problems.length > 0)
      throw new RunMisfitError(inventory.problems);
  }
  inventory.close();
  if (inventory.problems.length > 0) throw new RunMisfitError(inventory.problems);
}
