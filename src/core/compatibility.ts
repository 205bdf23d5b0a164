// Which settings do not go together, and why, in words for the form. Pure; the page asks it while a person chooses, the
// worker before it builds anything.
import { InvalidValueError } from './errors';
import { growthPlan, stepsToGrow } from './growth';
import type { RunConfig } from './runConfig';
import type { TaskData, TaskFacts } from './taskFacts';

/** What the check must know of the chosen data set, model and loss; the catalogue's entries say it. */
export interface ChoiceFacts {
  readonly dataset: {
    readonly label: string;
    readonly shape: readonly [number, number, number];
    readonly classes?: number;
    readonly pairs?: string;
    readonly origin: string;
  };
  readonly model: {
    readonly label: string;
    readonly classes?: { readonly source: string; readonly head: string };
    readonly sideMultiple?: number;
    readonly normalizesD?: boolean;
    readonly denseD?: boolean;
    readonly grows?: boolean;
  };
  readonly loss: {
    readonly label: string;
    readonly differentiatesTwice?: boolean;
    readonly boundsWeights?: boolean;
  };
  readonly task: Pick<TaskFacts, 'label' | 'data' | 'ownNetworks' | 'grows'>;
}

/** Two settings that do not go together. `refused` cannot run; `warning` runs, but seldom well. */
export interface Incompatibility {
  readonly severity: 'refused' | 'warning';
  /** One sentence: what does not go together, and why. */
  readonly reason: string;
  /** One sentence: what to choose instead. */
  readonly remedy: string;
}

type Rule = (config: RunConfig, facts: ChoiceFacts) => Incompatibility | null;

const refuse = (reason: string, remedy: string): Incompatibility => ({ severity: 'refused', reason, remedy });
const warn = (reason: string, remedy: string): Incompatibility => ({ severity: 'warning', reason, remedy });

/** Smaller pictures are not translated. */
const LEAST_TRANSLATED_SIDE = 8;

/** Of the networks and settings of the chosen model. */
const modelRules: readonly Rule[] = [
  (_, { model, dataset }) =>
    model.classes?.source === 'labels' && dataset.classes === 0
      ? refuse(
          `${model.label} draws by class, and the images of ${dataset.label} carry no labels.`,
          'Choose a labelled data set or a model without classes.',
        )
      : null,
  (_, { model, dataset }) => {
    const [height, width] = dataset.shape;
    const multiple = model.sideMultiple ?? 1;
    // The side of a person's own files depends on the data set's parameters; the model checks it.
    return dataset.origin !== 'files' && (height % multiple !== 0 || width % multiple !== 0)
      ? refuse(
          `${model.label} draws images whose sides are multiples of ${multiple}; those of ${dataset.label} are ${height} x ${width}.`,
          'Choose the GAN of dense layers, which draws any size.',
        )
      : null;
  },
  ({ packing }, { model }) =>
    packing > 1 && model.classes
      ? refuse(
          `Packing shows the discriminator ${packing} images as one, and ${model.label} tells it the class of one.`,
          'Set packing to 1 or choose a model without classes.',
        )
      : null,
  ({ packing, batch }) =>
    batch % packing !== 0
      ? refuse(
          `A batch of ${batch} cannot be packed by ${packing}.`,
          `Choose a batch size that is a multiple of ${packing}.`,
        )
      : null,
  ({ packing, batch, minibatchStd }) =>
    minibatchStd && batch / packing < 2
      ? refuse(
          `Minibatch deviation compares the images of a batch, and a batch of ${batch} packed by ${packing} leaves one.`,
          'Choose a larger batch or less packing.',
        )
      : null,
  (_, { loss, model }) =>
    loss.differentiatesTwice && model.classes?.head === 'mixture'
      ? refuse(
          `${loss.label} needs second gradients, and the choice among generators of ${model.label} has none.`,
          'Choose a loss without a gradient penalty, or MGAN.',
        )
      : null,
  ({ unrolledSteps }, { model }) =>
    unrolledSteps > 0 && !model.denseD
      ? refuse(
          `Unrolled steps differentiate through the discriminator’s own learning, and the convolutions of ${model.label} have no such gradients here.`,
          'Choose the GAN of dense layers, or set unrolled steps to 0.',
        )
      : null,
  ({ unrolledSteps }, { loss }) =>
    unrolledSteps > 0 && (loss.differentiatesTwice || loss.boundsWeights)
      ? refuse(
          `${loss.label} bounds the discriminator’s slope in a way that cannot be unrolled.`,
          'Choose a loss without a penalty or clipping, for example the non-saturating one, or set unrolled steps to 0.',
        )
      : null,
  ({ augment }, { dataset }) =>
    augment !== 'none' && Math.min(dataset.shape[0], dataset.shape[1]) < 4
      ? refuse(
          `Augmentation shifts and cuts images, and ${dataset.label} has points.`,
          'Set augmentation to none.',
        )
      : null,
  ({ normD }, { loss, model }) =>
    loss.differentiatesTwice && (normD === 'batch' || (normD === 'model' && model.normalizesD))
      ? warn(
          `${loss.label} penalizes the slope at each image, and batch normalization ties the images of a batch together.`,
          'Set the discriminator’s normalization to layer or none.',
        )
      : null,
  ({ spectralNorm }, { loss }) =>
    spectralNorm && loss.boundsWeights
      ? warn(
          `${loss.label} cuts weights off that spectral normalization scales back up.`,
          'Use one of the two.',
        )
      : null,
];

