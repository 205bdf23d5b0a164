// A histogram of weights as an outline that an SVG draws. Pure.
import type { WeightHistogram } from '../../protocol';
import { writeNumber } from '../../i18n/language';
import { words } from './words';

/**
 * Points of a stepped outline in a box of width 100 and height 24, y downwards. Heights are square roots, so that the few
 * large weights still show beside the many small ones.
 */
export function histogramOutline({ counts }: WeightHistogram): string {
  const tallest = Math.max(1, ...counts);
  const step = 100 / counts.length;
  const points = counts.flatMap((count, i) => {
    const y = (24 * (1 - Math.sqrt(count / tallest))).toFixed(2);
    return [`${(i * step).toFixed(2)},${y}`, `${((i + 1) * step).toFixed(2)},${y}`];
  });
  return ['0,24', ...points, '100,24'].join(' ');
}

/** `0.50`, `-0.031` */
const twoDigits = (value: number): string =>
  writeNumber(value, { minimumSignificantDigits: 2, maximumSignificantDigits: 2 });

/** What stands below the picture: how far the weights reach, and how many values there are where they are few. */
export const reachText = ({ reach, levels }: WeightHistogram): string =>
  levels === null
    ? `±${twoDigits(reach)}`
    : words('layers.values', { reach: twoDigits(reach), values: levels });

/** What the picture says, for those who do not see it. */
export function histogramText({ reach, levels }: WeightHistogram): string {
  const spread = { least: twoDigits(-reach), most: twoDigits(reach) };
  return levels === null ? words('layers.spread', spread) : words('layers.levels', { ...spread, levels });
}
