// The values of a `model.bin` while its steps are read: what lies in each place of the memory, and the nodes that made it.
import { volume, type Shape } from '../../core/network';
import type { GraphNode } from '../../graph/graph';
import { DamagedModelError } from '../errors';
import type { NativeStep } from './file';

const FROM_INPUT = -1;

export interface Value {
  readonly name: string;
  readonly shape: Shape;
  readonly scale: number;
}

export const textOf = (shape: Shape): string => `[${shape.join(', ')}]`;
export const sameShape = (a: Shape, b: Shape): boolean => a.join() === b.join();

/** Where values lie while the steps are read. */
export class Memory {
  readonly nodes: GraphNode[] = [];
  readonly #places = new Map<number, Value>();

  constructor(input: Value) {
    this.#places.set(FROM_INPUT, input);
  }

  put(place: number, value: Value): Value {
    this.#places.set(place, value);
    return value;
  }

  /** What lies in a place, of as many values. */
  at(place: number, step: NativeStep): Value {
    const value = this.#places.get(place);
    if (value && volume(value.shape) === volume(step.input)) return value;
    throw new DamagedModelError(
      `${step.name} reads ${textOf(step.input)}, where ${value ? textOf(value.shape) : 'nothing'} lies`,
    );
  }

  /** The value in another shape. */
  shaped(value: Value, shape: Shape): Value {
    if (sameShape(value.shape, shape)) return value;
    const name = `${value.name} as ${shape.join(' x ')}`;
    if (!this.nodes.some((node) => node.name === name))
      this.nodes.push({ kind: 'reshape', name, from: [value.name], inputs: [value.shape], output: shape });
    return { ...value, name, shape };
  }

  add(node: GraphNode, scale: number): Value {
    this.nodes.push(node);
    return { name: node.name, shape: node.output, scale };
  }
}
