// A network as data: layers, shapes, parameters and multiply-adds. The engine builds it, the page prints it,
// exporters translate it. No tensors here.
import { InvalidValueError } from './errors';

/** Shape without the batch: `[features]` or `[height, width, channels]`. */
export type Shape = readonly number[];

export type Initializer =
  { readonly kind: 'glorotUniform' } | { readonly kind: 'normal'; readonly standardDeviation: number };

export type ActivationName = 'relu' | 'leakyRelu' | 'tanh' | 'sigmoid';

/** How a convolution treats the border; `same` follows TensorFlow (asymmetric where the stride makes it so). */
export type PaddingMode = 'same' | 'valid';

export type LayerSpec =
  | {
      readonly kind: 'dense';
      readonly units: number;
      readonly useBias?: boolean;
      readonly init?: Initializer;
    }
  | { readonly kind: 'reshape'; readonly shape: Shape }
  | { readonly kind: 'flatten' }
  | { readonly kind: 'upsample' } // nearest neighbour, twice the side
  | {
      readonly kind: 'conv2d';
      readonly filters: number;
      readonly kernel: number;
      readonly stride?: number;
      readonly padding?: PaddingMode;
      readonly useBias?: boolean;
      readonly init?: Initializer;
    }
  | {
      readonly kind: 'conv2dTranspose';
      readonly filters: number;
      readonly kernel: number;
      readonly stride: number;
      readonly useBias?: boolean;
      readonly init?: Initializer;
    }
  | {
      readonly kind: 'zeroPad';
      readonly top: number;
      readonly bottom: number;
      readonly left: number;
      readonly right: number;
    }
  | { readonly kind: 'batchNorm'; readonly momentum: number; readonly epsilon?: number }
  | { readonly kind: 'activation'; readonly fn: ActivationName; readonly alpha?: number }
  | { readonly kind: 'dropout'; readonly rate: number };

export interface NetworkSpec {
  readonly name: string;
  readonly input: Shape;
  readonly layers: readonly LayerSpec[];
  /** Applied only where a probability is shown; the layers end in logits. */
  readonly shownActivation?: 'sigmoid';
}

/** A weight tensor of a layer: its role and shape, trainable or a moving statistic. */
export interface WeightSpec {
  readonly role: 'kernel' | 'bias' | 'gamma' | 'beta' | 'movingMean' | 'movingVariance';
  readonly shape: readonly number[];
  readonly trainable: boolean;
}

/** One layer with everything that follows from its input shape. */
export interface ResolvedLayer {
  readonly index: number;
  /** Unique within the network, for example `conv2d_3`. */
  readonly name: string;
  readonly layer: LayerSpec;
  readonly input: Shape;
  readonly output: Shape;
  readonly weights: readonly WeightSpec[];
  /** Multiply-adds for one example, forward, as written (an upsampled map is counted at full resolution). */
  readonly multiplyAdds: number;
}

export const BATCH_NORM_EPSILON = 1e-3; // Keras' default, which the application note uses
export const LEAKY_ALPHA = 0.2;

const volume = (shape: readonly number[]): number => shape.reduce((product, side) => product * side, 1);

/** Side of a convolution's output. */
export function convOutputSide(side: number, kernel: number, stride: number, padding: PaddingMode): number {
  return padding === 'same' ? Math.ceil(side / stride) : Math.floor((side - kernel) / stride) + 1;
}

/** Zero rows before and after one side, TensorFlow's `same` rule. */
export function samePadding(side: number, kernel: number, stride: number): [number, number] {
  const total = Math.max(0, (Math.ceil(side / stride) - 1) * stride + kernel - side);
  return [Math.floor(total / 2), total - Math.floor(total / 2)];
}

function image(shape: Shape, name: string): readonly [number, number, number] {
  if (shape.length !== 3) {
    throw new InvalidValueError(
      `${name} needs an image [height, width, channels] but gets [${shape.join(', ')}].`,
      'Put a reshape layer before it.',
    );
  }
  return [shape[0], shape[1], shape[2]];
}

const kernelAndBias = (
  kernel: readonly number[],
  units: number,
  useBias: boolean | undefined,
): WeightSpec[] => [
  { role: 'kernel', shape: kernel, trainable: true },
  ...(useBias === false ? [] : [{ role: 'bias', shape: [units], trainable: true } as const]),
];

