// What may become the light model for colour: pairs of networks as data, each the base with something changed, and the models
// that are offered already. Nothing is trained here.
import { chain, type LayerSpec } from '../../src/core/network';
import { models } from '../../src/models';
import { defineModel, type ModelDefinition } from '../../src/models/define';

export interface Candidate {
  readonly name: string;
  readonly model: ModelDefinition;
  /** By the names of links, beside what the model recommends. */
  readonly settings: Readonly<Record<string, unknown>>;
}

/** A generator that doubles its maps up to the picture, and a discriminator that halves them. */
interface Pyramid {
  readonly latent: number;
  /** Units of the dense layer before the first maps; 0 for none. */
  readonly hidden: number;
  /** Channels of the first maps, and after each doubling but the last, which makes the picture. */
  readonly maps: readonly number[];
  readonly up: 'nearest' | 'transposed';
  /** Side of the generator's kernels where it doubles by repeating. */
  readonly kernel: number;
  /** Channels of one more convolution at full size; 0 for none. */
  readonly fine: number;
  /** Channels after each halving. */
  readonly judges: readonly number[];
  readonly judgeKernel: number;
  /** Units of the dense layer before the discriminator's score; 0 for none. */
  readonly judgeHidden: number;
}

const BASE: Pyramid = {
  ...{ latent: 64, hidden: 256, maps: [64, 48, 32], up: 'nearest', kernel: 3, fine: 0 },
  ...{ judges: [16, 32, 64], judgeKernel: 4, judgeHidden: 128 },
};
const SETTINGS = { batch: 32, learningRateG: 2e-3, learningRateD: 2e-3, beta1: 0.5, emaDecay: 0.99 };

const norm: LayerSpec = { kind: 'batchNorm', momentum: 0.8 };
const relu: LayerSpec = { kind: 'activation', fn: 'relu' };
const leaky: LayerSpec = { kind: 'activation', fn: 'leakyRelu', alpha: 0.2 };
const tanh: LayerSpec = { kind: 'activation', fn: 'tanh' };

function pyramid(id: string, parts: Pyramid): ModelDefinition {
  const { latent, hidden, maps, up, kernel, fine, judges, judgeKernel, judgeHidden } = parts;
  const doubled = (filters: number): readonly LayerSpec[] =>
    up === 'nearest'
      ? [{ kind: 'upsample' }, { kind: 'conv2d', filters, kernel }]
      : [{ kind: 'conv2dTranspose', filters, kernel: 4, stride: 2 }];
  return defineModel({
    ...{ id, label: id, help: '', paper: '', normalizesD: true },
    params: [
      {
        id: 'latentSize',
        kind: 'integer',
        label: 'Latent size',
        min: 2,
        max: 512,
        default: latent,
        help: '',
      },
    ],
    recommended: SETTINGS,
    buildGenerator([height, width, channels]) {
      const times = 2 ** maps.length;
      const [h, w] = [height / times, width / times];
      return chain(
        'generator',
        [latent],
        [
          ...(hidden > 0 ? [{ kind: 'dense', units: hidden } as const, norm, relu] : []),
          { kind: 'dense', units: h * w * maps[0] },
          norm,
          relu,
          { kind: 'reshape', shape: [h, w, maps[0]] },
          ...maps.slice(1).flatMap((filters) => [...doubled(filters), norm, relu]),
          ...(fine > 0 ? [...doubled(fine), norm, relu] : []),
          ...(fine > 0 ? [{ kind: 'conv2d', filters: channels, kernel } as const] : doubled(channels)),
          tanh,
        ],
      );
    },
    buildDiscriminator: (shape) =>
      chain(
        'discriminator',
        shape,
        [
          ...judges.flatMap((filters, i) => [
            { kind: 'conv2d', filters, kernel: judgeKernel, stride: 2 } as const,
            ...(i > 0 ? [norm] : []),
            leaky,
          ]),
          { kind: 'flatten' },
          ...(judgeHidden > 0 ? [{ kind: 'dense', units: judgeHidden } as const, norm, leaky] : []),
          { kind: 'dense', units: 1 },
        ],
        { shownActivation: 'sigmoid' },
      ),
  });
}

const rates = (rate: number) => ({ learningRateG: rate, learningRateD: rate });

const offered = (id: string): Candidate => {
  const model = models.find((one) => one.id === id);
  if (!model) throw new TypeError(`There is no model ${id}`);
  return { name: id, model, settings: {} };
};

let made = 0;
const changed = (
  name: string,
  parts: Partial<Pyramid> = {},
  settings: Candidate['settings'] = {},
): Candidate => ({ name, model: pyramid(`candidate-${++made}`, { ...BASE, ...parts }), settings });

const NARROWER = { maps: [48, 32, 24], judges: [12, 24, 48] };
const FLAT = { hidden: 0, judgeHidden: 0 };

export const CANDIDATES: readonly Candidate[] = [
  ...['dcgan-light', 'dcgan-colour', 'dcgan-radford', 'lw-gan'].map(offered),
  { ...offered('dcgan-colour'), name: 'dcgan-colour, width 2', settings: { 'model.width': 2 } },
  { ...offered('dcgan-colour'), name: 'dcgan-colour, rate 0.001', settings: rates(1e-3) },
  changed('base'),
  changed('rate 0.004', {}, rates(4e-3)),
  changed('batch 16', {}, { batch: 16 }),
  changed('batch 64', {}, { batch: 64 }),
  changed('from 4 x 4', { maps: [128, 64, 48, 32] }),
  changed('narrower', NARROWER),
  changed('wider', { maps: [96, 64, 48], judges: [24, 48, 96] }),
  changed('flat', FLAT),
  changed('transposed', { up: 'transposed' }),
  changed('fine', { fine: 16 }),
  changed('deeper judge', { judges: [16, 32, 64, 128] }),
  changed('judge without norm', {}, { normD: 'none' }),
  changed('hinge and spectral norm', {}, { normD: 'none', spectralNorm: true, loss: 'hinge' }),
  // What helped by itself, together.
  changed('narrower and flat', { ...NARROWER, ...FLAT }),
  changed('narrowest and flat', { maps: [32, 24, 16], judges: [8, 16, 32], ...FLAT }),
  changed('narrower, flat, judge without norm', { ...NARROWER, ...FLAT }, { normD: 'none' }),
  changed('narrower, flat, deeper judge', { ...NARROWER, ...FLAT, judges: [12, 24, 48, 96] }),
  changed('narrower, flat, batch 16', { ...NARROWER, ...FLAT }, { batch: 16 }),
  changed('narrower, flat, rate 0.001', { ...NARROWER, ...FLAT }, rates(1e-3)),
];
