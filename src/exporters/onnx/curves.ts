// Curves as ONNX operations of set 13: one of that name, or several where it has none.
import type { CurveFn } from '../../core/network';
import { SELU } from '../../graph/curves';
import type { NodeOf } from '../../graph/graph';
import type { OnnxAttribute } from '../formats/onnx';
import type { OnnxAssembly } from './assemble';

/** Where a curve is written: a value and the name of what is made of it. */
interface CurveSite {
  readonly a: OnnxAssembly;
  readonly x: string;
  readonly output: string;
  /** A number as an operand. */
  readonly number: (value: number) => string;
  /** An operation in between; gives the name of what it makes. */
  readonly step: (op: string, inputs: readonly string[]) => string;
}

type CurveRule = (site: CurveSite) => void;

const named =
  (op: string, attributes?: Record<string, OnnxAttribute>): CurveRule =>
  ({ a, x, output }) =>
    void a.op(op, [x], output, attributes);

/** x / 2 (1 + inner) */
function halved({ a, x, output, number, step }: CurveSite, inner: string): void {
  const share = step('Mul', [step('Add', [inner, number(1)]), number(0.5)]);
  a.op('Mul', [x, share], output);
}

const RULES: Readonly<Record<CurveFn, CurveRule>> = {
  tanh: named('Tanh'),
  sigmoid: named('Sigmoid'),
  elu: named('Elu', { alpha: { float: 1 } }),
  selu: named('Selu', { alpha: { float: SELU.alpha }, gamma: { float: SELU.scale } }),
  softplus: named('Softplus'),
  hardSigmoid: named('HardSigmoid', { alpha: { float: 1 / 6 }, beta: { float: 0.5 } }),
  relu6: ({ a, x, output, number }) => void a.op('Clip', [x, number(0), number(6)], output),
  swish: ({ a, x, output, step }) => void a.op('Mul', [x, step('Sigmoid', [x])], output),
  gelu: (site) => {
    const { x, number, step } = site;
    halved(site, step('Erf', [step('Mul', [x, number(Math.SQRT1_2)])]));
  },
  geluTanh: (site) => {
    const { x, number, step } = site;
    const bent = step('Mul', [step('Mul', [x, x]), number(0.044715)]);
    const slope = step('Mul', [x, number(Math.sqrt(2 / Math.PI))]);
    halved(site, step('Tanh', [step('Mul', [slope, step('Add', [bent, number(1)])])]));
  },
};

/** Appends the operations of a curve. */
export function writeCurve(
  { fn }: NodeOf<'curve'>,
  a: OnnxAssembly,
  [x]: readonly string[],
  output: string,
): void {
  let parts = 0;
  const next = (): string => `${output}/${fn}_${++parts}`;
  RULES[fn]({
    a,
    x,
    output,
    number: (value) => a.number(next(), value),
    step: (op, inputs) => a.op(op, inputs, next()),
  });
}
