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

/** How many operators the convolution and what stands behind it are, what is added and whether it is rectified. */
interface Behind {
  readonly count: number;
  readonly addend: Float32Array | null;
  readonly relu: boolean;
}

function behind(site: GroupSite, made: number, channels: number): Behind | null {
  const addend = addendBehind(site, made, channels);
  const [, added] = site.operators;
  const carried = addend ? RECTIFIES[added.options?.int8(0) ?? 0] : false;
  if (carried === undefined) return null;
  const from = addend ? added.outputs[0] : made;
  const next = site.operators[addend ? 2 : 1];
  const rectified = !carried && next?.code === RELU && next.inputs[0] === from;
  return { count: 1 + Number(addend !== null) + Number(rectified), addend, relu: carried || rectified };
}

/** The transposed convolution that begins here and has something behind it, or null. */
export function readTransposed(site: GroupSite): Group | null {
  const [operator] = site.operators;
  if (operator?.code !== TRANSPOSE_CONV || operator.outputs.length !== 1) return null;
  if ((operator.options?.int8(3) ?? 0) !== 0) return null;
  const channels = site.tensors[operator.inputs[1]]?.shape[0] ?? 0;
  const found = behind(site, operator.outputs[0], channels);
  if (!found || found.count === 1) return null;
  const group = site.operators.slice(0, found.count);
  if (group.some(({ outputs }) => outputs.length !== 1)) return null;
  const between = group.slice(0, -1).map(({ outputs }) => outputs[0]);
  const others = site.operators.slice(found.count);
  if (others.some(({ inputs }) => inputs.some((tensor) => between.includes(tensor)))) return null;
  const output = group[found.count - 1].outputs[0];
  const reader = site.readerOf({ ...operator, outputs: [output] }, 2);
  if (!isSame(reader)) return null;
  const node = transposed(reader);
  const bias = node.bias.map((b, channel) => b + (found.addend?.[channel] ?? 0));
  return { nodes: [{ ...node, bias, relu: found.relu }], output, operators: found.count };
}
