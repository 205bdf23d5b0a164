// Operators without learned kernels: activations, sums, pools, enlarging, normalizations of one example, class vectors.
import type { CurveFn } from '../../core/network';
import { volume } from '../../graph/graph';
import { SELU } from '../../graph/curves';
import { padded, padsOf, windowOf } from './kernels';
import type { NodePart, OnnxSite } from './site';
import { channelsOf, ownAxis, type Flow } from './values';

export const curve =
  (fn: CurveFn) =>
  (site: OnnxSite): Flow =>
    site.same(site.flow(0), { kind: 'curve', fn });

export const relu = (site: OnnxSite): Flow => site.same(site.flow(0), { kind: 'relu' });

const close = (a: number, b: number): boolean => Math.abs(a - b) <= 1e-4 * Math.max(1, Math.abs(b));

export function leakyRelu(site: OnnxSite): Flow {
  const alpha = site.float('alpha', 0.01);
  return site.same(
    site.flow(0),
    alpha === 0 ? { kind: 'relu' } : { kind: 'leakyRelu', alpha: Number(alpha.toPrecision(7)) },
  );
}

export function prelu(site: OnnxSite): Flow {
  const flow = site.flow(0);
  return site.same(flow, { kind: 'prelu', slopes: site.perChannel(1, flow) });
}

export function elu(site: OnnxSite): Flow {
  const alpha = site.float('alpha', 1);
  const made = curve('elu')(site);
  // Below zero the slope of a leaky rectifier stretches an ELU of 1.
  return close(alpha, 1) ? made : site.same(made, { kind: 'leakyRelu', alpha: Number(alpha.toPrecision(7)) });
}

export function selu(site: OnnxSite): Flow {
  const [alpha, gamma] = [site.float('alpha', SELU.alpha), site.float('gamma', SELU.scale)];
  if (close(alpha, SELU.alpha) && close(gamma, SELU.scale)) return curve('selu')(site);
  return site.refuse(`its alpha is ${alpha} and its gamma ${gamma}; those of SELU are known`);
}

/** A line from 0 to 1: that of x / 6 + 0.5 over what is multiplied and added before it. */
function ramp(site: OnnxSite, flow: Flow, slope: number, addend: number): Flow {
  const [factor, shift] = [6 * slope, 6 * (addend - 0.5)];
  const before = close(factor, 1) && close(shift, 0) ? flow : site.affineAll(flow, factor, shift);
  return site.same(before, { kind: 'curve', fn: 'hardSigmoid' });
}

export const hardSigmoid = (site: OnnxSite): Flow =>
  ramp(site, site.flow(0), site.float('alpha', 0.2), site.float('beta', 0.5));

export function clip(site: OnnxSite): Flow {
  const flow = site.flow(0);
  const bound = (index: number, name: string, free: number): number =>
    site.has(index) ? site.number(index) : site.float(name, free);
  const [low, high] = [bound(1, 'min', -Infinity), bound(2, 'max', Infinity)];
  if (low === 0 && high === 6) return site.same(flow, { kind: 'curve', fn: 'relu6' });
  if (low === 0 && high > 1e30) return site.same(flow, { kind: 'relu' });
  const size = high - low;
  if (!(size > 0 && size < 1e6)) return site.refuse(`it cuts off below ${low} and above ${high}`);
  const made = ramp(site, flow, 1 / size, -low / size);
  return size === 1 && low === 0 ? made : site.affineAll(made, size, low);
}

export function softmax(site: OnnxSite): Flow {
  const flow = site.flow(0);
  const axis = site.int('axis', -1);
  if (flow.layout === 'turned' || ownAxis(flow, axis) !== flow.shape.length - 1)
    return site.refuse(`it sums along the axis ${axis}; that of the channels is known`);
  return site.same(flow, { kind: 'softmax' });
}

