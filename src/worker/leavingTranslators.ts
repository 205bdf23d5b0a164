// What goes along to PyTorch of runs from image to image (leavingRuns.ts): which pictures are which, and those of the timeline.
import type { LoadedDataset } from '../datasets/define';
import { batchIndices } from '../datasets/sampling';
import type { ShownPictures } from '../exporters/torchRun/folder';
import { losses } from '../losses';
import { cycleGan, cycleGanSpecs, domainsOf } from '../tasks/cycleGan';
import { pairSpecs, pairTranslation } from '../tasks/pairTranslation';
import { modeOf, pairSource } from '../tasks/translation/pairSources';
import { byId } from './catalogue';
import { updatesOf, type Leaving, type LeavingData } from './leavingFacts';

/** Pictures of the timeline. */
const ROWS = 8;

/** A CycleGAN. */
export function betweenKinds({ snapshot: { config, compression }, dataset, test }: LeavingData): Leaving {
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
}

/** A translator that learns from pairs. */
export function fromPairs({ snapshot: { config, compression }, dataset, test }: LeavingData): Leaving {
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
}
