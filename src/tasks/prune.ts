// Pruning (Zhu & Gupta 2017, https://arxiv.org/abs/1710.01878): the least important weights or channels of a trained
// generator go, ever more slowly on a schedule, while a copy learns to draw without them what it drew before. Channels are
// silenced first and cut out half way; the rest of the steps heals. The rules are those of src/compression.
import type { Tensor } from '@tensorflow/tfjs-core';
import { cutChannels, keptChannels } from '../compression/pruneChannels';
import { pruneMasks } from '../compression/pruneMasks';
import {
  checkShare,
  cubicShare,
  isChoice,
  pruningSteps,
  type PruneTarget,
} from '../compression/pruneSchedule';
import { withWidthsOf } from '../core/layerWidths';
import type { NetworkSpec } from '../core/network';
import { numberParam, type ParamValues } from '../core/paramSpec';
import { Network, type ForwardMode } from '../engine/network';
import { Adam } from '../engine/ops/adam';
import { readWeights, writeWeights } from '../graph/networkWeights';
import { learnTogether, nameAmong } from '../training/learnTogether';
import type { LearningWeights } from '../training/snapshot';
import type { TrainerState } from '../training/taskTrainer';
import { drawsOf } from '../training/translators';
import { defineTask, type TaskDefinition, type TaskParts } from './define';
import { fallingRate, imitate, imitationFacts, sourceNetworks, stepsParam } from './imitation';
import { savedTogether } from './savedTogether';
import { savedSmaller, SmallerTrainer, type SmallerGenerators } from './smallerTrainer';
import type { TaughtGenerator, Teacher, TeacherKind } from './teachers/define';
import { watching } from './watchedLayers';

/** Of what the generators are given, permanent; and how fast they learn at first. */
export const PRUNING = { stream: 0xc09e, rate: 1e-3 } as const;
/** Number in a run file: channels of each layer, once some were cut out. */
export const WIDTHS = 'student/widths';

const PARAMS = [
  {
    id: 'target',
    kind: 'choice',
    label: 'What goes',
    choices: [
      { value: 'channels', label: 'Whole channels' },
      { value: 'weights', label: 'Single weights', suits: { share: 0.8 } },
    ],
    default: 'channels',
    help: 'Channels make tensors and multiply-adds fewer; single weights only compress better.',
  },
  {
    id: 'share',
    kind: 'number',
    label: 'Share',
    min: 0,
    max: 0.95,
    default: 0.25,
    help: 'Of each layer; above 0.',
  },
  stepsParam(0, 300),
] as const;

export const targetOf = ({ target }: ParamValues): PruneTarget =>
  target === 'weights' ? 'weights' : 'channels';

/** What a generator draws; of a translator where it looks, too. */
const seenBy = (
  { translates }: TeacherKind,
  network: Network,
  mode: ForwardMode,
): ((inputs: Tensor) => readonly Tensor[]) =>
  translates ? watching(network, mode) : (inputs) => [network.apply(inputs, mode)];

/** The copies that learn. Owns their networks and the optimizer. */
class Student {
  readonly network: LearningWeights;
  readonly adam: Adam;
  /** What each draws, and where it looks. */
  readonly draw: readonly ((inputs: Tensor) => readonly Tensor[])[];

  constructor(
    kind: TeacherKind,
    seed: number,
    readonly generators: readonly TaughtGenerator[],
    /** Channels of each weighted layer, one generator's after the other's, once some were cut out; null before. */
    readonly widths: readonly number[] | null = null,
  ) {
    this.network = learnTogether(generators);
    this.adam = new Adam(this.network.trainable);
    const mode = { kind: 'training', dropoutSeed: seed } as const;
    this.draw = generators.map(({ network }) => seenBy(kind, network, mode));
  }

  dispose(): void {
    for (const { network } of this.generators) network.dispose();
    this.adam.dispose();
  }
}

class Pruning extends SmallerTrainer {
  readonly #specs: readonly NetworkSpec[];

  constructor(
    facts: TaskDefinition,
    parts: TaskParts,
    private readonly kind: TeacherKind,
    teacher: Teacher,
    private readonly learner: { student: Student },
  ) {
    const { trainer } = teacher.source;
    const taught = teacher.generators.map(({ network }) => seenBy(kind, network, { kind: 'inference' }));
    const held = sourceNetworks(trainer, kind.going);
    super(parts, teacher, {
      facts,
      config: parts.config,
      get networks() {
        return [{ id: 'student', network: learner.student.network, adam: learner.student.adam }, ...held];
      },
      steps: ({ taskParams }) => numberParam(taskParams, 'steps'),
      isTrainable: true,
      pass: (_, step) =>
        imitate(
          {
            ...{ kind, teacher, stream: PRUNING.stream },
            wanted: (inputs, i) => taught[i](inputs),
            drawn: (inputs, i) => learner.student.draw[i](inputs),
          },
          step,
        ),
      settings: (_, step) => this.#settings(step),
      ...teacher.beside(() => drawsOf(learner.student.generators)),
      dispose: () => learner.student.dispose(),
    });
    this.#specs = teacher.generators.map(({ network }) => network.spec);
  }

