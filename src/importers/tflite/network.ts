// A .tflite file as a network of this project: read by the rules that the kiosk has and by those of other programs'
// converters, then turned from a graph into layers.
import { layerFacts, volume, type Shape } from '../../core/network';
import { choiceInText } from '../../exporters/inputText';
import type { GraphNode } from '../../graph/graph';
import { convertedRules } from '../../readers/tflite/converted';
import { readTfliteModel } from '../../readers/tflite/model';
import type { ReadNetwork } from '../assembly';
import { layerOf, networkOfGraph } from '../graphNetwork';

function shapeOf(node: GraphNode): Shape {
  const inputs = node.kind === 'dense' ? node.inputs.map((shape) => [volume(shape)]) : node.inputs;
  return layerFacts(layerOf(node)[0], inputs, node.name).output;
}

const RULES = convertedRules(shapeOf);

/**
 * @param bytes the whole .tflite file
 * @returns the network with float32 weights, whatever the file holds; `input` is the shape of one example
 * @throws ForeignModelError, DamagedModelError, UnsupportedLayerError, OversizedModelError
 */
export function readTfliteNetwork(bytes: Uint8Array): ReadNetwork {
  const { graph, description } = readTfliteModel(bytes, RULES);
  return { ...networkOfGraph(graph), choice: choiceInText(description) };
}
