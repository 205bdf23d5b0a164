// A generator that learns to draw through rounded numbers, beside itself as it was: folded graphs on the engine, and the
// running ranges of what each node puts out. Who teaches it, and when, is quantizeAware.ts.
import { keep, reshape, stack, tidy, type Tensor } from '@tensorflow/tfjs-core';
import { extremes } from '../compression/fakeQuantize';
import { mixedRange, roundingHooks, weightRoundings } from '../compression/quantizeAware';
import type { WeightBits } from '../core/compressionRecord';
import type { Calibration } from '../graph/calibration';
import type { ExportGraph } from '../graph/graph';
import { EngineGraph, type GraphHooks } from '../graph/graphOps';
import { tiedBiases } from '../graph/unfold';
import type { TrainedGenerator } from '../training/generatorGraph';
import type { LearningWeights } from '../training/snapshot';
import { attention, watchedNodes } from './watchedLayers';

/** Pictures as the list of numbers that a graph takes. */
const rowsOf = (inputs: Tensor): Tensor =>
  inputs.rank === 2 ? inputs : reshape(inputs, [inputs.shape[0], -1]);

/** A folded generator as it was, and as it learns. Owns both. */
export class Pupil implements LearningWeights {
  readonly teacher: EngineGraph;
  readonly graph: EngineGraph;
  readonly weights: LearningWeights['weights'];
  readonly learning: LearningWeights['weights'];
  readonly roundings: ReturnType<typeof weightRoundings>;
  /** Smallest and largest value, [2], that each node put out in the last step. */
  readonly seen = new Map<number, Tensor>();
  readonly #watched: ReadonlySet<number>;

  constructor(
    readonly generator: TrainedGenerator,
    readonly folded: ExportGraph,
    public ranges: Calibration,
    bits: WeightBits,
    /** Whether it also says where it looks. */
    isWatched: boolean,
  ) {
    [this.teacher, this.graph] = [new EngineGraph(folded), new EngineGraph(folded)];
    this.weights = this.graph.weights;
    const fixed = new Set([...tiedBiases(generator.spec)].map((name) => `${name}/bias`));
    this.learning = this.weights.filter(({ name }) => !fixed.has(name));
    this.roundings = weightRoundings(folded, bits);
    this.#watched = isWatched ? watchedNodes(folded) : new Set();
  }

  get trainable() {
    return this.learning.map(({ variable }) => variable);
  }

  /** Through rounded numbers, whose extremes are kept in `seen`: what is drawn, then where it looks. */
  drawn(inputs: Tensor): readonly Tensor[] {
    const { hooks, input } = roundingHooks(this.folded, this.roundings, this.ranges, (index, output) => {
      this.seen.set(index, keep(tidy(() => stack(extremes(output)))));
    });
    return this.#seenBy(this.graph, input(rowsOf(inputs)), hooks);
  }

  /** What is drawn through rounded numbers, outside of training: nothing is noted. Run it in `tidy`. */
  look(inputs: Tensor): Tensor {
    const { hooks, input } = roundingHooks(this.folded, this.roundings, this.ranges);
    return this.graph.apply(input(rowsOf(inputs)), hooks);
  }

  wanted(inputs: Tensor): readonly Tensor[] {
    return this.#seenBy(this.teacher, rowsOf(inputs));
  }

  #seenBy(graph: EngineGraph, rows: Tensor, hooks: GraphHooks = {}): readonly Tensor[] {
    const looks: Tensor[] = [];
    const drawn = graph.apply(rows, {
      ...hooks,
      output: (index, output) => {
        const handed = hooks.output?.(index, output) ?? output;
        if (this.#watched.has(index)) looks.push(attention(handed));
        return handed;
      },
    });
    return [drawn, ...looks];
  }

  /** Moves the ranges towards what was seen. */
  async follow(): Promise<void> {
    const { ranges, seen } = this;
    const nodes = [...ranges.nodes];
    for (const [index, pair] of seen) {
      const [min, max] = await pair.data();
      nodes[index] = mixedRange(nodes[index], min, max);
      pair.dispose();
    }
    seen.clear();
    this.ranges = { ...ranges, nodes };
  }

  dispose(): void {
    for (const pair of this.seen.values()) pair.dispose();
    for (const part of [this.teacher, this.graph]) part.dispose();
  }
}
