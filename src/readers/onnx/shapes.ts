// Operators that only move numbers: reshape, flatten, transpose, slices, borders, enlarging, joining.
import { volume } from '../../graph/graph';
import type { Shape } from '../../core/network';
import { cropped, padded } from './kernels';
import type { OnnxSite } from './site';
import { tensorOf, type OnnxTensor } from './tensor';
import { turnedBack } from './turning';
import { BATCH, channelsOf, fileShape, ownAxis, type Flow } from './values';

/** The sizes of a value as the file works with them. */
export function shape(site: OnnxSite): OnnxTensor {
  const sizes = [BATCH, ...fileShape(site.flow(0))];
  return tensorOf(site.node.outputs[0], [sizes.length], Float64Array.from(sizes));
}

const isTurn = (perm: readonly number[] | undefined, wanted: string): boolean => perm?.join() === wanted;

/** Whether all that takes the result turns an image of channels last to channels first. */
function turnsAtOnce(site: OnnxSite): boolean {
  const takers = site.walking.takers(site.node.outputs[0]);
  return (
    takers.length > 0 &&
    takers.every(({ op, attributes }) => op === 'Transpose' && isTurn(attributes.ints.get('perm'), '0,3,1,2'))
  );
}

/** Numbers in a row as an image of these sides as the file has them. */
function toImage(site: OnnxSite, flow: Flow, sides: Shape): Flow {
  const [channels, height, width] = sides;
  if (flow.layout === 'turned') {
    const same = flow.shape.join() === [height, width, channels].join();
    return same ? { ...flow, layout: 'first' } : site.refuse('it makes another image of what was one');
  }
  if (turnsAtOnce(site)) return site.emit(flow, { kind: 'reshape' }, sides, 'last');
  const own = [height, width, channels];
  if (channels === 1 || height * width === 1) return site.emit(flow, { kind: 'reshape' }, own, 'first');
  const turned = turnedBack(site.walking.nodes, flow.name, sides);
  if (!turned) return site.refuse('it makes an image of numbers that no dense layer has made');
  const image = site.emit(flow, { kind: 'reshape' }, own, 'first');
  for (const name of turned) site.walking.spent.add(name);
  return image;
}

function toRow(site: OnnxSite, flow: Flow): Flow {
  if (flow.layout === 'rows') return flow;
  if (flow.layout === 'last') return site.emit(flow, { kind: 'reshape' }, [volume(flow.shape)], 'rows');
  const [height, width, channels] = flow.shape;
  if (channels === 1 || height * width === 1)
    return site.emit(flow, { kind: 'reshape' }, [volume(flow.shape)], 'rows');
  return { ...flow, layout: 'turned' };
}

/** A value in another shape, said without its batch and as the file has it. */
function reshaped(site: OnnxSite, flow: Flow, sides: Shape): Flow {
  if (volume(sides) !== volume(flow.shape))
    return site.broken(`${site.label} makes [${sides.join(', ')}] of ${volume(flow.shape)} numbers`);
  if (sides.join() === fileShape(flow).join()) return flow;
  if (sides.length === 1) return toRow(site, flow);
  if (sides.length !== 3)
    return site.refuse(`it makes [${sides.join(', ')}] of an example; rows and images are known`);
  const row = flow.shape.length === 3 && flow.layout !== 'turned' ? toRow(site, flow) : flow;
  return toImage(site, row, sides);
}

export function reshape(site: OnnxSite): Flow {
  const flow = site.flow(0);
  const said = site.has(1) ? site.sizes(1) : (site.ints('shape') ?? []);
  const before = fileShape(flow);
  const [batch, ...sides] = said.map((n, i) => (n === 0 && i > 0 ? before[i - 1] : n));
  if (batch === undefined || sides.some((n) => n === undefined || !(n >= 1 || n === -1)))
    return site.refuse(`it makes the shape [${said.slice(0, 8).join(', ')}]`);
  const open = sides.filter((n) => n === -1).length;
  if (open > 1) return site.refuse('it leaves several sizes free');
  const known = volume(sides.filter((n) => n !== -1));
  return reshaped(
    site,
    flow,
    sides.map((n) => (n === -1 ? volume(flow.shape) / known : n)),
  );
}

