// What a layer kind is: one pure file that says what follows from the kind alone. Adding one is a file and a line in
// index.ts. How it is computed stands in the engine's table, how it leaves in each format's.
import { InvalidValueError } from '../errors';

/** Shape without the batch: `[features]` or `[height, width, channels]`. */
export type Shape = readonly number[];

export type WeightRole =
  | 'kernel'
  | 'bias'
  | 'alpha'
  | 'gamma'
  | 'beta'
  | 'movingMean'
  | 'movingVariance'
  | 'spectralIn'
  | 'spectralOut';

/** A weight tensor of a layer: its role and shape, trainable or a moving statistic. */
export interface WeightSpec {
  readonly role: WeightRole;
  readonly shape: readonly number[];
  readonly trainable: boolean;
}

/** What follows from a layer and the shapes that go into it. */
export interface LayerFacts {
  readonly output: Shape;
  /** In the order of their random streams; layouts as TensorFlow has them. */
  readonly weights: readonly WeightSpec[];
  /** Multiply-adds for one example, forward, as written (an upsampled map is counted at full resolution). */
  readonly multiplyAdds: number;
}

/** Reads one option of untrusted data; `undefined` means that it is absent. @throws InvalidValueError naming `what` */
export type OptionReader<T> = (value: unknown, what: string) => T;

/**
 * What becomes of channels, for cutting some of them out: `kept` one by one; `made` anew by the kernel; `mixed`, so that
 * none can be cut before it; `regrouped` by another shape of the same values.
 */
export type ChannelRule =
  | { readonly kind: 'kept' }
  | { readonly kind: 'mixed' }
  | { readonly kind: 'regrouped' }
  /** Channel i of every input goes into channel i. */
  | { readonly kind: 'added' }
  /** Those of one input after those of the input before. */
  | { readonly kind: 'concatenated' }
  /** `inputAxis` and `outputAxis` of the kernel count the channels that go in and come out. */
  | { readonly kind: 'made'; readonly inputAxis: number; readonly outputAxis: number };

/** What a kind's own file says. */
interface LayerDescription<K extends string, O extends object> {
  /** Permanent: weights are named after it. */
  readonly kind: K;
  readonly options: { readonly [P in keyof O]-?: OptionReader<O[P]> };
  /**
   * @param inputs shapes of what goes in, in the order of the node's `from`
   * @param name of the layer, for messages
   * @throws InvalidValueError when they do not fit
   */
  facts(layer: O, inputs: readonly Shape[], name: string): LayerFacts;
  readonly channels: ChannelRule;
  /** Whether a gradient pass keeps the output as a map of its own; others are views, or are made by the kernel before. */
  readonly keepsOutput: boolean;
  /** What the page prints beside the layer's id. */
  detail(layer: O): string;
}

export interface LayerDefinition<K extends string, O extends object> extends LayerDescription<K, O> {
  /**
   * A layer of this kind out of untrusted data.
   * @param what stands before an option's name in messages
   * @throws InvalidValueError for an option that is unknown, missing or misshapen, by its name
   */
  read(raw: Readonly<Record<string, unknown>>, what: string): { readonly kind: K } & O;
}

function readOptions<O extends object>(
  readers: LayerDescription<string, O>['options'],
  raw: Readonly<Record<string, unknown>>,
  what: string,
): O {
  const unknown = Object.keys(raw).find((key) => !Object.hasOwn(readers, key));
  if (unknown !== undefined) {
    throw new InvalidValueError(
      `${what} has the option ${JSON.stringify(unknown)}, which its kind does not know.`,
      `It may have: ${Object.keys(readers).join(', ') || 'none'}.`,
    );
  }
  const read: Partial<O> = {};
  // Every reader returned, so whatever is absent may be.
  const isComplete = (options: Partial<O>): options is O =>
    Object.keys(readers).length >= Object.keys(options).length;
  for (const key in readers) {
    const value = readers[key](raw[key], `${what}.${key}`);
    if (value !== undefined) read[key] = value;
  }
  if (!isComplete(read)) throw new TypeError(`${what} has more options than readers`);
  return read;
}

/** A full definition: `defineLayer<Options>()({ kind, options, facts, ... })`. */
export const defineLayer =
  <O extends object>() =>
  <const K extends string>(description: LayerDescription<K, O>): LayerDefinition<K, O> => ({
    ...description,
    read: (raw, what) => ({ kind: description.kind, ...readOptions(description.options, raw, what) }),
  });

/** The one shape that goes into a layer. @throws InvalidValueError for none or several */
export function soleShape(inputs: readonly Shape[], name: string): Shape {
  if (inputs.length === 1) return inputs[0];
  throw new InvalidValueError(
    `${name} has ${inputs.length} inputs; it takes one.`,
    'Join them by a layer before it.',
  );
}
