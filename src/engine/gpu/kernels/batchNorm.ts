// GanvasBatchNormTrain, the same with moving averages, its gradient, and GanvasBiasGrad. Two dispatches each way: sums
// over all rows, then all elements.
import type { NamedAttrMap, TensorInfo } from '@tensorflow/tfjs-core';
import { activateText, activationKey, activationOf, dropoutText, slopeText } from '../activation';
import { input, numberAttr, rowsAndChannels } from '../arguments';
import type { GanvasGpuBackend } from '../backend';
import { columnSumsProgram } from '../columnSums';
import { defineKernel, type GpuKernel } from '../define';
import { elementGroups, f32, forEach, type GpuProgram } from '../program';

interface Moving {
  readonly mean: TensorInfo;
  readonly variance: TensorInfo;
  /** moving += share (factor statistic - moving), with factor 1 for the mean. */
  readonly share: number;
  readonly varianceFactor: number;
}

function forward(
  backend: GanvasGpuBackend,
  [x, gamma, beta]: readonly TensorInfo[],
  attrs: NamedAttrMap,
  moving: Moving | null,
): TensorInfo[] {
  const [rows, channels] = rowsAndChannels(x);
  const [y, mean, variance] = [x.shape, [channels], [channels]].map((shape) => backend.newTensor(shape));
  const moves = moving
    ? `movingMean[c] += ${f32(moving.share)} * (sums.x - movingMean[c]);
    movingVariance[c] += ${f32(moving.share)} * (${f32(moving.varianceFactor)} * sums.y - movingVariance[c]);`
    : '';
  // Sums of the distance to the channel's first value: no cancellation for channels far from zero.
  const statistics = columnSumsProgram({
    key: `statistics|${moving ? `${moving.share},${moving.varianceFactor}` : ''}`,
    ...{ rows, channels },
    reads: ['x'],
    writes: moving
      ? ['batchMean', 'batchVariance', 'movingMean', 'movingVariance']
      : ['batchMean', 'batchVariance'],
    declarations: '',
    before: 'let origin = x[c];',
    add: 'let d = x[i] - origin; sums += vec2f(d, d * d);',
    finish: `
    sums /= f32(ROWS);
    sums = vec2f(origin + sums.x, max(0f, sums.y - sums.x * sums.x));
    batchMean[c] = sums.x;
    batchVariance[c] = sums.y;
    ${moves}`,
  });
  backend.run(statistics, [x, mean, variance, ...(moving ? [moving.mean, moving.variance] : [])]);
  if (moving) for (const info of [moving.mean, moving.variance]) backend.changed(info);

  const activation = activationOf(attrs);
  const dropout = dropoutText(attrs);
  const epsilon = numberAttr(attrs, 'epsilon');
  const size = rows * channels;
  const normalize: GpuProgram = {
    key: `normalize|${rows},${channels}|${activationKey(activation)}|${dropout.key}|${epsilon}`,
    reads: ['x', 'gamma', 'beta', 'batchMean', 'batchVariance'],
    writes: ['y'],
    numbers: dropout.numbers,
    threads: 256,
    workgroups: elementGroups(size),
    text: () => ({
      declarations: activateText(activation) + dropout.declarations,
      main: forEach(
        size,
        `
    let c = i % ${channels}u;
    let scale = gamma[c] * inverseSqrt(batchVariance[c] + ${f32(epsilon)});
    y[i] = mask(i) * activate((x[i] - batchMean[c]) * scale + beta[c]);`,
      ),
    }),
  };
  backend.run(normalize, [x, gamma, beta, mean, variance, y]);
  return [y, mean, variance];
}

const train = defineKernel('GanvasBatchNormTrain', (backend, inputs, attrs) =>
  forward(
    backend,
    ['x', 'gamma', 'beta'].map((name) => input(inputs, name)),
    attrs,
    null,
  ),
);

const trainMoving = defineKernel('GanvasBatchNormTrainMoving', (backend, inputs, attrs) =>
  forward(
    backend,
    ['x', 'gamma', 'beta'].map((name) => input(inputs, name)),
    attrs,
    {
      mean: input(inputs, 'movingMean'),
      variance: input(inputs, 'movingVariance'),
      share: numberAttr(attrs, 'share'),
      varianceFactor: numberAttr(attrs, 'varianceFactor'),
    },
  ),
);

