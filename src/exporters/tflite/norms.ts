// Normalizations as TensorFlow Lite operators: the format has none of one example by itself. They are float32 in every file.
import { EXAMPLE_NORM_EPSILON, PIXEL_NORM_EPSILON, type Shape } from '../../core/network';
import type { NodeOf } from '../../graph/graph';
import { rawBytes, type TfliteAssembly } from './assemble';
import { byte, CODE, OPTIONS } from './codes';
import { inFloat } from './inFloat';
import type { NodeSite } from './site';

const MEAN = { code: CODE.mean, version: 1, options: { type: OPTIONS.reducer, fields: [byte(0, 1)] } };
const plain = (code: number) => ({ code, version: 1 });

/** Makes float tensors by what they are, and an epsilon. */
const partsOf = (a: TfliteAssembly, name: string) => ({
  step: (what: string, shape: Shape): number => a.value(`${name}/${what}`, shape, 'float32'),
  epsilon: (value: number): number =>
    a.constant(`${name}/epsilon`, [1], 'float32', rawBytes(Float32Array.of(value))),
});

/** Mean, variance and what follows, one operator each. */
export function writeNorm(node: NodeOf<'exampleNorm'>, site: NodeSite): void {
  const { a, weights } = site;
  const { name, output: shape, over } = node;
  const axes = shape.map((_, i) => i + 1);
  const over1 = over === 'layer' ? axes : axes.slice(0, -1);
  const kept = shape.map((side, i) => (over1.includes(i + 1) ? 1 : side));
  const { step, epsilon } = partsOf(a, name);
  inFloat(node, site, (x, output) => {
    const axis = a.ints(`${name}/axes`, over1);
    const middle = a.operator(MEAN, [x, axis], step('mean', kept));
    const squares = a.operator(plain(CODE.squaredDifference), [x, middle], step('squares', shape));
    const variance = a.operator(MEAN, [squares, axis], step('variance', kept));
    const raised = a.operator(
      plain(CODE.add),
      [variance, epsilon(EXAMPLE_NORM_EPSILON)],
      step('raised', kept),
    );
    const scale = a.operator(plain(CODE.rsqrt), [raised], step('scale', kept));
    const centred = a.operator(plain(CODE.sub), [x, middle], step('centred', shape));
    const normal = a.operator(plain(CODE.mul), [centred, scale], step('normal', shape));
    const scaled = a.operator(plain(CODE.mul), [normal, weights[0]], step('scaled', shape));
    a.operator(plain(CODE.add), [scaled, weights[1]], output());
  });
}

/** Over the root of the mean square of each pixel's channels. */
export function writePixelNorm(node: NodeOf<'pixelNorm'>, site: NodeSite): void {
  const { a } = site;
  const { name, output: shape } = node;
  const kept = shape.with(-1, 1);
  const { step, epsilon } = partsOf(a, name);
  inFloat(node, site, (x, output) => {
    const squares = a.operator(plain(CODE.mul), [x, x], step('squares', shape));
    const mean = a.operator(MEAN, [squares, a.ints(`${name}/axes`, [shape.length])], step('mean', kept));
    const raised = a.operator(plain(CODE.add), [mean, epsilon(PIXEL_NORM_EPSILON)], step('raised', kept));
    const scale = a.operator(plain(CODE.rsqrt), [raised], step('scale', kept));
    a.operator(plain(CODE.mul), [x, scale], output());
  });
}
