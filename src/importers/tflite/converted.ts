// What other programs' converters write beyond the operators that readers/tflite knows, as a network: a chain from the one
// float input to the one float output, with doubling by repetition, factors per channel and shapes worked out beside it.
import { NetworkAssembly, type ReadNetwork } from '../assembly';
import { DamagedModelError, ForeignModelError, UnsupportedLayerError } from '../../readers/errors';
import {
  constantValues,
  readLiteModel,
  TYPE,
  typeName,
  type LiteModel,
  type LiteOperator,
  type LiteTensor,
} from './model';
import { addOperator, CODE, operatorLabel, SUPPORTED_OPERATORS } from './operators';
import { Repetition } from './repetition';

/** Concatenation, gather, strided slice, cast, shape, product, pack: work out shapes beside the data, which the tensors say already. */
const SHAPE_OPERATORS: readonly number[] = [2, 36, 45, 53, 77, 81, 83];

class Walk {
  readonly #constants = new Map<number, Float32Array>();

  constructor(private readonly model: LiteModel) {}

  tensor(index: number): LiteTensor {
    const tensor = this.model.tensors[index];
    if (tensor) return tensor;
    throw new DamagedModelError(`it refers to tensor ${index} of ${this.model.tensors.length}`);
  }

  /** Whether the operator only widens a constant; its values are kept then. */
  widens({ code, inputs: [from], outputs: [to] }: LiteOperator): boolean {
    if (code !== CODE.dequantize || from === undefined || !this.tensor(from).data) return false;
    this.#constants.set(to, constantValues(this.tensor(from)));
    return true;
  }

  isConstant(index: number): boolean {
    return index >= 0 && (this.#constants.has(index) || this.tensor(index).data !== null);
  }

  values(index: number): Float32Array {
    const widened = this.#constants.get(index);
    if (widened) return widened;
    const values = constantValues(this.tensor(index));
    this.#constants.set(index, values);
    return values;
  }
}

function checkPort(tensor: LiteTensor, what: string): void {
  if (tensor.type === TYPE.float32) return;
  throw new ForeignModelError(
    `The ${what} ${tensor.name} of the .tflite file is ${typeName(tensor.type)}; float32 is supported.`,
    'Convert the model with float input, output and activations.',
  );
}

/**
 * Reads a float model.
 * @param bytes the whole .tflite file
 * @returns the network with float32 weights; `input` is the shape of one example
 * @throws ForeignModelError, DamagedModelError, UnsupportedLayerError, OversizedModelError
 */
export function readConvertedNetwork(bytes: Uint8Array): ReadNetwork {
  const model = readLiteModel(bytes);
  const walk = new Walk(model);
  if (model.inputs.length !== 1 || model.outputs.length !== 1) {
    throw new ForeignModelError(
      `The .tflite file has ${model.inputs.length} inputs and ${model.outputs.length} outputs; one of each is supported.`,
      'Convert the generator without its class input.',
    );
  }
  const [input, output] = [walk.tensor(model.inputs[0]), walk.tensor(model.outputs[0])];
  checkPort(input, 'input');
  checkPort(output, 'output');
  const assembly = new NetworkAssembly(input.shape.slice(1));
  const repetition = new Repetition(assembly, (index) => walk.tensor(index));
  let at = model.inputs[0];
  for (const operator of model.operators) {
    if (walk.widens(operator)) continue;
    const made = walk.tensor(operator.outputs[0] ?? -1);
    if (SHAPE_OPERATORS.includes(operator.code) && made.type !== TYPE.float32) continue;
    const label = operatorLabel(operator, made.name);
    if (!operator.inputs.includes(at) || operator.outputs.length !== 1) {
      throw new UnsupportedLayerError(
        label,
        'it does not follow the operator before it',
        SUPPORTED_OPERATORS,
      );
    }
    if (made.type !== TYPE.float32) {
      throw new UnsupportedLayerError(label, `it works on ${typeName(made.type)}`, SUPPORTED_OPERATORS);
    }
    if (!repetition.takes(operator, made, label)) {
      repetition.finish(label);
      addOperator({ assembly, operator, label, at, made, walk });
    }
    at = operator.outputs[0];
  }
  repetition.finish(output.name);
  if (at !== model.outputs[0]) throw new DamagedModelError('its last operator does not make the output');
  return assembly.finish();
}
