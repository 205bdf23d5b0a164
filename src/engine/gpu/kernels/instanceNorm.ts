// GanvasInstanceNorm in one dispatch and its gradient in two: a workgroup takes one example and four neighbouring channels,
// sums over their rows, and writes them.
import type { TensorInfo } from '@tensorflow/tfjs-core';
import { activateText, activationKey, activationOf, slopeText } from '../activation';
import { input, numberAttr, sizeOf } from '../arguments';
import { columnSumsProgram } from '../columnSums';
import { defineKernel, type GpuKernel } from '../define';
import { sumLanes } from '../laneSums';
import { f32, type GpuProgram } from '../program';
import type { KernelVariant } from '../variant';

const THREADS = 256;
const CHANNELS = 4;
const LANES = THREADS / CHANNELS;

interface Sizes {
  readonly examples: number;
  readonly rows: number;
  readonly channels: number;
}

function sizesOf({ shape }: TensorInfo): Sizes {
  const [examples, channels] = [shape[0], shape[shape.length - 1]];
  return { examples, rows: sizeOf(shape) / (examples * channels), channels };
}

const groupsOf = ({ examples, channels }: Sizes): GpuProgram['workgroups'] => [
  Math.ceil(channels / CHANNELS),
  examples,
  1,
];

const declarationsOf = ({ rows, channels }: Sizes): string => `
const C = ${channels}u;
const ROWS = ${rows}u;
var<workgroup> totals: array<vec2f, ${THREADS}>;`;

/** Of a workgroup whose lane has channel c of example group.y, and every so manieth of its rows. */
const START = `
  let c = group.x * ${CHANNELS}u + lane % ${CHANNELS}u;
  let first = lane / ${CHANNELS}u;
  let base = group.y * ROWS * C + c;
  let statistic = group.y * C + c;
  let inside = c < C;
  let rows = select(0u, ROWS, inside);`;

const forEachRow = (statements: string): string =>
  `for (var row = first; row < rows; row += ${LANES}u) { let i = base + row * C; ${statements} }`;

/** Statements that leave in `name`, a vec2f, the sum of what the lanes of its channel have there. */
const total = (name: string, variant: KernelVariant): string => `
  ${sumLanes({ name, memory: 'totals', over: [CHANNELS, THREADS], to: 'all' }, variant)}
  workgroupBarrier();`;

const forward = defineKernel('GanvasInstanceNorm', (backend, inputs, attrs) => {
  const given = ['x', 'gamma', 'beta'].map((name) => input(inputs, name));
  const sizes = sizesOf(given[0]);
  const { examples, rows, channels } = sizes;
  const statistics = [examples, channels];
  const outputs = [given[0].shape, statistics, statistics].map((shape) => backend.newTensor(shape));
  const activation = activationOf(attrs);
  const epsilon = numberAttr(attrs, 'epsilon');
  backend.run(
    {
      key: `instanceNorm|${examples},${rows},${channels}|${activationKey(activation)}|${epsilon}`,
      reads: ['x', 'gamma', 'beta'],
      writes: ['y', 'means', 'deviations'],
      threads: THREADS,
      workgroups: groupsOf(sizes),
      text: (variant) => ({
        declarations: declarationsOf(sizes) + activateText(activation),
        main: `${START}
  var sums = vec2f(0f);
  ${forEachRow('sums.x += x[i];')}
  ${total('sums', variant)}
  let mean = sums.x / f32(ROWS);
  sums = vec2f(0f);
  ${forEachRow('let d = x[i] - mean; sums.x += d * d;')}
  ${total('sums', variant)}
  let deviation = sqrt(sums.x / f32(ROWS) + ${f32(epsilon)});
  if (inside) {
    let scale = gamma[c] / deviation;
    let shift = beta[c];
    ${forEachRow('y[i] = activate((x[i] - mean) * scale + shift);')}
    if (first == 0u) { means[statistic] = mean; deviations[statistic] = deviation; }
  }`,
      }),
    },
    [...given, ...outputs],
  );
  return outputs;
});

const gradient = defineKernel('GanvasInstanceNormGrad', (backend, inputs, attrs) => {
  const names = ['dy', 'x', 'gamma', 'beta', 'means', 'deviations'];
  const given = names.map((name) => input(inputs, name));
  const sizes = sizesOf(given[1]);
  const { examples, rows, channels } = sizes;
  const [dx, dGamma, dBeta] = [given[1].shape, [channels], [channels]].map((shape) =>
    backend.newTensor(shape),
  );
  // Of each example and channel: the gradient by beta, the gradient by gamma.
  const parts = backend.newTensor([examples, channels, 2]);
  const activation = activationOf(attrs);
  const each = `
      let n = (x[i] - mean) / deviation;
      let z = n * scale + shift;
      let g = dy[i] * ${slopeText(activation, 'z')};`;
  backend.run(
    {
      key: `instanceNormGradient|${examples},${rows},${channels}|${activationKey(activation)}`,
      reads: names,
      writes: ['dx', 'parts'],
      threads: THREADS,
      workgroups: groupsOf(sizes),
      text: (variant) => ({
        declarations: declarationsOf(sizes),
        main: `${START}
  var mean = 0f;
  var deviation = 1f;
  var scale = 0f;
  var shift = 0f;
  if (inside) {
    mean = means[statistic];
    deviation = deviations[statistic];
    scale = gamma[c];
    shift = beta[c];
  }
  var sums = vec2f(0f);
  ${forEachRow(`${each} sums += vec2f(g, g * n);`)}
  ${total('sums', variant)}
  let share = sums / f32(ROWS);
  ${forEachRow(`${each} dx[i] = scale / deviation * (g - share.x - n * share.y);`)}
  if (inside && first == 0u) { parts[2u * statistic] = sums.x; parts[2u * statistic + 1u] = sums.y; }`,
      }),
    },
    [...given, dx, parts],
  );
  const sums = columnSumsProgram({
    key: 'instanceNormSums',
    ...{ rows: examples, channels },
    reads: ['parts'],
    writes: ['dGamma', 'dBeta'],
    declarations: '',
    before: '',
    add: 'sums += vec2f(parts[2u * i], parts[2u * i + 1u]);',
    finish: 'dBeta[c] = sums.x; dGamma[c] = sums.y;',
  });
  backend.run(sums, [parts, dGamma, dBeta]);
  backend.disposeData(parts.dataId);
  return [dx, dGamma, dBeta];
});

export const instanceNormKernels: readonly GpuKernel[] = [forward, gradient];
