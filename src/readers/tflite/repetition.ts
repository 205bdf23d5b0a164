// Doubling as Keras 3 converts it: each side is repeated by itself, as a fifth side of one that TILE makes longer and
// RESHAPE joins again. Shapes between are followed here, because files with a free batch leave them out.
import type { Shape } from '../../core/network';
import { volume, type GraphNode, type NodeOf } from '../../graph/graph';
import type { FileOperator } from './file';
import type { Group, GroupSite, Reader } from './rules';

const TILE = 69;
const RESHAPES: readonly number[] = [22, 70];

/** Nodes that double an image so many times; a reshape where it is none. */
export function doublings(made: {
  readonly name: string;
  readonly from: readonly string[];
  readonly image: Shape;
  readonly times: number;
}): readonly GraphNode[] {
  const { name, image, times } = made;
  const [height, width, channels] = image;
  if (times === 0) return [{ kind: 'reshape', name, from: made.from, inputs: [image], output: image }];
  return Array.from({ length: times }, (_, i): NodeOf<'upsample'> => {
    const before = [height * 2 ** i, width * 2 ** i, channels];
    return {
      kind: 'upsample',
      name: i === times - 1 ? name : `${name}/${i + 1}`,
      from: i === 0 ? made.from : [`${name}/${i}`],
      inputs: [before],
      output: [2 * before[0], 2 * before[1], channels],
    };
  });
}

/** How often each row and each column stands there by now, and the operators that made it so. */
class Repetition {
  readonly #times: [number, number] = [1, 1];
  /** Tensor that the last operator made. */
  #at: number;
  #taken = 0;

  constructor(
    private readonly site: GroupSite,
    private readonly reader: Reader,
    /** Before any repetition. */
    private readonly image: Shape,
  ) {
    this.#at = site.operators[0].inputs[0];
  }

  #sides({ outputs }: FileOperator): Shape {
    return this.site.tensors[outputs[0]].shape.slice(1);
  }

  #next(isKind: (operator: FileOperator) => boolean): FileOperator {
    const operator = this.site.operators[this.#taken];
    if (!operator || !isKind(operator) || operator.inputs[0] !== this.#at)
      return this.reader.refuse('it repeats values otherwise than by doubling');
    this.#at = operator.outputs[0];
    this.#taken++;
    return operator;
  }

  /** A side of one behind the rows or the columns: which of them TILE repeats then. */
  #open(operator: FileOperator): 0 | 1 {
    const sides = this.#sides(operator).join();
    const [height, width, channels] = this.image;
    const [rows, columns] = [height * this.#times[0], width * this.#times[1]];
    if (sides === [rows, 1, columns, channels].join()) return 0;
    if (sides === [rows, columns, 1, channels].join()) return 1;
    return this.reader.refuse('it repeats values otherwise than by doubling');
  }

  #repeat(side: 0 | 1): void {
    const { inputs } = this.#next(({ code }) => code === TILE);
    const amounts = [...(this.site.constant(inputs[1] ?? -1) ?? [])];
    const times = amounts[side + 2] ?? 0;
    const others = amounts.filter((_, axis) => axis !== side + 2);
    if (amounts.length !== 5 || others.some((n) => n !== 1) || times < 1)
      this.reader.refuse('it repeats values otherwise than by doubling');
    this.#times[side] *= times;
  }

  /** Takes operators until rows and columns were repeated alike. */
  read(): Group {
    const reshapes = ({ code }: FileOperator): boolean => RESHAPES.includes(code);
    let opened = this.#next(reshapes);
    do {
      if (this.#sides(opened).length === 3) opened = this.#next(reshapes);
      this.#repeat(this.#open(opened));
      opened = this.#next(reshapes);
    } while (this.#sides(opened).length !== 3 || this.#times[0] !== this.#times[1]);
    const doubled = Math.log2(this.#times[0]);
    if (!Number.isInteger(doubled)) this.reader.refuse('it repeats values otherwise than by doubling');
    const { from, name } = this.reader.base;
    const [flat] = this.reader.base.inputs;
    const shaped = `${name}/image`;
    const isImage = flat.length === 3;
    const first: readonly GraphNode[] = isImage
      ? []
      : [{ kind: 'reshape', name: shaped, from, inputs: [flat], output: this.image }];
    const made = { name, from: isImage ? from : [shaped], image: this.image, times: doubled };
    return { nodes: [...first, ...doublings(made)], output: this.#at, operators: this.#taken };
  }
}

/** The repetition that begins here, or null. @throws UnsupportedLayerError for one that is no doubling */
export function readRepetition(site: GroupSite): Group | null {
  const [first] = site.operators;
  const sides = RESHAPES.includes(first.code) ? site.tensors[first.outputs[0] ?? -1]?.shape.slice(1) : [];
  if (sides?.length !== 4 || site.operators[1]?.code !== TILE) return null;
  const reader = site.readerOf(first, 0);
  const [input] = reader.base.inputs;
  const fifth = sides[1] === 1 ? 1 : 2;
  const image = input.length === 3 ? input : sides.toSpliced(fifth, 1);
  if (volume(image) !== volume(input)) return null;
  return new Repetition(site, reader, image).read();
}
