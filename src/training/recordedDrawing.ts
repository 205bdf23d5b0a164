// Passes of a generator in inference mode that are recorded where the backend can, and replayed while the network is the same: to
// the bit what a plain pass gives, without TensorFlow.js around every kernel. Training steps are recorded by recordedSteps.ts.
import { tensor, tidy, type Tensor } from '@tensorflow/tfjs-core';
import { resolveNetwork, volume, type NetworkSpec } from '../core/network';
import type { Network } from '../engine/network';
import { isUnderGradient } from '../engine/ops/kernel';
import { stepInput } from '../engine/recording';
import { RecordedSteps } from './recordedSteps';

/** Numbers of rows whose passes are kept; the one unused for longest goes. */
const MOST_KEPT = 3;
/** Values of all layers together up to which a pass is kept: beyond, it takes long and what is around it does not count. */
const MOST_VALUES = 1 << 22;

const valuesOf = (spec: NetworkSpec): number =>
  resolveNetwork(spec).reduce((sum, { output }) => sum + volume(output), 0);

interface KeptPass {
  readonly rows: number;
  readonly steps: RecordedSteps;
}

export class RecordedDrawing {
  #kept: KeptPass[] = [];
  #network: Network | null = null;
  #values = 0;
  #inputs: Float32Array = new Float32Array(0);

  /** Whether a pass of so many rows would be a replay. */
  isReplaying(rows: number): boolean {
    return this.#kept.some((pass) => pass.rows === rows && pass.steps.isReplaying);
  }

  /**
   * The pass of `network`, which takes one vector, to its first output.
   * @param inputs [rows * size], not kept
   * @returns tensor [rows, ...output]; the caller disposes it
   */
  draw(network: Network, inputs: Float32Array, rows: number): Tensor {
    const shape = [rows, inputs.length / rows];
    if (network !== this.#network) {
      this.dispose();
      this.#network = network;
      this.#values = valuesOf(network.spec);
    }
    if (rows * this.#values > MOST_VALUES || isUnderGradient())
      return tidy(() => network.apply(tensor(inputs, shape), { kind: 'inference' }));
    this.#inputs = inputs;
    return this.#passOf(network, rows, shape).step(network);
  }

  /** Gives the recordings' memory back. */
  dispose(): void {
    for (const { steps } of this.#kept.splice(0)) steps.dispose();
    this.#network = null;
  }

  #passOf(network: Network, rows: number, shape: readonly number[]): RecordedSteps {
    const known = this.#kept.find((pass) => pass.rows === rows);
    const pass = known ?? { rows, steps: this.#record(network, shape) };
    const others = this.#kept.filter((other) => other !== pass);
    for (const { steps } of others.splice(MOST_KEPT - 1)) steps.dispose();
    this.#kept = [pass, ...others];
    return pass.steps;
  }

  #record(network: Network, shape: readonly number[]): RecordedSteps {
    const input = (): Tensor => stepInput(shape, (values) => values.set(this.#inputs));
    return new RecordedSteps(
      () => tidy(() => network.apply(input(), { kind: 'inference' })),
      () => network.weights.map(({ variable }) => variable),
    );
  }
}
