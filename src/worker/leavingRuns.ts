// What of a saved run goes along to PyTorch, task by task: its networks as its settings describe them, what it learns from, the
// pictures of its timeline. Builds no network.
import { continuingTask, type ContinuingTask, type LearningTask } from '../core/continuingTasks';
import { gridClasses } from '../core/sampleGrid';
import type { LoadedDataset } from '../datasets/define';
import { losses } from '../losses';
import { networkTotals, volume } from '../core/network';
import { AUGMENTATIONS, PLAIN_AUGMENTATION } from '../metrics/evaluator/trainingPlan';
import { classifier, classifierNetworks, classifierSplit } from '../tasks/classifier';
import type { Split } from '../tasks/naming/split';
import { retrain, retrainSplit } from '../tasks/retrain';
import { CLASSIFIER, classifierSpec, networkHalves } from '../tasks/retrain/networks';
import { variantChange, variantCount } from '../tasks/retrain/variants';
import { ganNetworks } from '../training/ganNetworks';
import { byId, everyModel } from './catalogue';
import { updatesOf, type Leaving, type LeavingData } from './leavingFacts';
import { growing } from './leavingGrowth';
import { making } from './leavingMakers';
import { paintingOnce, paintingStyles } from './leavingStyles';
import { betweenKinds, fromPairs } from './leavingTranslators';

/** Of a task that learns the names of images. */
const named = (dataset: LoadedDataset, { size, read }: Split) => ({
  ...{ loss: null, needsLabels: true, shown: {} },
  learnsFrom: { ...dataset, size, read: (indices: ArrayLike<number>) => read(Uint32Array.from(indices)) },
});

const LEAVING: Readonly<Record<LearningTask, (data: LeavingData) => Leaving | Promise<Leaving>>> = {
  'progressive-growing': growing,
  'style-student': paintingStyles,
  'style-transfer': paintingOnce,
  'cycle-gan': betweenKinds,
  'pair-translation': fromPairs,
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
  typeof task === 'string' ? LEAVING[task](data) : making(task, data);

/** The task as its script knows it. @throws TypeError for one that none is written for */
export function leavingTask(id: string): ContinuingTask {
  const known = continuingTask(id);
  if (known) return known;
  throw new TypeError(`No script is written for runs of ${id}`);
}
