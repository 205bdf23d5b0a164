// Keras layers without weights of their own but PReLU's slopes.
import { volume } from '../../core/network';
import { addMirrored } from './mirrored';
import { asCount, asList, asNumber } from '../fields';
import { checkImageSettings, pair, paddingOf, refuse, sidesOf, type Adding } from './adding';

export function upsampling(adding: Adding): void {
  const { assembly, label, config } = adding;
  checkImageSettings(adding);
  const interpolation = config.interpolation ?? 'nearest';
  if (interpolation === 'bilinear')
    return assembly.add({ kind: 'resize', factor: sidesOf(adding, 'size', 2) }, label);
  if (interpolation !== 'nearest')
    refuse(label, `it interpolates ${JSON.stringify(interpolation)}; "nearest" and "bilinear" are supported`);
  const [rows, columns] = pair(config.size ?? 2, `size of ${label}`);
  if (rows !== columns || !Number.isInteger(Math.log2(rows))) return addRepeated(adding, [rows, columns]);
  for (let sides = 1; sides < rows; sides *= 2) assembly.add({ kind: 'upsample' }, label);
}

/** Weights of a kernel that repeats pixels. */
const MOST_REPEATING = 2 ** 22;

/** Each pixel so many times down and across: a transposed convolution whose windows meet, channel by channel. */
function addRepeated({ assembly, label }: Adding, [rows, columns]: readonly [number, number]): void {
  const channels = assembly.shape[2] ?? 0;
  const length = rows * columns * channels * channels;
  if (length > MOST_REPEATING) refuse(label, `it enlarges ${channels} channels ${rows} x ${columns} times`);
  const kernel = Float32Array.from({ length }, (_, i) =>
    Number(Math.floor(i / channels) % channels === i % channels),
  );
  const sides = [rows, columns] as const;
  assembly.add(
    { kind: 'conv2dTranspose', filters: channels, kernel: sides, stride: sides, useBias: false },
    label,
    { kernel },
  );
}

export function zeroPadding(adding: Adding): void {
  const { assembly, label, config } = adding;
  checkImageSettings(adding);
  const padding = config.padding ?? 1;
  const side = (value: unknown): [number, number] =>
    typeof value === 'number'
      ? [value, value]
      : [asCount(asList(value, 'padding')[0], 'padding'), asCount(asList(value, 'padding')[1], 'padding')];
  const [rows, columns] =
    typeof padding === 'number' ? [padding, padding] : asList(padding, `padding of ${label}`);
  const [[top, bottom], [left, right]] = [side(rows), side(columns)];
  assembly.add({ kind: 'zeroPad', top, bottom, left, right }, label);
}

export function reshape({ assembly, label, config }: Adding): void {
  const target = asList(config.target_shape, `target_shape of ${label}`).map((side) =>
    asNumber(side, 'target_shape'),
  );
  const known = target.filter((side) => side !== -1);
  const shape = target.map((side) => (side === -1 ? volume(assembly.shape) / volume(known) : side));
  assembly.add({ kind: 'reshape', shape }, label);
}

export const pooling =
  (kind: 'averagePool' | 'maxPool') =>
  (adding: Adding): void => {
    const { assembly, label, config } = adding;
    checkImageSettings(adding);
    const size = pair(config.pool_size ?? 2, `pool_size of ${label}`);
    const stride = pair(config.strides ?? size, `strides of ${label}`);
    assembly.add({ kind, size, stride, padding: paddingOf(adding) }, label);
  };

export function cropping({ assembly, label, config }: Adding): void {
  const { cropping: borders } = config;
  const both = typeof borders === 'number' ? [borders, borders] : asList(borders, `cropping of ${label}`);
  const [rows, columns] = both.map((side) => pair(side, `cropping of ${label}`, 0));
  if (!rows || !columns) return refuse(label, 'its cropping is no pair');
  assembly.add({ kind: 'crop', top: rows[0], bottom: rows[1], left: columns[0], right: columns[1] }, label);
}

export function prelu(adding: Adding): void {
  const { assembly, label, config } = adding;
  const { shape } = assembly;
  const shared = config.shared_axes ?? [];
  const inner = shape.slice(0, -1).map((_, axis) => axis + 1);
  if (asList(shared, `shared_axes of ${label}`).join() !== inner.join())
    refuse(label, 'it has a slope of its own for each pixel');
  const channels = shape[shape.length - 1];
  assembly.add({ kind: 'prelu' }, label, {
    alpha: adding.take('alpha', 0, [...inner.map(() => 1), channels]),
  });
}

export function concatenate({ assembly, label, config }: Adding, sources: readonly string[]): void {
  assembly.moveTo(sources[0]);
  const axis = config.axis ?? -1;
  if (axis !== -1 && axis !== assembly.shape.length) {
    if ((axis === 1 || axis === 2) && addMirrored(assembly, label, sources, axis)) return;
    refuse(label, `its axis is ${JSON.stringify(axis)}`);
  }
  assembly.join({ kind: 'concat' }, label, sources);
}
