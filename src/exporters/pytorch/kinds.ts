// Every layer kind in PyTorch: the module that holds it, or an expression where it joins values. PyTorch has channels
// first; modules that nn lacks are written into the script (modules.ts).
import {
  BATCH_NORM_EPSILON,
  EXAMPLE_NORM_EPSILON,
  LEAKY_ALPHA,
  pairOf,
  samePadding,
  type ActivationName,
  type LayerKind,
  type LayerSpec,
  type PaddingMode,
  type ResolvedNode,
  type Sides,
} from '../../core/network';
import { chosenFirst } from '../../graph/chosenFirst';

/** A module's constructor as code, or what is done with several values. */
export type TorchCode =
  { readonly module: string } | { readonly expression: (values: readonly string[]) => string };

type Rule<K extends LayerKind> = (layer: LayerSpec<K>, node: ResolvedNode) => TorchCode;

const python = (value: boolean): string => (value ? 'True' : 'False');

/** One number where both are alike, as PyTorch's users write it. */
const sides = (value: Sides): string => {
  const [height, width] = pairOf(value);
  return height === width ? String(height) : `(${height}, ${width})`;
};

/** left, right, top, bottom */
const border = (shape: readonly number[], window: Sides, stride: Sides, padding: PaddingMode): string => {
  const [windows, strides] = [pairOf(window), pairOf(stride)];
  const [rows, columns] = [0, 1].map((axis) =>
    padding === 'same' ? samePadding(shape[axis], windows[axis], strides[axis]) : [0, 0],
  );
  return `(${columns.join(', ')}, ${rows.join(', ')})`;
};

const bias = (useBias: boolean | undefined): string => `bias=${python(useBias !== false)}`;

const pool =
  (plain: string, padded: string): Rule<'averagePool' | 'maxPool'> =>
  ({ size, stride = size, padding = 'valid' }, { input }) => ({
    module:
      padding === 'valid'
        ? `nn.${plain}(${sides(size)}, stride=${sides(stride)})`
        : `${padded}(${border(input, size, stride, padding)}, ${sides(size)}, ${sides(stride)})`,
  });

const group =
  (groupsOf: (channels: number) => number): Rule<'layerNorm' | 'instanceNorm'> =>
  (_, { input }) => {
    const channels = input[input.length - 1];
    return { module: `nn.GroupNorm(${groupsOf(channels)}, ${channels}, eps=${EXAMPLE_NORM_EPSILON})` };
  };

const reshaped: Rule<'reshape' | 'flatten'> = (_, { output }) => ({
  module: `ChannelsLastReshape(${output.join(', ')})`,
});

const ACTIVATIONS: Readonly<Record<ActivationName, (alpha: number) => string>> = {
  relu: () => 'nn.ReLU()',
  leakyRelu: (alpha) => `nn.LeakyReLU(${alpha})`,
  tanh: () => 'nn.Tanh()',
  sigmoid: () => 'nn.Sigmoid()',
  relu6: () => 'nn.ReLU6()',
  elu: () => 'nn.ELU()',
  selu: () => 'nn.SELU()',
  gelu: () => 'nn.GELU()',
  geluTanh: () => "nn.GELU(approximate='tanh')",
  swish: () => 'nn.SiLU()',
  softplus: () => 'nn.Softplus()',
  hardSigmoid: () => 'nn.Hardsigmoid()',
};

const RULES: { readonly [K in LayerKind]: Rule<K> } = {
  dense: ({ units, useBias }, { input }) => ({
    module: `nn.Linear(${input[0]}, ${units}, ${bias(useBias)})`,
  }),
  conv2d: ({ filters, kernel, stride = 1, padding = 'same', useBias }, { input }) => ({
    module: `PaddedConv(${border(input, kernel, stride, padding)}, ${input[2]}, ${filters}, ${sides(kernel)}, stride=${sides(stride)}, ${bias(useBias)})`,
  }),
  depthwiseConv2d: ({ kernel, stride = 1, useBias }, { input }) => ({
    module: `PaddedConv(${border(input, kernel, stride, 'same')}, ${input[2]}, ${input[2]}, ${sides(kernel)}, stride=${sides(stride)}, groups=${input[2]}, ${bias(useBias)})`,
  }),
  conv2dTranspose({ filters, kernel, stride, useBias }, { input, output }) {
    const [kernels, strides] = [pairOf(kernel), pairOf(stride)];
    const [top, left] = [0, 1].map((axis) => samePadding(output[axis], kernels[axis], strides[axis])[0]);
    const crop = `(${top}, ${left}, ${output[0]}, ${output[1]})`;
    return {
      module: `CroppedConvTranspose(${crop}, ${input[2]}, ${filters}, ${sides(kernel)}, stride=${sides(stride)}, ${bias(useBias)})`,
    };
  },
  embedding: ({ classes, units }) => ({ module: `ClassEmbedding(${classes}, ${units})` }),
  reshape: reshaped,
  flatten: reshaped,
  upsample: () => ({ module: "nn.Upsample(scale_factor=2, mode='nearest')" }),
  resize: (_, { output }) => ({
    module: `nn.Upsample(size=(${output[0]}, ${output[1]}), mode='bilinear', align_corners=False)`,
  }),
  zeroPad: ({ left, right, top, bottom }) => ({
    module: `nn.ZeroPad2d((${left}, ${right}, ${top}, ${bottom}))`,
  }),
  reflectionPad: ({ left, right, top, bottom }) => ({
    module: `nn.ReflectionPad2d((${left}, ${right}, ${top}, ${bottom}))`,
  }),
  crop: ({ left, right, top, bottom }) => ({
    module: `nn.ZeroPad2d((${[left, right, top, bottom].map((side) => (side > 0 ? -side : 0)).join(', ')}))`,
  }),
  averagePool: pool('AvgPool2d', 'PaddedAverage'),
  maxPool: pool('MaxPool2d', 'PaddedMaximum'),
  globalAveragePool: () => ({ expression: ([x]) => `${x}.mean((2, 3))` }),
  add: () => ({ expression: (values) => values.join(' + ') }),
  concat: () => ({ expression: (values) => `torch.cat([${values.join(', ')}], 1)` }),
  batchNorm({ momentum, epsilon = BATCH_NORM_EPSILON }, { input }) {
    const kind = input.length === 3 ? 'BatchNorm2d' : 'BatchNorm1d';
    const share = Number((1 - momentum).toPrecision(6));
    return { module: `nn.${kind}(${input[input.length - 1]}, eps=${epsilon}, momentum=${share})` };
  },
  layerNorm: group(() => 1),
  instanceNorm: group((channels) => channels),
  conditionalInstanceNorm: (_, node) => chosenFirst(node),
  pixelNorm: () => ({ expression: ([x]) => `${x} / (${x}.square().mean(1, keepdim=True) + 1e-8).sqrt()` }),
  minibatchStd: () => ({ module: 'BatchDeviation()' }),
  activation: ({ fn, alpha = LEAKY_ALPHA }) => ({ module: ACTIVATIONS[fn](alpha) }),
  prelu: (_, { input }) => ({ module: `nn.PReLU(${input[input.length - 1]})` }),
  softmax: () => ({ module: 'nn.Softmax(1)' }),
  dropout: ({ rate }) => ({ module: `nn.Dropout(${rate})` }),
};

/** The node as PyTorch has it; PyTorch has every kind. */
export const torchCode = (node: ResolvedNode): TorchCode => codeOf(node.layer, node);

const codeOf = <K extends LayerKind>(layer: LayerSpec<K>, node: ResolvedNode): TorchCode =>
  RULES[layer.kind](layer, node);
