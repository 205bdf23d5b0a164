// A network built from its description: variables, and the forward pass in training and in inference.
// It owns its variables; `dispose` frees them. It knows nothing of losses or optimizers.
import {
  pad,
  reshape,
  tensor,
  variable,
  type Tensor,
  type Tensor1D,
  type Variable,
} from '@tensorflow/tfjs-core';
import { hashSeed } from '../core/random';
import { chainLayers, type NetworkSpec, type ResolvedNode, type WeightSpec } from '../core/network';
import { initialValues } from './initialize';
import { activate, isPiecewiseLinear } from './ops/activation';
import { batchNormInference, batchNormTraining, composedBatchNorm } from './ops/batchNorm';
import { depthwise, fusedConv2d, fusedConv2dTranspose, upsample, upsampleConv2d } from './ops/convolution';
import { fusedDense } from './ops/dense';
import { activationDropout, NO_DROPOUT, type Dropout } from './ops/dropout';
import { exampleNorm, minibatchStd } from './ops/exampleNorm';
import { images, matrix, vector } from './ops/rank';
import { refineSingularVectors, spectrallyNormalized } from './ops/spectral';
import { LINEAR, planNetwork, type PlannedDropout, type PlannedOp } from './plan';
import { numberNow, type StepNumber } from './recording';

/**
 * Training uses batch statistics, updates moving averages and drops out; inference uses moving averages. `smooth` is
 * training without dropout and without moving the averages, whose gradients can themselves be differentiated.
 */
export type ForwardMode =
  | { readonly kind: 'inference' }
  | { readonly kind: 'training'; readonly dropoutSeed: StepNumber }
  | { readonly kind: 'smooth' };

export interface NetworkWeight {
  /** Unique in the network, for example `conv2d_1/kernel`. */
  readonly name: string;
  readonly spec: WeightSpec;
  readonly variable: Variable;
}

/** Stand-ins for the trainable weights; `tensors` in the order of `Network.trainable`. */
export interface TwinWeights {
  readonly byName: ReadonlyMap<string, Tensor>;
  readonly tensors: readonly Tensor[];
}

const streamOfName = (name: string): number => [...name].reduce((h, c) => hashSeed(h, c.charCodeAt(0)), 0);

export class Network {
  readonly weights: readonly NetworkWeight[];
  readonly #plan: readonly PlannedOp[];
  readonly #byName: ReadonlyMap<string, Variable>;

  /** Ids of the nodes whose weights and moving statistics stay as they are. */
  readonly #frozen: ReadonlySet<string>;

  /** @throws InvalidValueError when the layers do not fit each other */
  constructor(
    readonly spec: NetworkSpec,
    seed: number,
  ) {
    const layers: readonly ResolvedNode[] = chainLayers(spec);
    this.#plan = planNetwork(layers);
    this.#frozen = new Set(spec.nodes.filter(({ frozen }) => frozen).map(({ id }) => id));
    const network = streamOfName(spec.name);
    this.weights = layers.flatMap((layer) =>
      layer.weights.map((weight, slot) => {
        const values = initialValues(weight, layer, seed, network, layer.index, slot);
        const { initScale = 1 } = spec;
        const scaled =
          weight.role === 'kernel' && initScale !== 1 ? values.map((v) => v * initScale) : values;
        const initial = tensor(scaled, [...weight.shape]);
        const created = variable(initial, weight.trainable);
        initial.dispose();
        return { name: `${layer.name}/${weight.role}`, spec: weight, variable: created };
      }),
    );
    this.#byName = new Map(this.weights.map((w) => [w.name, w.variable]));
  }

  /** Weights that an optimizer moves. */
  get learning(): readonly NetworkWeight[] {
    return this.weights.filter(({ spec }) => spec.trainable);
  }

  /** Variables that an optimizer moves, those of `learning`. */
  get trainable(): Variable[] {
    return this.learning.map((w) => w.variable);
  }

  /**
   * The forward pass of x [b, ...spec.input]. Disposes nothing: run it in `tidy` or under a gradient.
   * @param twin stands in for the trainable weights
   * @returns [b, ...output], logits where the description says so
   */
  apply(x: Tensor, mode: ForwardMode, twin: TwinWeights | null = null): Tensor {
    return this.#plan.reduce((value, op) => this.#apply(op, value, mode, twin), x);
  }

  /** One round of power iteration for every spectrally normalized layer; before an update, outside of gradients. */
  refineSingularVectors(): void {
    for (const op of this.#plan) {
      if (!('spectral' in op) || !op.spectral || this.#frozen.has(op.name)) continue;
      refineSingularVectors(
        this.#weight(op.name, 'kernel'),
        this.#weight(op.name, 'spectralIn'),
        this.#weight(op.name, 'spectralOut'),
      );
    }
  }

  /**
   * The trainable weights as tensors of their own over the same data: under one gradient, a second pass through them has
   * gradients of its own, instead of an addition per weight. The caller disposes `tensors`.
   */
  twin(): TwinWeights {
    const pairs = this.learning.map(({ name, variable: weight }) => [name, weight.clone()] as const);
    return { byName: new Map(pairs), tensors: pairs.map(([, tensor]) => tensor) };
  }

  dispose(): void {
    for (const weight of this.weights) weight.variable.dispose();
  }

  #weight(name: string, role: WeightSpec['role']): Variable {
    const found = this.#byName.get(`${name}/${role}`);
    if (!found) throw new TypeError(`${this.spec.name} has no weight ${name}/${role}`);
    return found;
  }

