// The pictures that a person gave, as a data set.
import { numberParam } from '../../core/paramSpec';
import { arrayDataset } from '../arrayDataset';
import type { LoadContext, LoadedDataset } from '../define';
import type { DeviceStore } from '../deviceStore';
import { DatasetUnavailableError } from '../errors';
import { classesOf, heldBackOf } from './classes';
import type { ImageFormat } from './decode';
import { readKeptImages } from './imageStore';
import { keptPixels } from './keptPixels';

/** The kept pictures in a format. @throws DatasetUnavailableError when there are none */
export async function loadImages(
  context: LoadContext,
  store: DeviceStore,
  format: ImageFormat,
): Promise<LoadedDataset> {
  const set = await readKeptImages(store);
  if (!set) {
    throw new DatasetUnavailableError(
      'There are no images of yours on this device yet.',
      'Choose a folder or a zip of images, or drop them on the page; or choose the synthetic digits.',
    );
  }
  const pixels = await keptPixels(set, format, context, store);
  const count = set.entries.length;
  const size = Math.min(count, numberParam(context.params, 'size'));
  const paths = set.entries.map(({ path }) => path);
  const { labels, classNames } = classesOf(paths);
  return arrayDataset({
    shape: [format.side, format.side, format.channels],
    pixels,
    labels,
    classNames,
    heldBack: heldBackOf(paths),
    chosen: Uint32Array.from({ length: size }, (_, i) => Math.floor((i * count) / size)),
  });
}
