// A .tflite file as a network of this project: by the reader that the kiosk has too, which knows branches and integers, and
// where that one refuses, by the walk along what other programs' converters write.
import { GanvasError } from '../../core/errors';
import { readTfliteModel } from '../../readers/tflite/model';
import { OversizedModelError } from '../../readers/errors';
import type { ReadNetwork } from '../assembly';
import { networkOfGraph } from '../graphNetwork';
import { readConvertedNetwork } from './converted';

/**
 * @param bytes the whole .tflite file
 * @returns the network with float32 weights, whatever the file holds; `input` is the shape of one example
 * @throws ForeignModelError, DamagedModelError, UnsupportedLayerError, OversizedModelError
 */
export function readTfliteNetwork(bytes: Uint8Array): ReadNetwork {
  try {
    return networkOfGraph(readTfliteModel(bytes).graph);
  } catch (error) {
    if (!(error instanceof GanvasError) || error instanceof OversizedModelError) throw error;
    return readConvertedNetwork(bytes);
  }
}
