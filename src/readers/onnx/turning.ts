// A dense layer whose numbers become an image channels first: its rows are put into the order that the image has here, and so
// is what stands between the two. Changes nodes that were read before.
import type { GraphNode } from '../../graph/graph';
import type { Shape } from '../../core/network';

/** What does the same to each number wherever it stands. */
const ALIKE: readonly GraphNode['kind'][] = ['relu', 'leakyRelu', 'curve'];

/** `numbers` of one for each place, which is `size` numbers long, in the order of an image channels last. */
function reordered(numbers: Float32Array, [channels, height, width]: Shape): Float32Array {
  const pixels = height * width;
  const size = numbers.length / (channels * pixels);
  const made = new Float32Array(numbers.length);
  for (let pixel = 0; pixel < pixels; pixel++)
    for (let channel = 0; channel < channels; channel++) {
      const from = (channel * pixels + pixel) * size;
      made.set(numbers.subarray(from, from + size), (pixel * channels + channel) * size);
    }
  return made;
}

/**
 * @param value name of the row of numbers, which nothing else may read
 * @param sides of the image that it becomes: channels, height, width
 * @returns names of all values whose order has changed; null, with nothing changed, where the row does not come from a dense
 *   layer alone
 */
export function turnedBack(nodes: GraphNode[], value: string, sides: Shape): readonly string[] | null {
  const changed: (readonly [at: number, node: GraphNode])[] = [];
  const names: string[] = [];
  for (let name = value; ;) {
    names.push(name);
    const at = nodes.findIndex((node) => node.name === name);
    const node = nodes[at];
    if (!node || nodes.filter(({ from }) => from.includes(name)).length > (name === value ? 0 : 1))
      return null;
    if (node.kind === 'dense' || node.kind === 'scaleShift')
      changed.push([
        at,
        { ...node, weights: reordered(node.weights, sides), bias: reordered(node.bias, sides) },
      ]);
    else if (node.kind === 'prelu') changed.push([at, { ...node, slopes: reordered(node.slopes, sides) }]);
    else if (node.kind === 'exampleNorm' && node.over === 'layer')
      changed.push([at, { ...node, gamma: reordered(node.gamma, sides), beta: reordered(node.beta, sides) }]);
    else if (!ALIKE.includes(node.kind)) return null;
    if (node.kind === 'dense') break;
    [name] = node.from;
  }
  for (const [at, node] of changed) nodes[at] = node;
  return names;
}
