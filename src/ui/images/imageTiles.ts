// Images as one picture of tiles: how many columns fit at which whole-number scale, and the pixels. Pure.
import type { ImageBatch } from '../../core/history';

export interface TileLayout {
  readonly columns: number;
  readonly rows: number;
  /** CSS pixels per image pixel; `scale * pixelRatio` is whole, so that every image pixel is equally large. */
  readonly scale: number;
  /** Size of the picture in image pixels, gutters of one included. */
  readonly width: number;
  readonly height: number;
}

/** All images of a batch in so many columns at a fixed scale. */
export function tileLayout(
  batch: Pick<ImageBatch, 'count' | 'width' | 'height'>,
  columns: number,
  scale: number,
): TileLayout {
  const { count } = batch;
  const rows = Math.ceil(count / columns);
  return {
    columns,
    rows,
    scale,
    width: columns * (batch.width + 1) - 1,
    height: rows * (batch.height + 1) - 1,
  };
}

/** Whether two arrangements are the same. */
export const sameLayout = (a: TileLayout, b: TileLayout): boolean =>
  a.columns === b.columns &&
  a.rows === b.rows &&
  a.scale === b.scale &&
  a.width === b.width &&
  a.height === b.height;

/**
 * The largest tiles that show the whole batch in a box (CSS pixels). Among arrangements of the same scale the one
 * without a ragged last row wins, then the one closest to the shape of the box. A box too small for scale 1 gets that.
 */
export function fitTiles(
  batch: Pick<ImageBatch, 'count' | 'width' | 'height'>,
  boxWidth: number,
  boxHeight: number,
  pixelRatio = 1,
  onlyColumns?: number,
): TileLayout {
  const count = Math.max(1, batch.count);
  const unit = 1 / Math.max(1, Math.floor(pixelRatio));
  const aspect = boxWidth / Math.max(1, boxHeight);
  let best: TileLayout | null = null;
  let bestRank = Infinity;
  const [least, most] = onlyColumns === undefined ? [1, count] : [onlyColumns, onlyColumns];
  for (let columns = least; columns <= most; columns++) {
    const one = tileLayout({ ...batch, count }, columns, 1);
    const fit = Math.min(boxWidth / one.width, boxHeight / one.height);
    const scale = Math.floor(fit / unit) * unit;
    if (scale < unit) continue;
    const ragged = count % columns === 0 ? 0 : 1;
    const rank = -scale * 1000 + ragged * 10 + Math.abs(Math.log(one.width / one.height / aspect));
    if (rank < bestRank) {
      bestRank = rank;
      best = { ...one, scale };
    }
  }
  return best ?? tileLayout({ ...batch, count }, onlyColumns ?? Math.ceil(Math.sqrt(count)), unit);
}

/** Where images are far larger than a box, nothing shows them well. */
const SMALLEST_SCALE = 1 / 16;

/**
 * As `fitTiles`, but never smaller than `leastScale`: where not all images fit at that scale, only as many as fill
 * whole rows of the box are laid out (`columns * rows` of them). Where not even one fits, at half the scale, and so on.
 */
export function fitFirstTiles(
  batch: Pick<ImageBatch, 'count' | 'width' | 'height'>,
  boxWidth: number,
  boxHeight: number,
  leastScale: number,
  pixelRatio = 1,
): TileLayout {
  const all = fitTiles(batch, boxWidth, boxHeight, pixelRatio);
  const fits = all.width * all.scale <= boxWidth && all.height * all.scale <= boxHeight;
  if (fits && all.scale >= leastScale) return all;
  const across = Math.floor((boxWidth / leastScale + 1) / (batch.width + 1));
  const down = Math.floor((boxHeight / leastScale + 1) / (batch.height + 1));
  if (across < 1 || down < 1)
    return leastScale > SMALLEST_SCALE
      ? fitFirstTiles(batch, boxWidth, boxHeight, leastScale / 2, pixelRatio)
      : all;
  const columns = Math.min(across, batch.count);
  const rows = Math.min(down, Math.floor(batch.count / columns));
  return tileLayout({ ...batch, count: columns * rows }, columns, leastScale);
}

/** The tiles as RGBA bytes; gutters stay transparent. */
export function paintTiles(
  batch: ImageBatch,
  { columns, rows, width, height }: TileLayout,
): Uint8ClampedArray<ArrayBuffer> {
  const rgba = new Uint8ClampedArray(width * height * 4);
  const { channels, pixels } = batch;
  const count = Math.min(batch.count, columns * rows);
  for (let i = 0; i < count; i++) {
    const left = (i % columns) * (batch.width + 1);
    const top = Math.floor(i / columns) * (batch.height + 1);
    for (let y = 0; y < batch.height; y++) {
      let from = (i * batch.height + y) * batch.width * channels;
      let to = ((top + y) * width + left) * 4;
      for (let x = 0; x < batch.width; x++, from += channels, to += 4) {
        rgba[to] = pixels[from];
        rgba[to + 1] = pixels[channels === 3 ? from + 1 : from];
        rgba[to + 2] = pixels[channels === 3 ? from + 2 : from];
        rgba[to + 3] = 255;
      }
    }
  }
  return rgba;
}

/** Image `index` of a batch as a batch of its own (shares the bytes). */
export function oneImage(batch: ImageBatch, index: number): ImageBatch {
  const size = batch.width * batch.height * batch.channels;
  return { ...batch, count: 1, pixels: batch.pixels.subarray(index * size, (index + 1) * size) };
}

/** The first `count` images of a batch (shares the bytes). */
export function firstImages(batch: ImageBatch, count: number): ImageBatch {
  const most = Math.min(count, batch.count);
  const size = batch.width * batch.height * batch.channels;
  return { ...batch, count: most, pixels: batch.pixels.subarray(0, most * size) };
}

/** One column of images that stand in rows of so many. @param at from 0 */
export function columnOf(batch: ImageBatch, columns: number, at: number): ImageBatch {
  const size = batch.width * batch.height * batch.channels;
  const count = batch.count / columns;
  const pixels = new Uint8Array(count * size);
  for (let row = 0; row < count; row++) {
    const from = (row * columns + at) * size;
    pixels.set(batch.pixels.subarray(from, from + size), row * size);
  }
  return { ...batch, count, pixels };
}

/** Latent numbers as grey tiles of one pixel each, -3..3 from black to white, for a picture of noise. */
export function latentImage(values: ArrayLike<number>): ImageBatch {
  const side = Math.max(1, Math.ceil(Math.sqrt(values.length)));
  const pixels = new Uint8Array(side * side).fill(128);
  for (let i = 0; i < values.length; i++)
    pixels[i] = Math.max(0, Math.min(255, Math.round(127.5 + (values[i] / 3) * 127.5)));
  return { count: 1, width: side, height: side, channels: 1, pixels };
}
