// In which sizes a network that takes pictures is tried out: its own, and multiples that its layers take. Pure.
import type { PictureTaker } from '../../../protocol';

export interface PictureSides {
  readonly height: number;
  readonly width: number;
}

const TIMES = [1, 2, 4, 8, 16] as const;

/** The size that it learned from, first, and larger ones with the same ratio. */
export function offeredSides({ shape: [height, width], free }: PictureTaker): readonly PictureSides[] {
  return TIMES.map((times) => ({ height: height * times, width: width * times })).filter(
    (sides, i) =>
      i === 0 ||
      (free !== null &&
        [sides.height, sides.width].every((side) => side % free.step === 0 && side <= free.most)),
  );
}
