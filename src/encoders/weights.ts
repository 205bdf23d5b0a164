// A feature network's weights as plain values, and as two files: a JSON that says which tensor lies where, and the numbers, as
// float16 or float32, one tensor after the other. Where they come from is openEncoder.ts.
import { crc32 } from '../core/crc32';
import { GanvasError } from '../core/errors';
import { resolveNetwork, volume } from '../core/network';
import { normalArray } from '../core/random';
import { fromFloat16Bits, toFloat16Bits } from '../graph/float16';
import type { EncoderDefinition } from './define';
import { encoderLayers, encoderNetwork } from './network';

/** A feature network's weights are not there, damaged, or of another network. */
export class EncoderFileError extends GanvasError {}

/** By the names of the network's weights: `conv1_1/kernel` [3, 3, channels, filters], `conv1_1/bias` [filters]. */
export type EncoderWeights = ReadonlyMap<string, Float32Array>;

export interface EncoderWeightShape {
  readonly name: string;
  readonly shape: readonly number[];
}

type Kind = 'float16' | 'float32';

/** What lies in the file of numbers. */
export interface EncoderHeader {
  readonly format: 'ganvas-encoder';
  readonly version: 1;
  readonly id: string;
  readonly kind: Kind;
  /** In order. */
  readonly tensors: readonly EncoderWeightShape[];
}

/** Of a person's file: VGG19 with its dense layers has 575 MB. */
export const MOST_FILE_BYTES = 2 ** 30;
/** Random filters are the same for everybody. */
const RANDOM_SEED = 20_202;
const HOW = 'Reload the page; if it happens again, the files of the site are incomplete.';

/** All weights of the whole network, in its order. */
export const encoderWeightShapes = (definition: EncoderDefinition): readonly EncoderWeightShape[] => {
  const side = 2 ** definition.blocks.length;
  const spec = encoderNetwork(definition, [side, side], 'max', encoderLayers(definition));
  return resolveNetwork(spec).flatMap(({ name, weights }) =>
    weights.map(({ role, shape }) => ({ name: `${name}/${role}`, shape })),
  );
};

/** Filters as He et al. 2015 (https://arxiv.org/abs/1502.01852) start them, so that maps are as large in all layers. */
export const randomWeights = (definition: EncoderDefinition): EncoderWeights =>
  new Map(
    encoderWeightShapes(definition).map(({ name, shape }, i) => {
      const values = new Float32Array(volume(shape));
      if (shape.length === 1) return [name, values];
      const deviation = Math.sqrt(2 / volume(shape.slice(0, -1)));
      return [name, normalArray(values.length, RANDOM_SEED, i).map((value) => deviation * value)];
    }),
  );

/** Tells weights apart; 32 bits. */
export const fingerprintOf = (weights: EncoderWeights): number =>
  [...weights.values()].reduce(
    (crc, { buffer, byteOffset, byteLength }) => crc32(new Uint8Array(buffer, byteOffset, byteLength), crc),
    0,
  );

export function packEncoder(
  definition: EncoderDefinition,
  weights: EncoderWeights,
  kind: Kind,
): { readonly header: EncoderHeader; readonly bytes: Uint8Array<ArrayBuffer> } {
  const tensors = encoderWeightShapes(definition);
  const values = tensors.flatMap(({ name }) => weights.get(name) ?? []);
  const all = new Float32Array(values.reduce((sum, { length }) => sum + length, 0));
  let offset = 0;
  for (const one of values) {
    all.set(one, offset);
    offset += one.length;
  }
  const numbers = kind === 'float32' ? all : toFloat16Bits(all);
  return {
    header: { format: 'ganvas-encoder', version: 1, id: definition.id, kind, tensors },
    bytes: new Uint8Array(numbers.buffer),
  };
}

/**
 * What `packEncoder` made.
 * @param json the header, as it stands in its file
 * @throws EncoderFileError when it is another network's, damaged or not whole
 */
export function unpackEncoder(
  definition: EncoderDefinition,
  json: Uint8Array,
  bytes: Uint8Array,
): EncoderWeights {
  const kind = kindIn(definition, json);
  const width = kind === 'float32' ? 4 : 2;
  const shapes = encoderWeightShapes(definition);
  const needed = width * shapes.reduce((sum, { shape }) => sum + volume(shape), 0);
  if (bytes.length !== needed) {
    throw new EncoderFileError(
      `The weights of ${definition.label} have ${bytes.length} bytes; ${needed} are needed.`,
      HOW,
    );
  }
  const { buffer } = bytes.slice();
  let offset = 0;
  return new Map(
    shapes.map(({ name, shape }) => {
      const count = volume(shape);
      const start = offset;
      offset += width * count;
      return [
        name,
        kind === 'float32'
          ? new Float32Array(buffer, start, count)
          : Float32Array.from(new Uint16Array(buffer, start, count), fromFloat16Bits),
      ];
    }),
  );
}

function kindIn(definition: EncoderDefinition, json: Uint8Array): Kind {
  const refuse = (what: string): never => {
    throw new EncoderFileError(`The description of ${definition.label} ${what}.`, HOW);
  };
  let header: unknown;
  try {
    header = JSON.parse(new TextDecoder().decode(json));
  } catch {
    return refuse('is no JSON');
  }
  if (typeof header !== 'object' || header === null || !('format' in header) || !('id' in header))
    return refuse('describes no feature network');
  if (header.format !== 'ganvas-encoder' || header.id !== definition.id)
    return refuse(`is of ${JSON.stringify(header.id)}`);
  if (!('version' in header) || header.version !== 1) return refuse('is of another version');
  const kind = 'kind' in header ? header.kind : undefined;
  return kind === 'float16' || kind === 'float32' ? kind : refuse('does not say how numbers are stored');
}