export function flatten(site: OnnxSite): Flow {
  const flow = site.flow(0);
  const axis = site.int('axis', 1);
  if (axis !== 1 && axis !== -fileShape(flow).length)
    return site.refuse(`it flattens from the axis ${axis} on`);
  return toRow(site, flow);
}

const axesOf = (site: OnnxSite): readonly number[] =>
  site.has(1) ? site.sizes(1) : (site.ints('axes') ?? []);

export function squeeze(site: OnnxSite): Flow {
  const flow = site.flow(0);
  const sides = fileShape(flow);
  const axes = axesOf(site).map((n) => (n < 0 ? n + sides.length + 1 : n));
  return reshaped(
    site,
    flow,
    sides.filter((side, i) => side !== 1 || (axes.length > 0 && !axes.includes(i + 1))),
  );
}

export function unsqueeze(site: OnnxSite): Flow {
  const flow = site.flow(0);
  const sides = [...fileShape(flow)];
  const axes = axesOf(site);
  for (const axis of axes
    .map((n) => (n < 0 ? n + sides.length + 1 + axes.length : n))
    .toSorted((a, b) => a - b)) {
    if (axis < 1) return site.refuse('it puts an axis before the examples');
    sides.splice(axis - 1, 0, 1);
  }
  return reshaped(site, flow, sides);
}

export function turn(site: OnnxSite): Flow {
  const flow = site.flow(0);
  const perm = site.ints('perm');
  if (flow.layout === 'last' && isTurn(perm, '0,3,1,2')) return { ...flow, layout: 'first' };
  if (flow.layout === 'first' && isTurn(perm, '0,2,3,1')) return { ...flow, layout: 'last' };
  if (perm?.every((axis, i) => axis === i)) return flow;
  return site.refuse(`it turns axes round as [${perm?.slice(0, 8).join(', ') ?? 'all'}]`);
}

/** Numbers by axis for rows and columns of an image; refuses where other axes get any. */
function rowsAndColumns(site: OnnxSite, flow: Flow, axes: readonly number[], idle: (at: number) => boolean) {
  const places: [number, number] = [-1, -1];
  for (const [at, axis] of axes.entries()) {
    const own = ownAxis(flow, axis);
    if (flow.shape.length === 3 && (own === 0 || own === 1)) places[own] = at;
    else if (!idle(at)) return site.refuse(`it works along the axis ${axis}; rows and columns are known`);
  }
  return places;
}

export function slice(site: OnnxSite): Flow {
  const flow = site.flow(0);
  const list = (index: number, name: string): readonly number[] | undefined =>
    site.has(index) ? site.sizes(index) : site.ints(name);
  const starts = list(1, 'starts') ?? [];
  const ends = list(2, 'ends') ?? [];
  const axes = list(3, 'axes') ?? starts.map((_, i) => i);
  const steps = site.has(4) ? site.sizes(4) : [];
  if (steps.some((step) => step !== 1)) return site.refuse(`it takes every [${steps.join(', ')}]`);
  if (starts.length !== axes.length || ends.length !== axes.length)
    return site.broken(`${site.label} has no start or end for an axis`);
  const whole = (at: number): boolean => starts[at] === 0 && ends[at] >= 2 ** 31 - 1;
  const [rows, columns] = rowsAndColumns(site, flow, axes, whole);
  const cut = (at: number, side: number): readonly [number, number] => {
    if (at < 0) return [0, 0];
    const inside = (n: number): number => Math.max(0, Math.min(side, n < 0 ? n + side : n));
    return [inside(starts[at]), side - inside(ends[at])];
  };
  return cropped(site, flow, [cut(rows, flow.shape[0]), cut(columns, flow.shape[1])]);
}

