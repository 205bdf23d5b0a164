// Normalizations as TensorFlow Lite operators: the format has none of one example by itself.
import { EXAMPLE_NORM_EPSILON } from '../../core/network';
import type { NodeOf } from '../../graph/graph';
import { rawBytes } from './assemble';
import { byte, CODE, OPTIONS } from './codes';
import type { NodeSite } from './site';

/** Mean, variance and what follows, one operator each: the file format has no normalization of one example. */
export function writeNorm(
  node: NodeOf<'exampleNorm'>,
  { a, inputs: [x], weights: [gamma, beta], output }: NodeSite,
): void {
  const { name, output: shape, over } = node;
  const axes = shape.map((_, i) => i + 1);
  const over1 = over === 'layer' ? axes : axes.slice(0, -1);
  const kept = shape.map((side, i) => (over1.includes(i + 1) ? 1 : side));
  const axis = a.ints(`${name}/axes`, over1);
  const step = (what: string, sides: readonly number[]): number =>
    a.value(`${name}/${what}`, sides, 'float32');
  const mean = { code: CODE.mean, version: 1, options: { type: OPTIONS.reducer, fields: [byte(0, 1)] } };
  const plain = (code: number) => ({ code, version: 1 });
  const middle = a.operator(mean, [x, axis], step('mean', kept));
  const squares = a.operator(plain(CODE.squaredDifference), [x, middle], step('squares', shape));
  const variance = a.operator(mean, [squares, axis], step('variance', kept));
  const epsilon = a.constant(
    `${name}/epsilon`,
    [1],
    'float32',
    rawBytes(Float32Array.of(EXAMPLE_NORM_EPSILON)),
  );
  const raised = a.operator(plain(CODE.add), [variance, epsilon], step('raised', kept));
  const scale = a.operator(plain(CODE.rsqrt), [raised], step('scale', kept));
  const centred = a.operator(plain(CODE.sub), [x, middle], step('centred', shape));
  const normal = a.operator(plain(CODE.mul), [centred, scale], step('normal', shape));
  const scaled = a.operator(plain(CODE.mul), [normal, gamma], step('scaled', shape));
  a.operator(plain(CODE.add), [scaled, beta], output());
}
