// A generator in an .onnx file as the graph that this project runs, with float32 weights whatever the file holds. Goes from the
// output back for what is needed, then from the input on.
import { volume, type ExportGraph, type GraphNode } from '../../graph/graph';
import { DamagedModelError, ForeignModelError, OversizedModelError } from '../errors';
import { constantOf, folded } from './constants';
import { readOnnxFile, type OnnxFile, type OnnxNode, type OnnxPort } from './file';
import type { PatternView } from './patterns';
import { stepOf, type Step } from './steps';
import { OnnxSite, type Walking } from './site';
import type { OnnxTensor, TakeFile } from './tensor';
import type { Flow, Layout, Value } from './values';

/** Numbers of constants that are read: 256 MB as float32. */
const MOST_VALUES = 2 ** 26;
/** Numbers of constants that operators make of others. */
const MOST_FOLDED = 2 ** 27;
/** Numbers that patterns look at. */
const MOST_PATTERN_NUMBERS = 2 ** 16;
const INPUT = 'input';

class Walk implements Walking {
  readonly nodes: GraphNode[] = [];
  readonly spent = new Set<string>();
  readonly #values = new Map<string, Value>();
  readonly #makers = new Map<string, OnnxNode>();
  readonly #takers = new Map<string, OnnxNode[]>();
  readonly #names = new Set<string>([INPUT]);
  #left = MOST_VALUES;
  #foldable = MOST_FOLDED;

  constructor(private readonly file: OnnxFile) {
    for (const [name, tensor] of file.constants) this.#values.set(name, { kind: 'held', tensor });
    for (const node of file.nodes) {
      for (const output of node.outputs) if (output !== '') this.#makers.set(output, node);
      for (const input of new Set(node.inputs)) {
        const known = this.#takers.get(input);
        if (known) known.push(node);
        else this.#takers.set(input, [node]);
      }
      const tensor = constantOf(node) ?? this.#folded(node);
      if (tensor) this.#values.set(node.outputs[0], { kind: 'held', tensor });
    }
  }

  value(name: string): Value | undefined {
    return this.#values.get(name);
  }

  takers(name: string): readonly OnnxNode[] {
    return this.#takers.get(name) ?? [];
  }

  unusedName(wanted: string): string {
    let name = wanted.slice(0, 120);
    for (let i = 2; this.#names.has(name); i++) name = `${wanted.slice(0, 120)}#${i}`;
    this.#names.add(name);
    return name;
  }

  numbers(tensor: OnnxTensor): Float32Array {
    this.#left -= volume(tensor.shape);
    if (!(this.#left >= 0)) throw new OversizedModelError(`The model has more than ${MOST_VALUES} weights.`);
    const numbers = tensor.numbers();
    return numbers instanceof Float32Array ? numbers : Float32Array.from(numbers);
  }

  /** What an operator makes of constants alone, within what may be worked out for one model. */
  #folded(node: OnnxNode): OnnxTensor | null {
    const operands = node.inputs.filter((name) => name !== '').map((name) => this.#values.get(name));
    const constants = operands.flatMap((value) => (value?.kind === 'held' ? [value.tensor] : []));
    if (constants.length < operands.length) return null;
    const made = folded(node, constants);
    this.#foldable -= made ? volume(made.shape) : 0;
    if (!(this.#foldable >= 0))
      throw new OversizedModelError(`The model works out more than ${MOST_FOLDED} constants.`);
    return made;
  }

  #view(): PatternView {
    return {
      maker: (name) => this.#makers.get(name),
      constant: (name) => {
        const value = this.#values.get(name);
        if (value?.kind !== 'held') return null;
        return volume(value.tensor.shape) <= MOST_PATTERN_NUMBERS ? value.tensor.numbers() : [];
      },
    };
  }

  /** What the output needs, in the order of the file. */
  steps(output: string): readonly Step[] {
    const needed = new Set([output]);
    const view = this.#view();
    const steps: Step[] = [];
    for (const node of this.file.nodes.toReversed()) {
      if (!node.outputs.some((name) => needed.has(name)) || node.op === 'Constant') continue;
      if (node.outputs.slice(1).some((name) => name !== '' && needed.has(name)))
        new OnnxSite(node, this).refuse(`${node.outputs.length} values of it are used; one is known`);
      const step = stepOf(node, view);
      for (const input of step.node.inputs) needed.add(input);
      steps.push(step);
    }
    return steps.reverse();
  }

  take({ node, read }: Step): void {
    const [name] = node.outputs;
    if (this.#values.has(name)) return; // worked out before
    const made = this.#folded(node) ?? read(new OnnxSite(node, this));
    this.#values.set(name, 'kind' in made ? made : { kind: 'held', tensor: made });
  }

  begin({ name, shape }: OnnxPort): Flow {
    const sides = shape.slice(1);
    if (sides.length !== 1 && sides.length !== 3)
      throw new ForeignModelError(
        `The input ${name.slice(0, 80)} of the .onnx file is [${shape.map((side) => side ?? 'free').join(', ')}]; a row of numbers or an image for each example is known.`,
        'Export the generator alone, with its sizes.',
      );
    const known = sides.filter((side) => side !== null);
    if (known.length < sides.length)
      throw new ForeignModelError(
        `The .onnx file leaves sizes of its input ${name.slice(0, 80)} free.`,
        'Export it with sizes; only the number of examples may be free.',
      );
    const turned = this.takers(name).every(
      ({ op, attributes }) => op === 'Transpose' && attributes.ints.get('perm')?.join() === '0,3,1,2',
    );
    const layout: Layout = known.length === 1 ? 'rows' : turned ? 'last' : 'first';
    const own = layout === 'first' ? [known[1], known[2], known[0]] : known;
    const flow: Flow = { kind: 'flow', name: INPUT, shape: own, layout };
    this.#values.set(name, flow);
    return flow;
  }
}

function soleOf(ports: readonly OnnxPort[], what: string): OnnxPort {
  if (ports.length === 1) return ports[0];
  const names = ports.map(({ name }) => name.slice(0, 40)).slice(0, 6);
  throw new ForeignModelError(
    `The .onnx file has ${ports.length} ${what}s${names.length > 0 ? `: ${names.join(', ')}` : ''}.`,
    'Export a generator that takes one row of numbers, or one picture, and makes one image.',
  );
}

/**
 * The generator in a file.
 * @param take gives the file beside the model in which constants are kept
 * @returns with what the file says of itself, cut to a few thousand letters
 * @throws ForeignModelError, DamagedModelError, UnsupportedLayerError, OversizedModelError
 */
export function readOnnxModel(
  bytes: Uint8Array,
  take: TakeFile,
): { readonly graph: ExportGraph; readonly documentation: string } {
  const file = readOnnxFile(bytes, take);
  const [input, output] = [soleOf(file.inputs, 'input'), soleOf(file.outputs, 'output')];
  const walk = new Walk(file);
  const { shape } = walk.begin(input);
  for (const step of walk.steps(output.name)) walk.take(step);
  const made = walk.value(output.name);
  if (made?.kind !== 'flow' || walk.spent.has(made.name) || walk.nodes.length === 0)
    throw new DamagedModelError(`no operator makes its output ${output.name.slice(0, 80)} from its input`);
  const inputs = [{ name: INPUT, shape }];
  const graph = { name: 'generator', inputs, nodes: walk.nodes, outputs: [made.name] };
  return { graph, documentation: file.documentation };
}
