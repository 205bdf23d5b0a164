// Typed reading of JSON that came from outside: each function checks one field and says what it found instead.
import { DamagedRunError } from './errors';

export type JsonRecord = Readonly<Record<string, unknown>>;

const shown = (value: unknown): string => {
  const text = JSON.stringify(typeof value === 'string' ? value.slice(0, 80) : value) ?? 'missing';
  return text.length > 60 ? `${text.slice(0, 60)}...` : text;
};

const refuse = (key: string, value: unknown, expected: string): never => {
  throw new DamagedRunError(`${key} is ${shown(value)}, expected ${expected}`);
};

const isRecord = (value: unknown): value is JsonRecord =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The value as a record of unknown fields. @throws DamagedRunError */
export const asRecord = (value: unknown, what: string): JsonRecord =>
  isRecord(value) ? value : refuse(what, value, 'an object');

/** Parses UTF-8 JSON that must be an object. @throws DamagedRunError */
export function parseJsonRecord(bytes: Uint8Array, what: string): JsonRecord {
  const text = new TextDecoder().decode(bytes);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new DamagedRunError(`${what} is no JSON (it begins ${shown(text.slice(0, 20))})`);
  }
  return asRecord(value, what);
}

export function readRecord(record: JsonRecord, key: string): JsonRecord {
  return asRecord(record[key], key);
}

/** Texts of a run are names and sentences. */
const LONGEST_TEXT = 10_000;

export function readString(record: JsonRecord, key: string): string {
  const value = record[key];
  if (typeof value !== 'string') return refuse(key, value, 'a text');
  return value.length <= LONGEST_TEXT ? value : refuse(key, value, `at most ${LONGEST_TEXT} characters`);
}

/** A finite number, at least 0. */
export function readAmount(record: JsonRecord, key: string): number {
  const value = record[key];
  const fits = typeof value === 'number' && Number.isFinite(value) && value >= 0;
  return fits ? value : refuse(key, value, 'a number from 0');
}

/** A whole number, at least 0. */
export function readCount(record: JsonRecord, key: string): number {
  const value = readAmount(record, key);
  return Number.isSafeInteger(value) ? value : refuse(key, value, 'a whole number from 0');
}

export function readList(record: JsonRecord, key: string): readonly unknown[] {
  const value: unknown = record[key];
  return Array.isArray(value) ? value : refuse(key, value, 'a list');
}

/** A list of whole numbers, each at least 0. */
export function readCounts(record: JsonRecord, key: string): readonly number[] {
  return readList(record, key).map((value, i) => readCount({ [`${key}[${i}]`]: value }, `${key}[${i}]`));
}

/** A list of texts. */
export function readTexts(record: JsonRecord, key: string): readonly string[] {
  return readList(record, key).map((value, i) => readString({ [`${key}[${i}]`]: value }, `${key}[${i}]`));
}
