// What each layer is as jobs of the convolution kernels. A filter lies as in the graph, [outputs][taps][inputs], and the
// strides of a job say so; only packing reads it, once.
import { toPlace } from '../graph/kernelLayouts';
import { volume } from '../graph/graph';
import { paddingOf } from '../graph/windows';
import { activationCode } from '../engine/simd/conv/activation';
import {
  convGeometry,
  forwardTaps,
  gradientPhases,
  type ConvGeometry,
  type Tap,
} from '../engine/simd/conv/geometry';
import { byPlace } from '../engine/simd/conv/gather';
import type { JobShape } from '../engine/simd/conv/job';
import { suitsMinimal } from '../engine/simd/conv/minimal';
import { suitsPhases } from '../engine/simd/conv/upsamplePhases';
import type { FusedLayer } from './fuse';

/** Which kernels run a layer: general jobs, or one job of a special form. */
export type Form = 'jobs' | 'minimal' | 'doubling';

export interface LayerJobs {
  readonly form: Form;
  /** Filter as the jobs read it. */
  readonly filter: Float32Array;
  /** Jobs for `rows` examples without addresses of filter and bias. */
  readonly shapes: (rows: number, input: number, out: number) => readonly JobShape[];
}

type Fixed = Pick<
  JobShape,
  'filter' | 'tapStride' | 'innerStride' | 'outerStride' | 'bias' | 'activation' | 'alpha'
>;

/** The filter as the graph has it: [outputs, taps, inputs]. */
const inGraphOrder = ({ activation }: FusedLayer, taps: number, inputs: number): Fixed => ({
  filter: 0,
  tapStride: inputs,
  innerStride: 1,
  outerStride: taps * inputs,
  bias: 0,
  activation: activationCode(activation.activation),
  alpha: activation.alpha,
});

const whole = { outStepH: 1, outStepW: 1, outStartH: 0, outStartW: 0, strideH: 1, strideW: 1 } as const;

function dense(layer: FusedLayer): LayerJobs {
  const { node } = layer;
  const inputs = volume(node.inputs[0]);
  const fixed = inGraphOrder(layer, 1, inputs);
  return {
    form: 'jobs',
    filter: node.weights,
    shapes: (rows, input, out) => [
      {
        ...fixed,
        ...whole,
        input,
        n: 1,
        h: 1,
        w: rows,
        c: inputs,
        gridH: 1,
        gridW: rows,
        tapsOf: [{ dy: 0, dx: 0, index: 0 }],
        out,
        outH: 1,
        outW: rows,
        outC: node.bias.length,
      },
    ],
  };
}

function geometry(layer: FusedLayer): ConvGeometry {
  const { node } = layer;
  if (node.kind === 'dense') throw new TypeError('A dense layer has no geometry');
  const [before, after] = [node.inputs[0], node.output];
  const [image, map] = node.kind === 'conv2d' ? [before, after] : [after, before];
  const { top, bottom, left, right } = paddingOf(node);
  const kernel = [...node.kernel, image[2], map[2]];
  return convGeometry([1, ...image], kernel, node.stride, [top, bottom, left, right]);
}

function convolution(layer: FusedLayer): LayerJobs {
  const g = geometry(layer);
  const fixed = inGraphOrder(layer, g.kh * g.kw, g.ci);
  return {
    form: suitsMinimal({ ...g, n: 1 }) ? 'minimal' : 'jobs',
    filter: layer.node.weights,
    shapes: (rows, input, out) => [
      {
        ...fixed,
        ...whole,
        input,
        n: rows,
        h: g.h,
        w: g.w,
        c: g.ci,
        gridH: g.outH,
        gridW: g.outW,
        strideH: g.strideH,
        strideW: g.strideW,
        tapsOf: forwardTaps(g),
        out,
        outH: g.outH,
        outW: g.outW,
        outC: g.co,
      },
    ],
  };
}

