// Quantization-aware training (Jacob et al. 2018, https://arxiv.org/abs/1712.05877) of a trained generator: it learns to
// draw, through rounded weights and activations, what it drew in float. Batch norms are folded first, so that what is
// rounded in training is what the exporters round; the ranges of activations are running averages.
import { keep, stack, tidy, type Tensor } from '@tensorflow/tfjs-core';
import { extremes } from '../compression/fakeQuantize';
import { mixedRange, roundingHooks, weightRoundings, zeroMasks } from '../compression/quantizeAware';
import type { ValueRange, WeightBits } from '../core/compressionRecord';
import { thawedNetwork } from '../core/frozenLayers';
import type { NetworkSpec } from '../core/network';
import { numberParam, type ParamValues } from '../core/paramSpec';
import { Adam } from '../engine/ops/adam';
import type { Calibration } from '../graph/calibration';
import { buildGraph } from '../graph/buildGraph';
import { isWeighted, type ExportGraph, type TrainedWeights } from '../graph/graph';
import { EngineGraph } from '../graph/graphOps';
import { kernelLayout } from '../graph/kernelLayouts';
import { tiedBiases, unfoldWeights } from '../graph/unfold';
import { graphOf, rangesOf, trainedGenerator, type TrainedGenerator } from '../training/generatorGraph';
import type { SavedNetwork, SavedParts } from '../training/savedTensors';
import { CheckpointMismatchError, type LearningWeights } from '../training/snapshot';
import type { TrainerState } from '../training/taskTrainer';
import { defineTask, sourceOf, type TaskParts } from './define';
import { fallingRate, imitate, IMITATION_FACTS, stepsParam } from './imitation';
import {
  numbersOf,
  savedSmaller,
  SmallerTrainer,
  wholeSource,
  type SmallerGenerator,
} from './smallerTrainer';

const STREAM = 0xc09e;
const LEARNING_RATE = 1e-4;
const RANGES = 'student/ranges';

const facts = {
  ...IMITATION_FACTS,
  id: 'quantize-aware',
  label: 'A generator trained for integers',
  help: 'The generator learns to draw through rounded numbers what it drew in float.',
  params: [
    {
      id: 'weightBits',
      kind: 'choice',
      label: 'Weights',
      choices: [
        { value: '8', label: '8 bits' },
        { value: '4', label: '4 bits' },
      ],
      default: '8',
      help: 'Bits of a weight, as the file will hold it.',
    },
    stepsParam(0, 200),
  ],
} as const;

const bitsOf = ({ weightBits }: ParamValues): WeightBits => (weightBits === '4' ? 4 : 8);

/** The folded generator as it was, and as it learns. Owns both and the optimizer. */
class Pupil implements LearningWeights {
  readonly teacher: EngineGraph;
  readonly graph: EngineGraph;
  readonly weights: LearningWeights['weights'];
  readonly learning: LearningWeights['weights'];
  readonly adam: Adam;
  /** Smallest and largest value, [2], that each node put out in the last step. */
  readonly seen = new Map<number, Tensor>();

  constructor(
    readonly generator: TrainedGenerator,
    readonly folded: ExportGraph,
    public ranges: Calibration,
  ) {
    [this.teacher, this.graph] = [new EngineGraph(folded), new EngineGraph(folded)];
    this.weights = this.graph.weights;
    const fixed = new Set([...tiedBiases(generator.spec)].map((name) => `${name}/bias`));
    this.learning = this.weights.filter(({ name }) => !fixed.has(name));
    this.adam = new Adam(this.trainable);
  }

  get trainable() {
    return this.learning.map(({ variable }) => variable);
  }

  dispose(): void {
    for (const pair of this.seen.values()) pair.dispose();
    for (const part of [this.teacher, this.graph, this.adam]) part.dispose();
  }
}

class QuantizationAware extends SmallerTrainer {
  constructor(
    parts: TaskParts,
    private readonly pupil: Pupil,
  ) {
    const { trainer: source } = sourceOf(parts);
    const { folded } = pupil;
    const roundings = weightRoundings(folded, bitsOf(parts.config.taskParams));
    super(parts, {
      facts,
      config: parts.config,
      networks: [{ id: 'student', network: pupil, adam: pupil.adam }, ...wholeSource(source)],
      steps: ({ taskParams }) => numberParam(taskParams, 'steps'),
      isTrainable: true,
      // Every step rounds by ranges that the one before moved.
      repeats: false,
      pass: (_, step) =>
        imitate(
          {
            source,
            stream: STREAM,
            wanted: (inputs) => pupil.teacher.apply(inputs),
            drawn: (inputs) => {
              const rounding = roundingHooks(folded, roundings, pupil.ranges, (index, output) => {
                pupil.seen.set(index, keep(tidy(() => stack(extremes(output)))));
              });
              return pupil.graph.apply(rounding.input(inputs), rounding.hooks);
            },
          },
          step,
        ),
      settings: (_, step) => fallingRate(LEARNING_RATE, step, this.steps),
      grid: () => Promise.resolve(null),
      dispose: () => pupil.dispose(),
    });
    if (this.recordBefore.keepsZeros) this.hold(zeroMasks(folded));
  }