/** A sum of two values, or of one and a constant. @param sign of the second */
export const sum =
  (sign: 1 | -1) =>
  (site: OnnxSite): Flow => {
    const [a, b] = [site.value(0), site.value(1)];
    if (a.kind === 'flow' && b.kind === 'flow') {
      if (sign < 0) return site.refuse('it subtracts two values');
      if (a.shape.join() !== b.shape.join() || a.layout !== b.layout)
        return site.refuse('it adds values of other shapes');
      return site.emit(a, { kind: 'add' }, a.shape, a.layout, [b]);
    }
    const at = a.kind === 'flow' ? 1 : 0;
    const flow = site.flow(1 - at);
    const numbers = site.perChannel(at, flow);
    const [factor, addend] = [at === 0 ? sign : 1, at === 0 ? 1 : sign];
    return site.affine(
      flow,
      new Float32Array(numbers.length).fill(factor),
      numbers.map((n) => addend * n),
    );
  };

export function sumOfAll(site: OnnxSite): Flow {
  return site.node.inputs.length === 2
    ? sum(1)(site)
    : site.refuse(`it adds ${site.node.inputs.length} values; two are known`);
}

export function product(site: OnnxSite): Flow {
  const at = site.value(0).kind === 'held' ? 0 : 1;
  if (site.value(at).kind === 'flow') return site.refuse('it multiplies two values');
  const flow = site.flow(1 - at);
  return site.affine(flow, site.perChannel(at, flow), new Float32Array(channelsOf(flow)));
}

export function quotient(site: OnnxSite): Flow {
  if (site.value(1).kind === 'flow') return site.refuse('it divides by a value');
  const flow = site.flow(0);
  return site.affine(
    flow,
    site.perChannel(1, flow).map((n) => 1 / n),
    new Float32Array(channelsOf(flow)),
  );
}

export const negative = (site: OnnxSite): Flow => site.affineAll(site.flow(0), -1, 0);

export const pool =
  (kind: 'averagePool' | 'maxPool') =>
  (site: OnnxSite): Flow => {
    const flow = site.image(0);
    const [tall, wide] = site.ints('kernel_shape') ?? [0, 0];
    const { kernel, stride } = windowOf(site, [tall, wide]);
    const pads = padsOf(site, flow.shape, kernel, stride);
    if (site.int('ceil_mode', 0) !== 0) return site.refuse('it rounds sizes up');
    const sides = [0, 1].map(
      (axis) =>
        Math.floor((flow.shape[axis] + pads[axis][0] + pads[axis][1] - kernel[axis]) / stride[axis]) + 1,
    );
    if (Math.min(...sides) < 1) return site.broken(`${site.label} has a window larger than the image`);
    const output = [...sides, channelsOf(flow)];
    if (pads.flat().every((n) => n === 0))
      return site.emit(flow, { kind, kernel, stride, padding: 'valid' }, output);
    const counts = kind === 'averagePool' && site.int('count_include_pad', 0) === 1;
    if (counts)
      return site.emit(padded(site, flow, pads), { kind, kernel, stride, padding: 'valid' }, output);
    const part = { kind, kernel, stride, padding: 'same' } as const;
    const made = flow.shape.slice(0, 2).map((side, axis) => Math.ceil(side / stride[axis]));
    const same = [0, 1].every(
      (axis) =>
        Math.max(0, (made[axis] - 1) * stride[axis] + kernel[axis] - flow.shape[axis]) >> 1 === pads[axis][0],
    );
    if (!same || made.join() !== sides.join()) return site.refuse('it has borders that no pool here has');
    return site.emit(flow, part, output);
  };

export function globalPool(site: OnnxSite): Flow {
  const flow = site.image(0);
  const kernel = [flow.shape[0], flow.shape[1]] as const;
  return site.emit(flow, { kind: 'averagePool', kernel, stride: kernel, padding: 'valid' }, [
    1,
    1,
    channelsOf(flow),
  ]);
}

