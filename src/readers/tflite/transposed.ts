// A transposed convolution in a .tflite file with what stands behind it: the addition of its bias, as files for older runtimes
// have it, and a rectifier. Together they are one node.
import type { Group, GroupSite } from './rules';
import { isSame, transposed } from './kernels';

const TRANSPOSE_CONV = 67;
const ADD = 0;
const RELU = 19;
/** By the schema's ActivationFunctionType. */
const RECTIFIES = [false, true] as const;

/** The addend of the operator behind, one number for each channel; null where it is another operator. */
function addendBehind(site: GroupSite, tensor: number, channels: number): Float32Array | null {
  const operator = site.operators[1];
  if (operator?.code !== ADD || operator.inputs.length !== 2 || !operator.inputs.includes(tensor))
    return null;
  const [other] = operator.inputs.filter((input) => input !== tensor);
  const values = other === undefined ? null : site.constant(other);
  return values?.length === channels ? values : null;
}

/** The transposed convolution that begins here and has something behind it, or null. */
export function readTransposed(site: GroupSite): Group | null {
  const [operator, ...others] = site.operators;
  if (operator?.code !== TRANSPOSE_CONV) return null;
  const reader = site.readerOf(operator, 2);
  if (!isSame(reader) || (operator.options?.int8(3) ?? 0) !== 0) return null;
  const [made] = operator.outputs;
  const node = transposed(reader);
  const addend = addendBehind(site, made, node.bias.length);
  const carried = addend ? RECTIFIES[others[0].options?.int8(0) ?? 0] : false;
  if (carried === undefined) return null;
  const from = addend ? others[0].outputs[0] : made;
  const next = others[addend ? 1 : 0];
  const relu = carried || (next?.code === RELU && next.inputs[0] === from);
  const count = 1 + (addend ? 1 : 0) + (relu && !carried ? 1 : 0);
  if (count === 1) return null;
  const output = site.operators[count - 1].outputs[0];
  const between = site.operators.slice(0, count - 1).map(({ outputs }) => outputs[0]);
  const behind = site.operators.slice(count);
  if (behind.some(({ inputs }) => inputs.some((tensor) => between.includes(tensor)))) return null;
  const { base } = site.readerOf({ ...operator, outputs: [output] }, 2);
  const bias = node.bias.map((b, channel) => b + (addend?.[channel] ?? 0));
  return { nodes: [{ ...node, ...base, bias, relu }], output, operators: count };
}
