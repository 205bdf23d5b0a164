// The float network that the steps of a `model.bin` stand for. A step's values are named after it; a place of the memory is what
// the last step before has put there.
import { volume } from '../../core/network';
import type { ExportGraph, GraphNode } from '../../graph/graph';
import { DamagedModelError } from '../errors';
import { readNativeFile, type NativeStep } from './file';
import { Memory, textOf, type Value } from './memory';
import { joined, RULES } from './rules';

const INPUT = 'input';

/** Steps that make one value: one, or the parts of a concatenation. */
function* groups(steps: readonly NativeStep[]): Generator<readonly [NativeStep, ...NativeStep[]]> {
  for (let i = 0; i < steps.length;) {
    const [step] = [steps[i]];
    let end = i + 1;
    if (step.kind === 'concat')
      while (
        end < steps.length &&
        steps[end].kind === 'concat' &&
        steps[end].to === step.to &&
        steps[end].first > 0
      )
        end++;
    yield [step, ...steps.slice(i + 1, end)];
    i = end;
  }
}

/**
 * @returns the network with float32 weights, and the classes that stand behind the noise in its input, or whose shares it gives
 * @throws DamagedModelError, ForeignModelError
 */
export function readNativeModel(bytes: Uint8Array): {
  readonly graph: ExportGraph;
  readonly classes: number;
  readonly names: readonly string[] | null;
} {
  const file = readNativeFile(bytes);
  const { names } = file;
  const shape = file.picture ?? [file.latent + file.classes];
  const memory = new Memory({ name: INPUT, shape, scale: file.inputScale });
  let last: Value | null = null;
  for (const [step, ...more] of groups(file.steps)) {
    let made: GraphNode;
    if (step.kind === 'concat') made = joined([step, ...more], memory);
    else {
      const value = memory.at(step.from, step);
      const image = (): Value => memory.shaped(value, step.input);
      made = RULES[step.kind]({ step, memory, value, image });
    }
    if (volume(made.output) !== volume(step.output))
      throw new DamagedModelError(`${step.name} makes ${textOf(made.output)}, not ${textOf(step.output)}`);
    last = memory.put(step.to, memory.add(made, step.scale));
  }
  if (last === null || volume(last.shape) !== volume(file.image))
    throw new DamagedModelError(`its last step makes no image of ${textOf(file.image)}`);
  const output = memory.shaped(last, names ? [names.length] : file.image);
  const inputs = [{ name: INPUT, shape }];
  const graph = { name: 'generator', inputs, nodes: memory.nodes, outputs: [output.name] };
  return { graph, classes: file.classes, names };
}
