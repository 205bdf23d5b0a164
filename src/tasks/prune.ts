// Pruning (Zhu & Gupta 2017, https://arxiv.org/abs/1710.01878): the least important weights or channels of a trained
// generator go, ever more slowly on a schedule, while a copy learns to draw without them what it drew before. Channels are
// silenced first and cut out half way; the rest of the steps heals. The rules are those of src/compression.
import { cutChannels, keptChannels, readingMasks } from '../compression/pruneChannels';
import {
  checkShare,
  cubicShare,
  isChoice,
  pruningSteps,
  type PruneTarget,
} from '../compression/pruneSchedule';
import { isPrunable, magnitudeMask } from '../compression/pruneWeights';
import { withWidths } from '../core/layerWidths';
import type { NetworkSpec } from '../core/network';
import { numberParam, type ParamValues } from '../core/paramSpec';
import { Network } from '../engine/network';
import { Adam } from '../engine/ops/adam';
import type { TrainedWeights } from '../graph/graph';
import { readWeights, writeWeights } from '../graph/networkWeights';
import { savedNetwork } from '../training/savedTensors';
import type { TrainerState } from '../training/taskTrainer';
import { defineTask, sourceOf, type TaskParts } from './define';
import { fallingRate, imitate, IMITATION_FACTS, stepsParam } from './imitation';
import {
  savedSmaller,
  SmallerTrainer,
  wholeSource,
  type Masks,
  type SmallerGenerator,
} from './smallerTrainer';

const STREAM = 0xc09e;
const LEARNING_RATE = 1e-3;
const WIDTHS = 'student/widths';

const facts = {
  ...IMITATION_FACTS,
  id: 'prune',
  label: 'A pruned generator',
  help: 'The least important weights or channels go, while the generator learns to draw without them what it drew.',
  params: [
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
  ],
} as const;

const targetOf = ({ target }: ParamValues): PruneTarget => (target === 'weights' ? 'weights' : 'channels');

/** The copy that learns. Owns its network and the optimizer. */
class Student {
  readonly adam: Adam;

  constructor(
    readonly network: Network,
    /** Channels of each weighted layer once some were cut out; null before. */
    readonly widths: readonly number[] | null = null,
  ) {
    this.adam = new Adam(network.trainable);
  }

  dispose(): void {
    this.network.dispose();
    this.adam.dispose();
  }
}

/** Masks of the share that goes: zeros in missing channels' readers are the same as cutting them. */
function masksFor(target: PruneTarget, spec: NetworkSpec, weights: TrainedWeights, share: number): Masks {
  if (target === 'channels') return readingMasks(spec, keptChannels(spec, weights, share));
  const prunable = [...weights].filter(([name]) => isPrunable(name));
  return new Map(prunable.map(([name, { values }]) => [name, magnitudeMask(values, share)]));
}

class Pruning extends SmallerTrainer {
  readonly #spec: NetworkSpec;

  constructor(
    parts: TaskParts,
    teacher: Network,
    private readonly learner: { student: Student },
  ) {
    const { trainer: source } = sourceOf(parts);
    const { seed } = source.config;
    const held = wholeSource(source);
    super(parts, {
      facts,
      config: parts.config,
      get networks() {
        return [{ id: 'student', ...learner.student }, ...held];
      },
      steps: ({ taskParams }) => numberParam(taskParams, 'steps'),
      isTrainable: true,
      pass: (_, step) =>
        imitate(
          {
            source,
            stream: STREAM,
            wanted: (inputs) => teacher.apply(inputs, { kind: 'inference' }),
            drawn: (inputs) => learner.student.network.apply(inputs, { kind: 'training', dropoutSeed: seed }),
          },
          step,
        ),
      settings: (_, step) => this.#settings(step),
      grid: () => Promise.resolve(null),
      dispose: () => learner.student.dispose(),
    });
    this.#spec = teacher.spec;
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
    const spec = widths ? withWidths(this.#spec, widths) : this.#spec;
    const student = new Student(new Network(spec, this.source.trainer.config.seed), widths ?? null);
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

  protected student(): Network {
    return this.learner.student.network;
  }

  protected async smaller(): Promise<SmallerGenerator> {
    if (this.steps === 0) await (this.#target === 'channels' ? this.#cut() : this.#choose(this.#share));
    const { network, widths } = this.learner.student;
    const before = this.recordBefore;
    const note = `${Math.round(100 * this.#share)} % of the ${this.#target} pruned`;
    return {
      spec: network.spec,
      weights: await readWeights(network),
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
    if (this.#target === 'weights') return fallingRate(LEARNING_RATE, step, this.steps);
    const first = this.#pruning;
    return step <= first
      ? fallingRate(LEARNING_RATE, step, first)
      : fallingRate(LEARNING_RATE, step - first, this.steps - first);
  }

  async #choose(share: number): Promise<void> {
    const { network } = this.learner.student;
    this.hold(masksFor(this.#target, network.spec, await readWeights(network), share));
  }

  /** What is cut is exactly what was silent. */
  async #cut(): Promise<void> {
    const before = this.learner.student;
    const { spec } = before.network;
    if (before.widths) return;
    const weights = await readWeights(before.network);
    const cut = cutChannels(spec, weights, keptChannels(spec, weights, this.#share));
    const network = new Network(cut.spec, this.source.trainer.config.seed);
    writeWeights(network, cut.weights);
    this.learner.student = new Student(network, cut.widths);
    this.hold(new Map());
    this.recordAnew();
    before.dispose();
  }
}

export const prune = defineTask({
  ...facts,
  suffix: (params) => ` (${targetOf(params)} -${Math.round(100 * numberParam(params, 'share'))} %)`,
  /**
   * @throws InvalidValueError for a share of nothing, UnsupportedModelError naming a layer that channels cannot be cut around
   */
  async build(parts: TaskParts): Promise<SmallerTrainer> {
    const { trainer: source } = sourceOf(parts);
    const { taskParams } = parts.config;
    const share = numberParam(taskParams, 'share');
    checkShare(share);
    const teacher = source.average ?? source.generator;
    const weights = await readWeights(teacher);
    // What cannot be cut is said before anything is learned.
    if (targetOf(taskParams) === 'channels')
      cutChannels(teacher.spec, weights, keptChannels(teacher.spec, weights, share));
    const network = new Network(teacher.spec, source.config.seed);
    writeWeights(network, weights);
    return new Pruning(parts, teacher, { student: new Student(network) });
  },
  saved: (parts) =>
    savedSmaller(parts, ({ generator, average }) => {
      const spec = average ?? generator;
      const widths = parts.numbers?.[WIDTHS];
      return [savedNetwork('student', widths ? withWidths(spec, widths) : spec, 'kept')];
    }),
});
