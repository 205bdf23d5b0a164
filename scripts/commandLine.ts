// One way to read a command line: options by name, what stands between them, and errors that say what was expected. What the
// options mean is said by those who ask.
import { parseArgs, type ParseArgsConfig } from 'node:util';

/** The command line cannot be read; the message says what was expected. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

type Options = NonNullable<ParseArgsConfig['options']>;

/** @throws UsageError for an option that is unknown, or that has no value where it needs one */
export function readCommandLine<const T extends Options>(argv: readonly string[], options: T) {
  try {
    return parseArgs({ args: [...argv], allowPositionals: true, options });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

/** The one word between the options. @param what `run file` @throws UsageError for none and for several */
export function onlyWord(words: readonly string[], what: string): string {
  if (words.length !== 1) throw new UsageError(`Give one ${what}; ${words.length} came: ${words.join(' ')}`);
  return words[0];
}

/** Where to write. @throws UsageError where it is missing */
export function readOut(out: string | undefined): string {
  if (!out) throw new UsageError('Say where to write with --out DIR.');
  return out;
}

/** One of a few words. @throws UsageError for any other */
export function readChoice<T extends string>(option: string, given: string, known: readonly T[]): T {
  const found = known.find((one) => one === given);
  if (found === undefined) throw new UsageError(`${option} is ${given}; give ${known.join(' or ')}.`);
  return found;
}
