// Curves as TensorFlow Lite operators, by the recipes.
import type { NodeOf } from '../../graph/graph';
import { perTensor, rawBytes } from './assemble';
import { CURVE_RECIPES, type Operand } from './curveRecipes';
import { inFloat, isFloatInside } from './inFloat';
import type { NodeSite } from './site';

/** The operators of a curve that reads `x`. */
function writeSteps(
  { name, fn, output: shape }: NodeOf<'curve'>,
  { a }: NodeSite,
  isInteger: boolean,
  x: number,
  output: () => number,
): void {
  const steps = CURVE_RECIPES[fn];
  const made: number[] = [];
  const tensorOf = (operand: Operand, part: string): number => {
    if (operand === 'x') return x;
    if ('step' in operand) return made[operand.step];
    return a.constant(part, [1], 'float32', rawBytes(Float32Array.of(operand.number)));
  };
  for (const [i, { code, of, option, int8 }] of steps.entries()) {
    const part = `${name}/${fn}_${i + 1}`;
    const operands = of.map((operand) => tensorOf(operand, `${part}/number`));
    const options = option && { type: option.type, fields: [option.field] };
    const between = () =>
      isInteger && int8?.made
        ? a.value(part, shape, 'int8', perTensor(int8.made))
        : a.value(part, shape, 'float32');
    const to = i === steps.length - 1 ? output() : between();
    made.push(a.operator({ code, version: isInteger ? (int8?.version ?? 1) : 1, options }, operands, to));
  }
}

export function writeCurve(node: NodeOf<'curve'>, site: NodeSite): void {
  if (site.arithmetic === 'int8' && !isFloatInside(node)) {
    writeSteps(node, site, true, site.inputs[0], site.output);
    return;
  }
  inFloat(node, site, (x, output) => writeSteps(node, site, false, x, output));
}
