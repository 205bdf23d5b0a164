// Searches for the nearest latents of pictures from beginning to end: where they start, what is heard of them on the way, and
// what the best start of each picture gives. The search itself is nearestLatent.ts.
import { AbortedError } from '../../core/errors';
import type { ImageBatch } from '../../core/history';
import { toSignedUnit } from '../../datasets/sampling';
import type { NearestLatent, NearestMoment, NearestOptions } from '../../protocol';
import { toImageBatch } from '../imageBatch';
import { nearestLatents } from '../streams';
import type { Trainer } from '../trainer';
import { nextTask } from '../yielding';
import { NearestSearch, type SearchRows } from './nearestLatent';

/** Latents that the starts are the nearest of: as many as there is room for, of large pictures fewer. */
const MOST_CANDIDATES = 256;
const CANDIDATE_NUMBERS = 2 ** 23;
const DRAWN_AT_ONCE = 64;
/** Rows that are moved in one batch. */
const ROWS_AT_ONCE = 64;

interface Candidates {
  readonly latents: Float32Array;
  readonly classes: Uint8Array;
  readonly pictures: Float32Array;
}

/** The same latents, of all classes in turn, for every picture. */
async function candidatesOf(trainer: Trainer, { seed, starts }: NearestOptions): Promise<Candidates> {
  const volume = trainer.imageShape.reduce((product, side) => product * side, 1);
  const count = Math.max(starts, Math.min(MOST_CANDIDATES, Math.floor(CANDIDATE_NUMBERS / volume)));
  const latents = nearestLatents(seed, count, trainer.latentSize);
  const classes = trainer.everyClass(count);
  const pictures = new Float32Array(count * volume);
  for (let start = 0; start < count; start += DRAWN_AT_ONCE) {
    const end = Math.min(count, start + DRAWN_AT_ONCE);
    const own = latents.subarray(start * trainer.latentSize, end * trainer.latentSize);
    const images = trainer.generate(own, classes.subarray(start, end));
    pictures.set(await images.data(), start * volume);
    images.dispose();
    await nextTask();
  }
  return { latents, classes, pictures };
}

/** The rows of the candidates nearest to each picture, pixel by pixel, nearest first. */
function startingRows(
  candidates: Candidates,
  pictures: Float32Array,
  count: number,
  starts: number,
): SearchRows {
  const volume = pictures.length / count;
  const known = candidates.classes.length;
  const latentSize = candidates.latents.length / known;
  const rows = {
    latents: new Float32Array(count * starts * latentSize),
    classes: new Uint8Array(count * starts),
    pictures: new Float32Array(count * starts * volume),
  };
  for (let picture = 0; picture < count; picture++) {
    const own = pictures.subarray(picture * volume, (picture + 1) * volume);
    const distances = Array.from({ length: known }, (_, i) => {
      let distance = 0;
      for (let at = 0; at < volume; at++)
        distance += Math.abs(candidates.pictures[i * volume + at] - own[at]);
      return { i, distance };
    });
    distances.sort((a, b) => a.distance - b.distance);
    distances.slice(0, starts).forEach(({ i }, place) => {
      const row = picture * starts + place;
      rows.latents.set(candidates.latents.subarray(i * latentSize, (i + 1) * latentSize), row * latentSize);
      rows.classes[row] = candidates.classes[i];
      rows.pictures.set(own, row * volume);
    });
  }
  return rows;
}

export interface SearchHearing {
  readonly signal: AbortSignal;
  /** 0..1 */
  readonly progress: (fraction: number) => void;
  /** Called at most so often as somebody can look; null where nobody does. */
  readonly moment: ((moment: NearestMoment) => void) | null;
}

const LOOK_EVERY_MS = 80;