  async afterStep(step: number): Promise<void> {
    if (isChoice(step, this.#pruning)) await this.#choose(cubicShare(step, this.#pruning, this.#share));
    else this.holdZeros();
    if (step === this.#pruning && this.#target === 'channels') await this.#cut();
  }

  override async read(): Promise<TrainerState> {
    const state = await super.read();
    const { widths } = this.learner.student;
    return widths ? { ...state, numbers: { ...state.numbers, [WIDTHS]: widths } } : state;
  }

  override restore(state: TrainerState): void {
    const widths = state.numbers[WIDTHS];
    const before = this.learner.student;
    const specs = withWidthsOf(this.#specs, widths);
    const generators = before.generators.map(({ id }, i) => ({ id, network: this.#network(specs[i]) }));
    const student = this.#student(generators, widths ?? null);
    this.learner.student = student;
    try {
      super.restore(state);
    } catch (error) {
      this.learner.student = before;
      student.dispose();
      throw error;
    }
    this.recordAnew();
    before.dispose();
  }

  protected student(): LearningWeights {
    return this.learner.student.network;
  }

  protected async smaller(): Promise<SmallerGenerators> {
    if (this.steps === 0) await (this.#target === 'channels' ? this.#cut() : this.#choose(this.#share));
    const { generators, widths } = this.learner.student;
    const before = this.recordBefore;
    const note = `${Math.round(100 * this.#share)} % of the ${this.#target} pruned`;
    return {
      generators: await Promise.all(
        generators.map(async ({ network }) => ({ spec: network.spec, weights: await readWeights(network) })),
      ),
      record: {
        widths: widths ?? before.widths,
        keepsZeros: before.keepsZeros || this.#target === 'weights',
        ranges: null,
        notes: [...before.notes, note],
      },
    };
  }

  get #target(): PruneTarget {
    return targetOf(this.config.taskParams);
  }

  get #share(): number {
    return numberParam(this.config.taskParams, 'share');
  }

  /** Steps in which the share grows. */
  get #pruning(): number {
    return pruningSteps(this.#target, this.steps);
  }

  /** The narrower network begins anew. */
  #settings(step: number) {
    if (this.#target === 'weights') return fallingRate(PRUNING.rate, step, this.steps);
    const first = this.#pruning;
    return step <= first
      ? fallingRate(PRUNING.rate, step, first)
      : fallingRate(PRUNING.rate, step - first, this.steps - first);
  }

  async #choose(share: number): Promise<void> {
    const { generators } = this.learner.student;
    const masks = new Map<string, Float32Array>();
    for (const { id, network } of generators) {
      const own = pruneMasks(this.#target, network.spec, await readWeights(network), share);
      for (const [name, mask] of own) masks.set(nameAmong(generators.length, id, name), mask);
    }
    this.hold(masks);
  }

  #network(spec: NetworkSpec): Network {
    return new Network(spec, this.teacher.source.trainer.config.seed);
  }

  #student(generators: readonly TaughtGenerator[], widths: readonly number[] | null): Student {
    return new Student(this.kind, this.teacher.source.trainer.config.seed, generators, widths);
  }

  /** What is cut is exactly what was silent. */
  async #cut(): Promise<void> {
    const before = this.learner.student;
    if (before.widths) return;
    const widths: number[] = [];
    const generators: TaughtGenerator[] = [];
    for (const { id, network } of before.generators) {
      const weights = await readWeights(network);
      const cut = cutChannels(network.spec, weights, keptChannels(network.spec, weights, this.#share));
      const narrowed = this.#network(cut.spec);
      writeWeights(narrowed, cut.weights);
      generators.push({ id, network: narrowed });
      widths.push(...cut.widths);
    }
    this.learner.student = this.#student(generators, widths);
    this.hold(new Map());
    this.recordAnew();
    before.dispose();
  }
}

/** Pruning of runs of a kind. */
export function prune(kind: TeacherKind): TaskDefinition {
  const definition: TaskDefinition = defineTask({
    ...imitationFacts(kind, 'prune', PARAMS),
    label: 'A pruned generator',
    help: 'The least important weights or channels go, while the generator learns to draw without them what it drew.',
    suffix: (params) => ` (${targetOf(params)} -${Math.round(100 * numberParam(params, 'share'))} %)`,
    sourceConfig: kind.sourceConfig,
    /**
     * @throws InvalidValueError for a share of nothing, UnsupportedModelError naming a layer that channels cannot be cut around
     */
    async build(parts: TaskParts): Promise<SmallerTrainer> {
      const teacher = kind.open(parts);
      const { taskParams } = parts.config;
      const share = numberParam(taskParams, 'share');
      checkShare(share);
      const read = await Promise.all(teacher.generators.map(({ network }) => readWeights(network)));
      // What cannot be cut is said before anything is learned.
      if (targetOf(taskParams) === 'channels')
        for (const [i, { network }] of teacher.generators.entries())
          cutChannels(network.spec, read[i], keptChannels(network.spec, read[i], share));
      const { seed } = teacher.source.trainer.config;
      const copies = teacher.generators.map(({ id, network: { spec } }, i) => {
        const network = new Network(spec, seed);
        writeWeights(network, read[i]);
        return { id, network };
      });
      return new Pruning(definition, parts, kind, teacher, { student: new Student(kind, seed, copies) });
    },
    saved: (parts) =>
      savedSmaller(kind, parts, (taught) => {
        const specs = withWidthsOf(
          taught.map(({ spec }) => spec),
          parts.numbers?.[WIDTHS],
        );
        return [
          savedTogether(
            'student',
            taught.map(({ id }, i) => ({ id, spec: specs[i] })),
          ),
        ];
      }),
  });
  return definition;
}
