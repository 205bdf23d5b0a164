// Runs a graph on the compute module alone: no TensorFlow.js, filters packed once, one kernel call a layer. For showing
// and measuring a finished generator; the float reference says what the numbers must be.
import { runFloatNode } from '../graph/floatReference';
import { volume, type ExportGraph } from '../graph/graph';
import type { SimdModule } from '../engine/simd/module';
import { DepthwiseLayer } from './depthwiseLayer';
import { fuseLayers, type PlainLayer } from './fuse';
import { ModuleMemory } from './moduleMemory';
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

/** Two layers' outputs stand at a time, each in a block that takes whole vectors. */
const roundUp = (count: number): number => Math.ceil(count / 8) * 8;

export class GraphRunner {
  readonly inputSize: number;
  readonly outputSize: number;
  readonly #module: SimdModule;
  readonly #layers: readonly (PackedLayer | DepthwiseLayer | PlainLayer)[];
  readonly #weights: ModuleMemory;
  #plans: Plan[] = [];

  /** Packs the weights. The module stays the caller's; one module serves several runners, one after the other. */
  constructor(module: SimdModule, graph: ExportGraph) {
    this.inputSize = volume(graph.input);
    this.outputSize = volume(graph.output);
    this.#module = module;
    this.#weights = new ModuleMemory(module);
    this.#layers = fuseLayers(graph).map((layer) => {
      if (layer.kind === 'plain') {
        const { node } = layer;
        return node.kind === 'depthwiseConv2d' ? new DepthwiseLayer(module, node, this.#weights) : layer;
      }
      const temporary = new ModuleMemory(module);
      try {
        return new PackedLayer(module, layer, this.#weights, temporary);
      } finally {
        temporary.free();
      }
    });
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

  #prepare(rows: number): Plan {
    const memory = new ModuleMemory(this.#module);
    const sizes = this.#layers.map((layer) =>
      'outputs' in layer ? layer.outputs : volume(layer.node.output),
    );
    const block = 4 * roundUp(rows * Math.max(this.inputSize, ...sizes));
    const blocks = [memory.take(block), memory.take(block)];
    const input = blocks[0];
    let at = 0;
    const steps = this.#layers.map((layer): LayerStep => {
      const from = blocks[at];
      at = 1 - at;
      if (layer instanceof PackedLayer) return layer.step(rows, from, blocks[at], memory);
      if (layer instanceof DepthwiseLayer) return layer.step(rows, from, blocks[at]);
      return this.#plainStep(layer, rows, from, blocks[at]);
    });
    const scratch = memory.take(Math.max(64, ...steps.map((step) => step.scratchBytes)));
    return { rows, memory, input, output: blocks[at], steps: steps.map((step) => step.open(scratch)) };
  }

  /** What has no kernel here runs in plain loops; generators of this project have none of it. */
  #plainStep({ node }: PlainLayer, rows: number, from: number, to: number): LayerStep {
    const [inputs, outputs] = [volume(node.input), volume(node.output)];
    const { heap } = this.#module;
    const run = (): void => {
      for (let row = 0; row < rows; row++) {
        const x = heap.f32(from + 4 * row * inputs, inputs);
        heap.f32(to + 4 * row * outputs, outputs).set(runFloatNode(node, x));
      }
    };
    return { scratchBytes: 0, open: () => run };
  }
}
