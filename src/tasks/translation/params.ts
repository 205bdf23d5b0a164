// Settings that tasks from image to image share, and the networks that they describe. No weights.
import { numberParam, type ParamSpec, type ParamValues } from '../../core/paramSpec';
import type { NetworkSpec } from '../../core/network';
import type { ImageShape } from '../../models/define';
import { fittingDepth, type ImageNetworkSettings } from '../../models/networks/blocks';
import { fittingHalvings, patchGan, receptiveField } from '../../models/networks/patchGan';
import { resnet } from '../../models/networks/resnet';
import { unet } from '../../models/networks/unet';

const NORMALIZATIONS = ['instance', 'batch', 'none'] as const;
/** How deep a network is made by itself: a ResNet works on maps of a quarter of the side. */
const MOST_DEPTH = { unet: 6, resnet: 2 } as const;

export interface NetworkDefaults {
  readonly generator: 'unet' | 'resnet';
  readonly width: number;
  readonly patchWidth: number;
  readonly blocks: number;
  readonly normalization: (typeof NORMALIZATIONS)[number];
}

/** Fields for both networks. */
export const networkParams = (defaults: NetworkDefaults): readonly ParamSpec[] => [
  {
    id: 'generator',
    kind: 'choice',
    label: 'Generator',
    group: 'Networks',
    default: defaults.generator,
    choices: [
      { value: 'unet', label: 'U-Net: details pass beside the narrow middle' },
      { value: 'resnet', label: 'ResNet: blocks that add what they change' },
    ],
    help: 'A U-Net keeps every line in its place; a ResNet changes shapes more freely and takes longer.',
  },
  {
    id: 'width',
    kind: 'integer',
    label: 'Width of generators',
    group: 'Networks',
    min: 1,
    max: 128,
    default: defaults.width,
    scale: 'log',
    unit: 'channels',
    help: 'Channels of the largest map; twice as many take about four times as long.',
  },
  {
    id: 'depth',
    kind: 'integer',
    label: 'Depth',
    group: 'Networks',
    min: 0,
    max: 8,
    default: 0,
    unit: 'halvings',
    help: 'How often the generator halves the sides of a picture; 0 lets the picture’s size decide.',
  },
  {
    id: 'blocks',
    kind: 'integer',
    label: 'Residual blocks',
    group: 'Networks',
    min: 0,
    max: 16,
    default: defaults.blocks,
    help: 'Blocks in the middle of a ResNet; a U-Net has none.',
  },
  {
    id: 'normalization',
    kind: 'choice',
    label: 'Normalization',
    group: 'Networks',
    default: defaults.normalization,
    choices: [
      { value: 'instance', label: 'Each picture by itself (instance)' },
      { value: 'batch', label: 'Over the batch' },
      { value: 'none', label: 'None' },
    ],
    help: 'What keeps the numbers inside all networks in range; instance normalization suits pictures of many looks.',
  },
  {
    id: 'patch',
    kind: 'choice',
    label: 'Patches judged',
    group: 'Networks',
    default: 'fit',
    choices: [
      { value: 'fit', label: 'The largest that fit the picture' },
      ...[0, 1, 2, 3].map((halvings) => {
        const side = receptiveField(halvings);
        return { value: String(side), label: `${side} x ${side} pixels` };
      }),
    ],
    help: 'Side of the squares that the discriminator scores one by one: small ones judge texture, large ones shape.',
  },
  {
    id: 'patchWidth',
    kind: 'integer',
    label: 'Width of discriminators',
    group: 'Networks',
    min: 1,
    max: 128,
    default: defaults.patchWidth,
    scale: 'log',
    unit: 'channels',
    help: 'Channels of the discriminator’s first map.',
  },
];

const normalizationOf = ({ normalization }: ParamValues): ImageNetworkSettings['normalization'] =>
  NORMALIZATIONS.find((choice) => choice === normalization) ?? 'instance';

/** The generator from pictures of `shape` to pictures of as large sides, as the parameters have it. */
export function generatorSpec(
  name: string,
  params: ParamValues,
  shape: ImageShape,
  channels = shape[2],
): NetworkSpec {
  const kind = params.generator === 'resnet' ? 'resnet' : 'unet';
  const depth = numberParam(params, 'depth') || fittingDepth(shape, MOST_DEPTH[kind]);
  const settings: ImageNetworkSettings = {
    ...{ shape, channels, depth, width: numberParam(params, 'width') },
    normalization: normalizationOf(params),
  };
  const spec =
    kind === 'resnet' ? resnet({ ...settings, blocks: numberParam(params, 'blocks') }) : unet(settings);
  return { ...spec, name };
}

/** The discriminator of patches of pictures of this shape. */
export function patchSpec(name: string, params: ParamValues, shape: ImageShape): NetworkSpec {
  const chosen = [0, 1, 2, 3].find((halvings) => String(receptiveField(halvings)) === params.patch);
  return patchGan(name, {
    ...{ shape, width: numberParam(params, 'patchWidth'), halvings: chosen ?? fittingHalvings(shape) },
    normalization: normalizationOf(params),
  });
}
