// Numbers that a request asks for, checked where they come in.
import { InvalidValueError } from '../core/errors';

/** @throws InvalidValueError for what is no whole number of `things` from `least` to `most` */
export function checkCount(count: number, least: number, most: number, things: string): void {
  if (Number.isInteger(count) && count >= least && count <= most) return;
  throw new InvalidValueError(`${count} ${things} were asked for.`, `Ask for ${least} to ${most}.`);
}
