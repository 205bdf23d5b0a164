// Rows and columns at the four borders of an image, as options of the layers that add or cut them.
import { whole } from './options';

export interface BorderOptions {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

export const BORDER_OPTIONS = { top: whole(0), bottom: whole(0), left: whole(0), right: whole(0) };

export const bordersText = ({ top, bottom, left, right }: BorderOptions): string =>
  `top ${top}, bottom ${bottom}, left ${left}, right ${right}`;
