// Every way of writing a digit that the synthetic set knows, grouped by digit. Data only.
import type { Glyph } from '../glyph';
import { FIVE_TO_NINE } from './fiveToNine';
import { ZERO_TO_FOUR } from './zeroToFour';

/** All glyphs, the digits in order. */
export const GLYPHS: readonly Glyph[] = [...ZERO_TO_FOUR, ...FIVE_TO_NINE];