export function pad(site: OnnxSite): Flow {
  const flow = site.flow(0);
  const pads = site.has(1) ? site.sizes(1) : (site.ints('pads') ?? []);
  const rank = pads.length / 2;
  const axes = site.has(3) ? site.sizes(3) : pads.slice(0, rank).map((_, i) => i);
  if (axes.length !== rank) return site.broken(`${site.label} has ${pads.length} borders`);
  if (pads.some((n) => !Number.isSafeInteger(n) || n < 0))
    return site.refuse(`it pads by [${pads.join(', ')}]`);
  const [rows, columns] = rowsAndColumns(site, flow, axes, (at) => pads[at] === 0 && pads[at + rank] === 0);
  const around = (at: number): readonly [number, number] => (at < 0 ? [0, 0] : [pads[at], pads[at + rank]]);
  const [[top, bottom], [left, right]] = [around(rows), around(columns)];
  const mode = site.text('mode', 'constant');
  if (mode === 'constant') {
    const value = site.has(2) ? site.number(2) : site.float('value', 0);
    if (value !== 0) return site.refuse(`it pads with ${value}; 0 is known`);
    return padded(site, flow, [
      [top, bottom],
      [left, right],
    ]);
  }
  if (mode !== 'reflect')
    return site.refuse(`it pads by ${mode.slice(0, 40)}; zeros and the mirrored image are known`);
  const [height, width, channels] = flow.shape;
  const output = [height + top + bottom, width + left + right, channels];
  return site.emit(flow, { kind: 'reflectionPad', top, bottom, left, right }, output);
}

export function concat(site: OnnxSite): Flow {
  const flows = site.node.inputs.map((_, i) => site.flow(i));
  const [first, ...others] = flows;
  if (!first) return site.broken(`${site.label} joins nothing`);
  const axis = site.int('axis', 1);
  if (
    flows.some(({ layout }) => layout !== first.layout || layout === 'turned') ||
    ownAxis(first, axis) !== first.shape.length - 1
  )
    return site.refuse(`it joins values along the axis ${axis}; that of the channels is known`);
  if (others.length === 0) return first;
  const channels = flows.reduce((sum, flow) => sum + channelsOf(flow), 0);
  return site.emit(first, { kind: 'concat' }, [...first.shape.slice(0, -1), channels], first.layout, others);
}

/** Blocks of channels as pixels: a transposed convolution by a kernel of ones and zeros. */
function pixels(site: OnnxSite, block: number, filterFirst: boolean): Flow {
  const flow = site.image(0);
  const [height, width, channels] = flow.shape;
  const filters = channels / block ** 2;
  if (block < 1 || !Number.isInteger(filters))
    return site.broken(`${site.label} makes blocks of ${block} of ${channels} channels`);
  if (filters * channels * block ** 2 > 2 ** 22)
    return site.refuse(`it makes pixels of ${channels} channels`);
  const weights = Float32Array.from({ length: filters * block ** 2 * channels }, (_, i) => {
    const f = Math.floor(i / channels / block ** 2);
    const pixel = Math.floor(i / channels) % block ** 2;
    return i % channels === (filterFirst ? f * block ** 2 + pixel : pixel * filters + f) ? 1 : 0;
  });
  const kernel = [block, block] as const;
  const bias = new Float32Array(filters);
  const output = [height * block, width * block, filters];
  return site.emit(
    flow,
    { kind: 'conv2dTranspose', kernel, stride: kernel, weights, bias, relu: false },
    output,
  );
}

export const depthToSpace = (site: OnnxSite): Flow =>
  pixels(site, site.int('blocksize', 0), site.text('mode', 'DCR') === 'CRD');

/** The same as reshape, transpose and reshape, of which operand 1 is the first one's shape. */
export const shuffle = (site: OnnxSite): Flow => pixels(site, site.sizes(1)[2] ?? 0, true);
