// Every layer kind as the exported train.py computes it: a function of the layer's weights (`use`), its options (`layer`) and
// what goes in, in PyTorch, with images [b, h, w, c] as everywhere here. A script holds those that its networks have. The
// single-network script of `exporters/pytorch` is another thing: it only draws.
import {
  EXAMPLE_NORM_EPSILON,
  BATCH_NORM_EPSILON,
  LEAKY_ALPHA,
  PIXEL_NORM_EPSILON,
  type ActivationName,
  type LayerKind,
} from '../../core/network';

const ACTIVATIONS: Readonly<Record<ActivationName, string>> = {
  relu: 'F.relu(x)',
  leakyRelu: `F.leaky_relu(x, layer.get('alpha', ${LEAKY_ALPHA}))`,
  tanh: 'torch.tanh(x)',
  sigmoid: 'torch.sigmoid(x)',
  relu6: 'F.relu6(x)',
  elu: 'F.elu(x)',
  selu: 'F.selu(x)',
  gelu: 'F.gelu(x)',
  geluTanh: "F.gelu(x, approximate='tanh')",
  swish: 'F.silu(x)',
  softplus: 'F.softplus(x)',
  hardSigmoid: 'F.hardsigmoid(x)',
};

const activationCases = Object.entries(ACTIVATIONS)
  .map(([name, expression]) => `    if name == '${name}':\n        return ${expression}`)
  .join('\n');

/** The bodies; what stands before them is written by `layerFunctions`. */
const BODIES: Readonly<Record<LayerKind, string>> = {
  dense: `    return use.biased(x @ use.kernel())`,
  conv2d: `    stride = layer.get('stride', 1)
    x = F.pad(first(x), border(x, layer['kernel'], stride, layer.get('padding', 'same')))
    return use.biased(last(F.conv2d(x, use.kernel().permute(3, 2, 0, 1).contiguous(), stride=pair(stride))))`,
  depthwiseConv2d: `    stride, kernel = layer.get('stride', 1), use.kernel()
    x = F.pad(first(x), border(x, layer['kernel'], stride))
    return use.biased(last(F.conv2d(x, kernel.permute(2, 3, 0, 1).contiguous(), stride=pair(stride), groups=kernel.shape[2])))`,
  conv2dTranspose: `    # The gradient of a 'same' convolution: every pixel adds its kernel, and what falls on the border is cut.
    kernel, (down, across) = use.kernel(), pair(layer['stride'])
    height, width = x.shape[1] * down, x.shape[2] * across
    y = F.conv_transpose2d(first(x), kernel.permute(3, 2, 0, 1).contiguous(), stride=(down, across))
    top, left = same(height, kernel.shape[0], down)[0], same(width, kernel.shape[1], across)[0]
    y = F.pad(y, (0, max(0, left + width - y.shape[3]), 0, max(0, top + height - y.shape[2])))
    return use.biased(last(y[:, :, top:top + height, left:left + width]))`,
  embedding: `    return use.kernel()[x.reshape(len(x)).long()]`,
  reshape: `    return x.reshape(len(x), *layer['shape'])`,
  flatten: `    return x.reshape(len(x), -1)`,
  upsample: `    return x.repeat_interleave(2, 1).repeat_interleave(2, 2)`,
  resize: `    down, across = pair(layer['factor'])
    size = (round(x.shape[1] * down), round(x.shape[2] * across))
    return last(F.interpolate(first(x), size=size, mode='bilinear', align_corners=False))`,
  zeroPad: `    return F.pad(x, (0, 0, layer['left'], layer['right'], layer['top'], layer['bottom']))`,
  reflectionPad: `    sides = (layer['left'], layer['right'], layer['top'], layer['bottom'])
    return last(F.pad(first(x), sides, mode='reflect'))`,
  crop: `    return x[:, layer['top']:x.shape[1] - layer['bottom'], layer['left']:x.shape[2] - layer['right']]`,
  averagePool: `    size, stride = layer['size'], layer.get('stride', layer['size'])
    sides = border(x, size, stride, layer.get('padding', 'valid'))
    x = first(x)
    # Only pixels of the image count.
    inside = F.avg_pool2d(F.pad(torch.ones_like(x[:1, :1]), sides), pair(size), pair(stride))
    return last(F.avg_pool2d(F.pad(x, sides), pair(size), pair(stride)) / inside)`,
  maxPool: `    size, stride = layer['size'], layer.get('stride', layer['size'])
    sides = border(x, size, stride, layer.get('padding', 'valid'))
    return last(F.max_pool2d(F.pad(first(x), sides, value=-math.inf), pair(size), pair(stride)))`,
  globalAveragePool: `    return x.mean((1, 2))`,
  add: `    return sum(others, x)`,
  concat: `    return torch.cat([x, *others], -1)`,
  batchNorm: `    epsilon = layer.get('epsilon', ${BATCH_NORM_EPSILON})
    x = full(x)
    if use.mode == 'inference' or layer.get('frozen'):
        mean, variance = use.fixed('movingMean'), use.fixed('movingVariance')
    else:
        axes = tuple(range(x.dim() - 1))
        mean = use.mean(x.mean(axes))
        variance = use.mean((x - mean).square().mean(axes))
        if use.mode == 'training':
            # The moving variance follows the population's estimate.
            n, share = use.examples(x) * x[0].numel() / x.shape[-1], 1 - layer['momentum']
            use.fixed('movingMean').lerp_(mean.detach(), share)
            use.fixed('movingVariance').lerp_(variance.detach() * (n / (n - 1) if n > 1 else 1), share)
    return (x - mean) / torch.sqrt(variance + epsilon) * use.weight('gamma') + use.weight('beta')`,
  layerNorm: `    return example_norm(use, x, tuple(range(1, x.dim())))`,
  instanceNorm: `    return example_norm(use, x, (1, 2))`,
  conditionalInstanceNorm: `    chosen, x = others[0].reshape(len(x)).long(), full(x)
    y = (x - x.mean((1, 2), True)) / torch.sqrt(x.var((1, 2), unbiased=False, keepdim=True) + ${EXAMPLE_NORM_EPSILON})
    gamma, beta = (use.weight(role)[chosen].reshape(len(x), 1, 1, -1) for role in ('gamma', 'beta'))
    return y * gamma + beta`,
  pixelNorm: `    x = full(x)
    return x / torch.sqrt(x.square().mean(-1, keepdim=True) + ${PIXEL_NORM_EPSILON})`,
  minibatchStd: `    x = full(x)
    mean = use.mean(x.mean(0))
    spread = torch.sqrt(use.mean((x - mean).square().mean(0)) + 1e-8).mean()
    return torch.cat([x, spread.expand(*x.shape[:-1], 1)], -1)`,
  activation: `    name = layer['fn']
${activationCases}
    raise RunError(f'There is no activation {name}.')`,
  prelu: `    return torch.where(x > 0, x, use.weight('alpha') * x)`,
  softmax: `    return torch.softmax(x, -1)`,
  dropout: `    return use.dropped(x, layer['rate'])`,
};

