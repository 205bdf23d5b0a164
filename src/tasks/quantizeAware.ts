// Quantization-aware training (Jacob et al. 2018, https://arxiv.org/abs/1712.05877) of a trained generator: it learns to
// draw, through rounded weights and activations, what it drew in float. Batch norms are folded first, so that what is
// rounded in training is what the exporters round; the ranges of activations are running averages.
import { zeroMasks } from '../compression/quantizeAware';
import type { ValueRange, WeightBits } from '../core/compressionRecord';
import type { NetworkSpec } from '../core/network';
import { numberParam, type ParamValues } from '../core/paramSpec';
import { Adam } from '../engine/ops/adam';
import type { Calibration } from '../graph/calibration';
import { buildGraph } from '../graph/buildGraph';
import { isWeighted, type ExportGraph, type TrainedWeights } from '../graph/graph';
import { kernelLayout } from '../graph/kernelLayouts';
import { tiedBiases, unfoldWeights } from '../graph/unfold';
import { graphOf } from '../training/generatorGraph';
import { learnTogether, nameAmong } from '../training/learnTogether';
import type { SavedNetwork, SavedParts } from '../training/savedTensors';
import { CheckpointMismatchError, type LearningWeights } from '../training/snapshot';
import type { TrainerState } from '../training/taskTrainer';
import { defineTask, type TaskDefinition, type TaskParts } from './define';
import { fallingRate, imitate, imitationFacts, sourceNetworks, stepsParam } from './imitation';
import { joinedSaved } from './savedTogether';
import {
  numbersOf,
  savedSmaller,
  SmallerTrainer,
  type Masks,
  type SmallerGenerators,
} from './smallerTrainer';
import { Pupil } from './pupil';
import type { Teacher, TeacherKind } from './teachers/define';

/** Of what the generators are given, permanent; and how fast they learn at first. */
export const QUANTIZATION = { stream: 0xc09e, rate: 1e-4 } as const;
const RANGES = 'student/ranges';

const PARAMS = [
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
] as const;

export const bitsOf = ({ weightBits }: ParamValues): WeightBits => (weightBits === '4' ? 4 : 8);

interface NamedPupil {
  readonly id: string;
  readonly network: Pupil;
}

class QuantizationAware extends SmallerTrainer {
  readonly #network: LearningWeights;

  constructor(
    facts: TaskDefinition,
    parts: TaskParts,
    kind: TeacherKind,
    teacher: Teacher,
    private readonly pupils: readonly NamedPupil[],
  ) {
    const network = learnTogether(pupils);
    const adam = new Adam(network.trainable);
    super(parts, teacher, {
      facts,
      config: parts.config,
      networks: [{ id: 'student', network, adam }, ...sourceNetworks(teacher.source.trainer, kind.going)],
      steps: ({ taskParams }) => numberParam(taskParams, 'steps'),
      isTrainable: true,
      // Every step rounds by ranges that the one before moved.
      repeats: false,
      pass: (_, step) =>
        imitate(
          {
            ...{ kind, teacher, stream: QUANTIZATION.stream },
            wanted: (inputs, i) => pupils[i].network.wanted(inputs),
            drawn: (inputs, i) => pupils[i].network.drawn(inputs),
          },
          step,
        ),
      settings: (_, step) => fallingRate(QUANTIZATION.rate, step, this.steps),
      ...teacher.beside(() =>
        Object.fromEntries(pupils.map(({ id, network: pupil }) => [id, (images) => pupil.look(images)])),
      ),
      dispose: () => {
        adam.dispose();
        for (const pupil of pupils) pupil.network.dispose();
      },
    });
    this.#network = network;
    if (this.recordBefore.keepsZeros) this.hold(this.#zeros());
  }

  async afterStep(): Promise<void> {
    this.holdZeros();
    for (const { network } of this.pupils) await network.follow();
  }

  override async read(): Promise<TrainerState> {
    const state = await super.read();
    const numbers = this.pupils.flatMap(({ network: { ranges } }) =>
      [ranges.input, ...ranges.nodes].flatMap(({ min, max }) => [min, max]),
    );
    return { ...state, numbers: { ...state.numbers, [RANGES]: numbers } };
  }

  override restore(state: TrainerState): void {
    const ranges = rangesIn(
      numbersOf(state, RANGES),
      this.pupils.map(({ network }) => network.folded),
    );
    super.restore(state);
    for (const [i, { network }] of this.pupils.entries()) network.ranges = ranges[i];
  }

  protected student(): LearningWeights {
    return this.#network;
  }

  protected async smaller(): Promise<SmallerGenerators> {
    const before = this.recordBefore;
    const weightBits = bitsOf(this.config.taskParams);
    const all = this.pupils.map(({ network }) => network);
    return {
      generators: await Promise.all(
        all.map(async ({ generator: { spec, weights }, graph }) => ({
          spec,
          weights: unfoldWeights(spec, weights, await graph.read()),
        })),
      ),
      record: {
        ...before,
        ranges: {
          step: this.sourceStep,
          weightBits,
          input: widestRange(all.map(({ ranges }) => ranges.input)),
          nodes: all.flatMap(({ ranges }) => ranges.nodes),
        },
        notes: [...before.notes, `trained through ${weightBits}-bit weights`],
      },
    };
  }

  #zeros(): Masks {
    return new Map(
      this.pupils.flatMap(({ id, network }) =>
        [...zeroMasks(network.folded)].map(
          ([name, mask]) => [nameAmong(this.pupils.length, id, name), mask] as const,
        ),
      ),
    );
  }
}

