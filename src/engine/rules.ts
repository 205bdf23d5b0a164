// How each step is computed: one rule for every layer kind and every fused kind, over the operations of ops/. A kind without
// a rule does not compile.
import { addN, pad, reshape, type Tensor, type Tensor4D } from '@tensorflow/tfjs-core';
import { BATCH_NORM_EPSILON, type PaddingMode, type Sides } from '../core/network';
import type { ForwardPass } from './forwardPass';
import { activate } from './ops/activation';
import { batchNormInference, batchNormTraining, composedBatchNorm } from './ops/batchNorm';
import { concatChannels } from './ops/concat';
import { conditionalNorm } from './ops/conditionalNorm';
import { depthwise, fusedConv2d, fusedConv2dTranspose, upsample, upsampleConv2d } from './ops/convolution';
import { crop } from './ops/crop';
import { curveOf } from './ops/curves';
import { fusedDense } from './ops/dense';
import { activationDropout, NO_DROPOUT } from './ops/dropout';
import { embedding } from './ops/embedding';
import { exampleNorm, minibatchStd, pixelNorm } from './ops/exampleNorm';
import { averagePool, globalAveragePool, maxPool } from './ops/pooling';
import { prelu } from './ops/prelu';
import { instanceNorm } from './ops/instanceNorm';
import { images, matrix, vector } from './ops/rank';
import { reflectionPad } from './ops/reflectionPad';
import { bilinearResize } from './ops/resize';
import { softmax } from './ops/softmax';
import { LINEAR, type PlannedKind, type PlannedLayer, type PlannedStep } from './plan';

/** Computes a step from what it takes; disposes nothing. */
export type StepRunner = (inputs: readonly Tensor[], pass: ForwardPass) => Tensor;

type Rule<K extends PlannedKind> = (layer: PlannedLayer<K>, step: PlannedStep) => StepRunner;

const reshaped: Rule<'reshape' | 'flatten'> =
  (_, { shape }) =>
  ([x]) =>
    reshape(x, [x.shape[0], ...shape]);

const layerNorm: Rule<'layerNorm'> =
  (_, step) =>
  ([x], pass) =>
    activate(exampleNorm(x, pass.vector(step, 'gamma'), pass.vector(step, 'beta'), 'layer'), step.activation);

/** A smooth pass composes it of operations that can be differentiated twice. */
const normalizedInstance: Rule<'instanceNorm'> =
  (_, step) =>
  ([x], pass) => {
    const [gamma, beta] = [pass.vector(step, 'gamma'), pass.vector(step, 'beta')];
    return pass.mode.kind === 'smooth'
      ? activate(exampleNorm(x, gamma, beta, 'instance'), step.activation)
      : instanceNorm(x, gamma, beta, step.activation);
  };

type Pool = (x: Tensor4D, size: Sides, stride: Sides, padding: PaddingMode) => Tensor;

const pooled =
  (pool: Pool): Rule<'averagePool' | 'maxPool'> =>
  ({ size, stride = size, padding = 'valid' }) =>
  ([x]) =>
    pool(images(x), size, stride, padding);

/** A smooth pass composes it of operations that can be differentiated twice; a frozen layer keeps its averages. */
const batchNorm: Rule<'batchNorm'> = ({ momentum, epsilon = BATCH_NORM_EPSILON }, step) => {
  const { activation } = step;
  return ([x], pass) => {
    const [gamma, beta] = [pass.vector(step, 'gamma'), pass.vector(step, 'beta')];
    const [mean, variance] = [pass.own(step, 'movingMean'), pass.own(step, 'movingVariance')];
    if (pass.mode.kind === 'inference' || step.frozen) {
      const y = batchNormInference(x, gamma, beta, vector(mean), vector(variance), epsilon, activation);
      return step.frozen ? activationDropout(y, LINEAR, pass.dropout(step)) : y;
    }
    if (pass.mode.kind === 'smooth')
      return composedBatchNorm(x, gamma, beta, epsilon, activation, NO_DROPOUT).y;
    const moving = { mean, variance, share: 1 - momentum };
    return batchNormTraining(x, gamma, beta, epsilon, activation, pass.dropout(step), moving).y;
  };
};

