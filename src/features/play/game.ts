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

/** What was played. */
export type GameKind = 'real-or-fake' | 'generator';

export interface GameResult {
  readonly game: GameKind;
  readonly name: string;
  readonly run: string;
  /** Of the moment whose fakes were shown. */
  readonly step: number;
  readonly right: number;
  readonly late: number;
  readonly pictures: number;
  /** Right verdicts of the discriminator; null where it took no part. */
  readonly police: number | null;
  /** Of a forger: the best verdict of the discriminator, 0..1; null in other games. */
  readonly best: number | null;
  readonly seconds: number;
}

const isCount = (value: unknown): value is number =>
  typeof value === 'number' && Number.isFinite(value) && value >= 0;

/** Those of earlier versions are of the one game that there was. */
function asResult(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || 'game' in value) return value;
  return { ...value, game: 'real-or-fake', best: null };
}

function isResult(value: unknown): value is GameResult {
  if (typeof value !== 'object' || value === null) return false;
  const one: Partial<Record<keyof GameResult, unknown>> = value;
  const counts = [one.step, one.right, one.late, one.pictures, one.seconds];
  return (
    typeof one.name === 'string' &&
    typeof one.run === 'string' &&
    counts.every(isCount) &&
    (one.game === 'real-or-fake' || one.game === 'generator') &&
    (one.police === null || isCount(one.police)) &&
    (one.best === null || isCount(one.best)) &&
    (one.best !== null) === (one.game === 'generator')
  );
}

/** What was kept on the device, read without trust: what is no result is left out. */
export function readResults(text: string | null): readonly GameResult[] {
  try {
    const list: unknown = JSON.parse(text ?? '[]');
    return Array.isArray(list) ? list.map(asResult).filter(isResult) : [];
  } catch {
    return []; // altered by hand, or cut off
  }
}

/** Rows for a table of a class, the header first; what a game does not count stays empty. */
export const resultRows = (results: readonly GameResult[]): readonly (readonly (string | number)[])[] => [
  [
    ...['name', 'game', 'run', 'step', 'right', 'late', 'pictures', 'discriminator right'],
    ...['best verdict', 'seconds'],
  ],
  ...results.map((one) => [
    ...[one.name, one.game, one.run, one.step],
    ...(one.game === 'generator' ? ['', '', ''] : [one.right, one.late, one.pictures]),
    ...[
      one.police ?? '',
      one.best === null ? '' : Number(one.best.toFixed(3)),
      Number(one.seconds.toFixed(1)),
    ],
  ]),
];
