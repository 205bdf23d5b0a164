// The operators that a normalization consists of in a .tflite file, as one node: nine of one example, five of each pixel.
import { EXAMPLE_NORM_EPSILON, PIXEL_NORM_EPSILON } from '../../core/network';
import type { FileOperator } from './file';
import type { Group, GroupSite } from './rules';

/** Mean, squared difference, mean, add, inverse root, subtract, multiply, multiply, add. */
const NORM = [40, 99, 40, 0, 76, 41, 18, 18, 0] as const;

/** The normalization that begins here, or null. */
export function readNorm({ operators, constant, readerOf }: GroupSite): Group | null {
  if (NORM.some((code, i) => operators[i]?.code !== code)) return null;
  const steps = operators.slice(0, NORM.length);
  const [mean, squares, variance, raised, scale, centred, normal, scaled, shifted] = steps;
  const made = ({ outputs }: FileOperator): number => outputs[0];
  const x = mean.inputs[0];
  const wired: readonly (readonly [FileOperator, readonly number[]])[] = [
    [squares, [x, made(mean)]],
    [variance, [made(squares), mean.inputs[1]]],
    [raised, [made(variance), raised.inputs[1]]],
    [scale, [made(raised)]],
    [centred, [x, made(mean)]],
    [normal, [made(centred), made(scale)]],
    [scaled, [made(normal), scaled.inputs[1]]],
    [shifted, [made(scaled), shifted.inputs[1]]],
  ];
  if (wired.some(([{ inputs }, wanted]) => inputs.join() !== wanted.join())) return null;
  const numbers = [mean, raised, scaled, shifted].map(({ inputs }) => constant(inputs[1]));
  const [axes, epsilon, gamma, beta] = numbers;
  if (!axes || !gamma || !beta || epsilon?.[0] !== Math.fround(EXAMPLE_NORM_EPSILON)) return null;
  const list = axes.join();
  const over = list === '1,2,3' || list === '1' ? 'layer' : list === '1,2' ? 'instance' : null;
  if (!over) return null;
  const { base } = readerOf({ ...mean, outputs: shifted.outputs }, 0);
  const node = { ...base, kind: 'exampleNorm', over, gamma, beta } as const;
  return { nodes: [node], output: made(shifted), operators: NORM.length };
}

/** Multiply, mean, add, inverse root, multiply. */
const PIXEL_NORM = [18, 40, 0, 76, 18] as const;

/** The normalization of pixels that begins here, or null. */
export function readPixelNorm({ operators, constant, readerOf, tensors }: GroupSite): Group | null {
  if (PIXEL_NORM.some((code, i) => operators[i]?.code !== code)) return null;
  const [squares, mean, raised, scale, scaled] = operators;
  const made = ({ outputs }: FileOperator): number => outputs[0];
  const [x] = squares.inputs;
  const wired: readonly (readonly [FileOperator, readonly number[]])[] = [
    [squares, [x, x]],
    [mean, [made(squares), mean.inputs[1]]],
    [raised, [made(mean), raised.inputs[1]]],
    [scale, [made(raised)]],
    [scaled, [x, made(scale)]],
  ];
  if (wired.some(([{ inputs }, wanted]) => inputs.join() !== wanted.join())) return null;
  const [axes, epsilon] = [mean, raised].map(({ inputs }) => constant(inputs[1]));
  const isLast = axes?.length === 1 && axes[0] === (tensors[x]?.shape.length ?? 0) - 1;
  if (!isLast || epsilon?.[0] !== Math.fround(PIXEL_NORM_EPSILON)) return null;
  const { base } = readerOf({ ...squares, inputs: [x], outputs: scaled.outputs }, 0);
  return { nodes: [{ ...base, kind: 'pixelNorm' }], output: made(scaled), operators: PIXEL_NORM.length };
}
