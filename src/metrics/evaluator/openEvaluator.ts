// Finds what judges the images of a data set: a trained classifier where there is one for them, distances for points in
// the plane, else a network of fixed random weights, whose features carry distances (Naeem et al. 2020, section 4) but no
// classes. It says which it is. What judges other pictures in colour is training/measuring/openJudge.ts.
import { toWireError } from '../../core/errors';
import { RANDOM_EVALUATOR } from '../../core/measures';
import { isPlane, type PointModes } from '../../core/pointModes';
import { Classifier } from './classifier';
import { FEATURES, type ImageShape } from './classifierNetwork';
import type { Evaluator } from './evaluator';
import { readEvaluatorHeader } from './header';
import { pointEvaluator } from './pointEvaluator';
import { TRAINED_EVALUATORS, type TrainedEvaluator } from './evaluators';
import { writeWeights } from './weights';

/** Reads a file of the app's folder `models/`. */
export type ReadModelFile = (name: string) => Promise<Uint8Array>;

/** Weights of every random-feature network, so that distances of different runs are comparable. */
const RANDOM_SEED = 20_201;

const share = (value: number): string => `${(100 * value).toFixed(1)} %`;

async function openTrained(
  trained: TrainedEvaluator,
  dataset: string,
  read: ReadModelFile,
): Promise<Evaluator> {
  const header = readEvaluatorHeader(await read(`${trained.file}.json`), trained.file);
  const bytes = await read(`${trained.file}.bin`);
  const classifier = new Classifier(trained.shape, trained.classNames.length, RANDOM_SEED);
  try {
    writeWeights(classifier, bytes, header.tensors);
  } catch (error) {
    classifier.dispose();
    throw error;
  }
  const onThese = trained.datasets.indexOf(dataset) > 0 ? header.syntheticAccuracy : null;
  const accuracy =
    onThese === null
      ? `right on ${share(header.testAccuracy)} of its test images`
      : `right on ${share(onThese)} of these synthetic digits`;
  return {
    label: `${trained.label}, ${accuracy}`,
    sees: 'images',
    size: FEATURES,
    classNames: trained.classNames,
    networks: classifier,
    evaluate: (images) => classifier.classify(images),
    dispose: () => classifier.dispose(),
  };
}

function openRandom(shape: ImageShape, label: string = RANDOM_EVALUATOR): Evaluator {
  const network = new Classifier(shape, 0, RANDOM_SEED);
  return {
    label,
    sees: 'images',
    size: FEATURES,
    classNames: [],
    networks: network,
    evaluate: (images) => network.classify(images),
    dispose: () => network.dispose(),
  };
}

const trainedFor = (dataset: string): TrainedEvaluator | undefined =>
  TRAINED_EVALUATORS.find(({ datasets }) => datasets.includes(dataset));

/** Whether there is a trained evaluator for images of the data set in this shape. */
export const isKnown = (dataset: string, shape: ImageShape): boolean =>
  trainedFor(dataset)?.shape.join() === shape.join();

/** Random features, whose label says what could not be loaded, and why. */
export const openInPlaceOf = (label: string, error: unknown, shape: ImageShape): Evaluator =>
  openRandom(shape, `${RANDOM_EVALUATOR} (${label} could not be loaded: ${toWireError(error).message})`);

/**
 * Opens the evaluator for the images of a data set. Always succeeds; a trained one that cannot be loaded is replaced by
 * random features, and the label says why.
 * @param modes the modes of points in the plane, where they have any
 */
export async function openEvaluator(
  dataset: string,
  shape: ImageShape,
  read: ReadModelFile,
  modes: PointModes | null = null,
): Promise<Evaluator> {
  if (isPlane(shape)) return pointEvaluator(modes);
  const trained = trainedFor(dataset);
  if (!trained || !isKnown(dataset, shape)) return openRandom(shape);
  try {
    return await openTrained(trained, dataset, read);
  } catch (error) {
    return openInPlaceOf(trained.label, error, shape);
  }
}
