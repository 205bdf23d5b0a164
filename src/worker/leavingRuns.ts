// What of a saved run goes along to PyTorch, task by task: its networks as its settings describe them, what it learns from, the
// pictures of its timeline. Builds no network. Tasks that stay in the page are named with the reason.
import { continuingTask, type ContinuingTask } from '../core/continuingTasks';
import { GanvasError } from '../core/errors';
import { gridClasses } from '../core/sampleGrid';
import type { TaskFacts } from '../core/taskFacts';
import type { LoadedDataset } from '../datasets/define';
import { batchIndices } from '../datasets/sampling';
import type { ShownPictures } from '../exporters/torchRun/folder';
import { losses } from '../losses';
import { networkTotals, volume } from '../core/network';
import { AUGMENTATIONS, PLAIN_AUGMENTATION } from '../metrics/evaluator/trainingPlan';
import { classifier, classifierNetworks, classifierSplit } from '../tasks/classifier';
import type { Split } from '../tasks/naming/split';
import { retrain, retrainSplit } from '../tasks/retrain';
import { CLASSIFIER, classifierSpec, networkHalves } from '../tasks/retrain/networks';
import { variantChange, variantCount } from '../tasks/retrain/variants';
import { cycleGan, cycleGanSpecs, domainsOf } from '../tasks/cycleGan';
import { pairSpecs, pairTranslation } from '../tasks/pairTranslation';
import { modeOf, pairSource } from '../tasks/translation/pairSources';
import { ganNetworks } from '../training/ganNetworks';
import { byId, everyModel } from './catalogue';
import { updatesOf, type Leaving, type LeavingData } from './leavingFacts';
import { growing } from './leavingGrowth';
import { distilling, pruning, quantizing } from './leavingMakers';
import { paintingStyles } from './leavingStyles';

/** Pictures of the timeline of tasks from image to image. */
const ROWS = 8;

/** Of a task that learns the names of images. */
const named = (dataset: LoadedDataset, { size, read }: Split) => ({
  ...{ loss: null, needsLabels: true, shown: {} },
  learnsFrom: { ...dataset, size, read: (indices: ArrayLike<number>) => read(Uint32Array.from(indices)) },
});