const EXAMPLE_NORM = `def example_norm(use, x, axes):
    """Normalization of each example by itself."""
    x = full(x)
    y = (x - x.mean(axes, True)) / torch.sqrt(x.var(axes, unbiased=False, keepdim=True) + ${EXAMPLE_NORM_EPSILON})
    return y * use.weight('gamma') + use.weight('beta')`;

const NEED_EXAMPLE_NORM: readonly LayerKind[] = ['layerNorm', 'instanceNorm'];
const TAKE_SEVERAL: readonly LayerKind[] = ['add', 'concat', 'conditionalInstanceNorm'];

/** Definitions of these kinds and the table of them, as code; the order is that of the core's list. */
export function layerFunctions(kinds: ReadonlySet<string>): string {
  const used = Object.entries(BODIES).filter(([kind]) => kinds.has(kind));
  const several = (kind: string): string => (TAKE_SEVERAL.some((known) => known === kind) ? ', *others' : '');
  const functions = used.map(([kind, body]) => `def layer_${kind}(use, layer, x${several(kind)}):\n${body}`);
  const table = used.map(([kind]) => `    '${kind}': layer_${kind},`);
  return [
    ...(NEED_EXAMPLE_NORM.some((kind) => kinds.has(kind)) ? [EXAMPLE_NORM] : []),
    ...functions,
    ['LAYERS = {', ...table, '}'].join('\n'),
  ].join('\n\n\n');
}
