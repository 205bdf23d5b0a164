// Which numbers of a latent change the picture most: each is moved two standard deviations to either side. Pure but for the
// clock, which ends it in time on slow devices.
const MOVED = 2;

interface ReachJob {
  readonly latent: Float32Array;
  readonly draw: (latent: Float32Array) => Float32Array;
  readonly now: () => number;
  /** Longest time for all of them. */
  readonly mostMs: number;
}

/** Indices of the numbers, the strongest first; those that there was no time for stand behind, in order. */
export function byReach({ latent, draw, now, mostMs }: ReachJob): readonly number[] {
  const until = now() + mostMs;
  const moved = (index: number, value: number): Float32Array => draw(latent.with(index, value));
  const reaches = new Map<number, number>();
  for (let i = 0; i < latent.length && now() < until; i++) {
    const [low, high] = [moved(i, -MOVED), moved(i, MOVED)];
    reaches.set(
      i,
      low.reduce((sum, value, pixel) => sum + Math.abs(value - high[pixel]), 0),
    );
  }
  const reach = (i: number): number => reaches.get(i) ?? -1;
  return Array.from(latent, (_, i) => i).sort((a, b) => reach(b) - reach(a) || a - b);
}