/** Moves all rows to their end. @returns losses of each row before each update, [steps][rows] */
async function moveRows(
  search: NearestSearch,
  steps: number,
  { signal, progress, moment }: SearchHearing,
): Promise<readonly Float32Array[]> {
  const curves: Float32Array[] = [];
  let looked = -Infinity;
  while (search.step < steps) {
    if (signal.aborted) throw new AbortedError('The search');
    const step = search.step;
    const { losses, drawn } = search.update();
    try {
      curves.push(Float32Array.from(await losses.data()));
      if (moment && performance.now() - looked >= LOOK_EVERY_MS) {
        moment({ step, losses: curves[step], pictures: await toImageBatch(drawn) });
        looked = performance.now();
      }
    } finally {
      losses.dispose();
      drawn.dispose();
    }
    progress((step + 1) / steps);
    await nextTask();
  }
  return curves;
}

/** What a search ends with: of each picture the best of its starts. */
interface BestRow {
  readonly row: number;
  readonly score: number;
}

const bestRows = (losses: ArrayLike<number>, starts: number): readonly BestRow[] =>
  Array.from({ length: losses.length / starts }, (_, picture) => {
    let row = picture * starts;
    for (let i = row + 1; i < (picture + 1) * starts; i++) if (losses[i] < losses[row]) row = i;
    return { row, score: losses[row] };
  });

/** The nearest latent of one picture, which has the generator's shape. @throws AbortedError */
export async function findNearest(
  trainer: Trainer,
  picture: ImageBatch,
  options: NearestOptions,
  hearing: SearchHearing,
): Promise<NearestLatent> {
  const wanted = toSignedUnit(picture.pixels);
  const candidates = await candidatesOf(trainer, options);
  const rows = startingRows(candidates, wanted, 1, options.starts);
  const search = new NearestSearch(trainer, rows, options);
  try {
    const curves = await moveRows(search, options.steps, hearing);
    const { losses, drawn } = search.look();
    try {
      const found = Float32Array.from(await losses.data());
      const pictures = await toImageBatch(drawn);
      hearing.moment?.({ step: options.steps, losses: found, pictures });
      const [{ row, score }] = bestRows(found, options.starts);
      const size = trainer.latentSize;
      const own = (await drawn.data()).slice(row * wanted.length, (row + 1) * wanted.length);
      const differences = Float32Array.from(wanted, (value, i) => Math.abs(value - own[i]) / 2);
      return {
        latent: (await search.latents()).slice(row * size, (row + 1) * size),
        imageClass: rows.classes[row],
        drawn: {
          ...pictures,
          count: 1,
          pixels: pictures.pixels.slice(row * wanted.length, (row + 1) * wanted.length),
        },
        distance: differences.reduce((sum, value) => sum + value, 0) / differences.length,
        score,
        differences,
        losses: Float32Array.from(curves, (of) => of[row]),
      };
    } finally {
      losses.dispose();
      drawn.dispose();
    }
  } finally {
    search.dispose();
  }
}

/** The score of each picture by the same search, in their order. @throws AbortedError */
export async function scorePictures(
  trainer: Trainer,
  images: ImageBatch,
  options: NearestOptions,
  { signal, progress }: Omit<SearchHearing, 'moment'>,
): Promise<Float32Array> {
  const { count, pixels } = images;
  const volume = pixels.length / count;
  const atOnce = Math.max(1, Math.floor(ROWS_AT_ONCE / options.starts));
  const candidates = await candidatesOf(trainer, options);
  const scores = new Float32Array(count);
  for (let start = 0; start < count; start += atOnce) {
    const taken = Math.min(atOnce, count - start);
    const wanted = toSignedUnit(pixels.subarray(start * volume, (start + taken) * volume));
    const search = new NearestSearch(
      trainer,
      startingRows(candidates, wanted, taken, options.starts),
      options,
    );
    try {
      const share = (fraction: number): void => progress((start + taken * fraction) / count);
      await moveRows(search, options.steps, { signal, progress: share, moment: null });
      const { losses, drawn } = search.look();
      drawn.dispose();
      const best = bestRows(await losses.data(), options.starts);
      losses.dispose();
      best.forEach(({ score }, i) => (scores[start + i] = score));
    } finally {
      search.dispose();
    }
  }
  return scores;
}
