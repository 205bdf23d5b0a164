// A network built from its description: variables, and the forward pass in training and in inference.
// It owns its variables; `dispose` frees them. It knows nothing of losses or optimizers.
import { Tensor, tensor, variable, type Variable } from '@tensorflow/tfjs-core';
import {
  resolveNetwork,
  takesSpectral,
  type NetworkSpec,
  type WeightRole,
  type WeightSpec,
} from '../core/network';
import { ForwardPass, type ForwardMode, type TwinWeights } from './forwardPass';
import { firstWeights } from './initialize';
import { isPiecewiseLinear } from './ops/activation';
import { refineSingularVectors } from './ops/spectral';
import { planNetwork, type PlannedStep } from './plan';
import { stepRunner, type StepRunner } from './rules';

export type { ForwardMode, TwinWeights } from './forwardPass';

export interface NetworkWeight {
  /** Unique in the network, for example `conv2d_1/kernel`. */
  readonly name: string;
  readonly spec: WeightSpec;
  readonly variable: Variable;
}

/** What goes in: of a network with one input the tensor itself, else a tensor for each input by its name. */
export type NetworkFeed = Tensor | Readonly<Record<string, Tensor>>;

/** Sees what a step of a pass makes, by the value's name, while the pass runs. */
export type ValueWatch = (value: string, made: Tensor) => void;

interface RunnableStep {
  readonly step: PlannedStep;
  readonly run: StepRunner;
}

const runnable = (steps: readonly PlannedStep[]): readonly RunnableStep[] =>
  steps.map((step) => ({ step, run: stepRunner(step) }));

export class Network {
  readonly weights: readonly NetworkWeight[];
  readonly #plan: readonly RunnableStep[];
  /** For gradients of gradients: no fused kernel holds a curved activation. */
  readonly #smoothPlan: readonly RunnableStep[];
  readonly #byName: ReadonlyMap<string, Variable>;

  /** Whether its variables are its own, or those of the network that it is a part of. */
  readonly #isOwner: boolean;

  /**
   * @param whole the network that this is a part of, by `part`
   * @throws InvalidValueError when the layers do not fit each other
   */
  constructor(
    readonly spec: NetworkSpec,
    seed: number,
    whole: Network | null = null,
  ) {
    this.#isOwner = whole === null;
    this.#plan = runnable(planNetwork(spec));
    this.#smoothPlan = runnable(planNetwork(spec, (activation) => !isPiecewiseLinear(activation)));
    this.weights = whole
      ? resolveNetwork(spec).flatMap((layer) =>
          layer.weights.map((weight) => {
            const name = `${layer.name}/${weight.role}`;
            return { name, spec: weight, variable: whole.#variable(name) };
          }),
        )
      : firstWeights(spec, seed).map(({ name, spec: weight, values }) => {
          const initial = tensor(values, [...weight.shape]);
          const created = variable(initial, weight.trainable);
          initial.dispose();
          return { name, spec: weight, variable: created };
        });
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
   * Some of its layers as a network of their own, with the same variables, which stay this network's to dispose.
   * @param spec layers of this network's description under their ids
   */
  part(spec: NetworkSpec): Network {
    return new Network(spec, 0, this);
  }

  /**
   * The forward pass to the first output, of x [b, ...shape of the input]. Disposes nothing: run it in `tidy` or under a
   * gradient.
   * @param twin stands in for the trainable weights
   * @param watch sees every value that is made, where layers run as one only the last of them
   * @returns [b, ...output], logits where the description says so
   */
  apply(
    x: NetworkFeed,
    mode: ForwardMode,
    twin: TwinWeights | null = null,
    watch: ValueWatch | null = null,
  ): Tensor {
    return this.applyAll(x, mode, twin, watch)[0];
  }

  /** The same to every output, in the description's order. */
  applyAll(
    x: NetworkFeed,
    mode: ForwardMode,
    twin: TwinWeights | null = null,
    watch: ValueWatch | null = null,
  ): Tensor[] {
    const values = new Map<string, Tensor>();
    const { inputs, outputs } = this.spec;
    for (const { name } of inputs) values.set(name, this.#fed(x, name));
    const valueOf = (id: string): Tensor => {
      const value = values.get(id);
      if (!value) throw new TypeError(`${this.spec.name} has no value ${id}`);
      return value;
    };
    const pass = new ForwardPass(this.spec.name, this.#byName, mode, twin);
    for (const { step, run } of mode.kind === 'smooth' ? this.#smoothPlan : this.#plan) {
      const made = run(step.from.map(valueOf), pass);
      values.set(step.to, made);
      watch?.(step.to, made);
    }
    return outputs.map(valueOf);
  }

  /** One round of power iteration for every spectrally normalized layer; before an update, outside of gradients. */
  refineSingularVectors(): void {
    for (const node of this.spec.nodes) {
      if (!takesSpectral(node) || !node.spectral || node.frozen) continue;
      const [kernel, into, out] = (['kernel', 'spectralIn', 'spectralOut'] as const).map((role) =>
        this.#weight(node.id, role),
      );
      refineSingularVectors(kernel, into, out);
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
    if (this.#isOwner) for (const weight of this.weights) weight.variable.dispose();
  }

  #weight(name: string, role: WeightRole): Variable {
    return this.#variable(`${name}/${role}`);
  }

  #variable(name: string): Variable {
    const found = this.#byName.get(name);
    if (!found) throw new TypeError(`${this.spec.name} has no weight ${name}`);
    return found;
  }

  #fed(x: NetworkFeed, name: string): Tensor {
    const { inputs } = this.spec;
    const value = !(x instanceof Tensor) ? x[name] : inputs.length === 1 ? x : undefined;
    if (value) return value;
    const names = inputs.map((input) => input.name).join(', ');
    throw new TypeError(`${this.spec.name} takes ${names}, and is given no ${name}`);
  }
}
