// Networks that grow with the size of the pictures (Karras et al. 2018, https://arxiv.org/abs/1710.10196, table 2 and figure 2):
// every size has a block, and a way from maps to pixels or back. A layer has the same id at every size, so that its weights go
// over. All draw and see pictures of full size: smaller ones are doubled, or averaged, outside of what learns. Weights are
// not scaled while they learn, as the paper's are; they start as He et al. 2015 have them.
import { grownPart, halvings, type GrowthPart } from '../../core/growth';
import type { Initializer, LayerSpec, NetworkNode, NetworkSpec } from '../../core/network';
import type { ImageShape } from '../define';
import { LEAKY, TANH } from './blocks';

export interface GrowingSettings {
  /** Of the pictures once all has grown. */
  readonly shape: ImageShape;
  readonly latentSize: number;
  /** Channels of the maps next to the largest pictures; each smaller size has twice as many. */
  readonly channels: number;
  /** No map has more. */
  readonly mostChannels: number;
}

const INPUT = 'input';
const POOL: LayerSpec = { kind: 'averagePool', size: 2 };
const DOUBLE: LayerSpec = { kind: 'upsample' };
const LEAKY_GAIN = 2 / (1 + 0.2 ** 2);

/** Weights that keep the variance of what goes in through a leaky rectifier. */
const he = (inputs: number): Initializer => ({
  kind: 'normal',
  standardDeviation: Math.sqrt(LEAKY_GAIN / inputs),
});

const conv = (filters: number, kernel: number, inputs: number): LayerSpec => ({
  ...{ kind: 'conv2d', filters, kernel },
  init: he(kernel * kernel * inputs),
});

/** Nodes under ids that do not depend on how many there are. */
class Nodes {
  readonly nodes: NetworkNode[] = [];

  /** Layers one after the other; ids come from `name`, with the layer's kind where one name has several. @returns the last one's */
  add(name: string, from: string, ...layers: readonly LayerSpec[]): string {
    return layers.reduce((value, layer, i) => {
      const id = i === 0 ? name : `${name}_${layer.kind}${i}`;
      this.nodes.push({ ...layer, id, from: [value] });
      return id;
    }, from);
  }

  /**
   * The old value and the new one, each times its share. The shares are the weights of two layers that do not learn: whoever trains
   * sets them (`fadeWeights`).
   */
  blend(stage: number, before: string, now: string): string {
    const scale: LayerSpec = { kind: 'depthwiseConv2d', kernel: 1, useBias: false };
    const parts = [
      ['fadeOut', before],
      ['fadeIn', now],
    ] as const;
    for (const [name, from] of parts)
      this.nodes.push({ ...scale, id: `${name}_${stage}`, from: [from], frozen: true });
    const id = `faded_${stage}`;
    this.nodes.push({ kind: 'add', id, from: parts.map(([name]) => `${name}_${stage}`) });
    return id;
  }
}

/** The weights that hold the shares of what is faded: by their names in the network, what of the new size counts. */
export const fadeWeights = ({ stage }: GrowthPart) =>
  ({ before: `fadeOut_${stage}/kernel`, now: `fadeIn_${stage}/kernel` }) as const;

const widths = ({ shape, channels, mostChannels }: GrowingSettings): readonly number[] => {
  const most = halvings(shape);
  return Array.from({ length: most + 1 }, (_, stage) =>
    Math.min(mostChannels, channels * 2 ** (most - stage)),
  );
};

const times = (count: number, layer: LayerSpec): readonly LayerSpec[] =>
  Array.from({ length: count }, () => layer);

/** Latents to pictures of full size in [-1, 1]. */
export function growingGenerator(
  settings: GrowingSettings,
  { stage, fading }: GrowthPart = grownPart({ stages: halvings(settings.shape) + 1 }),
): NetworkSpec {
  const { shape, latentSize } = settings;
  const most = halvings(shape);
  const filters = widths(settings);
  const [height, width] = [shape[0] / 2 ** most, shape[1] / 2 ** most];
  const net = new Nodes();
  const after = [LEAKY, { kind: 'pixelNorm' }] as const;
  const convolution = (size: number, at: number, from: string): string =>
    net.add(`conv${at}_${size}`, from, conv(filters[size], 3, filters[at === 1 ? size - 1 : size]), ...after);
  const toPixels = (size: number, from: string): string =>
    net.add(`toPixels_${size}`, from, conv(shape[2], 1, filters[size]));
  const first = net.add(
    'dense_0',
    INPUT,
    { kind: 'dense', units: height * width * filters[0], init: he(latentSize) },
    { kind: 'reshape', shape: [height, width, filters[0]] },
    ...after,
  );
  let value = convolution(0, 2, first);
  let before = value;
  for (let size = 1; size <= stage; size++) {
    before = value;
    const doubled = net.add(`double_${size}`, value, DOUBLE);
    value = convolution(size, 2, convolution(size, 1, doubled));
  }
  let pixels = toPixels(stage, value);
  if (fading) {
    const old = net.add(`doublePixels_${stage}`, toPixels(stage - 1, before), DOUBLE);
    pixels = net.blend(stage, old, pixels);
  }
  const drawn = net.add('pixels', pixels, TANH, ...times(most - stage, DOUBLE));
  const inputs = [{ name: INPUT, shape: [latentSize] }];
  return { name: 'generator', inputs, nodes: net.nodes, outputs: [drawn] };
}

/** Pictures of full size in [-1, 1] to a logit. */
export function growingDiscriminator(
  settings: GrowingSettings,
  { stage, fading }: GrowthPart = grownPart({ stages: halvings(settings.shape) + 1 }),
): NetworkSpec {
  const { shape } = settings;
  const most = halvings(shape);
  const filters = widths(settings);
  const net = new Nodes();
  const fromPixels = (size: number, from: string): string =>
    net.add(`fromPixels_${size}`, from, conv(filters[size], 1, shape[2]), LEAKY);
  const convolution = (size: number, at: number, from: string): string =>
    net.add(`conv${at}_${size}`, from, conv(filters[at === 2 ? size - 1 : size], 3, filters[size]), LEAKY);
  const seen = net.add('seen', INPUT, ...times(most - stage, POOL));
  let value = fromPixels(stage, seen);
  for (let size = stage; size > 0; size--) {
    value = net.add(`pool_${size}`, convolution(size, 2, convolution(size, 1, value)), POOL);
    if (!fading || size < stage) continue;
    const old = fromPixels(stage - 1, net.add(`poolPixels_${stage}`, seen, POOL));
    value = net.blend(stage, old, value);
  }
  const [last] = filters;
  const compared = net.add('minibatchStd', value, { kind: 'minibatchStd' });
  const convolved = net.add('conv1_0', compared, conv(last, 3, last + 1), LEAKY);
  const volume = last * (shape[0] / 2 ** most) * (shape[1] / 2 ** most);
  const judged = net.add(
    'dense_0',
    net.add('flatten', convolved, { kind: 'flatten' }),
    { kind: 'dense', units: last, init: he(volume) },
    LEAKY,
  );
  const scored = net.add('dense_1', judged, { kind: 'dense', units: 1, init: he(last) });
  const inputs = [{ name: INPUT, shape }];
  return { name: 'discriminator', inputs, nodes: net.nodes, outputs: [scored], shownActivation: 'sigmoid' };
}
