// Images on their way from a tensor to a canvas or a file.
import type { Tensor } from '@tensorflow/tfjs-core';
import type { ImageBatch } from '../core/history';

/** Images [count, h, w, c] in [-1, 1] as bytes. Reads the tensor back; does not dispose it. */
export async function toImageBatch(images: Tensor): Promise<ImageBatch> {
  const [, height, width, channels] = images.shape;
  return asImageBatch(await images.data(), [height, width, channels]);
}

/** Values [count * h * w * c] in [-1, 1] of images [h, w, c] as bytes. */
export function asImageBatch(
  values: ArrayLike<number>,
  [height, width, channels]: readonly [number, number, number],
): ImageBatch {
  const count = values.length / (height * width * channels);
  const pixels = new Uint8Array(values.length);
  for (let i = 0; i < values.length; i++)
    pixels[i] = Math.max(0, Math.min(255, Math.round((values[i] + 1) * 127.5)));
  return { count, height, width, channels, pixels };
}