const RULES: { readonly [K in PlannedKind]: Rule<K> } = {
  dense:
    (_, step) =>
    ([x], pass) =>
      fusedDense(matrix(x), matrix(pass.kernel(step)), pass.bias(step), step.activation),
  conv2d: ({ stride = 1, padding = 'same' }, step) => {
    const settings = { stride, padding, ...step.activation };
    return ([x], pass) => fusedConv2d(images(x), images(pass.kernel(step)), pass.bias(step), settings);
  },
  upsampleConv2d:
    (_, step) =>
    ([x], pass) =>
      upsampleConv2d(images(x), images(pass.kernel(step)), pass.bias(step), step.activation),
  depthwiseConv2d: ({ stride = 1 }, step) => {
    const settings = { stride, ...step.activation };
    return ([x], pass) => depthwise(images(x), images(pass.kernel(step)), pass.bias(step), settings);
  },
  conv2dTranspose: ({ stride }, step) => {
    const settings = { stride, ...step.activation };
    return ([x], pass) =>
      fusedConv2dTranspose(images(x), images(pass.kernel(step)), pass.bias(step), settings);
  },
  embedding:
    (_, step) =>
    ([x], pass) =>
      embedding(reshape(x, [x.shape[0]]), matrix(pass.kernel(step))),
  batchNorm,
  layerNorm,
  instanceNorm: normalizedInstance,
  conditionalInstanceNorm:
    (_, step) =>
    ([x, classes], pass) => {
      const [gamma, beta] = (['gamma', 'beta'] as const).map((role) => matrix(pass.weight(step, role)));
      return conditionalNorm(
        images(x),
        reshape(classes, [x.shape[0]]),
        gamma,
        beta,
        step.activation,
        pass.mode.kind === 'smooth',
      );
    },
  pixelNorm:
    () =>
    ([x]) =>
      pixelNorm(x),
  minibatchStd:
    () =>
    ([x]) =>
      minibatchStd(x),
  // A fused curved activation has no second gradient; a smooth pass has it as a step of its own.
  activation: ({ fn }, step) => {
    const curve = curveOf(fn);
    return ([x], pass) => activationDropout(curve ? curve(x) : x, step.activation, pass.dropout(step));
  },
  dropout:
    (_, step) =>
    ([x], pass) =>
      activationDropout(x, LINEAR, pass.dropout(step)),
  prelu:
    (_, step) =>
    ([x], pass) =>
      prelu(x, pass.vector(step, 'alpha')),
  softmax:
    () =>
    ([x]) =>
      softmax(x),
  add: () => (inputs) => addN([...inputs]),
  concat: () => (inputs) => concatChannels(inputs),
  averagePool: pooled(averagePool),
  maxPool: pooled(maxPool),
  globalAveragePool:
    () =>
    ([x]) =>
      globalAveragePool(images(x)),
  upsample:
    () =>
    ([x]) =>
      upsample(images(x)),
  resize:
    (_, { shape: [height, width] }) =>
    ([x]) =>
      bilinearResize(images(x), [height, width]),
  reshape: reshaped,
  flatten: reshaped,
  zeroPad:
    ({ top, bottom, left, right }) =>
    ([x]) =>
      pad(x, [
        [0, 0],
        [top, bottom],
        [left, right],
        [0, 0],
      ]),
  reflectionPad:
    ({ top, bottom, left, right }) =>
    ([x]) =>
      reflectionPad(images(x), [top, bottom, left, right]),
  crop:
    ({ top, bottom, left, right }) =>
    ([x]) =>
      crop(images(x), [top, bottom, left, right]),
};

const runnerOf = <K extends PlannedKind>(layer: PlannedLayer<K>, step: PlannedStep): StepRunner =>
  RULES[layer.kind](layer, step);

/** The step with its options worked out. */
export const stepRunner = (step: PlannedStep): StepRunner => runnerOf(step.layer, step);
