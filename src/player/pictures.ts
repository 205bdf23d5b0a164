// A network that takes a picture, from the bytes of a .tflite file and what a page says of it: what it makes of a picture, or names
// in it, on one thread with the kiosk's runtime. Knows no page.
import type { WebPageFacts } from '../exporters/webPage/facts';
import { DamagedPageError } from '../exporters/webPage/packing';
import { inputShape, outputShape } from '../graph/edges';
import { volume } from '../graph/graph';
import { seePicture, type SeesPictures } from '../inference/pictureWork';
import type { Seen } from '../protocol/kiosk';
import { readTfliteModel } from '../readers/tflite/model';
import { openPainter } from './player';
import type { PlayerOptions } from './types';

export interface PicturePlayer {
  /** Height, width and channels of what is shown of its outcome; of shares one for each name. */
  readonly made: readonly [height: number, width: number, channels: number];
  readonly runtime: string;
  /** One picture as it goes in, [latent] numbers. @returns what the network puts out */
  paint(input: Float32Array): Float32Array;
  /** @param pixels bytes of the facts' shape */
  see(pixels: Uint8Array): Promise<Seen['outcome']>;
  dispose(): void;
}

/** @throws ForeignModelError, DamagedModelError, UnsupportedLayerError, OversizedModelError, DamagedPageError */
export async function openPictures(
  bytes: Uint8Array,
  { title, latent, picture }: WebPageFacts,
  simd?: PlayerOptions['simd'],
): Promise<PicturePlayer> {
  const model = readTfliteModel(bytes);
  const output = outputShape(model.graph);
  const isLightness = picture?.preparation?.kind === 'lightness';
  const [height, width, channels] = picture?.names ? [1, 1, picture.names.length] : output;
  const given = picture ? volume(picture.shape) / (isLightness ? picture.shape[2] : 1) : 0;
  const isShown = picture?.names
    ? volume(output) === channels
    : output.length === 3 && (isLightness ? channels === 2 : channels === 1 || channels === 3);
  const sameSides = !isLightness || (height === picture?.shape[0] && width === picture.shape[1]);
  if (!picture || volume(inputShape(model.graph)) !== given || latent !== given || !isShown || !sameSides)
    throw new DamagedPageError(
      `its model makes [${output.join(', ')}] of ${volume(inputShape(model.graph))} numbers`,
    );
  const painter = await openPainter(model, simd);
  const paint = (input: Float32Array): Float32Array => painter.paint(input, 1);
  const told: SeesPictures = {
    ...{ name: title, kind: picture.names ? 'classifier' : 'translator', range: [-1, 1] },
    ...{ picture: picture.shape, image: picture.shape, preparation: picture.preparation },
  };
  return {
    made: [height, width, isLightness ? 3 : channels],
    runtime: painter.facts.label,
    paint,
    see: (pixels) => seePicture(told, pixels, paint),
    dispose: () => painter.dispose(),
  };
}