  #shared(name: string, role: WeightSpec['role'], twin: TwinWeights | null): Tensor {
    return twin?.byName.get(`${name}/${role}`) ?? this.#weight(name, role);
  }

  #bias(name: string, twin: TwinWeights | null): Tensor1D | null {
    return this.#byName.has(`${name}/bias`) ? vector(this.#shared(name, 'bias', twin)) : null;
  }

  #kernel(op: { readonly name: string; readonly spectral?: boolean }, twin: TwinWeights | null): Tensor {
    const kernel = this.#shared(op.name, 'kernel', twin);
    if (!op.spectral) return kernel;
    return spectrallyNormalized(
      kernel,
      this.#weight(op.name, 'spectralIn'),
      this.#weight(op.name, 'spectralOut'),
    );
  }

  /** A fused curved activation has no second gradient; a smooth pass applies it by itself. */
  #apply(op: PlannedOp, x: Tensor, mode: ForwardMode, twin: TwinWeights | null): Tensor {
    if (mode.kind !== 'smooth' || !('activation' in op) || isPiecewiseLinear(op))
      return this.#run(op, x, mode, twin);
    return activate(this.#run({ ...op, ...LINEAR }, x, mode, twin), op);
  }

  #run(op: PlannedOp, x: Tensor, mode: ForwardMode, twin: TwinWeights | null): Tensor {
    switch (op.op) {
      case 'dense':
        return fusedDense(matrix(x), matrix(this.#kernel(op, twin)), this.#bias(op.name, twin), op);
      case 'conv2d':
        return fusedConv2d(images(x), images(this.#kernel(op, twin)), this.#bias(op.name, twin), op);
      case 'upsampleConv2d':
        return upsampleConv2d(images(x), images(this.#kernel(op, twin)), this.#bias(op.name, twin), op);
      case 'conv2dTranspose':
        return fusedConv2dTranspose(images(x), images(this.#kernel(op, twin)), this.#bias(op.name, twin), op);
      case 'depthwiseConv2d':
        return depthwise(images(x), images(this.#kernel(op, twin)), this.#bias(op.name, twin), op);
      case 'batchNorm':
        return this.#batchNorm(op, x, mode, twin);
      case 'exampleNorm': {
        const gamma = vector(this.#shared(op.name, 'gamma', twin));
        const beta = vector(this.#shared(op.name, 'beta', twin));
        return activate(exampleNorm(x, gamma, beta, op.over), op);
      }
      case 'minibatchStd':
        return minibatchStd(x);
      case 'activation':
        return activationDropout(x, op, dropoutOf(op.dropout, mode));
      case 'upsample':
        return upsample(images(x));
      case 'reshape':
        return reshape(x, [x.shape[0], ...op.shape]);
      case 'zeroPad':
        return pad(x, [
          [0, 0],
          [op.top, op.bottom],
          [op.left, op.right],
          [0, 0],
        ]);
    }
  }

  #batchNorm(
    op: PlannedOp & { readonly op: 'batchNorm' },
    x: Tensor,
    mode: ForwardMode,
    twin: TwinWeights | null,
  ): Tensor {
    const gamma = vector(this.#shared(op.name, 'gamma', twin));
    const beta = vector(this.#shared(op.name, 'beta', twin));
    const movingMean = this.#weight(op.name, 'movingMean');
    const movingVariance = this.#weight(op.name, 'movingVariance');
    const isFrozen = this.#frozen.has(op.name);
    if (mode.kind === 'inference' || isFrozen) {
      const dropout = dropoutOf(op.dropout, mode);
      const drops = dropout !== NO_DROPOUT;
      const moving = [vector(movingMean), vector(movingVariance)] as const;
      const y = batchNormInference(x, gamma, beta, ...moving, op.epsilon, drops ? LINEAR : op);
      return drops ? activationDropout(y, op, dropout) : y;
    }
    if (mode.kind === 'smooth') return composedBatchNorm(x, gamma, beta, op.epsilon, op, NO_DROPOUT).y;
    const dropout = dropoutOf(op.dropout, mode);
    const moving = { mean: movingMean, variance: movingVariance, share: 1 - op.momentum };
    return batchNormTraining(x, gamma, beta, op.epsilon, op, dropout, moving).y;
  }
}

function dropoutOf(planned: PlannedDropout | null, mode: ForwardMode): Dropout {
  if (!planned || mode.kind !== 'training') return NO_DROPOUT;
  const { dropoutSeed } = mode;
  const seedOf = (): number => hashSeed(numberNow(dropoutSeed), planned.layerIndex);
  return { rate: planned.rate, seed: typeof dropoutSeed === 'number' ? seedOf() : seedOf };
}
