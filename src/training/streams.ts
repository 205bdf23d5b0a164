// The random streams of a run. Each draw is a function of (seed, stream, step, part): nothing has to be remembered
// to go on exactly where a run stopped. The numbers are permanent; saved runs depend on them.
import { createRandom, hashSeed, normalArray, type Random } from '../core/random';

const STREAM = {
  latentsD: 1,
  latentsG: 2,
  dropoutReal: 3,
  dropoutFake: 4,
  dropoutG: 5,
  fixedLatents: 6,
  drawnLatents: 7,
  treatedReal: 8,
  treatedFake: 9,
  treatedG: 10,
  penalty: 11,
  classesD: 12,
  classesG: 13,
  measuredLatents: 40,
  nearestLatents: 41,
  axisLatents: 42,
} as const;

/** Latents of the fake batch for the discriminator's update `part` of `step`, [batch * latentSize]. */
export const discriminatorLatents = (
  seed: number,
  step: number,
  part: number,
  length: number,
): Float32Array => normalArray(length, seed, STREAM.latentsD, step, part);

/** Latents of the generator's update of `step`, [batch * latentSize]. */
export const generatorLatents = (seed: number, step: number, length: number): Float32Array =>
  normalArray(length, seed, STREAM.latentsG, step);

/** The noise that the sample timeline is always drawn from; row i never depends on the count. */
export const fixedLatents = (seed: number, count: number, latentSize: number): Float32Array =>
  latentRows(seed, STREAM.fixedLatents, count, latentSize);

/** Latents of samples that the person asks for by seed; row i never depends on the count. */
export const drawnLatents = (seed: number, start: number, count: number, latentSize: number): Float32Array =>
  latentRows(seed, STREAM.drawnLatents, count, latentSize, start);

/** Latents of the samples that are measured: the same at every moment of a run; row i never depends on the count. */
export const measuredLatents = (
  seed: number,
  start: number,
  count: number,
  latentSize: number,
): Float32Array => latentRows(seed, STREAM.measuredLatents, count, latentSize, start);

/** Latents that a search for the nearest one begins with; row i never depends on the count. */
export const nearestLatents = (seed: number, count: number, latentSize: number): Float32Array =>
  latentRows(seed, STREAM.nearestLatents, count, latentSize);

/** Latents that directions of the generator are found from. */
export const axisLatents = (seed: number, count: number, latentSize: number): Float32Array =>
  latentRows(seed, STREAM.axisLatents, count, latentSize);

function latentRows(
  seed: number,
  stream: number,
  count: number,
  latentSize: number,
  start = 0,
): Float32Array {
  const rows = new Float32Array(count * latentSize);
  for (let i = 0; i < count; i++) rows.set(normalArray(latentSize, seed, stream, start + i), i * latentSize);
  return rows;
}

export type DropoutPass = 'dropoutReal' | 'dropoutFake' | 'dropoutG';

/** Seed of all dropout masks of one pass through the discriminator. */
export const dropoutSeed = (seed: number, pass: DropoutPass, step: number, part: number): number =>
  hashSeed(seed, STREAM[pass], step, part);

export type TreatmentPass = 'treatedReal' | 'treatedFake' | 'treatedG';

/** Random choices `use` of what is done to the images of one pass. */
export const treatmentRandom = (
  seed: number,
  pass: TreatmentPass,
  step: number,
  part: number,
  use: number,
): Random => createRandom(seed, STREAM[pass], step, part, use);

/** Uniform numbers in [0, 1) for the penalty of update `part` of `step`. */
export function penaltyUniforms(seed: number, step: number, part: number, length: number): Float32Array {
  const random = createRandom(seed, STREAM.penalty, step, part);
  return Float32Array.from({ length }, random.uniform);
}

/** Classes of the fakes of one pass, each equally likely. */
export function fakeClasses(
  seed: number,
  pass: 'classesD' | 'classesG',
  step: number,
  part: number,
  length: number,
  count: number,
): Uint8Array {
  const random = createRandom(seed, STREAM[pass], step, part);
  return Uint8Array.from({ length }, () => random.int(count));
}
