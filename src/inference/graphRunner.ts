// Runs a graph on the compute module alone: no TensorFlow.js, filters packed once, one kernel call a layer. For showing
// and measuring a finished generator; the float reference says what the numbers must be.
import { planArena, type ArenaPlan } from '../graph/arena';
import { outputShape, soleInput, soleOutput, valueOf } from '../graph/edges';
import { runFloatNode } from '../graph/floatReference';
import { volume, type ExportGraph } from '../graph/graph';
import type { SimdModule } from '../engine/simd/module';
import { DepthwiseLayer } from './depthwiseLayer';
import { fuseLayers, type Layer, type PlainLayer } from './fuse';
import { ModuleMemory } from './moduleMemory';
import { NormLayer } from './normLayer';
import { PackedLayer, type LayerStep } from './packedLayer';

/** Everything prepared for one number of examples. */
interface Plan {
  readonly rows: number;
  readonly memory: ModuleMemory;
  readonly input: number;
  readonly output: number;
  readonly steps: readonly (() => void)[];
}

/** Numbers of examples kept prepared; the one unused for longest goes. */
const MOST_PLANS = 4;

/** Bytes of a value: whole cache lines, and one more, since kernels may reach up to a vector beyond the end. */
const blockBytes = (floats: number): number => (Math.ceil(floats / 16) + 1) * 64;

/** A layer that is ready to be planned, and the values that it reads and makes. */
interface ReadyLayer {
  readonly run: PackedLayer | DepthwiseLayer | NormLayer | PlainLayer;
  readonly from: readonly string[];
  readonly name: string;
  /** Of one example. */
  readonly outputs: number;
}

export class GraphRunner {
  readonly inputSize: number;
  readonly outputSize: number;
  readonly #module: SimdModule;
  readonly #layers: readonly ReadyLayer[];
  readonly #input: string;
  readonly #output: string;
  readonly #weights: ModuleMemory;
  #plans: Plan[] = [];

  /** Packs the weights. The module stays the caller's; one module serves several runners, one after the other. */
  constructor(module: SimdModule, graph: ExportGraph) {
    const input = soleInput(graph);
    const { layers, valueNamed } = fuseLayers(graph);
    this.inputSize = volume(input.shape);
    this.outputSize = volume(outputShape(graph));
    this.#input = input.name;
    this.#output = valueNamed(soleOutput(graph));
    this.#module = module;
    this.#weights = new ModuleMemory(module);
    this.#layers = layers.map((layer) => ({
      run: this.#ready(layer),
      from: layer.from,
      name: layer.name,
      outputs: volume(layer.node.output),
    }));
  }

  #ready(layer: Layer): ReadyLayer['run'] {
    if (layer.kind === 'norm') return new NormLayer(this.#module, layer, this.#weights);
    if (layer.kind === 'plain') {
      const { node } = layer;
      if (node.kind !== 'depthwiseConv2d') return layer;
      return new DepthwiseLayer(this.#module, node, this.#weights);
    }
    const temporary = new ModuleMemory(this.#module);
    try {
      return new PackedLayer(this.#module, layer, this.#weights, temporary);
    } finally {
      temporary.free();
    }
  }

  /** Bytes of weights and of everything prepared. */
  get memoryBytes(): number {
    return this.#plans.reduce((sum, plan) => sum + plan.memory.bytes, this.#weights.bytes);
  }

  /**
   * Draws `rows` examples.
   * @param inputs [rows * inputSize]
   * @returns [rows * outputSize], a copy
   */
  run(inputs: Float32Array, rows: number): Float32Array<ArrayBuffer> {
    const { input, output, steps } = this.#planFor(rows);
    this.#module.heap.f32(input, rows * this.inputSize).set(inputs.subarray(0, rows * this.inputSize));
    for (const step of steps) step();
    return Float32Array.from(this.#module.heap.f32(output, rows * this.outputSize));
  }

  dispose(): void {
    for (const plan of this.#plans.splice(0)) plan.memory.free();
    this.#weights.free();
  }

  #planFor(rows: number): Plan {
    const known = this.#plans.findIndex((plan) => plan.rows === rows);
    if (known === 0) return this.#plans[0];
    const plan = known < 0 ? this.#prepare(rows) : this.#plans[known];
    const others = this.#plans.filter((other) => other !== plan);
    for (const old of others.splice(MOST_PLANS - 1)) old.memory.free();
    this.#plans = [plan, ...others];
    return plan;
  }

  /** Where every value lies while `rows` examples run; the input first, then what each layer makes. */
  #plan(rows: number): { readonly arena: ArenaPlan; readonly indices: ReadonlyMap<string, number> } {
    const sizes = [this.inputSize, ...this.#layers.map(({ outputs }) => outputs)];
    const values = sizes.map((floats, i) => ({ bytes: blockBytes(rows * floats), from: i, to: i }));
    const indices = new Map(
      [this.#input, ...this.#layers.map(({ name }) => name)].map((name, i) => [name, i]),
    );
    for (const [i, { from }] of this.#layers.entries())
      for (const name of from) values[valueOf(indices, name)].to = i + 1;
    values[valueOf(indices, this.#output)].to = sizes.length;
    return { arena: planArena(values), indices };
  }

  #prepare(rows: number): Plan {
    const memory = new ModuleMemory(this.#module);
    const { arena, indices } = this.#plan(rows);
    const base = memory.take(arena.sizeBytes);
    const addressOf = (name: string): number => base + arena.offsets[valueOf(indices, name)];
    const steps = this.#layers.map(({ run, from, name }): LayerStep => {
      const [inputs, out] = [from.map(addressOf), addressOf(name)];
      if (run instanceof PackedLayer || run instanceof NormLayer)
        return run.step(rows, inputs[0], out, memory);
      if (run instanceof DepthwiseLayer) return run.step(rows, inputs[0], out);
      return this.#plainStep(run, rows, inputs, out);
    });
    const scratch = memory.take(Math.max(64, ...steps.map((step) => step.scratchBytes)));
    return {
      rows,
      memory,
      input: addressOf(this.#input),
      output: addressOf(this.#output),
      steps: steps.map((step) => step.open(scratch)),
    };
  }

  /** What has no kernel here runs in plain loops; generators of this project have little of it. */
  #plainStep({ node }: PlainLayer, rows: number, from: readonly number[], to: number): LayerStep {
    const sizes = node.inputs.map(volume);
    const outputs = volume(node.output);
    const { heap } = this.#module;
    const run = (): void => {
      for (let row = 0; row < rows; row++) {
        const inputs = from.map((at, i) => heap.f32(at + 4 * row * sizes[i], sizes[i]));
        heap.f32(to + 4 * row * outputs, outputs).set(runFloatNode(node, inputs));
      }
    };
    return { scratchBytes: 0, open: () => run };
  }
}
