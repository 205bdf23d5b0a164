// A classifier that learns to name labelled images, and what it says of test images that it never trains on. Its network
// and its update are those of the evaluators that describe samples (metrics/evaluator), which are trained longer.
import { tensor } from '@tensorflow/tfjs-core';
import type { ClassifierMoment } from '../core/classifierMoment';
import { checkFrozenLayers, frozenNetwork } from '../core/frozenLayers';
import { passesNeed } from '../core/memoryNeed';
import { numberParam } from '../core/paramSpec';
import { hashSeed } from '../core/random';
import type { RunConfig } from '../core/runConfig';
import type { LoadedDataset } from '../datasets/define';
import { toSignedUnit } from '../datasets/sampling';
import { Network } from '../engine/network';
import { Adam } from '../engine/ops/adam';
import { matrix } from '../engine/ops/rank';
import { stepInput } from '../engine/recording';
import { augment } from '../metrics/evaluator/augment';
import { classify, crossEntropy } from '../metrics/evaluator/classifier';
import { classNetwork, featureNetwork, type ImageShape } from '../metrics/evaluator/classifierNetwork';
import { AUGMENTATIONS, cosineRate, epochOrder, PLAIN_AUGMENTATION } from '../metrics/evaluator/trainingPlan';
import { oneHotRows } from '../training/classes';
import { savedNetwork } from '../training/savedTensors';
import type { TrainerState } from '../training/taskTrainer';
import { UpdatesTrainer } from '../training/updatesTrainer';
import { classifierFacts as facts } from './classifierFacts';
import { defineTask, type TaskDescription, type TaskParts } from './define';
import { namedMoment } from './naming/namedMoment';
import { splitImages, type Split } from './naming/split';

/** Test images that are named and shown. */
const TESTED = 600;
const AT_ONCE = 128;
export class ClassifierTrainer extends UpdatesTrainer {
  /** Accuracies on the test images so far, by step; saved with the run. */
  accuracies: ReadonlyMap<number, number> = new Map();

  constructor(
    parts: TaskParts,
    readonly split: Split,
    private readonly features: Network,
    private readonly head: Network,
  ) {
    const { config, dataset } = parts;
    const held = [
      { id: 'features', network: features, adam: new Adam(features.trainable) },
      { id: 'classifier', network: head, adam: new Adam(head.trainable) },
    ];
    const batch = Math.min(config.batch, split.size);
    const perEpoch = Math.floor(split.size / batch);
    const how = AUGMENTATIONS[config.dataset] ?? PLAIN_AUGMENTATION;
    const { seed } = config;
    let epoch = { first: -1, order: new Uint32Array() };
    /** Images of the batch that follows `done` steps. */
    const batchAt = (done: number): ReturnType<LoadedDataset['read']> => {
      const at = done % perEpoch;
      const first = done - at;
      if (epoch.first !== first) epoch = { first, order: epochOrder(split.size, seed, first) };
      return split.read(epoch.order.subarray(at * batch, (at + 1) * batch));
    };
    super({
      facts,
      config,
      networks: held,
      steps: ({ steps }) => steps,
      isTrainable: split.size > 0,
      pass(_, step) {
        const done = (): number => step() - 1;
        const images = stepInput([batch, ...dataset.shape], (values) =>
          values.set(augment(batchAt(done()).pixels, dataset.shape, how, seed, done())),
        );
        const wanted = stepInput([batch, split.classNames.length], (values) =>
          values.set(oneHotRows(batchAt(done()).labels ?? new Uint8Array(batch), split.classNames.length)),
        );
        const mode = { kind: 'training', dropoutSeed: () => hashSeed(seed, done()) } as const;
        const logits = () => matrix(head.apply(features.apply(images, mode), mode));
        return { terms: () => ({ crossEntropy: crossEntropy(logits(), wanted) }), held: [images, wanted] };
      },
      // A goal that is moved on starts another descent: the rate follows the share of the way that is done.
      settings: (_, step) => ({
        learningRate: cosineRate(
          numberParam(this.config.taskParams, 'learningRate'),
          step - 1,
          this.config.steps,
        ),
        beta1: 0.9,
        beta2: 0.999,
      }),
      grid: () => Promise.resolve(null),
      dispose: () => held.forEach(({ network, adam }) => [network, adam].forEach((one) => one.dispose())),
    });
  }