const LEAVING: Readonly<Record<ContinuingTask, (data: LeavingData) => Leaving | Promise<Leaving>>> = {
  'progressive-growing': growing,
  'style-student': paintingStyles,
  distill: distilling,
  prune: pruning,
  'quantize-aware': quantizing,
  adversarial({ snapshot: { config, compression }, dataset }) {
    const { shape, classNames } = dataset;
    const model = byId(everyModel, config.model);
    const labels = classNames?.length ?? null;
    const { classes, generator, discriminator, average, latentSize } = ganNetworks({
      ...{ config, model, shape, labels, compression },
    });
    return {
      loss: byId(losses, config.loss),
      networks: { generator, discriminator, ...(average && { average }) },
      facts: {
        classes: classes && model.classes ? { ...model.classes, count: classes.count } : null,
        latentSize,
        gridClasses: [...gridClasses(classes?.count ?? 0)],
      },
      needsLabels: classes !== null && model.classes?.source === 'labels',
      shown: {},
      learnsFrom: dataset,
    };
  },
  'cycle-gan'({ snapshot: { config, compression }, dataset, test }) {
    const { a, b, aligned } = domainsOf(test ?? dataset, config);
    const { shape } = dataset;
    const picked = (from: LoadedDataset, of: LoadedDataset): ShownPictures => ({
      shape,
      values: of.read(batchIndices(config.seed, 0, 0, ROWS, from.size)).pixels,
    });
    const { classA, classB } = config.taskParams;
    return {
      loss: byId(losses, config.loss),
      networks: { ...cycleGanSpecs(config, shape, compression?.widths) },
      facts: {
        ...updatesOf(cycleGan, ['generatorAB', 'generatorBA']),
        // Of two domains that are one data set the labels say which is which.
        domains: dataset.pair ? [0, 1] : [classA, classB],
        aligned,
      },
      needsLabels: true,
      shown: {
        givenA: picked(a.images, a.images),
        givenB: picked(b.images, b.images),
        ...(aligned && { rightA: picked(a.images, b.images), rightB: picked(b.images, a.images) }),
      },
      learnsFrom: dataset,
    };
  },
  'pair-translation'({ snapshot: { config, compression }, dataset, test }) {
    const source = pairSource(test ?? dataset, config);
    const pairMode = modeOf(config, dataset.shape);
    const { given, right } = source.read(batchIndices(config.seed, 0, 0, ROWS, source.size));
    return {
      loss: byId(losses, config.loss),
      networks: { ...pairSpecs(config, dataset.shape, compression?.widths) },
      facts: {
        ...updatesOf(pairTranslation, ['generator']),
        pairMode,
        domains: config.taskParams.direction === 'b-to-a' ? [1, 0] : [0, 1],
      },
      needsLabels: pairMode === 'pairs',
      shown: {
        given: { shape: source.given, values: given },
        right: { shape: source.right, values: right },
      },
      learnsFrom: dataset,
    };
  },
  classifier({ snapshot: { config }, dataset, test }) {
    const split = classifierSplit(dataset, test);
    return {
      ...named(dataset, split),
      networks: classifierNetworks(config, dataset.shape, split.classNames.length),
      facts: {
        ...updatesOf(classifier, []),
        classCount: split.classNames.length,
        augmentation: AUGMENTATIONS[config.dataset] ?? PLAIN_AUGMENTATION,
      },
    };
  },
  retrain({ snapshot: { config }, dataset, test }) {
    const split = retrainSplit(dataset, test);
    const spec = classifierSpec(config, dataset.shape, split.classNames.length);
    const { fixed } = networkHalves(spec);
    return {
      ...named(dataset, split),
      networks: { [CLASSIFIER]: spec },
      facts: {
        ...updatesOf(retrain, []),
        classCount: split.classNames.length,
        variants: variantCount(config.taskParams),
        augmentation: variantChange(config.taskParams, dataset.shape),
        /** The place of the first layer that learns or drops out, and numbers of what goes into it. */
        firstLearning: fixed?.nodes.length ?? 0,
        featureVolume: volume(fixed ? networkTotals(fixed).output : dataset.shape),
      },
    };
  },
};

/** @throws what loading and describing throws for settings and data that do not fit */
export const leavingRun = async (task: ContinuingTask, data: LeavingData): Promise<Leaving> =>
  LEAVING[task](data);

/** A run of this kind has no form outside of the page. */
export class CannotContinueError extends GanvasError {}

interface Staying {
  readonly tells: (task: TaskFacts) => boolean;
  /** @param task its label */
  readonly why: (task: string) => string;
  readonly hint: string;
}

/** Why other tasks have no script; each is told by the first that fits. */
const STAYING: readonly Staying[] = [
  {
    tells: ({ data }) => data.includes('trained-run'),
    why: (task) =>
      `“${task}” makes a run out of another in one sitting, and reads that other run at every step.`,
    hint: 'Let it finish in the page; the run that comes of it goes on elsewhere, if its own task does.',
  },
  {
    tells: ({ data }) => data.includes('content-and-style'),
    why: (task) => `“${task}” paints a single picture: there is no batch that processes could share.`,
    hint: 'Let it finish in the page, and keep the picture.',
  },
];

/**
 * The task, if its runs go on elsewhere.
 * @throws CannotContinueError with the reason
 */
export function leavingTask(task: TaskFacts): ContinuingTask {
  const known = continuingTask(task.id);
  if (known) return known;
  const reason = STAYING.find(({ tells }) => tells(task));
  if (!reason) throw new TypeError(`Nothing says why runs of ${task.id} stay in the page`);
  throw new CannotContinueError(reason.why(task.label), reason.hint);
}