/** Of networks that grow. */
const growingRules: readonly Rule[] = [
  (_, { model, task }) =>
    model.grows
      ? null
      : refuse(
          `“${task.label}” adds layers while it learns, and ${model.label} is made in one piece.`,
          'Choose the progressive GAN as the model.',
        ),
  ({ spectralNorm }, { task }) =>
    spectralNorm
      ? refuse(
          `Spectral normalization scales every kernel, and “${task.label}” fades layers in by some of them.`,
          'Switch spectral normalization off.',
        )
      : null,
  ({ frozenLayers }, { task }) =>
    frozenLayers === ''
      ? null
      : refuse(
          `“${task.label}” adds layers while it learns, so none can be named beforehand to stay as it is.`,
          'Leave the frozen layers out.',
        ),
  ({ steps, taskParams }, { dataset }) => {
    const { origin, shape } = dataset;
    const needed = stepsToGrow(growthPlan(shape, taskParams));
    return origin !== 'files' && steps <= needed
      ? warn(
          `Images of ${shape[0]} pixels are reached after ${needed} steps, and the run ends after ${steps}.`,
          'Take more steps, or fewer at each size.',
        )
      : null;
  },
];

/** Of style transfer. */
const styleRules: readonly Rule[] = [
  (_, { dataset, task }) =>
    dataset.pairs && (dataset.origin === 'files' || dataset.shape[2] === 3)
      ? null
      : refuse(
          `“${task.label}” takes a content and a style picture in colour, and ${dataset.label} are not that.`,
          'Choose “My content and style”, or the ready pair.',
        ),
];

/** Of tasks whose networks halve pictures several times. */
const largeEnough: Rule = (_, { dataset, task }) => {
  const [height, width] = dataset.shape;
  return dataset.origin !== 'files' && Math.min(height, width) < LEAST_TRANSLATED_SIDE
    ? refuse(
        `“${task.label}” takes pictures of at least ${LEAST_TRANSLATED_SIDE} pixels a side; those of ${dataset.label} are ${height} x ${width}.`,
        'Choose a data set of pictures.',
      )
    : null;
};

/** Of tasks that have networks of their own. */
const translationRules: readonly Rule[] = [
  (_, { loss, task }) =>
    loss.differentiatesTwice || loss.boundsWeights
      ? refuse(
          `${loss.label} bounds the discriminator’s slope, which “${task.label}” does not.`,
          'Choose a loss without a penalty or clipping, for example least squares.',
        )
      : null,
  (_, { dataset, task }) =>
    task.data.includes('domains') && !dataset.pairs && dataset.classes !== undefined && dataset.classes < 2
      ? refuse(
          `“${task.label}” needs images of two kinds, and those of ${dataset.label} are of one.`,
          'Choose a data set of two domains, or one with classes, of which two are then translated into each other.',
        )
      : null,
  ({ taskParams }, { dataset }) =>
    taskParams.mode === 'colour' && dataset.origin !== 'files' && dataset.shape[2] !== 3
      ? refuse(
          `The pictures of ${dataset.label} are grey: there is no colour to learn.`,
          'Choose pictures in colour, or learn to make coarse pictures fine.',
        )
      : null,
  ({ taskParams }, { dataset }) =>
    taskParams.mode === 'pairs' && dataset.pairs !== 'aligned'
      ? refuse(
          `The pictures of ${dataset.label} are not in pairs.`,
          'Choose “My pairs of pictures”, or learn to make coarse pictures fine or grey ones coloured.',
        )
      : null,
  largeEnough,
];

/** Of networks that learn to name pictures. */
const namingRules: readonly Rule[] = [
  (_, { dataset, task }) =>
    dataset.pairs || (dataset.classes !== undefined && dataset.classes < 2)
      ? refuse(
          `“${task.label}” learns names, and the pictures of ${dataset.label} carry none.`,
          'Choose a labelled data set; of your own pictures, the names of the folders are the labels.',
        )
      : null,
  largeEnough,
];

/** Of students of a style: any pictures, of which one kind may be the style. */
const studentRules: readonly Rule[] = [
  (_, { dataset, task }) => {
    const [height, width, channels] = dataset.shape;
    const isSmall = Math.min(height, width) < LEAST_TRANSLATED_SIDE || channels === 2;
    return dataset.origin !== 'files' && isSmall
      ? refuse(
          `“${task.label}” takes pictures of at least ${LEAST_TRANSLATED_SIDE} pixels a side; those of ${dataset.label} are ${height} x ${width}.`,
          'Choose a data set of pictures.',
        )
      : null;
  },
];

/** Of tasks with networks of their own, by the data that they learn from; the first that fits. */
const OWN_RULES: readonly (readonly [TaskData, readonly Rule[]])[] = [
  ['pictures', studentRules],
  ['domains', translationRules],
  ['pairs', translationRules],
  ['labels', namingRules],
];

function rulesOf({ task }: ChoiceFacts): readonly Rule[] {
  if (task.data.includes('content-and-style')) return styleRules;
  if (task.grows) return [...growingRules, ...modelRules];
  if (!task.ownNetworks) return modelRules;
  return OWN_RULES.find(([kind]) => task.data.includes(kind))?.[1] ?? [];
}

/** Everything about the settings that does not go together; what is refused stands first. */
export function incompatibilities(config: RunConfig, facts: ChoiceFacts): readonly Incompatibility[] {
  const found = rulesOf(facts)
    .map((rule) => rule(config, facts))
    .filter((found) => found !== null);
  return found.toSorted((a, b) => a.severity.localeCompare(b.severity));
}

/** Settings of a run that cannot be trained together. */
export class IncompatibleSettingsError extends InvalidValueError {}

/** @throws IncompatibleSettingsError with the first reason, when something is refused */
export function checkCompatibility(config: RunConfig, facts: ChoiceFacts): void {
  const refused = incompatibilities(config, facts).find(({ severity }) => severity === 'refused');
  if (refused) throw new IncompatibleSettingsError(refused.reason, refused.remedy);
}
