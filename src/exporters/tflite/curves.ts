// Curves as TensorFlow Lite operators, by the recipes.
import type { CurveFn } from '../../core/network';
import { CURVES } from '../../graph/curves';
import { UnsupportedModelError, type NodeOf } from '../../graph/graph';
import { perTensor, rawBytes } from './assemble';
import { CURVE_RECIPES, type Operand } from './curveRecipes';
import type { NodeSite } from './site';

/** @throws UnsupportedModelError naming a curve that has no full-integer form here */
export function writeCurve({ name, fn, output: shape }: NodeOf<'curve'>, site: NodeSite): void {
  const { a, inputs, arithmetic, output } = site;
  const integers = arithmetic === 'int8';
  const steps = CURVE_RECIPES[fn];
  const made: number[] = [];
  const tensorOf = (operand: Operand, part: string): number => {
    if (operand === 'x') return inputs[0];
    if ('step' in operand) return made[operand.step];
    return a.constant(part, [1], 'float32', rawBytes(Float32Array.of(operand.number)));
  };
  for (const [i, { code, of, option, int8 }] of steps.entries()) {
    if (integers && !int8) throw noIntegerCurve(name, fn);
    const part = `${name}/${fn}_${i + 1}`;
    const operands = of.map((operand) => tensorOf(operand, `${part}/number`));
    const options = option && { type: option.type, fields: [option.field] };
    const between = () =>
      integers && int8?.made
        ? a.value(part, shape, 'int8', perTensor(int8.made))
        : a.value(part, shape, 'float32');
    const to = i === steps.length - 1 ? output() : between();
    made.push(a.operator({ code, version: integers ? (int8?.version ?? 1) : 1, options }, operands, to));
  }
}

const noIntegerCurve = (name: string, fn: CurveFn): UnsupportedModelError =>
  new UnsupportedModelError(
    `Layer ${name} is ${CURVES[fn].words}, for which TensorFlow Lite has no operator in full integers.`,
    'Choose C source or the native program, which hold it as a table, or int8 weights with float activations.',
  );
