// What makes pictures worse, each in degrees: a measure of quality has to see it. Bytes [count * side * side * 3] in and out.
import { createRandom, normalArray } from '../../src/core/random';

export interface Spoiling {
  readonly name: string;
  /** From the least to the most. */
  readonly degrees: readonly number[];
  spoil(pixels: Uint8Array, side: number, degree: number): Uint8Array;
}

/** Weights of a Gaussian, from the middle outwards; they add up to 1 over both sides. */
function gaussian(deviation: number): readonly number[] {
  const half = Array.from({ length: Math.ceil(3 * deviation) + 1 }, (_, i) =>
    Math.exp(-(i * i) / (2 * deviation * deviation)),
  );
  const sum = 2 * half.reduce((a, b) => a + b, 0) - half[0];
  return half.map((value) => value / sum);
}

function blurred(pixels: Uint8Array, side: number, deviation: number): Uint8Array {
  const weights = gaussian(deviation);
  const pass = (from: ArrayLike<number>, stride: number, place: (i: number) => number): Float32Array =>
    Float32Array.from({ length: from.length }, (_, i) => {
      const at = place(i);
      let sum = 0;
      for (let k = 1 - weights.length; k < weights.length; k++) {
        const moved = Math.max(0, Math.min(side - 1, at + k));
        sum += weights[Math.abs(k)] * from[i + (moved - at) * stride];
      }
      return sum;
    });
  const across = pass(pixels, 3, (i) => Math.floor(i / 3) % side);
  return Uint8Array.from(
    pass(across, 3 * side, (i) => Math.floor(i / (3 * side)) % side),
    Math.round,
  );
}

const clamped = (value: number): number => Math.max(0, Math.min(255, Math.round(value)));

export const SPOILINGS: readonly Spoiling[] = [
  { name: 'blurred, by pixels', degrees: [0.5, 1, 2, 4], spoil: blurred },
  {
    name: 'noised, in levels of 255',
    degrees: [8, 16, 32, 64],
    spoil(pixels, _, degree) {
      const noise = normalArray(pixels.length, 77);
      return pixels.map((value, i) => clamped(value + degree * noise[i]));
    },
  },
  {
    name: 'paler, share of the colour lost',
    degrees: [0.25, 0.5, 0.75, 1],
    spoil: (pixels, _, degree) =>
      pixels.map((value, i) => {
        const at = i - (i % 3);
        const grey = 0.299 * pixels[at] + 0.587 * pixels[at + 1] + 0.114 * pixels[at + 2];
        return clamped(value + degree * (grey - value));
      }),
  },
  {
    name: 'alike, share that is a copy of one of ten',
    degrees: [0.25, 0.5, 0.75, 1],
    spoil(pixels, side, degree) {
      const volume = 3 * side * side;
      const random = createRandom(78);
      const copies = pixels.slice();
      for (let start = 0; start < pixels.length; start += volume) {
        const [copied, which] = [random.uniform() < degree, random.int(10)];
        if (copied) copies.set(pixels.subarray(which * volume, (which + 1) * volume), start);
      }
      return copies;
    },
  },
  {
    name: 'in pieces: squares of so many pixels change places',
    degrees: [32, 16, 8, 4],
    spoil(pixels, side, degree) {
      const volume = 3 * side * side;
      const across = side / degree;
      const random = createRandom(79);
      const mixedUp = pixels.slice();
      for (let start = 0; start < pixels.length; start += volume) {
        const order = Array.from({ length: across * across }, (_, i) => i);
        for (let i = order.length - 1; i > 0; i--) {
          const j = random.int(i + 1);
          [order[i], order[j]] = [order[j], order[i]];
        }
        for (const [to, from] of order.entries())
          for (let row = 0; row < degree; row++) {
            const at = (square: number): number =>
              start + 3 * ((Math.floor(square / across) * degree + row) * side + (square % across) * degree);
            mixedUp.set(pixels.subarray(at(from), at(from) + 3 * degree), at(to));
          }
      }
      return mixedUp;
    },
  },
];
