// How a way of writing a digit is described: pen strokes through control points, in a few poses between
// which every drawn sample is a blend. This file reads the notation; it draws nothing.
import { InvalidValueError } from '../../core/errors';

/** One way to write one digit. All poses have the same strokes, point counts and corners. */
export interface Glyph {
  readonly digit: number;
  readonly name: string;
  /** How often this way is chosen, relative to the other ways of the same digit. */
  readonly weight: number;
  /** Number of control points of each stroke, in writing order. */
  readonly strokeSizes: readonly number[];
  /** 1 where the pen turns sharply, 0 where the stroke runs smoothly; one entry per control point. */
  readonly corners: Uint8Array;
  /** Each pose: x, y, x, y, ... of all control points; x right, y down, 100 = the digit's height. */
  readonly poses: readonly Float64Array[];
}

/** The most control points a glyph may have, so that hands can keep a fixed buffer. */
export const MOST_POINTS = 64;
const POINT = /^(-?\d+(?:\.\d+)?),(-?\d+(?:\.\d+)?)(!?)$/;

function parsePose(text: string): { points: number[]; corners: number[]; strokeSizes: number[] } {
  const points: number[] = [];
  const corners: number[] = [];
  const strokeSizes: number[] = [];
  for (const stroke of text.split('/')) {
    const words = stroke.trim().split(/\s+/);
    for (const word of words) {
      const match = POINT.exec(word);
      if (!match)
        throw new InvalidValueError(`The glyph has the point "${word}".`, 'Write points as "x,y" or "x,y!".');
      points.push(Number(match[1]), Number(match[2]));
      corners.push(match[3] === '!' ? 1 : 0);
    }
    if (words.length < 2)
      throw new InvalidValueError(`The stroke "${stroke}" is a dot.`, 'Give each stroke two points or more.');
    strokeSizes.push(words.length);
  }
  return { points, corners, strokeSizes };
}

/**
 * Reads a glyph from its notation: points `x,y` apart by blanks, `!` after a point where the pen turns
 * sharply, `/` where the pen is lifted.
 * @throws InvalidValueError when a point cannot be read the poses do not match each other, or they are too long
 */
export function glyph(digit: number, name: string, weight: number, poses: readonly string[]): Glyph {
  const parsed = poses.map(parsePose);
  const first = parsed[0];
  if (!first)
    throw new InvalidValueError(`The glyph ${digit} "${name}" has no pose.`, 'Give it at least one.');
  const structure = (pose: typeof first): string => `${pose.strokeSizes.join()} ${pose.corners.join('')}`;
  for (const [i, pose] of parsed.entries()) {
    if (structure(pose) !== structure(first))
      throw new InvalidValueError(
        `Pose ${i} of the glyph ${digit} "${name}" has the structure ${structure(pose)}, pose 0 ${structure(first)}.`,
        'Give every pose the same strokes, the same number of points and the same corners.',
      );
  }
  if (first.corners.length > MOST_POINTS)
    throw new InvalidValueError(
      `The glyph ${digit} "${name}" has ${first.corners.length} points.`,
      `Use ${MOST_POINTS} at most.`,
    );
  return {
    digit,
    name,
    weight,
    strokeSizes: first.strokeSizes,
    corners: Uint8Array.from(first.corners),
    poses: parsed.map((pose) => Float64Array.from(pose.points)),
  };
}
