// Operators that normalize one example, a channel of it, or a pixel: with an epsilon of their own.
import { EXAMPLE_NORM_EPSILON, PIXEL_NORM_EPSILON } from '../../core/network';
import { volume } from '../../graph/graph';
import type { OnnxSite } from './site';
import { channelsOf, type Flow } from './values';

/** What goes in, scaled so that the epsilon of the norm here counts as the operator's own. */
function scaled(site: OnnxSite, flow: Flow, known: number): Flow {
  const epsilon = site.float('epsilon', 1e-5);
  if (!(epsilon > 0 && epsilon < 1e6)) return site.refuse(`its epsilon is ${epsilon}; one above 0 is known`);
  return Math.abs(epsilon / known - 1) < 1e-5 ? flow : site.affineAll(flow, Math.sqrt(known / epsilon), 0);
}

/** Each pixel less the mean of its channels, over their deviation: a convolution of pixels, then what normalizes squares. */
function channelNorm(site: OnnxSite, flow: Flow): Flow {
  const channels = channelsOf(flow);
  const weights = Float32Array.from(
    { length: channels * channels },
    (_, i) => Number(Math.floor(i / channels) === i % channels) - 1 / channels,
  );
  const bias = new Float32Array(channels);
  const window = { kernel: [1, 1], stride: [1, 1], padding: 'valid' } as const;
  const centred = site.same(flow, { kind: 'conv2d', weights, bias, relu: false, ...window });
  const made = site.same(scaled(site, centred, PIXEL_NORM_EPSILON), { kind: 'pixelNorm' });
  return site.affine(made, site.perChannel(1, flow), site.has(2) ? site.perChannel(2, flow) : bias);
}

export function instanceNorm(site: OnnxSite): Flow {
  const flow = site.image(0);
  const [gamma, beta] = [
    site.perChannel(1, { ...flow, layout: 'last' }),
    site.perChannel(2, { ...flow, layout: 'last' }),
  ];
  return site.same(scaled(site, flow, EXAMPLE_NORM_EPSILON), {
    kind: 'exampleNorm',
    over: 'instance',
    gamma,
    beta,
  });
}

/** Numbers over all of an image channels first as one for each channel; refuses where pixels differ. */
function byChannel(site: OnnxSite, flow: Flow, numbers: Float32Array): Float32Array {
  if (flow.shape.length === 1 && numbers.length === channelsOf(flow)) return numbers;
  const pixels = numbers.length / channelsOf(flow);
  if (numbers.length !== volume(flow.shape))
    return site.broken(`${site.label} has ${numbers.length} factors for ${volume(flow.shape)} numbers`);
  const made = Float32Array.from({ length: channelsOf(flow) }, (_, c) => numbers[c * pixels]);
  if (numbers.some((n, i) => n !== made[Math.floor(i / pixels)]))
    return site.refuse('it has a factor of its own for each pixel');
  return made;
}

export function layerNorm(site: OnnxSite): Flow {
  const flow = site.flow(0);
  const axis = site.int('axis', -1);
  const first = axis < 0 ? axis + flow.shape.length + 1 : axis;
  if (flow.layout === 'last' && first === 3) return channelNorm(site, flow);
  if (first !== 1 || (flow.layout !== 'rows' && flow.layout !== 'first'))
    return site.refuse(
      `it normalizes from the axis ${axis} on; all of one example, or the channels where they are last, are known`,
    );
  const gamma = byChannel(site, flow, site.weights(1));
  const beta = site.has(2) ? byChannel(site, flow, site.weights(2)) : new Float32Array(gamma.length);
  return site.same(scaled(site, flow, EXAMPLE_NORM_EPSILON), {
    kind: 'exampleNorm',
    over: 'layer',
    gamma,
    beta,
  });
}
