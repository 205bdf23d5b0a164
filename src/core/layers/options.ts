// Readers of a layer's options in untrusted data: each checks one value and names what it found instead.
import { InvalidValueError } from '../errors';
import type { OptionReader } from './define';

/** No option that counts something is larger. */
const MOST = 2 ** 24;

function refuse(value: unknown, what: string, expected: string): never {
  const text = value === undefined ? 'missing' : (JSON.stringify(value) ?? String(value));
  throw new InvalidValueError(`${what} is ${text.slice(0, 60)}.`, `It must be ${expected}.`);
}

/** A whole number from `least` to 2^24. */
export const whole =
  (least = 1): OptionReader<number> =>
  (value, what) =>
    typeof value === 'number' && Number.isInteger(value) && value >= least && value <= MOST
      ? value
      : refuse(value, what, `a whole number from ${least} to ${MOST}`);

/** A finite number from `least` to `most`. */
export const amount =
  (least: number, most: number): OptionReader<number> =>
  (value, what) =>
    typeof value === 'number' && value >= least && value <= most
      ? value
      : refuse(value, what, `a number from ${least} to ${most}`);

export const flag: OptionReader<boolean> = (value, what) =>
  typeof value === 'boolean' ? value : refuse(value, what, 'true or false');

export const oneOf =
  <const T extends string>(choices: readonly T[]): OptionReader<T> =>
  (value, what) =>
    choices.find((choice) => choice === value) ?? refuse(value, what, `one of ${choices.join(', ')}`);

/** A list of one to eight sides. */
export const sides: OptionReader<readonly number[]> = (value, what) =>
  Array.isArray(value) && value.length > 0 && value.length <= 8
    ? value.map((side: unknown, i) => whole()(side, `${what}[${i}]`))
    : refuse(value, what, 'a list of one to eight sizes');

/** The option may be absent. */
export const optional =
  <T>(read: OptionReader<T>): OptionReader<T | undefined> =>
  (value, what) =>
    value === undefined ? undefined : read(value, what);