function transposed(layer: FusedLayer): LayerJobs {
  const g = geometry(layer);
  const fixed = inGraphOrder(layer, g.kh * g.kw, g.co);
  const minimal = suitsMinimal({ ...g, n: 1 });
  return {
    form: minimal ? 'minimal' : 'jobs',
    filter: layer.node.weights,
    shapes: (rows, input, out) =>
      gradientPhases(g).map((phase) => ({
        ...fixed,
        input,
        n: rows,
        h: g.outH,
        w: g.outW,
        c: g.co,
        gridH: phase.gridH,
        gridW: phase.gridW,
        strideH: 1,
        strideW: 1,
        tapsOf: minimal ? byPlace(phase.taps) : phase.taps,
        out,
        outH: g.h,
        outW: g.w,
        outC: g.ci,
        outStepH: g.strideH,
        outStepW: g.strideW,
        outStartH: phase.startH,
        outStartW: phase.startW,
      })),
  };
}

/** The nine weights in order; kernels/upsample.ts knows where they reach. */
const WEIGHTS: readonly Tap[] = Array.from({ length: 9 }, (_, index) => ({ dy: 0, dx: 0, index }));

/** The taps of one dimension that make outputs of phase `odd`: input offset, and index in the four folded taps. */
const phaseTaps = (odd: number) => [
  { offset: odd - 1, tap: 2 * odd },
  { offset: odd, tap: 2 * odd + 1 },
];

/** Weights of the 3x3 filter that fold into each of the four taps of one dimension. */
const FOLDED: readonly (readonly number[])[] = [[0], [1, 2], [0, 1], [2]];

/** The filter of a 3 x 3 convolution as the 16 taps of the four phases, [16][inputs][outputs]. */
function foldPhases(node: FusedLayer['node'], size: number): Float32Array {
  const byTap = toPlace(node, node.weights, 'engine');
  const taps = new Float32Array(16 * size);
  for (let ty = 0; ty < 4; ty++) {
    for (let tx = 0; tx < 4; tx++) {
      const target = taps.subarray((4 * ty + tx) * size, (4 * ty + tx + 1) * size);
      for (const ky of FOLDED[ty]) {
        for (const kx of FOLDED[tx]) {
          const from = (3 * ky + kx) * size;
          for (let i = 0; i < size; i++) target[i] += byTap[from + i];
        }
      }
    }
  }
  return taps;
}

function doubled(layer: FusedLayer): LayerJobs {
  const { node } = layer;
  const [tall, wide, ci] = node.inputs[0];
  const [h, w] = [tall / 2, wide / 2];
  const co = node.bias.length;
  const map = { h, w, c: ci, gridH: h, gridW: w, outC: co };
  if (!suitsPhases({ n: 1, h, w, ci, co })) {
    const fixed = inGraphOrder(layer, 9, ci);
    const shape = { ...fixed, ...whole, ...map, outH: 0, outW: 0, tapsOf: WEIGHTS };
    return {
      form: 'doubling',
      filter: node.weights,
      shapes: (rows, input, out) => [{ ...shape, n: rows, input, out }],
    };
  }
  const fixed = { ...inGraphOrder(layer, 16, ci), tapStride: ci * co, innerStride: co, outerStride: 1 };
  const phases = [0, 1, 2, 3].map((phase) => [phase >> 1, phase & 1]);
  return {
    form: 'jobs',
    filter: foldPhases(node, co * ci),
    shapes: (rows, input, out) =>
      phases.map(([oddY, oddX]) => ({
        ...fixed,
        ...map,
        input,
        n: rows,
        strideH: 1,
        strideW: 1,
        tapsOf: phaseTaps(oddY).flatMap((y) =>
          phaseTaps(oddX).map((x) => ({ dy: y.offset, dx: x.offset, index: 4 * y.tap + x.tap })),
        ),
        out,
        outH: 2 * h,
        outW: 2 * w,
        outStepH: 2,
        outStepW: 2,
        outStartH: oddY,
        outStartW: oddX,
      })),
  };
}

/** How the kernels run a layer. */
export function layerJobs(layer: FusedLayer): LayerJobs {
  switch (layer.node.kind) {
    case 'dense':
      return dense(layer);
    case 'conv2d':
      return layer.doubled ? doubled(layer) : convolution(layer);
    case 'conv2dTranspose':
      return transposed(layer);
  }
}