  async afterStep(): Promise<void> {
    this.holdZeros();
    const { ranges, seen } = this.pupil;
    const nodes = [...ranges.nodes];
    for (const [index, pair] of seen) {
      const [min, max] = await pair.data();
      nodes[index] = mixedRange(nodes[index], min, max);
      pair.dispose();
    }
    seen.clear();
    this.pupil.ranges = { ...ranges, nodes };
  }

  override async read(): Promise<TrainerState> {
    const state = await super.read();
    const { input, nodes } = this.pupil.ranges;
    const numbers = [input, ...nodes].flatMap(({ min, max }) => [min, max]);
    return { ...state, numbers: { ...state.numbers, [RANGES]: numbers } };
  }

  override restore(state: TrainerState): void {
    const ranges = rangesIn(numbersOf(state, RANGES), this.pupil.folded);
    super.restore(state);
    this.pupil.ranges = ranges;
  }

  protected student(): LearningWeights {
    return this.pupil;
  }

  protected async smaller(): Promise<SmallerGenerator> {
    const { generator, graph, ranges } = this.pupil;
    const before = this.recordBefore;
    const weightBits = bitsOf(this.config.taskParams);
    return {
      spec: generator.spec,
      weights: unfoldWeights(generator.spec, generator.weights, await graph.read()),
      record: {
        ...before,
        ranges: { step: this.sourceStep, weightBits, ...ranges },
        notes: [...before.notes, `trained through ${weightBits}-bit weights`],
      },
    };
  }
}

/** Ranges of the input and of each node, a pair of numbers each. @throws CheckpointMismatchError for another number */
function rangesIn(numbers: readonly number[], { nodes }: ExportGraph): Calibration {
  if (numbers.length !== 2 + 2 * nodes.length) {
    throw new CheckpointMismatchError(
      `The saved run has ${numbers.length} numbers for the ranges of ${nodes.length} nodes.`,
      'It was saved by another version of the page; begin again from the run that it came from.',
    );
  }
  const rangeAt = (i: number): ValueRange => ({ min: numbers[2 * i], max: numbers[2 * i + 1] });
  return { input: rangeAt(0), nodes: nodes.map((_, i) => rangeAt(i + 1)) };
}

const weightsUnder = (prefix: string, { tensors }: Pick<SavedParts, 'tensors'>): TrainedWeights =>
  new Map(
    tensors
      .filter(({ name }) => name.startsWith(prefix))
      .map(({ name, ...weight }) => [name.slice(prefix.length), weight]),
  );

/** The folded generator, as `Pupil` learns it. */
function savedStudent(spec: NetworkSpec, { nodes }: ExportGraph): SavedNetwork {
  const fixed = tiedBiases(spec);
  const weights = nodes.filter(isWeighted).flatMap((node) => [
    { name: `${node.name}/kernel`, shape: kernelLayout(node, 'engine').shape, learns: true },
    { name: `${node.name}/bias`, shape: [node.bias.length], learns: !fixed.has(node.name) },
  ]);
  return { kind: 'network', id: 'student', weights, optimizer: 'kept' };
}

export const quantizeAware = defineTask({
  ...facts,
  suffix: (params) => ` (QAT ${bitsOf(params)} bits)`,
  /** @throws UnsupportedModelError naming a layer that integers cannot hold, or that was not folded */
  async build(parts: TaskParts): Promise<SmallerTrainer> {
    const { trainer: source, step } = sourceOf(parts);
    const generator = await trainedGenerator(source);
    const folded = graphOf(generator);
    // What cannot be put back is said before anything is learned.
    unfoldWeights(generator.spec, generator.weights, folded);
    const record = parts.compression ?? null;
    const { input, nodes } = await rangesOf(source, folded, 'min-max', record, step);
    return new QuantizationAware(parts, new Pupil(generator, folded, { input, nodes }));
  },
  saved: (parts) =>
    savedSmaller(parts, ({ generator, average }) => {
      const spec = thawedNetwork(average ?? generator);
      const folded = buildGraph(spec, weightsUnder(`source/${average ? 'average' : 'generator'}/`, parts));
      const ranges = { kind: 'numbers', name: RANGES, length: 2 + 2 * folded.nodes.length } as const;
      return [savedStudent(spec, folded), ranges];
    }),
});
