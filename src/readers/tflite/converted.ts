// Operators that other programs' converters write beyond those of this project: factors and addends per channel, doubling
// several times over, shapes without their sides, transposed convolutions without padding, repetition. Runs passes them in;
// the kiosk, whose models come from here, does without.
import type { GraphNode } from '../../graph/graph';
import { unpaddedTranspose } from '../../graph/unpadded';
import { add, reshape, resized } from './branches';
import { isSame, transposed } from './kernels';
import { OWN_RULES } from './model';
import { SUPPORTED_OPERATORS } from './operatorNames';
import { doublings, readRepetition } from './repetition';
import { activated, type OperatorRule, type Reader, type TfliteRules } from './rules';

type Change = (
  constant: Float32Array,
  isFirst: boolean,
) => readonly [factors: Float32Array, addends: Float32Array];

const ones = (like: Float32Array): Float32Array => new Float32Array(like.length).fill(1);

/** x times c, x + c, x - c or c - x, with one number c for each channel or one for all. */
const byChannel =
  (change: Change) =>
  (r: Reader): readonly GraphNode[] => {
    const constants = [0, 1].filter((index) => r.isConstant(index));
    if (constants.length !== 1) return r.refuse('it joins two branches');
    const { values, shape } = r.constant(constants[0]);
    const [input] = r.base.inputs;
    const channels = input[input.length - 1];
    if (values.length !== 1 && (values.length !== channels || shape[shape.length - 1] !== channels))
      return r.refuse(`it has [${shape.join(', ')}] values for ${channels} channels`);
    const each = Float32Array.from({ length: channels }, (_, i) => values[values.length === 1 ? 0 : i]);
    const [weights, bias] = change(each, constants[0] === 0);
    return activated(r, 0, { ...r.base, kind: 'scaleShift', weights, bias, relu: false });
  };

const multiply = byChannel((c) => [c, new Float32Array(c.length)]);
const shift = byChannel((c) => [ones(c), c]);
const subtract = byChannel((c, isFirst) => (isFirst ? [ones(c).fill(-1), c] : [ones(c), c.map((v) => -v)]));

const addition = (r: Reader): readonly GraphNode[] =>
  r.isConstant(0) || r.isConstant(1) ? shift(r) : add(r);

function conv2dTranspose(r: Reader): readonly GraphNode[] {
  const node = transposed(r);
  if (isSame(r)) return activated(r, 3, node);
  const nodes = unpaddedTranspose(node);
  return nodes ? activated(r, 3, ...nodes) : r.refuse(`it has stride ${node.stride[0]} and no padding`);
}

/** As often doubled as it says. */
function upsample(r: Reader): readonly GraphNode[] {
  const { name, from, inputs, output } = resized(r);
  const [[height, width, channels]] = inputs;
  const times = Math.log2(output[0] / height);
  if (output[0] / height !== output[1] / width || !Number.isInteger(times) || times < 0)
    return r.refuse(`it makes ${output.join(' x ')} of ${inputs[0].join(' x ')}; sides may be doubled`);
  if ((r.options?.int8(0) ?? 0) !== 0) return r.refuse('it aligns corners');
  return doublings({ name, from, image: [height, width, channels], times });
}

const CONVERTED: readonly (readonly [number, OperatorRule])[] = [
  [0, { flow: null, read: addition }],
  [18, { flow: null, read: multiply }],
  [41, { flow: null, read: subtract }],
  [43, { flow: 0, read: reshape }],
  [67, { flow: 2, read: conv2dTranspose }],
  [70, { flow: 0, read: reshape }],
  [97, { flow: 0, read: upsample }],
];

/** @param shapeOf shape of what a node makes, from its kind and the shapes that it reads */
export const convertedRules = (shapeOf: TfliteRules['shapeOf']): TfliteRules => ({
  operators: new Map([...OWN_RULES.operators, ...CONVERTED]),
  groups: [...OWN_RULES.groups, readRepetition],
  shapeOf,
  supported: SUPPORTED_OPERATORS,
});
