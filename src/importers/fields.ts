// Typed reading of JSON that came with a model: each function checks one value and says what it found instead.
import { DamagedModelError, OversizedModelError } from '../readers/errors';

export type Fields = Readonly<Record<string, unknown>>;

const shown = (value: unknown): string => {
  const text = value === undefined ? 'missing' : (JSON.stringify(value) ?? String(value));
  return text.length > 60 ? `${text.slice(0, 60)}...` : text;
};

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** @throws DamagedModelError */
export function asFields(value: unknown, what: string): Fields {
  if (isFields(value)) return value;
  throw new DamagedModelError(`${what} is ${shown(value)}, expected an object`);
}

export const fieldsOrNull = (value: unknown): Fields | null => (isFields(value) ? value : null);

/** @throws DamagedModelError */
export function asList(value: unknown, what: string): readonly unknown[] {
  if (Array.isArray(value)) return value;
  throw new DamagedModelError(`${what} is ${shown(value)}, expected a list`);
}

/** @throws DamagedModelError */
export function asText(value: unknown, what: string): string {
  if (typeof value === 'string') return value;
  throw new DamagedModelError(`${what} is ${shown(value)}, expected a text`);
}

/** A finite number, also one that stands alone in a list. @throws DamagedModelError */
export function asNumber(value: unknown, what: string): number {
  if (Array.isArray(value) && value.length === 1) return asNumber(value[0], what);
  if (typeof value === 'number' && Number.isFinite(value)) return value;
  throw new DamagedModelError(`${what} is ${shown(value)}, expected a number`);
}

/** A whole number from `least`. @throws DamagedModelError */
export function asCount(value: unknown, what: string, least = 0): number {
  const count = asNumber(value, what);
  if (Number.isSafeInteger(count) && count >= least) return count;
  throw new DamagedModelError(`${what} is ${count}, expected a whole number from ${least}`);
}

export const asCounts = (value: unknown, what: string, least = 0): number[] =>
  asList(value, what).map((item, i) => asCount(item, `${what}[${i}]`, least));

/** A model in words: 512 layers with their settings and weights take less than a quarter of it. */
export const MOST_JSON_BYTES = 2 ** 23;

/** @throws DamagedModelError for bytes that are no JSON object, OversizedModelError */
export function parseFields(bytes: Uint8Array, what: string): Fields {
  if (bytes.length > MOST_JSON_BYTES)
    throw new OversizedModelError(`${what} has ${bytes.length} bytes; ${MOST_JSON_BYTES} are the most.`);
  const text = new TextDecoder().decode(bytes);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new DamagedModelError(`${what} is no whole JSON (it begins ${shown(text.slice(0, 20))})`);
  }
  return asFields(value, what);
}
