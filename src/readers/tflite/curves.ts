// Curves in a .tflite file: operators that are one each, and groups of operators that are one curve together, by the same
// table that files are written from. Also reads what other programs compose alike, with operands the other way round.
import type { CurveFn } from '../../core/network';
import { CURVE_RECIPES, type RecipeStep } from '../../exporters/tflite/curveRecipes';
import type { FileOperator } from './file';
import type { Group, GroupSite, OperatorRule, Reader } from './rules';

const RECIPES = Object.entries(CURVE_RECIPES) as readonly [CurveFn, readonly RecipeStep[]][];

/** Sums and products, whose operands may change places and which may carry an activation. */
const COMMUTATIVE: readonly number[] = [0, 18];

/** Whether the operator has the options of the step. */
function hasOptions(
  { option }: RecipeStep,
  { code, options }: Pick<FileOperator, 'code' | 'options'>,
): boolean {
  if (COMMUTATIVE.includes(code) && (options?.int8(0) ?? 0) !== 0) return false;
  if (!option) return true;
  const { slot, type, value } = option.field;
  return (type === 'int8' ? options?.int8(slot) : options?.float32(slot)) === value;
}

/** Tensors of the steps so far, and of x once it was met. */
interface Match {
  readonly x: number | null;
  readonly made: readonly number[];
}

/** The match with operands in this order, or null. */
function inOrder(step: RecipeStep, inputs: readonly number[], before: Match, site: GroupSite): Match | null {
  let { x } = before;
  for (const [i, operand] of step.of.entries()) {
    const tensor = inputs[i];
    if (operand === 'x') {
      if (x === null && site.constant(tensor) === null) x = tensor;
      if (x !== tensor) return null;
    } else if ('step' in operand) {
      if (before.made[operand.step] !== tensor) return null;
    } else {
      const held = site.constant(tensor);
      if (held?.length !== 1 || held[0] !== operand.number) return null;
    }
  }
  return { ...before, x };
}

function taken(step: RecipeStep, operator: FileOperator, before: Match, site: GroupSite): Match | null {
  const { code, inputs, outputs } = operator;
  if (code !== step.code || inputs.length !== step.of.length || !hasOptions(step, operator)) return null;
  const orders = COMMUTATIVE.includes(code) ? [inputs, inputs.toReversed()] : [inputs];
  const found = orders.reduce<Match | null>(
    (match, order) => match ?? inOrder(step, order, before, site),
    null,
  );
  return found && { ...found, made: [...found.made, outputs[0]] };
}

function read(fn: CurveFn, steps: readonly RecipeStep[], site: GroupSite): Group | null {
  let match: Match | null = { x: null, made: [] };
  for (const [i, step] of steps.entries()) {
    const operator = site.operators[i];
    match = operator && match && taken(step, operator, match, site);
    if (!match) return null;
  }
  const [between, output] = [match.made.slice(0, -1), match.made[match.made.length - 1]];
  const behind = site.operators.slice(steps.length);
  if (behind.some(({ inputs }) => inputs.some((tensor) => between.includes(tensor)))) return null;
  const [first] = site.operators;
  const { base } = site.readerOf({ ...first, outputs: [output] }, first.inputs.indexOf(match.x ?? -1));
  return { nodes: [{ ...base, kind: 'curve', fn }], output, operators: steps.length };
}

/** The curve of several operators that begins here, or null. */
export function readCurve(site: GroupSite): Group | null {
  return RECIPES.filter(([, { length }]) => length > 1).reduce<Group | null>(
    (found, [fn, steps]) => found ?? read(fn, steps, site),
    null,
  );
}

/** The curve that one operator is. */
function single(code: number): OperatorRule {
  return {
    flow: 0,
    read: (r: Reader) => {
      const found = RECIPES.find(
        ([, [step, ...others]]) =>
          others.length === 0 && step.code === code && hasOptions(step, { code, options: r.options }),
      );
      return found
        ? [{ ...r.base, kind: 'curve', fn: found[0] }]
        : r.refuse('it has options that are not known');
    },
  };
}

/** By BuiltinOperator. */
export const CURVE_OPERATORS: readonly (readonly [number, OperatorRule])[] = RECIPES.flatMap(([, steps]) =>
  steps.length === 1 ? [[steps[0].code, single(steps[0].code)] as const] : [],
);
