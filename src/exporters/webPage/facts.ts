// What a page says of the generator inside, as data: written by Export, read by the page itself.
import { DamagedPageError, type Packing } from './packing';

export interface WebPageFacts {
  readonly version: 1;
  readonly title: string;
  /** Numbers of noise that one image is made of. */
  readonly latent: number;
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
  if (version === 1 && typeof title === 'string' && isCount(latent) && isChoice(choice) && isPacking(packing))
    return { version, title, latent, choice, packing };
  throw new DamagedPageError(`what it says of its model is not what version 1 says (${text.slice(0, 80)})`);
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
