// What measures a run's samples elsewhere as the page does: the evaluator's network with its weights, and what it makes of real
// images. Of runs of images that are measured on the way; points in the plane and translations are measured in the page alone.
import { isPlane } from '../core/pointModes';
import { DEFAULT_TASK, type RunConfig } from '../core/runConfig';
import type { LoadedDataset } from '../datasets/define';
import type { RealFigures, TorchMeasures } from '../exporters/torchRun/folder';
import type { NetworkWeight } from '../engine/network';
import { progressiveGrowing } from '../tasks/progressiveGrowing';
import type { RealImages } from '../training/measuring/evaluatedImages';
import { dividedImages, FEWEST_REAL } from '../training/measuring/measurer';
import { openJudge } from '../training/measuring/openJudge';
import type { Call } from './handler';
import { readModelFile } from './modelFiles';
import { loadUnseen } from './runData';

async function judged(images: RealImages, wanted: number, { signal, progress }: Call): Promise<RealFigures> {
  const most = Math.min(images.most, wanted);
  while (images.judged.count < most) {
    signal.throwIfAborted();
    progress('Judging real images', images.judged.count / most);
    await images.more(most);
  }
  const { features, probabilities } = images.judged.take(most);
  return { features, shares: probabilities };
}

async function tensorOf(network: string, { name, variable }: NetworkWeight) {
  return {
    name: `${network}/${name}`,
    shape: variable.shape,
    values: Float32Array.from(await variable.data()),
  };
}

/** Tasks whose generators draw from noise. */
const MEASURED: readonly string[] = [DEFAULT_TASK, progressiveGrowing.id];

/** Null where the run is not measured, or not by a network that sees images. */
export async function leavingMeasures(
  config: RunConfig,
  dataset: LoadedDataset,
  call: Call,
): Promise<TorchMeasures | null> {
  if (!MEASURED.includes(config.task) || config.measureEvery === 0 || isPlane(dataset.shape)) return null;
  const heldOut = await loadUnseen(config, call);
  const evaluator = await openJudge(config.dataset, dataset.shape, readModelFile);
  try {
    const { networks } = evaluator;
    if (!networks) return null;
    const samples = config.measureSamples;
    const { real, apart } = dividedImages(dataset, heldOut, evaluator);
    const parts = { judge: networks.body, ...(networks.head && { judgeHead: networks.head }) };
    const tensors = Object.entries(parts).flatMap(([id, { weights }]) =>
      weights.map((weight) => tensorOf(id, weight)),
    );
    return {
      ...{ label: evaluator.label, classNames: evaluator.classNames, featureSize: evaluator.size },
      networks: Object.fromEntries(Object.entries(parts).map(([id, { spec }]) => [id, spec])),
      tensors: await Promise.all(tensors),
      real: await judged(real, Math.max(FEWEST_REAL, samples), call),
      apart: await judged(apart, samples, call),
    };
  } finally {
    evaluator.dispose();
  }
}
