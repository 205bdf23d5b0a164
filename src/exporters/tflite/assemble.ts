// Collects tensors and operators of a .tflite file while a graph is walked.
import type { Affine } from '../../graph/calibration';
import type { Shape } from '../../core/network';
import type {
  TfliteModel,
  TfliteOperator,
  TfliteQuantization,
  TfliteTensor,
  TfliteType,
} from '../formats/tflite';

/** An operator without its operands. */
export type OperatorKind = Pick<TfliteOperator, 'code' | 'version' | 'options'>;

export const rawBytes = (values: Float32Array | Int32Array | Int8Array | Uint16Array): Uint8Array =>
  new Uint8Array(values.buffer, values.byteOffset, values.byteLength);

/** One scale for all numbers of a tensor. */
export const perTensor = ({ scale, zeroPoint }: Affine): TfliteQuantization => ({
  scales: Float32Array.of(scale),
  zeroPoint,
  axis: 0,
});

/** What a file is written for. */
export interface TfliteSettings {
  /** `older` leaves out what TensorFlow Lite before 2.3 and Arm NN of 2020 do not read. */
  readonly runtimes: 'current' | 'older';
  /** `one` says one example, which interpreters may resize; `any` leaves the number free. */
  readonly batch: 'one' | 'any';
}

export const USUAL_SETTINGS: TfliteSettings = { runtimes: 'current', batch: 'one' };

const RESHAPE = 22;
const RESHAPE_OPTIONS = 17;

export class TfliteAssembly {
  readonly #tensors: TfliteTensor[] = [];
  readonly #operators: TfliteOperator[] = [];

  constructor(readonly settings: TfliteSettings = USUAL_SETTINGS) {}

  /** A tensor that is computed or given, with the batch of one in front. Returns its index. */
  value(name: string, shape: readonly number[], type: TfliteType, quantization?: TfliteQuantization): number {
    const signature = this.settings.batch === 'any' ? [-1, ...shape] : undefined;
    return this.#tensors.push({ name, shape: [1, ...shape], type, quantization, signature }) - 1;
  }

  /** Whole numbers that are computed, such as a shape. Returns the tensor's index. */
  integers(name: string, shape: readonly number[]): number {
    return this.#tensors.push({ name, shape, type: 'int32' }) - 1;
  }

  /** The operator that puts as many examples as come in into the shape of `output`, and its operands. */
  reshaping(
    { name, output }: { readonly name: string; readonly output: Shape },
    input: number,
  ): readonly [OperatorKind, readonly number[]] {
    const shape = [-1, ...output];
    // Arm NN of 2020 reads the option, not the operand.
    const field = { slot: 0, type: 'int32s', value: shape } as const;
    const options =
      this.settings.runtimes === 'older' ? { type: RESHAPE_OPTIONS, fields: [field] } : undefined;
    return [{ code: RESHAPE, version: 1, options }, [input, this.ints(`${name}/shape`, shape)]];
  }

  /** A tensor that stands in the file. Returns its index. */
  constant(
    name: string,
    shape: readonly number[],
    type: TfliteType,
    data: Uint8Array,
    quantization?: TfliteQuantization,
  ): number {
    return this.#tensors.push({ name, shape, type, data, quantization }) - 1;
  }

  /** A tensor that is computed from constants alone. Returns its index. */
  constantLike(name: string, shape: readonly number[]): number {
    return this.#tensors.push({ name, shape, type: 'float32' }) - 1;
  }

  ints(name: string, values: readonly number[], shape: readonly number[] = [values.length]): number {
    return this.constant(name, shape, 'int32', rawBytes(Int32Array.from(values)));
  }

  /** Appends an operator that computes `output`. */
  operator(kind: OperatorKind, inputs: readonly number[], output: number): number {
    this.#operators.push({ ...kind, inputs, outputs: [output] });
    return output;
  }

  finish(description: string, inputs: readonly number[], outputs: readonly number[]): TfliteModel {
    return { description, tensors: this.#tensors, operators: this.#operators, inputs, outputs };
  }
}
