// Finds the weights of a feature network: beside the page, drawn, or those that the person gave and that are kept on the device.
import { deviceStore, storeWithin, type DeviceStore } from '../datasets/deviceStore';
import type { EncoderDefinition } from './define';
import { EncoderFileError, packEncoder, randomWeights, unpackEncoder, type EncoderWeights } from './weights';

/** Reads a file of the app's folder `models/`. */
export type ReadModelFile = (name: string) => Promise<Uint8Array>;

const nothingBeside: ReadModelFile = (name) =>
  Promise.reject(
    new EncoderFileError(`There is no folder models/ to read ${name} from.`, 'Use it in the page.'),
  );

const keptEncoders = (): DeviceStore => storeWithin(deviceStore(), 'encoders/');

/** Keeps weights that a person gave for the next runs. */
export async function keepEncoder(
  definition: EncoderDefinition,
  weights: EncoderWeights,
  store = keptEncoders(),
): Promise<{ readonly where: 'device' | 'session' }> {
  const { header, bytes } = packEncoder(definition, weights, 'float32');
  const numbers = await store.put(`${definition.id}.bin`, new Blob([bytes]));
  const described = await store.put(`${definition.id}.json`, new Blob([JSON.stringify(header)]));
  return { where: numbers.where === 'device' ? described.where : 'session' };
}

const bytesOf = async (file: Blob): Promise<Uint8Array> => new Uint8Array(await file.arrayBuffer());

/**
 * @param read files that come with the page
 * @throws EncoderFileError when the person has given none yet, or the files are damaged; what `read` throws
 */
export async function openEncoderWeights(
  definition: EncoderDefinition,
  read: ReadModelFile = nothingBeside,
  store = keptEncoders(),
): Promise<EncoderWeights> {
  const { id, label, origin } = definition;
  if (origin === 'random') return randomWeights(definition);
  if (origin === 'embedded')
    return unpackEncoder(definition, await read(`encoder-${id}.json`), await read(`encoder-${id}.bin`));
  const [header, numbers] = [await store.get(`${id}.json`), await store.get(`${id}.bin`)];
  if (header && numbers) return unpackEncoder(definition, await bytesOf(header), await bytesOf(numbers));
  throw new EncoderFileError(
    `The weights of ${label} are not on this device yet.`,
    'Give their file (Keras .h5 or .keras, or TensorFlow.js), or choose another feature network.',
  );
}
