// Where an operator of an .onnx file is read: its operands, the nodes that it becomes, and the refusals that name it.
import { volume, type GraphNode } from '../../graph/graph';
import type { Shape } from '../../core/network';
import { DamagedModelError, UnsupportedLayerError } from '../errors';
import type { OnnxNode } from './file';
import type { OnnxTensor } from './tensor';
import { channelsOf, type Flow, type Layout, type Value } from './values';

export const SUPPORTED =
  'Choose a generator made of dense, convolution, normalization, resize and activation layers.';

/** A node without what the site knows. */
type Part<N> = N extends GraphNode ? Omit<N, 'name' | 'from' | 'inputs' | 'output'> : never;
export type NodePart = Part<GraphNode>;

/** The graph under construction. */
export interface Walking {
  readonly nodes: GraphNode[];
  /** Reads numbers of a constant, within what one model may hold. */
  numbers(tensor: OnnxTensor): Float32Array;
  value(name: string): Value | undefined;
  /** Operators that take a value of the file. */
  takers(name: string): readonly OnnxNode[];
  /** Values whose numbers lie in another order than the file has them: nothing may read them any more. */
  readonly spent: Set<string>;
  unusedName(wanted: string): string;
}

export class OnnxSite {
  constructor(
    readonly node: OnnxNode,
    readonly walking: Walking,
  ) {}

  /** Its name and kind, as sentences have them. */
  get label(): string {
    return this.node.label;
  }

  /** @param problem whose subject is the layer: `it ...` @throws UnsupportedLayerError always */
  refuse(problem: string): never {
    throw new UnsupportedLayerError(this.label, problem, SUPPORTED);
  }

  /** @param problem whose subject is named: a whole sentence is what translators find again @throws DamagedModelError always */
  broken(problem: string): never {
    throw new DamagedModelError(problem);
  }

  int(name: string, otherwise: number): number {
    return this.node.attributes.ints.get(name)?.[0] ?? otherwise;
  }

  ints(name: string): readonly number[] | undefined {
    return this.node.attributes.ints.get(name);
  }

  float(name: string, otherwise: number): number {
    return this.node.attributes.floats.get(name)?.[0] ?? otherwise;
  }

  text(name: string, otherwise: string): string {
    return this.node.attributes.texts.get(name) ?? otherwise;
  }

  has(index: number): boolean {
    return (this.node.inputs[index] ?? '') !== '';
  }

  value(index: number): Value {
    if (!this.has(index)) return this.broken(`${this.label} lacks its operand ${index + 1}`);
    return (
      this.walking.value(this.node.inputs[index]) ??
      this.broken(`${this.label} reads what no operator before it makes`)
    );
  }

  flow(index = 0): Flow {
    const value = this.value(index);
    return value.kind === 'flow'
      ? value
      : this.refuse('it works on a constant where a value flows elsewhere');
  }

  /** An image. */
  image(index = 0): Flow {
    const flow = this.flow(index);
    if (flow.layout === 'first') return flow;
    return this.refuse(
      flow.shape.length === 3
        ? 'it works on an image whose channels are not first'
        : `it works on ${flow.shape.join(' x ')} numbers, no image`,
    );
  }

  /** @throws UnsupportedLayerError where the operand is computed */
  tensor(index: number): OnnxTensor {
    const value = this.value(index);
    return value.kind === 'held' ? value.tensor : this.refuse('its weights are computed');
  }

  /** Numbers of a constant operand; of an operand that is left out what is given. */
  numbers(index: number, otherwise?: Float32Array): Float32Array {
    return !this.has(index) && otherwise ? otherwise : this.walking.numbers(this.tensor(index));
  }

  /** Numbers of floats alone: whole ones come out of an operator that gives them a scale. */
  weights(index: number, otherwise?: Float32Array): Float32Array {
    if (this.has(index) && this.tensor(index).isWhole) return this.refuse('its weights are whole numbers');
    return this.numbers(index, otherwise);
  }

  /** The one number of a constant operand. @throws DamagedModelError where it is none or several */
  number(index: number): number {
    const numbers = this.numbers(index);
    return numbers.length === 1
      ? numbers[0]
      : this.broken(`${this.label} has ${numbers.length} numbers in place of one`);
  }

  /** Sizes or axes: a few whole numbers. */
  sizes(index: number): readonly number[] {
    const tensor = this.tensor(index);
    if (volume(tensor.shape) > 16) return this.broken(`${this.label} has ${volume(tensor.shape)} sizes`);
    return Array.from(tensor.numbers());
  }

  /** One number for each channel, of a constant that may have one for all. */
  perChannel(index: number, flow: Flow): Float32Array {
    return spread(this.tensor(index), this.walking.numbers(this.tensor(index)), flow, this);
  }

  /** Appends a node. */
  emit(
    flow: Flow,
    part: NodePart,
    output: Shape,
    layout: Layout = flow.layout,
    others: readonly Flow[] = [],
  ): Flow {
    const name = this.walking.unusedName(this.node.outputs[0] ?? '');
    const taken = [flow, ...others];
    if (taken.some((t) => this.walking.spent.has(t.name)))
      return this.refuse('it reads a row of numbers that becomes an image elsewhere');
    const node: GraphNode = {
      ...part,
      name,
      from: taken.map((t) => t.name),
      inputs: taken.map(({ shape }) => shape),
      output,
    };
    this.walking.nodes.push(node);
    return { kind: 'flow', name, shape: output, layout };
  }

  /** Appends a node that keeps the shape. */
  same(flow: Flow, part: NodePart): Flow {
    return this.emit(flow, part, flow.shape);
  }

  /** Multiplies and adds, channel by channel. */
  affine(flow: Flow, weights: Float32Array, bias: Float32Array): Flow {
    return this.same(flow, { kind: 'scaleShift', weights, bias, relu: false });
  }

  /** The same for all channels. */
  affineAll(flow: Flow, factor: number, addend: number): Flow {
    const channels = channelsOf(flow);
    return this.affine(
      flow,
      new Float32Array(channels).fill(factor),
      new Float32Array(channels).fill(addend),
    );
  }
}

/** Numbers of a constant that is laid over a value, one for each channel; refuses others. */
function spread(tensor: OnnxTensor, numbers: Float32Array, flow: Flow, site: OnnxSite): Float32Array {
  const channels = channelsOf(flow);
  if (numbers.length === 1) return new Float32Array(channels).fill(numbers[0]);
  const rank = flow.shape.length + (flow.layout === 'turned' ? -1 : 1);
  const place = flow.layout === 'first' ? -3 : -1;
  const { shape } = tensor;
  const fits =
    flow.layout !== 'turned' &&
    numbers.length === channels &&
    shape.length <= rank &&
    shape.at(place) === channels;
  return fits
    ? numbers
    : site.refuse(`it has an operand [${shape.join(', ')}]; one number for each channel is known`);
}