const widestRange = (ranges: readonly ValueRange[]): ValueRange => ({
  min: Math.min(...ranges.map(({ min }) => min)),
  max: Math.max(...ranges.map(({ max }) => max)),
});

/**
 * Of each graph the ranges of the input and of each node, a pair of numbers each, graph after graph.
 * @throws CheckpointMismatchError for another number
 */
function rangesIn(numbers: readonly number[], graphs: readonly ExportGraph[]): readonly Calibration[] {
  const counts = graphs.map(({ nodes }) => 1 + nodes.length);
  const all = counts.reduce((sum, count) => sum + count, 0);
  if (numbers.length !== 2 * all) {
    throw new CheckpointMismatchError(
      `The saved run has ${numbers.length} numbers for the ranges of ${all - graphs.length} nodes.`,
      'It was saved by another version of the page; begin again from the run that it came from.',
    );
  }
  let first = 0;
  return counts.map((count) => {
    const from = first;
    first += count;
    const rangeAt = (i: number): ValueRange => {
      const at = 2 * (from + i);
      return { min: numbers[at], max: numbers[at + 1] };
    };
    return { input: rangeAt(0), nodes: Array.from({ length: count - 1 }, (_, i) => rangeAt(i + 1)) };
  });
}

/** Tensors whose names begin so, by the rest of their names. */
export const weightsUnder = (prefix: string, { tensors }: Pick<SavedParts, 'tensors'>): TrainedWeights =>
  new Map(
    tensors
      .filter(({ name }) => name.startsWith(prefix))
      .map(({ name, ...weight }) => [name.slice(prefix.length), weight]),
  );

/** A folded generator, as `Pupil` learns it. */
export function savedPupil(id: string, spec: NetworkSpec, { nodes }: ExportGraph): SavedNetwork {
  const fixed = tiedBiases(spec);
  const weights = nodes.filter(isWeighted).flatMap((node) => [
    { name: `${node.name}/kernel`, shape: kernelLayout(node, 'engine').shape, learns: true },
    { name: `${node.name}/bias`, shape: [node.bias.length], learns: !fixed.has(node.name) },
  ]);
  return { kind: 'network', id, weights, optimizer: 'kept' };
}

/** Quantization-aware training of runs of a kind. */
export function quantizeAware(kind: TeacherKind): TaskDefinition {
  const definition: TaskDefinition = defineTask({
    ...imitationFacts(kind, 'quantize-aware', PARAMS),
    label: 'A generator trained for integers',
    help: 'The generator learns to draw through rounded numbers what it drew in float.',
    suffix: (params) => ` (QAT ${bitsOf(params)} bits)`,
    sourceConfig: kind.sourceConfig,
    /** @throws UnsupportedModelError naming a layer that integers cannot hold, or that was not folded */
    async build(parts: TaskParts): Promise<SmallerTrainer> {
      const teacher = kind.open(parts);
      const trained = await teacher.trained();
      const folded = trained.map(graphOf);
      // What cannot be put back is said before anything is learned.
      for (const [i, { spec, weights }] of trained.entries()) unfoldWeights(spec, weights, folded[i]);
      const ranges = await teacher.ranges(folded, parts.compression ?? null);
      const bits = bitsOf(parts.config.taskParams);
      const pupils = teacher.generators.map(({ id }, i) => ({
        id,
        network: new Pupil(trained[i], folded[i], ranges[i], bits, kind.translates),
      }));
      return new QuantizationAware(definition, parts, kind, teacher, pupils);
    },
    saved: (parts) =>
      savedSmaller(kind, parts, (taught) => {
        const graphs = taught.map(({ id, spec }) =>
          buildGraph(kind.graphSpec(spec), weightsUnder(`source/${id}/`, parts)),
        );
        const pupils = taught.map(({ id, spec }, i) => savedPupil(id, kind.graphSpec(spec), graphs[i]));
        const length = 2 * graphs.reduce((sum, { nodes }) => sum + 1 + nodes.length, 0);
        return [joinedSaved('student', pupils), { kind: 'numbers', name: RANGES, length }];
      }),
  });
  return definition;
}
