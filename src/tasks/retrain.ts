// Transfer learning: a classifier upon an encoder, of which as many layers learn as is wanted, or a small network from nothing. Its
// trainer is retrain/trainer.ts, fetched when one is built, what the task says of itself retrainFacts.ts.
import { passesNeed } from '../core/memoryNeed';
import { networkTotals, parameterTotal, volume, type NetworkSpec } from '../core/network';
import type { RunConfig } from '../core/runConfig';
import type { LoadedDataset } from '../datasets/define';
import { openEncoderWeights } from '../encoders/openEncoder';
import { Network } from '../engine/network';
import type { ImageShape } from '../models/define';
import { savedNetwork } from '../training/savedTensors';
import { defineTask, TaskDataError, type TaskDescription, type TaskParts } from './define';
import { splitImages, type Split } from './naming/split';
import { isCacheable } from './retrain/featureCache';
import { CLASSIFIER, classifierSpec, networkHalves, retrainedEncoder } from './retrain/networks';
import type { RetrainTrainer } from './retrain/trainer';
import { variantCount } from './retrain/variants';
import { putEncoder } from './retrain/weights';
import { retrainFacts as facts } from './retrainFacts';

/** Held-back images that are named. */
const TESTED = 1000;
/** Of a gradient's memory for a map, what a pass without gradient takes for it. */
const FORWARD = 0.4;
/** Maps of separable convolutions live side by side less long than those of whole ones. */
const SEPARABLE = 0.8;
const BYTES = 4;

function describeClassifier(config: RunConfig, shape: ImageShape, classes: number): TaskDescription {
  const spec = classifierSpec(config, shape, Math.max(2, classes));
  const { fixed, rest } = networkHalves(spec);
  const passes = (of: NetworkSpec | null, share: number) => (of ? [{ spec: of, passes: share }] : []);
  const { size } = config.datasetParams;
  const pictures = (typeof size === 'number' ? size : 0) * variantCount(config.taskParams);
  const features = fixed ? networkTotals(fixed).output : [];
  const cached = fixed && isCacheable(features, pictures) ? BYTES * volume(features) * pictures : 0;
  const need = passesNeed({
    ...{ batch: config.batch, kept: 0, data: cached },
    networks: [
      ...passes(fixed, FORWARD),
      ...passes(rest, retrainedEncoder(config.taskParams) ? 1 : SEPARABLE),
    ],
  });
  const frozen = BYTES * networkTotals(spec).nonTrainable;
  return {
    networks: [{ id: CLASSIFIER, spec }],
    need: { ...need, device: need.device + frozen, host: need.host + 2 * BYTES * parameterTotal(spec) },
  };
}

/** What it learns from, and what it is tested with. @throws UnlabelledDataError for images without labels */
export const retrainSplit = (dataset: LoadedDataset, test: LoadedDataset | null): Split =>
  splitImages(dataset, test, { most: TESTED, heedsFolders: true });

export const retrain = defineTask({
  ...facts,
  /**
   * @throws UnlabelledDataError for images without labels, TaskDataError for too few of them, EncoderFileError for weights that are
   *   not there, InvalidValueError for frozen layers that there are none of
   */
  async build({ config, dataset, test, readModelFile, isSaved }: TaskParts): Promise<RetrainTrainer> {
    const split = retrainSplit(dataset, test ?? null);
    if (split.size < 2 || split.testImages.count === 0) {
      throw new TaskDataError(
        `There are ${split.size} images to learn from and ${split.testImages.count} to test with.`,
        'Give more images of each kind.',
      );
    }
    const definition = retrainedEncoder(config.taskParams);
    const weights = definition && !isSaved ? await openEncoderWeights(definition, readModelFile) : null;
    const network = new Network(classifierSpec(config, dataset.shape, split.classNames.length), config.seed);
    if (definition && weights) putEncoder(network, definition, weights, dataset.shape[2]);
    const { RetrainTrainer } = await import('./retrain/trainer');
    return new RetrainTrainer(config, split, network);
  },
  describe: describeClassifier,
  saved: ({ config, shape, labels }) => [
    savedNetwork(CLASSIFIER, classifierSpec(config, shape, labels ?? 0), 'kept'),
  ],
});
