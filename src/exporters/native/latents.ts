// The random numbers of the native program (`ganvas_draw_latent` in board/native/model.c), number for number, so that its
// images can be compared with those of the integer reference. Not the random numbers of training.
import type { Affine } from '../../graph/calibration';
import type { GeneratorInput } from '../../protocol';

/** A permutation of 32-bit numbers without visible order (lowbias32, https://nullprogram.com/blog/2018/07/31/). */
function mixed(value: number): number {
  let x = value >>> 0;
  x = Math.imul(x ^ (x >>> 16), 0x7feb352d);
  x = Math.imul(x ^ (x >>> 15), 0x846ca68b);
  return (x ^ (x >>> 16)) >>> 0;
}

function quantized(value: number, { scale, zeroPoint }: Affine): number {
  const steps = Math.max(-1000, Math.min(1000, Math.fround(value / Math.fround(scale))));
  const away = Math.trunc(Math.fround(steps < 0 ? steps - 0.5 : steps + 0.5));
  return Math.max(-128, Math.min(127, away + zeroPoint));
}

/**
 * Input of image `index` of the series `seed`, as int8 [latent + classes].
 * @param chosen its class, ignored without classes
 */
export function nativeLatent(
  { latent, classes }: GeneratorInput,
  input: Affine,
  seed: number,
  index: number,
  chosen: number,
): Int8Array<ArrayBuffer> {
  const values = new Int8Array(latent + classes);
  let draw = mixed(mixed(seed + 0x9e3779b9) + index);
  for (let i = 0; i < latent; i++) {
    let sum = -6 * 65536;
    for (let k = 0; k < 12; k++) sum += mixed(draw++) >>> 16;
    values[i] = quantized(sum / 65536, input);
  }
  for (let i = 0; i < classes; i++) values[latent + i] = quantized(i === chosen ? 1 : 0, input);
  return values;
}