/** Factors by which an operator enlarges rows and columns. */
function factorsOf(site: OnnxSite, flow: Flow): readonly [number, number] {
  const last = site.node.inputs.length - 1;
  const scales =
    site.has(last) && last < 3 ? site.numbers(last) : (site.node.attributes.floats.get('scales') ?? []);
  const sizes = last === 3 && site.has(3) ? site.sizes(3) : null;
  const all = sizes
    ? sizes.slice(-2).map((size, axis) => size / flow.shape[axis])
    : Array.from(scales.slice(-2));
  const others = sizes ? [] : Array.from(scales.slice(0, -2));
  const [down, across] = all;
  if (!(down > 0 && across > 0) || others.some((n) => n !== 1))
    return site.refuse('it enlarges something else than rows and columns');
  const said = flow.shape.slice(0, 2).map((side, axis) => Math.floor(side * all[axis] + 1e-6));
  return [said[0] / flow.shape[0], said[1] / flow.shape[1]];
}

function nearest(site: OnnxSite, flow: Flow, factor: number): Flow {
  const [height, width, channels] = flow.shape;
  if (Number.isInteger(Math.log2(factor))) {
    let made = flow;
    for (let sides = 1; sides < factor; sides *= 2)
      made = site.emit(made, { kind: 'upsample' }, [2 * sides * height, 2 * sides * width, channels]);
    return made;
  }
  if (factor * factor * channels * channels > 2 ** 22)
    return site.refuse(`it enlarges ${channels} channels ${factor} times`);
  // A transposed convolution whose kernel repeats each pixel, channel by channel.
  const weights = Float32Array.from({ length: channels * factor * factor * channels }, (_, i) =>
    Math.floor(i / channels / factor / factor) === i % channels ? 1 : 0,
  );
  const kernel = [factor, factor] as const;
  const bias = new Float32Array(channels);
  const part: NodePart = { kind: 'conv2dTranspose', kernel, stride: kernel, weights, bias, relu: false };
  return site.emit(flow, part, [factor * height, factor * width, channels]);
}

export function resize(site: OnnxSite): Flow {
  const flow = site.image(0);
  const [down, across] = factorsOf(site, flow);
  const mode = site.text('mode', 'nearest');
  const place = site.text(
    'coordinate_transformation_mode',
    site.node.op === 'Upsample' ? 'asymmetric' : 'half_pixel',
  );
  if (mode === 'nearest') {
    if (down !== across || !Number.isInteger(down))
      return site.refuse(
        `it enlarges ${down} x ${across} times by the nearest pixel; one whole number for both sides is known`,
      );
    const rounding = site.text('nearest_mode', site.node.op === 'Upsample' ? 'floor' : 'round_prefer_floor');
    const alike = place.includes('half_pixel')
      ? rounding.startsWith('round')
      : rounding === 'floor' || down <= 2;
    if (place === 'align_corners' || (!alike && down > 1) || rounding === 'ceil')
      return site.refuse(`it takes the nearest pixel by ${place.slice(0, 40)} and ${rounding.slice(0, 40)}`);
    return nearest(site, flow, down);
  }
  const centres = place === 'half_pixel' || place === 'pytorch_half_pixel';
  if ((mode !== 'linear' && mode !== 'bilinear') || !centres)
    return site.refuse(
      `it interpolates by ${mode.slice(0, 40)} and ${place.slice(0, 40)}; linear with half_pixel is known`,
    );
  const [height, width, channels] = flow.shape;
  return site.emit(flow, { kind: 'resize' }, [height * down, width * across, channels]);
}

/** The row of a constant table that a class index picks. */
export function gather(site: OnnxSite): Flow {
  const flow = site.flow(1);
  const { shape } = site.tensor(0);
  if (shape.length !== 2 || site.int('axis', 0) !== 0 || volume(flow.shape) !== 1)
    return site.refuse('it picks something else than the vector of one class');
  const table = site.numbers(0);
  return site.emit(flow, { kind: 'embedding', table }, [shape[1]], 'rows');
}

/** What a file leaves as it is. */
export const pass = (site: OnnxSite): Flow => site.flow(0);
