// Counts what is read of a file, so that structures that run in a circle end.
import { DamagedModelError } from '../../readers/errors';

const MOST_PARTS = 200_000;

export class Steps {
  #left = MOST_PARTS;

  /** @throws DamagedModelError when more was read than any sound file holds */
  take(): void {
    if (--this.#left < 0) throw new DamagedModelError('its structures run in a circle');
  }
}
