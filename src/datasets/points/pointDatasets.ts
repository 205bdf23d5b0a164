// The point clouds as data sets: images of one pixel whose two channels are x and y.
import { numberParam, type ParamSpec } from '../../core/paramSpec';
import { createRandom } from '../../core/random';
import { defineDataset, type DatasetDefinition, type LoadedDataset } from '../define';
import { pointClouds, type PointCloud } from './pointClouds';

const clamp = (value: number): number => Math.max(-1, Math.min(1, value));

/** What points are drawn from; `classes` 0 for points without labels. */
export type DrawnCloud = Pick<PointCloud, 'modes' | 'deviation' | 'classes' | 'draw'>;

/** `size` points of a cloud. Bytes are for looking at; training reads `values`, which keep the points fine. */
export function loadPoints(
  cloud: DrawnCloud,
  size: number,
  seed: number,
  deviation = cloud.deviation,
): LoadedDataset {
  const values = new Float32Array(2 * size);
  const labels = new Uint8Array(size);
  for (let i = 0; i < size; i++) {
    const { x, y, label } = cloud.draw(createRandom(seed, i), deviation);
    values.set([clamp(x), clamp(y)], 2 * i);
    labels[i] = label;
  }
  const pick = (indices: ArrayLike<number>): Float32Array =>
    Float32Array.from({ length: 2 * indices.length }, (_, i) => values[2 * indices[i >> 1] + (i & 1)]);
  return {
    shape: [1, 1, 2],
    size,
    classNames: cloud.classes > 0 ? Array.from({ length: cloud.classes }, (_, i) => String(i + 1)) : null,
    ...(cloud.modes.length > 0 && { modes: { centres: cloud.modes, deviation } }),
    readValues: pick,
    read: (indices) => ({
      pixels: Uint8Array.from(pick(indices), (v) => Math.round((v + 1) * 127.5)),
      labels: cloud.classes > 0 ? Uint8Array.from(indices, (index) => labels[index]) : null,
    }),
  };
}

/** How many points, and which ones. */
export const POINT_PARAMS: readonly ParamSpec[] = [
  {
    id: 'size',
    kind: 'integer',
    label: 'Points used',
    min: 16,
    max: 1_000_000,
    default: 20_000,
    scale: 'log',
    unit: 'points',
    help: 'How many different points there are.',
  },
  {
    id: 'style',
    kind: 'integer',
    label: 'Points seed',
    min: 0,
    max: 4_294_967_295,
    default: 1,
    help: 'The number that the points grow from; another number gives other points of the same shape.',
  },
];

const defineCloud = (cloud: PointCloud): DatasetDefinition =>
  defineDataset({
    id: `points-${cloud.id}`,
    label: cloud.label,
    help: cloud.help,
    source: 'Drawn by this program',
    licence: 'MIT',
    shape: [1, 1, 2],
    classes: cloud.classes,
    origin: 'embedded',
    accepts: [],
    params: [
      ...POINT_PARAMS,
      {
        id: 'deviation',
        kind: 'number',
        label: 'Width of the clusters',
        min: 0.005,
        max: 0.2,
        default: cloud.deviation,
        step: 0.005,
        help: 'Standard deviation of the points around their cluster or line; the square is 2 wide. Wide clusters are easier to hit.',
      },
    ],
    load: ({ params }) =>
      Promise.resolve(
        loadPoints(
          cloud,
          numberParam(params, 'size'),
          numberParam(params, 'style'),
          numberParam(params, 'deviation'),
        ),
      ),
  });

export const pointDatasets: readonly DatasetDefinition[] = pointClouds.map(defineCloud);
