// Real or fake: which pictures a round shows and who was right. Pure; the same seed gives the same round.
import type { ImageBatch } from '../../core/history';
import { createRandom } from '../../core/random';

export const ROUND = 10;
/** Keeps these draws apart from every other use of a seed. */
const STREAM = 0x67616d65;

export interface Riddle {
  readonly isReal: boolean;
  /** Which picture of its batch. */
  readonly index: number;
}

/** Half real and half fake in random order, none twice as long as there are enough. */
export function roundOf(seed: number, reals: number, fakes: number): readonly Riddle[] {
  const random = createRandom(seed, STREAM);
  const shuffled = <T>(items: readonly T[]): T[] => {
    const mixed = [...items];
    for (let i = mixed.length - 1; i > 0; i--) {
      const j = random.int(i + 1);
      [mixed[i], mixed[j]] = [mixed[j], mixed[i]];
    }
    return mixed;
  };
  const drawn = (count: number, isReal: boolean): Riddle[] => {
    const order = shuffled(Array.from({ length: count }, (_, i) => i));
    return Array.from({ length: ROUND / 2 }, (_, i) => ({ isReal, index: order[i % count] }));
  };
  return shuffled([...drawn(reals, true), ...drawn(fakes, false)]);
}

/** Picture `index` of a batch as one with bytes of its own, which may be handed over. */
export function ownPicture(batch: ImageBatch, index: number): ImageBatch {
  const size = batch.pixels.length / batch.count;
  return { ...batch, count: 1, pixels: batch.pixels.slice(index * size, (index + 1) * size) };
}

export interface GameResult {
  readonly name: string;
  readonly run: string;
  /** Of the moment whose fakes were shown. */
  readonly step: number;
  readonly right: number;
  readonly late: number;
  readonly pictures: number;
  /** Right verdicts of the discriminator; null where it took no part. */
  readonly police: number | null;
  readonly seconds: number;
}

const isCount = (value: unknown): value is number =>
  typeof value === 'number' && Number.isFinite(value) && value >= 0;

function isResult(value: unknown): value is GameResult {
  if (typeof value !== 'object' || value === null) return false;
  const one: Partial<Record<keyof GameResult, unknown>> = value;
  const counts = [one.step, one.right, one.late, one.pictures, one.seconds];
  return (
    typeof one.name === 'string' &&
    typeof one.run === 'string' &&
    counts.every(isCount) &&
    (one.police === null || isCount(one.police))
  );
}

/** What was kept on the device, read without trust: what is no result is left out. */
export function readResults(text: string | null): readonly GameResult[] {
  try {
    const list: unknown = JSON.parse(text ?? '[]');
    return Array.isArray(list) ? list.filter(isResult) : [];
  } catch {
    return []; // altered by hand, or cut off
  }
}

/** Rows for a table of a class, the header first. */
export const resultRows = (results: readonly GameResult[]): readonly (readonly (string | number)[])[] => [
  ['name', 'run', 'step', 'right', 'late', 'pictures', 'discriminator right', 'seconds'],
  ...results.map((one) => [
    ...[one.name, one.run, one.step, one.right, one.late, one.pictures],
    ...[one.police ?? '', Number(one.seconds.toFixed(1))],
  ]),
];
