// Rows of Keras layers that together are one layer here, as the Keras export writes what Keras has no layer for
// (exporters/keras/parts). Only what stands in the layers' settings is looked at; weights are checked where they are read.
import type { Fields } from '../fields';
import type { PlacedLayer } from './topology';

interface PatternPart {
  readonly className: string;
  /** Which parts it takes, by index; -1 is what goes into the whole. */
  readonly from: readonly number[];
  readonly fits?: (config: Fields) => boolean;
}

interface Pattern {
  /** What the parts become; no class of Keras is called so. */
  readonly as: string;
  readonly parts: readonly PatternPart[];
}

const says = (value: unknown, expected: unknown): boolean =>
  JSON.stringify(value) === JSON.stringify(expected);

const part = (className: string, from: readonly number[], fits?: PatternPart['fits']): PatternPart => ({
  className,
  from,
  fits,
});

const turned = (from: number): PatternPart => part('Permute', [from], ({ dims }) => says(dims, [2, 3, 1]));
const matrix = (from: number): PatternPart =>
  part(
    'Dense',
    [from],
    (config) => config.use_bias === false && (config.activation ?? 'linear') === 'linear',
  );
const bareNorm = (from: number): PatternPart =>
  part('LayerNormalization', [from], ({ center, scale }) => center === false && scale === false);

const PATTERNS: readonly Pattern[] = [
  { as: 'composed/resize', parts: [turned(-1), matrix(0), turned(1), matrix(2), turned(3)] },
  { as: 'composed/pixelNorm', parts: [matrix(-1), bareNorm(0), matrix(1)] },
  {
    as: 'composed/exampleNorm',
    parts: [
      bareNorm(-1),
      part(
        'DepthwiseConv2D',
        [0],
        (config) =>
          says(config.kernel_size, [1, 1]) &&
          says(config.strides ?? [1, 1], [1, 1]) &&
          config.use_bias !== false &&
          (config.activation ?? 'linear') === 'linear',
      ),
    ],
  },
  {
    as: 'composed/geluTanh',
    parts: [
      part('BatchNormalization', [-1]),
      part('Multiply', [-1, 0]),
      part('BatchNormalization', [1]),
      part('Multiply', [-1, 2]),
      part('Activation', [3], ({ activation }) => activation === 'sigmoid'),
      part('Multiply', [-1, 4]),
    ],
  },
  { as: 'composed/embedding', parts: [part('Embedding', [-1]), part('Flatten', [0])] },
];

/** The layers from `at` on that a pattern is made of, as one; null where they are something else. */
function matched(layers: readonly PlacedLayer[], at: number, { as, parts }: Pattern): PlacedLayer | null {
  const found = layers.slice(at, at + parts.length);
  if (found.length < parts.length) return null;
  const given = found[0].from.slice(0, 1); // none for the first layer
  const fits = parts.every(({ className, from, fits: settingsFit }, i) => {
    const layer = found[i];
    const sources = from.flatMap((index) => (index < 0 ? given : [found[index].value]));
    return (
      layer.className === className &&
      says(layer.from, sources) &&
      (settingsFit === undefined || settingsFit(layer.config))
    );
  });
  if (!fits) return null;
  const inside = new Set(found.slice(0, -1).map(({ value }) => value));
  const others = layers.toSpliced(at, parts.length);
  if (others.some(({ from }) => from.some((value) => inside.has(value)))) return null;
  const last = found[found.length - 1];
  return { ...found[0], className: as, value: last.value, from: given, parts: found };
}

/** The same layers, with each row that a pattern names as one. */
export function joinedLayers(layers: readonly PlacedLayer[]): readonly PlacedLayer[] {
  const result: PlacedLayer[] = [];
  for (let at = 0; at < layers.length;) {
    const whole = PATTERNS.map((pattern) => matched(layers, at, pattern)).find((found) => found !== null);
    result.push(whole ?? layers[at]);
    at += whole?.parts?.length ?? 1;
  }
  return result;
}