  /** What it says of the test images after `step` steps; the accuracy is remembered. */
  async moment(step: number): Promise<ClassifierMoment> {
    const { testImages, classNames } = this.split;
    const { count, height, width, channels, pixels } = testImages;
    const volume = height * width * channels;
    const named = new Float32Array(count * classNames.length);
    for (let start = 0; start < count; start += AT_ONCE) {
      const rows = Math.min(AT_ONCE, count - start);
      const values = toSignedUnit(pixels.subarray(start * volume, (start + rows) * volume));
      const images = tensor(values, [rows, height, width, channels]);
      const { probabilities } = await classify(this.features, this.head, images);
      images.dispose();
      named.set(probabilities, start * classNames.length);
    }
    const moment = namedMoment(step, this.split, named);
    this.accuracies = new Map([...this.accuracies, [step, moment.accuracy]]);
    return moment;
  }

  override async read(): Promise<TrainerState> {
    const entries = [...this.accuracies];
    const numbers = {
      accuracySteps: entries.map(([step]) => step),
      accuracies: entries.map(([, accuracy]) => accuracy),
    };
    return { ...(await super.read()), numbers };
  }

  override restore(state: TrainerState): void {
    super.restore(state);
    const { accuracySteps = [], accuracies = [] } = state.numbers;
    this.accuracies = new Map(accuracySteps.map((step, i) => [step, accuracies[i] ?? 0]));
  }
}

/** What it learns from, and what it is tested with. @throws UnlabelledDataError for images without labels */
export const classifierSplit = (dataset: LoadedDataset, test: LoadedDataset | null): Split =>
  splitImages(dataset, test, { most: TESTED, heedsFolders: false });

/** @throws InvalidValueError for frozen layers that there are none of */
export function classifierNetworks(config: RunConfig, shape: ImageShape, classes: number) {
  const specs = { features: featureNetwork(shape), classifier: classNetwork(classes) };
  checkFrozenLayers(config.frozenLayers, specs);
  const { frozenLayers } = config;
  return {
    features: frozenNetwork(specs.features, frozenLayers, 'features'),
    classifier: frozenNetwork(specs.classifier, frozenLayers, 'classifier'),
  };
}

function describeClassifier(config: RunConfig, shape: ImageShape, classes: number): TaskDescription {
  const { features, classifier: head } = classifierNetworks(config, shape, Math.max(2, classes));
  const networks = [
    { id: 'features', spec: features },
    { id: 'classifier', spec: head },
  ];
  const learning = networks.map(({ spec }) => ({ spec, passes: 1 }));
  return { networks, need: passesNeed({ networks: learning, batch: config.batch, kept: 0, data: 0 }) };
}

export const classifier = defineTask({
  ...facts,
  /** @throws UnlabelledDataError for images without labels, InvalidValueError for frozen layers that there are none of */
  build(parts: TaskParts): ClassifierTrainer {
    const { config, dataset, test } = parts;
    const split = classifierSplit(dataset, test ?? null);
    const specs = classifierNetworks(config, dataset.shape, split.classNames.length);
    const network = (id: keyof typeof specs): Network => new Network(specs[id], config.seed);
    return new ClassifierTrainer(parts, split, network('features'), network('classifier'));
  },
  describe: describeClassifier,
  saved({ config, shape, labels }) {
    const { features, classifier } = classifierNetworks(config, shape, labels ?? 0);
    return [savedNetwork('features', features, 'kept'), savedNetwork('classifier', classifier, 'kept')];
  },
});
