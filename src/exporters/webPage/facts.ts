// What a page says of the network inside, as data: written by Export, read by the page itself.
import { PREPARATIONS, type PictureShape, type Preparation } from '../../core/pictureFit';
import { DamagedPageError, type Packing } from './packing';

/** Of what takes a picture. */
export interface PictureFacts {
  /** [height, width, channels] of the pictures that are given. */
  readonly shape: PictureShape;
  readonly preparation?: Preparation;
  /** What it names; null of what makes pictures. */
  readonly names: readonly string[] | null;
}

export interface WebPageFacts {
  /** 2 of what takes a picture, which pages before it cannot be. */
  readonly version: 1 | 2;
  readonly title: string;
  /** Numbers of noise that one image is made of, or of a picture as it goes in. */
  readonly latent: number;
  /** Null of what draws from noise. */
  readonly picture: PictureFacts | null;
  /** What can be chosen beside the noise: classes stand behind it, generators each take it in a slot of their own. */
  readonly choice: { readonly kind: 'class' | 'generator'; readonly names: readonly string[] } | null;
  readonly packing: Packing;
}

const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && Number(value) > 0;
const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

function isPacking(value: unknown): value is Packing {
  if (!isRecord(value)) return false;
  const { stride, deflated, bytes, crc32 } = value;
  return (
    [1, 2, 4].some((known) => known === stride) &&
    isCount(deflated) &&
    isCount(bytes) &&
    Number.isInteger(crc32)
  );
}

function isChoice(value: unknown): value is WebPageFacts['choice'] {
  if (value === null) return true;
  if (!isRecord(value) || !Array.isArray(value.names) || value.names.length === 0) return false;
  const known = value.kind === 'class' || value.kind === 'generator';
  return known && value.names.every((name) => typeof name === 'string');
}

const MOST_SIDE = 4096;
const isSide = (value: unknown): value is number => isCount(value) && value <= MOST_SIDE;

function readPreparation(value: unknown): Preparation | undefined | null {
  if (value === undefined) return undefined;
  if (!isRecord(value)) return null;
  const { block } = value;
  const kind = PREPARATIONS.find((known) => known === value.kind);
  if (kind === 'coarse') return isSide(block) ? { kind, block } : null;
  return kind ? { kind } : null;
}

/** Null for what is none. */
function readPicture(value: unknown): PictureFacts | null {
  if (!isRecord(value) || !Array.isArray(value.shape) || value.shape.length !== 3) return null;
  const [height, width, channels]: readonly unknown[] = value.shape;
  const preparation = readPreparation(value.preparation);
  const { names } = value;
  const isNamed = Array.isArray(names) && names.length > 0 && names.every((name) => typeof name === 'string');
  if (!isSide(height) || !isSide(width) || (channels !== 1 && channels !== 3)) return null;
  if (preparation === null || (names !== null && !isNamed)) return null;
  return { shape: [height, width, channels], names, ...(preparation && { preparation }) };
}

/** @throws DamagedPageError */
export function readFacts(text: string): WebPageFacts {
  let facts: unknown;
  try {
    facts = JSON.parse(text);
  } catch {
    throw new DamagedPageError('what it says of its model is cut off');
  }
  const read = isRecord(facts) ? facts : {};
  const { version, title, latent, choice, packing } = read;
  if (typeof title === 'string' && isCount(latent) && isChoice(choice) && isPacking(packing)) {
    if (version === 1) return { version, title, latent, picture: null, choice, packing };
    const picture = readPicture(read.picture);
    if (version === 2 && picture && !choice) return { version, title, latent, picture, choice, packing };
  }
  throw new DamagedPageError(
    `what it says of its model is not what version 1 or 2 says (${text.slice(0, 80)})`,
  );
}

/** The generator's input rows from noise [n * latent], all of one choice. */
export function inputRowsOf(
  { latent, choice }: WebPageFacts,
  noise: Float32Array,
  chosen: number,
): Float32Array {
  if (!choice) return noise;
  const rows = noise.length / latent;
  const isClass = choice.kind === 'class';
  const size = isClass ? latent + choice.names.length : latent * choice.names.length;
  const inputs = new Float32Array(rows * size);
  for (let row = 0; row < rows; row++) {
    inputs.set(
      noise.subarray(row * latent, (row + 1) * latent),
      row * size + (isClass ? 0 : chosen * latent),
    );
    if (isClass) inputs[row * size + latent + chosen] = 1;
  }
  return inputs;
}
