// Doubling as Keras 3 converts it: each side is repeated by itself, as a fifth side of one that TILE makes longer and
// RESHAPE joins again. Shapes between are followed here, because files with a free batch leave them out.
import type { NetworkAssembly } from '../assembly';
import { UnsupportedLayerError } from '../../readers/errors';
import { constantInts, type LiteOperator, type LiteTensor } from './model';
import { CODE, SUPPORTED_OPERATORS } from './operators';

export class Repetition {
  /** How often each row and each column stands there by now. */
  #times: [number, number] = [1, 1];
  /** The side that TILE may repeat. */
  #open: 0 | 1 | null = null;
  #tiled = false;

  constructor(
    private readonly assembly: NetworkAssembly,
    private readonly tensor: (index: number) => LiteTensor,
  ) {}

  /**
   * Takes an operator that belongs to a repetition.
   * @returns whether it does
   * @throws UnsupportedLayerError for a repetition that is no doubling
   */
  takes({ code, inputs }: LiteOperator, made: LiteTensor, label: string): boolean {
    const reshapes = code === CODE.reshape || code === CODE.expandDims;
    if (code === CODE.tile && this.#open !== null && !this.#tiled) {
      this.#repeat(constantInts(this.tensor(inputs[1] ?? -1)), label);
      return true;
    }
    if (reshapes && made.shape.length === 5) return this.#begin(made.shape.slice(1), label);
    if (this.#open === null) return false;
    if (!reshapes || !this.#tiled) this.#refuse(label);
    this.#close(label, made.shape.length === 4);
    return true;
  }

  #begin(sides: readonly number[], label: string): boolean {
    if (this.#open !== null && !this.#tiled) this.#refuse(label);
    const { shape } = this.assembly;
    if (shape.length === 1) {
      const without = sides.indexOf(1);
      const image = sides.filter((_, axis) => axis !== without);
      if (without !== 1 && without !== 2) return false;
      this.assembly.add({ kind: 'reshape', shape: image }, label);
    }
    const [height, width, channels] = this.assembly.shape;
    const [rows, columns] = this.#times;
    const now = [height * rows, width * columns, channels];
    const rowsOpen = [now[0], 1, now[1], now[2]].join() === sides.join();
    const columnsOpen = [now[0], now[1], 1, now[2]].join() === sides.join();
    if (!rowsOpen && !columnsOpen) this.#refuse(label);
    this.#open = rowsOpen ? 0 : 1;
    this.#tiled = false;
    return true;
  }

  #repeat(amounts: readonly number[], label: string): void {
    const side = this.#open ?? 0;
    const times = amounts[side + 2] ?? 0;
    const others = amounts.filter((_, axis) => axis !== side + 2);
    if (amounts.length !== 5 || others.some((n) => n !== 1) || times < 1) this.#refuse(label);
    this.#times[side] *= times;
    this.#tiled = true;
  }

  #close(label: string, isImage: boolean): void {
    if (!isImage) this.#refuse(label);
    this.#open = null;
    this.#tiled = false;
    const [rows, columns] = this.#times;
    if (rows !== columns) return;
    this.#times = [1, 1];
    const doublings = Math.log2(rows);
    if (!Number.isInteger(doublings)) this.#refuse(label);
    for (let i = 0; i < doublings; i++) this.assembly.add({ kind: 'upsample' }, label);
  }

  /** @throws UnsupportedLayerError where rows were repeated and columns were not */
  finish(label: string): void {
    if (this.#times[0] !== this.#times[1] || this.#open !== null) this.#refuse(label);
  }

  #refuse(label: string): never {
    throw new UnsupportedLayerError(
      label,
      'it repeats values otherwise than by doubling',
      SUPPORTED_OPERATORS,
    );
  }
}
