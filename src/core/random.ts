// Seeded random numbers: a stream is a function of (seed, stream numbers) alone, so sample i of run r
// never depends on what was drawn before it. Generator: sfc32 (Chris Doty-Humphrey, PractRand),
// seeded through the 32-bit finalizer "lowbias32" (Chris Wellons). Not for cryptography.

/** Independent draws from one stream. */
export interface Random {
  /** Uniform in [0, 1), 32 bits of resolution. */
  uniform(): number;
  /** Standard normal (Box-Muller). */
  normal(): number;
  /** Uniform integer in [0, n). */
  int(n: number): number;
  /** Uniform unsigned 32-bit integer. */
  uint32(): number;
}

/** A well-mixed 32-bit hash of an unsigned integer (lowbias32). */
export function mix32(value: number): number {
  let x = value >>> 0;
  x ^= x >>> 16;
  x = Math.imul(x, 0x7feb352d);
  x ^= x >>> 15;
  x = Math.imul(x, 0x846ca68b);
  x ^= x >>> 16;
  return x >>> 0;
}

/** One unsigned 32-bit number from a seed and any number of stream numbers (order matters). */
export function hashSeed(seed: number, ...stream: readonly number[]): number {
  let h = mix32((seed >>> 0) ^ 0x9e3779b9);
  for (const part of stream) h = mix32((h + Math.imul((part >>> 0) + 1, 0x9e3779b1)) >>> 0);
  return h;
}

/**
 * Opens the stream (seed, ...stream). Equal arguments give equal draws on every device.
 * @param seed any integer; its low 32 bits count
 */
export function createRandom(seed: number, ...stream: readonly number[]): Random {
  const start = hashSeed(seed, ...stream);
  // In a typed array: V8 allocates whenever a closure's variable leaves 31 bits.
  const state = Int32Array.of(
    mix32(start ^ 0xa511e9b3),
    mix32(start + 0x63d83595),
    mix32(start ^ 0x2545f491),
    1,
  );
  const uint32 = (): number => {
    const b = state[1];
    const c = state[2];
    const counter = state[3];
    const t = (state[0] + b + counter) | 0;
    state[3] = counter + 1;
    state[0] = b ^ (b >>> 9);
    state[1] = c + (c << 3);
    state[2] = ((c << 21) | (c >>> 11)) + t;
    return t >>> 0;
  };
  for (let i = 0; i < 12; i++) uint32();
  const uniform = (): number => uint32() / 4294967296;
  let spare: number | undefined;
  const normal = (): number => {
    if (spare !== undefined) {
      const value = spare;
      spare = undefined;
      return value;
    }
    const radius = Math.sqrt(-2 * Math.log(1 - uniform()));
    const angle = 2 * Math.PI * uniform();
    spare = radius * Math.sin(angle);
    return radius * Math.cos(angle);
  };
  return { uniform, normal, int: (n) => Math.floor(uniform() * n), uint32 };
}

/** Fills a new array with standard normal numbers of the stream (seed, ...stream), as `normal` draws them. */
export function normalArray(length: number, seed: number, ...stream: readonly number[]): Float32Array {
  const random = createRandom(seed, ...stream);
  const values = new Float32Array(length);
  // Two by two: `normal` has to keep every second one for the next call, which takes a fifth longer.
  for (let i = 0; i + 1 < length; i += 2) {
    const radius = Math.sqrt(-2 * Math.log(1 - random.uniform()));
    const angle = 2 * Math.PI * random.uniform();
    values[i] = radius * Math.cos(angle);
    values[i + 1] = radius * Math.sin(angle);
  }
  if (length % 2 === 1) values[length - 1] = random.normal();
  return values;
}
