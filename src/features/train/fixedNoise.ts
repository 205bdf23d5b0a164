// The noise behind the samples of a run's timeline, as the worker draws it: row i is the stream (seed, 6, i).
// A test holds this against src/training/streams.ts; saved runs depend on the number, so it does not change.
import { normalArray } from '../../core/random';

const FIXED_LATENTS_STREAM = 6;

/** Latents of the first `count` samples of a run's timeline, [count * latentSize]. */
export function fixedNoise(seed: number, count: number, latentSize: number): Float32Array<ArrayBuffer> {
  const rows = new Float32Array(count * latentSize);
  for (let i = 0; i < count; i++)
    rows.set(normalArray(latentSize, seed, FIXED_LATENTS_STREAM, i), i * latentSize);
  return rows;
}
