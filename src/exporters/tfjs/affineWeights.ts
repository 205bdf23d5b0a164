// Weights as TensorFlow.js stores them small: float16, or 8 or 16 bits with a scale and a minimum per tensor, chosen so
// that zero stays exactly zero. The loader turns them back into float32: value = integer * scale + min.
// https://github.com/tensorflow/tfjs/blob/master/tfjs-core/src/io/types.ts (WeightsManifestEntry.quantization)
import { toFloat16Bits } from '../../graph/float16';

export type TfjsWeights = 'float32' | 'float16' | 'uint16' | 'uint8';

export interface StoredWeight {
  readonly bytes: Uint8Array;
  readonly quantization?:
    | { readonly dtype: 'float16' }
    | { readonly dtype: 'uint8' | 'uint16'; readonly scale: number; readonly min: number };
}

const bytesOf = (a: Float32Array | Uint16Array): Uint8Array =>
  new Uint8Array(a.buffer, a.byteOffset, a.byteLength);

export function storeWeight(values: Float32Array, kind: TfjsWeights): StoredWeight {
  if (kind === 'float32') return { bytes: bytesOf(values) };
  if (kind === 'float16')
    return { bytes: bytesOf(toFloat16Bits(values)), quantization: { dtype: 'float16' } };
  const steps = kind === 'uint8' ? 255 : 65535;
  const low = values.reduce((least, v) => Math.min(least, v), Infinity);
  const high = values.reduce((most, v) => Math.max(most, v), -Infinity);
  let scale = (high - low) / steps || 1;
  let min = low;
  if (low < 0 && high > 0) {
    const below = Math.max(1, Math.min(steps - 1, Math.round(-low / scale)));
    scale = Math.max(-low / below, high / (steps - below));
    min = -below * scale;
  }
  const integers = Uint16Array.from(values, (v) =>
    Math.max(0, Math.min(steps, Math.round((v - min) / scale))),
  );
  const bytes = kind === 'uint8' ? Uint8Array.from(integers) : bytesOf(integers);
  return { bytes, quantization: { dtype: kind, scale, min } };
}
