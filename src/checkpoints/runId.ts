// Names of runs: ids that are safe as file names, and names that people give. Ids say nothing about training.
import { InvalidValueError } from '../core/errors';
import { isRunId } from '../core/runIds';
import { DamagedRunError } from './errors';

const MAX_NAME_LENGTH = 120;

/** A new id that no other run has, also on other devices: 80 random bits as hexadecimal digits. */
export function createRunId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(10));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** The id of a run file, once it is known to be usable as a file name. @throws DamagedRunError */
export function checkRunId(id: string): string {
  if (!isRunId(id)) throw new DamagedRunError(`its id is ${JSON.stringify(id.slice(0, 80))}`);
  return id;
}

/** A name as typed, without space around it. @throws InvalidValueError when it is empty or too long */
export function checkRunName(name: string): string {
  const trimmed = name.trim();
  if (trimmed.length === 0 || trimmed.length > MAX_NAME_LENGTH) {
    throw new InvalidValueError(
      `The name ${JSON.stringify(trimmed.slice(0, 40))} has ${trimmed.length} characters.`,
      `Give the run a name of 1 to ${MAX_NAME_LENGTH} characters.`,
    );
  }
  return trimmed;
}

const UNNAMED = 'Run without a name';
/** What would break a line or turn its direction: control and format characters, line and paragraph separators. */
const UNSHOWN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Co}\p{Cs}]+/gu;

/** A name out of a file, as it can be shown: on one line, of bounded length, never empty. */
export function shownRunName(name: string): string {
  const start = name.slice(0, 4 * MAX_NAME_LENGTH);
  const plain = start.replace(UNSHOWN, ' ').trim().slice(0, MAX_NAME_LENGTH).trim();
  return plain === '' ? UNNAMED : plain;
}

/** The name with something added, shortened in front where it would grow too long. */
export const extendRunName = (name: string, addition: string): string =>
  name.slice(0, MAX_NAME_LENGTH - addition.length) + addition;

const COPY = / \(copy(?: \d+)?\)$/;

/** What a copy is called beside the names that are taken: `Digits (copy)`, then `Digits (copy 2)`, of a copy too. */
export function copyRunName(name: string, taken: ReadonlySet<string>): string {
  const original = name.replace(COPY, '');
  let called = extendRunName(original, ' (copy)');
  for (let number = 2; taken.has(called); number++) called = extendRunName(original, ` (copy ${number})`);
  return called;
}

/** Name of an exported run's file: the run's name in plain letters, and its step. */
export function runFileName(name: string, step: number): string {
  const plain = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^A-Za-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .toLowerCase();
  return `ganvas-${plain || 'run'}-step-${step}.zip`;
}
