// A network as data: layers, shapes, parameters and multiply-adds. The engine builds it, the page prints it,
// exporters translate it. No tensors here.
import { InvalidValueError } from './errors';
import type { LayerSpec, NetworkSpec, PaddingMode, ResolvedLayer, Shape, WeightSpec } from './layerSpec';

export type {
  ActivationName,
  Initializer,
  LayerSpec,
  NetworkSpec,
  PaddingMode,
  ResolvedLayer,
  Shape,
  WeightSpec,
} from './layerSpec';

export const BATCH_NORM_EPSILON = 1e-3; // Keras' default, which the application note uses
/** Of layer and instance normalization: keeps a constant input from dividing by zero. */
export const EXAMPLE_NORM_EPSILON = 1e-5;
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
  { useBias, spectral }: { readonly useBias?: boolean; readonly spectral?: boolean },
): WeightSpec[] => [
  { role: 'kernel', shape: kernel, trainable: true },
  ...(useBias === false ? [] : [{ role: 'bias', shape: [units], trainable: true } as const]),
  ...(spectral ? singularVectors(kernel) : []),
];

/** The estimates of the first singular vectors of a kernel seen as a matrix [all but the last, last]. */
const singularVectors = (kernel: readonly number[]): WeightSpec[] => {
  const units = kernel[kernel.length - 1];
  return [
    { role: 'spectralIn', shape: [volume(kernel) / units], trainable: false },
    { role: 'spectralOut', shape: [units], trainable: false },
  ];
};

const scaleAndShift = (channels: number): WeightSpec[] => [
  { role: 'gamma', shape: [channels], trainable: true },
  { role: 'beta', shape: [channels], trainable: true },
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
        weights: kernelAndBias([input[0], layer.units], layer.units, layer),
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
        weights: kernelAndBias([kernel, kernel, c, filters], filters, layer),
        multiplyAdds: volume(output) * kernel * kernel * c,
      };
    }
    case 'conv2dTranspose': {
      const [h, w, c] = image(input, name);
      const { filters, kernel, stride } = layer;
      return {
        output: [h * stride, w * stride, filters],
        weights: kernelAndBias([kernel, kernel, filters, c], filters, layer),
        multiplyAdds: h * w * c * kernel * kernel * filters,
      };
    }
    case 'depthwiseConv2d': {
      const [h, w, c] = image(input, name);
      const { kernel, stride = 1 } = layer;
      const output = [
        convOutputSide(h, kernel, stride, 'same'),
        convOutputSide(w, kernel, stride, 'same'),
        c,
      ];
      return {
        output,
        weights: kernelAndBias([kernel, kernel, c, 1], c, layer),
        multiplyAdds: volume(output) * kernel * kernel,
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
          ...scaleAndShift(channels[0]),
          { role: 'movingMean', shape: channels, trainable: false },
          { role: 'movingVariance', shape: channels, trainable: false },
        ],
        multiplyAdds: volume(input),
      };
    }
    case 'layerNorm':
    case 'instanceNorm':
      return {
        output: input,
        weights: scaleAndShift(input[input.length - 1]),
        multiplyAdds: volume(input),
      };
    case 'minibatchStd':
      return plain([...input.slice(0, -1), input[input.length - 1] + 1]);
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

/** Ids of the layers that have weights to learn, first to last. */
export const layersWithWeights = (spec: NetworkSpec): readonly string[] =>
  resolveNetwork(spec).flatMap(({ name, weights }) => (weights.some((w) => w.trainable) ? [name] : []));

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