/** Coefficients per channel that the second dispatch of the gradient needs. */
const COEFFICIENTS = 6;

const gradient = defineKernel('GanvasBatchNormTrainGrad', (backend, inputs, attrs) => {
  const names = ['dy', 'x', 'gamma', 'beta', 'mean', 'variance'];
  const [dy, x, ...rest] = names.map((name) => input(inputs, name));
  const [rows, channels] = rowsAndChannels(x);
  const size = rows * channels;
  const coefficients = backend.newTensor([COEFFICIENTS, channels]);
  const [dx, dGamma, dBeta] = [x.shape, [channels], [channels]].map((shape) => backend.newTensor(shape));
  const activation = activationOf(attrs);
  const dropout = dropoutText(attrs);
  const epsilon = numberAttr(attrs, 'epsilon');
  const key = `${activationKey(activation)}|${dropout.key}`;

  // g is the gradient at the normalized, scaled and shifted x, before activation and dropout.
  const sums = columnSumsProgram({
    key: `normalizeSums|${key}|${epsilon}`,
    ...{ rows, channels },
    reads: ['dy', 'x', 'gamma', 'beta', 'batchMean', 'batchVariance'],
    writes: ['coefficients'],
    numbers: dropout.numbers,
    declarations: dropout.declarations,
    before: `
    let inverse = inverseSqrt(batchVariance[c] + ${f32(epsilon)});
    let scale = gamma[c] * inverse;
    let mean = batchMean[c];
    let shift = beta[c];`,
    add: `
      let d = x[i] - mean;
      let z = d * scale + shift;
      let g = dy[i] * mask(i) * ${slopeText(activation, 'z')};
      sums += vec2f(g, g * d * inverse);`,
    finish: [
      ...['mean', 'scale', 'shift', 'inverse', 'sums.x', 'sums.y'].map(
        (value, k) => `coefficients[${k}u * C + c] = ${value};`,
      ),
    ].join(' '),
  });
  backend.run(sums, [dy, x, ...rest, coefficients]);

  const apply: GpuProgram = {
    key: `normalizeGradient|${rows},${channels}|${key}`,
    reads: ['dy', 'x', 'coefficients'],
    writes: ['dx', 'dGamma', 'dBeta'],
    numbers: dropout.numbers,
    threads: 256,
    workgroups: elementGroups(size),
    text: () => ({
      declarations: `const C = ${channels}u;\n${dropout.declarations}`,
      main: forEach(
        size,
        `
    let c = i % C;
    let d = x[i] - coefficients[c];
    let scale = coefficients[C + c];
    let z = d * scale + coefficients[2u * C + c];
    let inverse = coefficients[3u * C + c];
    let sum = coefficients[4u * C + c];
    let product = coefficients[5u * C + c];
    let g = dy[i] * mask(i) * ${slopeText(activation, 'z')};
    dx[i] = scale * (g - (sum + d * inverse * product) * ${f32(1 / rows)});
    if (i < C) { dGamma[c] = product; dBeta[c] = sum; }`,
      ),
    }),
  };
  backend.run(apply, [dy, x, coefficients, dx, dGamma, dBeta]);
  backend.disposeData(coefficients.dataId);
  return [dx, dGamma, dBeta];
});

const biasGradient = defineKernel('GanvasBiasGrad', (backend, inputs) => {
  const dz = input(inputs, 'dz');
  const [rows, channels] = rowsAndChannels(dz);
  const sums = backend.newTensor([channels]);
  const program = columnSumsProgram({
    key: 'columnSums',
    ...{ rows, channels },
    reads: ['dz'],
    writes: ['totals_'],
    declarations: '',
    before: '',
    add: 'sums.x += dz[i];',
    finish: 'totals_[c] = sums.x;',
  });
  backend.run(program, [dz, sums]);
  return sums;
});

export const batchNormKernels: readonly GpuKernel[] = [train, trainMoving, gradient, biasGradient];
