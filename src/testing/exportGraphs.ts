// Graphs with branches for the export tests, put together by hand with seeded weights: a U-Net, a residual network, and
// every kind of node that draws no image by itself.
import { normalArray } from '../core/random';
import type { Shape } from '../core/network';
import { volume, type ExportGraph, type GraphNode, type Sides } from '../graph/graph';

/** Appends nodes; each method gives the name of the value that it makes. */
class GraphMaker {
  readonly #nodes: GraphNode[] = [];
  readonly #shapes = new Map<string, Shape>();
  #seed = 1;

  constructor(private readonly input: Shape) {
    this.#shapes.set('input', input);
  }

  shape(name: string): Shape {
    return this.#shapes.get(name) ?? [];
  }

  random(count: number, size = 1): Float32Array {
    return normalArray(count, 5, this.#seed++).map((v) => v * size);
  }

  add(node: GraphNode): string {
    this.#nodes.push(node);
    this.#shapes.set(node.name, node.output);
    return node.name;
  }

  /** What every node says. */
  base<K extends GraphNode['kind']>(kind: K, from: readonly string[], output: Shape) {
    const name = `${kind}_${this.#nodes.length + 1}`;
    return { kind, name, from, inputs: from.map((value) => this.shape(value)), output };
  }

  same<K extends GraphNode['kind']>(kind: K, from: string) {
    return this.base(kind, [from], this.shape(from));
  }

  dense(from: string, units: number): string {
    const inputs = volume(this.shape(from));
    const weights = this.random(units * inputs, Math.sqrt(2 / inputs));
    const bias = this.random(units, 0.1);
    return this.add({ ...this.base('dense', [from], [units]), weights, bias, relu: false });
  }

  reshape(from: string, output: Shape): string {
    return this.add(this.base('reshape', [from], output));
  }

  conv(
    from: string,
    filters: number,
    kernel: Sides = [3, 3],
    stride: Sides = [1, 1],
    padding: 'same' | 'valid' = 'same',
  ) {
    const [h, w, c] = this.shape(from);
    const sideAfter = (side: number, window: number, step: number): number =>
      Math.ceil((padding === 'same' ? side : side - window + 1) / step);
    const output = [sideAfter(h, kernel[0], stride[0]), sideAfter(w, kernel[1], stride[1]), filters];
    const fan = kernel[0] * kernel[1] * c;
    const weights = this.random(filters * fan, Math.sqrt(2 / fan));
    const numbers = { weights, bias: this.random(filters, 0.1), relu: false, kernel, stride, padding };
    return this.add({ ...this.base('conv2d', [from], output), ...numbers });
  }

  finish(name: string, output: string): ExportGraph {
    return { name, inputs: [{ name: 'input', shape: this.input }], nodes: this.#nodes, outputs: [output] };
  }
}

/** Noise to 8 x 8, down twice, up twice, with early maps taken along. */
export function unetGraph(): ExportGraph {
  const g = new GraphMaker([6]);
  const image = g.reshape(g.dense('input', 8 * 8 * 3), [8, 8, 3]);
  const early = g.add({ ...g.same('leakyRelu', g.conv(image, 6)), alpha: 0.2 });
  const half = g.add(g.same('relu', g.conv(early, 8, [4, 4], [2, 2])));
  const pooled = g.add({
    ...g.base('maxPool', [half], [2, 2, 8]),
    kernel: [2, 2],
    stride: [2, 2],
    padding: 'valid',
  });
  const deep = g.add(g.same('relu', g.conv(pooled, 8)));
  const up = g.add(g.base('upsample', [deep], [4, 4, 8]));
  const joined = g.conv(g.add(g.base('concat', [half, up], [4, 4, 16])), 6);
  const wide = g.add(g.base('resize', [joined], [8, 8, 6]));
  const all = g.add(g.base('concat', [wide, early, image], [8, 8, 15]));
  return g.finish('unet', g.add({ ...g.same('curve', g.conv(all, 3)), fn: 'tanh' }));
}

/** Mirrored borders, residual blocks, oblong kernels; `norm` puts a normalization into each block. */
export function residualGraph(norm: 'layer' | 'instance' | null = null): ExportGraph {
  const g = new GraphMaker([5]);
  let at = g.reshape(g.dense('input', 6 * 6 * 4), [6, 6, 4]);
  for (let block = 0; block < 2; block++) {
    const borders = { top: 1, bottom: 1, left: 1, right: 1 };
    const padded = g.add({ ...g.base('reflectionPad', [at], [8, 8, 4]), ...borders });
    let inner = g.conv(padded, 4, [3, 3], [1, 1], 'valid');
    if (norm) {
      const gamma = g.random(4, 0.2).map((v) => 1 + v);
      inner = g.add({ ...g.same('exampleNorm', inner), over: norm, gamma, beta: g.random(4, 0.1) });
    }
    const curved = g.add({ ...g.same('prelu', inner), slopes: g.random(4, 0.3) });
    at = g.add(g.base('add', [at, g.conv(curved, 4, [1, 5])], [6, 6, 4]));
  }
  const cut = g.add({ ...g.base('crop', [at], [4, 5, 4]), top: 1, bottom: 1, left: 0, right: 1 });
  const pool = { kernel: [3, 2], stride: [1, 1], padding: 'same' } as const;
  const smooth = g.add({ ...g.base('averagePool', [cut], [4, 5, 4]), ...pool });
  return g.finish('resnet', g.add({ ...g.same('curve', g.conv(smooth, 3)), fn: 'sigmoid' }));
}

/** Shares of ten classes from an image: pooling, a dense layer, softmax. */
export function classifierGraph(): ExportGraph {
  const g = new GraphMaker([6, 6, 2]);
  const maps = g.add(g.same('relu', g.conv('input', 5, [3, 2], [2, 1])));
  const whole = { kernel: [3, 6], stride: [1, 1], padding: 'valid' } as const;
  const means = g.add({ ...g.base('averagePool', [maps], [1, 1, 5]), ...whole });
  const scores = g.dense(g.reshape(means, [5]), 10);
  return g.finish('classifier', g.add(g.same('softmax', scores)));
}

/** Factors on both sides of zero. */
const normalized = (g: GraphMaker, over: 'layer' | 'instance'): string =>
  g.add({ ...g.same('exampleNorm', 'input'), over, gamma: g.random(3), beta: g.random(3, 0.3) });

/** One node each, on an image of 5 x 4 x 3 or on two of them: what a kind does in integers, with nothing around it. */
export function singleNodeGraphs(): Readonly<Record<string, ExportGraph>> {
  const on = (make: (g: GraphMaker) => string): ExportGraph => {
    const g = new GraphMaker([5, 4, 3]);
    return g.finish('single', make(g));
  };
  const borders = { top: 1, bottom: 2, left: 2, right: 1 };
  const window = { kernel: [2, 3], stride: [2, 1], padding: 'same' } as const;
  return {
    add: on((g) =>
      g.add(g.base('add', ['input', g.add({ ...g.same('leakyRelu', 'input'), alpha: 0.3 })], [5, 4, 3])),
    ),
    concat: on((g) =>
      g.add(g.base('concat', ['input', g.add({ ...g.same('leakyRelu', 'input'), alpha: 0.3 })], [5, 4, 6])),
    ),
    prelu: on((g) => g.add({ ...g.same('prelu', 'input'), slopes: g.random(3, 0.4) })),
    reflectionPad: on((g) => g.add({ ...g.base('reflectionPad', ['input'], [8, 7, 3]), ...borders })),
    crop: on((g) => g.add({ ...g.base('crop', ['input'], [2, 1, 3]), ...borders })),
    resize: on((g) => g.add(g.base('resize', ['input'], [10, 8, 3]))),
    averagePool: on((g) => g.add({ ...g.base('averagePool', ['input'], [3, 4, 3]), ...window })),
    maxPool: on((g) => g.add({ ...g.base('maxPool', ['input'], [3, 4, 3]), ...window })),
    softmax: on((g) => g.add(g.same('softmax', 'input'))),
    'layer normalization': on((g) => normalized(g, 'layer')),
    'instance normalization': on((g) => normalized(g, 'instance')),
    'normalization of pixels': on((g) => g.add(g.same('pixelNorm', 'input'))),
    'oblong convolution': on((g) => g.conv('input', 4, [1, 3], [2, 1])),
  };
}