function resolve(
  layer: LayerSpec,
  input: Shape,
  name: string,
): Pick<ResolvedLayer, 'output' | 'weights' | 'multiplyAdds'> {
  const plain = (output: Shape) => ({ output, weights: [], multiplyAdds: 0 });
  switch (layer.kind) {
    case 'dense': {
      if (input.length !== 1) {
        throw new InvalidValueError(`${name} gets [${input.join(', ')}].`, 'Put a flatten layer before it.');
      }
      return {
        output: [layer.units],
        weights: kernelAndBias([input[0], layer.units], layer.units, layer.useBias),
        multiplyAdds: input[0] * layer.units,
      };
    }
    case 'reshape': {
      if (volume(layer.shape) !== volume(input)) {
        throw new InvalidValueError(
          `${name} cannot turn [${input.join(', ')}] into [${layer.shape.join(', ')}].`,
          'Both shapes must hold the same number of values.',
        );
      }
      return plain(layer.shape);
    }
    case 'flatten':
      return plain([volume(input)]);
    case 'upsample': {
      const [h, w, c] = image(input, name);
      return plain([2 * h, 2 * w, c]);
    }
    case 'conv2d': {
      const [h, w, c] = image(input, name);
      const { filters, kernel, stride = 1, padding = 'same' } = layer;
      const output = [
        convOutputSide(h, kernel, stride, padding),
        convOutputSide(w, kernel, stride, padding),
        filters,
      ];
      return {
        output,
        weights: kernelAndBias([kernel, kernel, c, filters], filters, layer.useBias),
        multiplyAdds: volume(output) * kernel * kernel * c,
      };
    }
    case 'conv2dTranspose': {
      const [h, w, c] = image(input, name);
      const { filters, kernel, stride } = layer;
      return {
        output: [h * stride, w * stride, filters],
        weights: kernelAndBias([kernel, kernel, filters, c], filters, layer.useBias),
        multiplyAdds: h * w * c * kernel * kernel * filters,
      };
    }
    case 'zeroPad': {
      const [h, w, c] = image(input, name);
      return plain([h + layer.top + layer.bottom, w + layer.left + layer.right, c]);
    }
    case 'batchNorm': {
      const channels = [input[input.length - 1]];
      return {
        output: input,
        weights: [
          { role: 'gamma', shape: channels, trainable: true },
          { role: 'beta', shape: channels, trainable: true },
          { role: 'movingMean', shape: channels, trainable: false },
          { role: 'movingVariance', shape: channels, trainable: false },
        ],
        multiplyAdds: volume(input),
      };
    }
    case 'activation':
    case 'dropout':
      return plain(input);
  }
}

/**
 * Follows the shapes through a network.
 * @throws InvalidValueError when a layer does not fit its input
 */
export function resolveNetwork(spec: NetworkSpec): readonly ResolvedLayer[] {
  const counts = new Map<string, number>();
  const resolved: ResolvedLayer[] = [];
  let shape = spec.input;
  for (const [index, layer] of spec.layers.entries()) {
    const count = (counts.get(layer.kind) ?? 0) + 1;
    counts.set(layer.kind, count);
    const name = `${layer.kind}_${count}`;
    const facts = resolve(layer, shape, `Layer ${name} of ${spec.name}`);
    resolved.push({ index, name, layer, input: shape, ...facts });
    shape = facts.output;
  }
  return resolved;
}

export interface NetworkTotals {
  readonly output: Shape;
  readonly trainable: number;
  readonly nonTrainable: number;
  readonly multiplyAdds: number;
}

const parameters = (layers: readonly ResolvedLayer[], trainable: boolean): number =>
  layers
    .flatMap((l) => l.weights.filter((w) => w.trainable === trainable))
    .reduce((sum, w) => sum + volume(w.shape), 0);

/** Parameters and multiply-adds of the whole network, for one example. */
export function networkTotals(spec: NetworkSpec): NetworkTotals {
  const layers = resolveNetwork(spec);
  return {
    output: layers.at(-1)?.output ?? spec.input,
    trainable: parameters(layers, true),
    nonTrainable: parameters(layers, false),
    multiplyAdds: layers.reduce((sum, l) => sum + l.multiplyAdds, 0),
  };
}

/**
 * Multiply-adds of one adversarial training step as written, for the whole batch: the discriminator's update needs a
 * generator forward and two discriminator passes, the generator's update a forward through both networks and
 * gradients back through both. A gradient pass costs a forward for the input and a forward for the weights.
 */
export function stepMultiplyAdds(
  generator: NetworkSpec,
  discriminator: NetworkSpec,
  batch: number,
  dSteps = 1,
): number {
  const g = networkTotals(generator).multiplyAdds;
  const d = networkTotals(discriminator).multiplyAdds;
  const discriminatorUpdate = g + 2 * d * 3;
  const generatorUpdate = g * 3 + d * 2;
  return batch * (dSteps * discriminatorUpdate + generatorUpdate);
}
