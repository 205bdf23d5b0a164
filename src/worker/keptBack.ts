// Real pictures of the open run's kind that training does not see: always the same ones of a run, loaded once.
import type { ImageBatch } from '../core/history';
import type { LoadedDataset } from '../datasets/define';
import { mixedOrder } from '../training/measuring/evaluatedImages';
import type { OpenGan } from './context';
import type { Call } from './handler';
import { requireImages } from './handlers/measures';
import { loadUnseen } from './runData';

export const MOST_KEPT_BACK = 1000;

interface Found {
  readonly images: LoadedDataset;
  readonly keptBack: boolean;
}
const found = new WeakMap<LoadedDataset, Promise<Found>>();

/** @throws NoRealImagesError for a generator from a file */
export async function keptBackPictures(
  { dataset, session }: OpenGan,
  count: number,
  call: Call,
): Promise<{ readonly images: ImageBatch; readonly keptBack: boolean }> {
  requireImages(dataset);
  const load = async (): Promise<Found> => {
    const unseen = await loadUnseen(session.config, call);
    return { images: unseen ?? dataset, keptBack: unseen !== null };
  };
  let known = found.get(dataset);
  if (!known) {
    known = load();
    found.set(dataset, known);
    known.catch(() => found.delete(dataset)); // cancelled, or offline: the next request tries anew
  }
  const { images, keptBack } = await known;
  const [height, width, channels] = images.shape;
  const chosen = mixedOrder(images.size).subarray(0, count);
  const { pixels } = images.read(chosen);
  return { images: { count: chosen.length, height, width, channels, pixels }, keptBack };
}
