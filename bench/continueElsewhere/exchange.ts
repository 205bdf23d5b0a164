// What processes that share a batch say to each other in one step of an adversarial run, from its networks' descriptions: how many
// reductions, of how many bytes. And how long that should take, given what one reduction costs. Pure.
import { resolveNetwork, volume, type NetworkSpec } from '../../src/core/network';

const BYTES = 4;
/** Of a step that is logged: losses and scores, then shares. */
const LOGGED = { reductions: 2, bytes: 28 };

export interface StepExchange {
  readonly reductions: number;
  /** Of all reductions together, in one process' memory. */
  readonly bytes: number;
  /** Of which are gradients. */
  readonly gradientBytes: number;
}

/** What one reduction of `n` bytes takes among the processes: `seconds + n / bytesPerSecond`. */
export interface ReductionCost {
  readonly seconds: number;
  readonly bytesPerSecond: number;
}

const learningBytes = (spec: NetworkSpec): number =>
  BYTES *
  resolveNetwork(spec)
    .flatMap(({ weights }) => weights)
    .filter(({ trainable }) => trainable)
    .reduce((sum, { shape }) => sum + volume(shape), 0);

/** Channels of each batch normalization: a mean and a variance of them are exchanged, one after the other. */
const normalized = (spec: NetworkSpec): readonly number[] =>
  resolveNetwork(spec)
    .filter(({ layer }) => layer.kind === 'batchNorm')
    .map(({ output }) => output[output.length - 1]);

/**
 * Losses without penalties on a slope, no unrolled steps, no minibatch deviation.
 * @param synchronised whether batch norm sees the images of all processes
 */
export function stepExchange(
  { generator, discriminator }: Readonly<Record<'generator' | 'discriminator', NetworkSpec>>,
  dSteps: number,
  synchronised: boolean,
): StepExchange {
  const [g, d] = [generator, discriminator].map((spec) => ({
    gradient: learningBytes(spec),
    norms: synchronised ? normalized(spec) : [],
  }));
  // A pass of the discriminator's update without gradient through the generator, and two with gradient through the
  // discriminator; one with gradient through both in the generator's. Backwards the same statistics come by again.
  const passes = { g: dSteps + 2, d: 4 * dSteps + 2 };
  const statistics = (norms: readonly number[], times: number) => ({
    reductions: 2 * norms.length * times,
    bytes: 2 * BYTES * norms.reduce((sum, channels) => sum + channels, 0) * times,
  });
  const [ofG, ofD] = [statistics(g.norms, passes.g), statistics(d.norms, passes.d)];
  const gradientBytes = dSteps * d.gradient + g.gradient;
  return {
    reductions: dSteps + 1 + ofG.reductions + ofD.reductions + LOGGED.reductions,
    bytes: gradientBytes + ofG.bytes + ofD.bytes + LOGGED.bytes,
    gradientBytes,
  };
}

/** Seconds of a step's exchange. */
export const exchangeSeconds = (
  { reductions, bytes }: Pick<StepExchange, 'reductions' | 'bytes'>,
  { seconds, bytesPerSecond }: ReductionCost,
): number => reductions * seconds + bytes / bytesPerSecond;

/** The cost by which reductions of a few and of many bytes took so long. */
export function reductionCost(
  small: { readonly bytes: number; readonly seconds: number },
  large: { readonly bytes: number; readonly seconds: number },
): ReductionCost {
  const bytesPerSecond = (large.bytes - small.bytes) / (large.seconds - small.seconds);
  return { seconds: small.seconds - small.bytes / bytesPerSecond, bytesPerSecond };
}

/** What a cable does to it: of a ring of `processes` each sends 2 (p - 1) / p of the bytes, in 2 (p - 1) turns. */
export const overCable = (
  processes: number,
  cable: { readonly bytesPerSecond: number; readonly turnSeconds: number },
): ReductionCost => ({
  seconds: 2 * (processes - 1) * cable.turnSeconds,
  bytesPerSecond: cable.bytesPerSecond / ((2 * (processes - 1)) / processes),
});
