// Pictures to try a network on where nobody has given any: drawn by code, the same each time. Digits and their inverted outlines
// stand first for grey networks, drawn scenes for those that see colours.
import { writeChannels, type PictureShape } from '../core/pictureFit';
import { drawSyntheticDigit } from '../datasets/syntheticDigits/drawSyntheticDigits';
import { drawScene } from '../datasets/style/drawnScenes';

const DIGIT_SIDE = 28;
const DIGITS_SEED = 20;
const SCENES = 7;
/** Scenes are drawn pixel by pixel: larger ones are stretched. */
const MOST_SCENE_SIDE = 128;

/** A square picture [side * side * channels]. */
interface Square {
  readonly side: number;
  readonly channels: 1 | 3;
  readonly pixels: Uint8Array;
}

/** The first picture of a digit: indices of a series are in no order. */
function digit(wanted: number): Square {
  for (let index = 0; ; index++) {
    const { pixels, label } = drawSyntheticDigit(DIGITS_SEED, index);
    if (label === wanted) return { side: DIGIT_SIDE, channels: 1, pixels };
  }
}

/** 255 less what a 3 x 3 dilation adds to a digit, as in the ready pair of digits. */
function outline({ side, channels, pixels }: Square): Square {
  const at = (x: number, y: number): number =>
    x < 0 || y < 0 || x >= side || y >= side ? 0 : pixels[x + side * y];
  const drawn = Uint8Array.from(pixels, (own, i) => {
    let most = 0;
    for (let dy = -1; dy <= 1; dy++)
      for (let dx = -1; dx <= 1; dx++) most = Math.max(most, at((i % side) + dx, Math.floor(i / side) + dy));
    return 255 - (most - own);
  });
  return { side, channels, pixels: drawn };
}

function scene(index: number, side: number): Square {
  const drawn = Math.min(side, MOST_SCENE_SIDE);
  return { side: drawn, channels: 3, pixels: drawScene(SCENES, index, drawn) };
}

/** The value between pixels, in a channel; coordinates beyond the border are those of the border. */
function between({ side, channels, pixels }: Square, x: number, y: number, channel: number): number {
  const inside = (v: number): number => Math.max(0, Math.min(side - 1, v));
  const [left, top] = [Math.floor(inside(x)), Math.floor(inside(y))];
  const [right, bottom] = [inside(left + 1), inside(top + 1)];
  const [u, v] = [inside(x) - left, inside(y) - top];
  const at = (column: number, row: number): number => pixels[channels * (column + side * row) + channel];
  const above = at(left, top) * (1 - u) + at(right, top) * u;
  return above * (1 - v) + (at(left, bottom) * (1 - u) + at(right, bottom) * u) * v;
}

/** The square's middle over a picture of any sides and channels; where it is narrower, its border goes on. */
function placed(square: Square, [height, width, channels]: PictureShape, covers: boolean): Uint8Array {
  const times = (covers ? Math.max(height, width) : Math.min(height, width)) / square.side;
  const colours = new Float32Array(3 * height * width);
  for (let i = 0; i < height * width; i++) {
    const [x, y] = [i % width, Math.floor(i / width)];
    const from = (at: number, side: number): number => (at + 0.5 - side / 2) / times + square.side / 2 - 0.5;
    for (let c = 0; c < 3; c++)
      colours[3 * i + c] = between(square, from(x, width), from(y, height), square.channels === 3 ? c : 0);
  }
  const out = new Uint8Array(height * width * channels);
  writeChannels(colours, 3, channels, out);
  return out;
}

/** @returns bytes [height * width * channels] of each */
export function galleryPictures(picture: PictureShape): readonly Uint8Array[] {
  const [height, width, channels] = picture;
  const scenes = [0, 1, 2, 3, 4, 5].map((i) => placed(scene(i, Math.max(height, width)), picture, true));
  const digits = [3, 8, 2, 5].map(digit);
  const grey = [...digits, outline(digits[0]), outline(digits[1])].map((one) => placed(one, picture, false));
  return channels === 1 ? [...grey, ...scenes.slice(0, 2)] : [...scenes, ...grey.slice(0, 2)];
}
