// From a network of a file to a generator of this project: one list of numbers in, one image from -1 to 1 out. A network from
// image to image, as a U-Net is, gets its picture as such a list too, row by row: noise, until a page has pictures for it.
import type { TrainedWeight } from '../graph/graph';
import { inputShape, networkTotals, volume, type NetworkSpec, type Shape } from '../core/network';
import { appendLayer, prependLayer } from '../core/networkEdits';
import { outputRange } from './outputRange';
import { shapeText, type ReadNetwork } from './assembly';
import { ForeignModelError, OversizedModelError } from '../readers/errors';

const MOST_LATENTS = 4096;
/** Numbers of a picture that goes in. */
const MOST_PICTURE = 2 ** 20;
const MOST_SIDE = 1024;
/** Of two ends of a range that count as the same. */
const CLOSE = 1e-3;
/** Of one image; what a page draws in a few seconds. */
const MOST_MULTIPLY_ADDS = 20e9;

/** A generator with its weights by the engine's names. */
export interface ReadGenerator {
  readonly network: NetworkSpec;
  readonly weights: ReadonlyMap<string, TrainedWeight>;
  readonly notes: readonly string[];
}

const GENERATOR_HINT =
  'Choose the generator: it takes one list of random numbers, or a picture, and makes one image, grey or RGB.';

/** The image that a flat output stands for; null where it stands for none. */
function imageOfFlat(values: number): Shape | null {
  if (values === 2) return [1, 1, 2];
  for (const channels of [1, 3]) {
    const side = Math.sqrt(values / channels);
    if (Number.isInteger(side) && side > 1) return [side, side, channels];
  }
  return null;
}

const isImage = ([height, width, channels]: Shape): boolean =>
  channels === 1 || channels === 3 || (channels === 2 && height === 1 && width === 1);

const takesPicture = (input: Shape): boolean => input.length === 3 && (input[0] > 1 || input[1] > 1);

/**
 * The image that a network makes; null for one that judges what it is given: its output is a few numbers, or a map smaller
 * than the picture.
 */
function imageOf(input: Shape, output: Shape): Shape | null {
  if (takesPicture(input)) {
    const draws = output.length === 3 && output[0] >= input[0] && output[1] >= input[1];
    return draws && isImage(output) ? output : null;
  }
  const image = output.length === 1 ? imageOfFlat(output[0]) : output;
  return image?.length === 3 && isImage(image) ? image : null;
}

/**
 * Checks that a network is a generator and puts what is missing around it.
 * @throws ForeignModelError for another kind of network, OversizedModelError for one that no page draws with
 */
export function asGenerator({ network: read, weights, notes }: ReadNetwork): ReadGenerator {
  const input = inputShape(read);
  const { output } = networkTotals(read);
  const numbers = volume(input);
  const isPicture = takesPicture(input);
  const image = imageOf(input, output);
  if (!image) {
    const judges = isPicture && (volume(output) <= 128 || output.length === 3);
    throw new ForeignModelError(
      `The model takes ${shapeText(input)} and makes ${shapeText(output)}${judges ? ', as discriminators and classifiers do' : ''}.`,
      GENERATOR_HINT,
    );
  }
  const most = isPicture ? MOST_PICTURE : MOST_LATENTS;
  if (numbers > most || image[0] > MOST_SIDE || image[1] > MOST_SIDE) {
    throw new OversizedModelError(
      `The model makes images of ${image[0]} x ${image[1]} from ${numbers} numbers; ${MOST_SIDE} x ${MOST_SIDE} from ${most} are the most.`,
    );
  }
  const said = [...notes];
  const own = new Map(weights);
  let network = input.length === 1 ? read : prependLayer(read, [numbers], { kind: 'reshape', shape: input });
  if (isPicture) said.push(`It takes a picture, ${shapeText(input)}; here it draws from noise in its place.`);
  if (output.length === 1) {
    network = appendLayer(network, { kind: 'reshape', shape: image });
    said.push(`Its ${output[0]} numbers are shown as an image of ${image.slice(0, 2).join(' x ')}.`);
  }
  const { nodes, inputs } = read;
  const counted = nodes.find(({ from, kind }) => kind === 'embedding' && from[0] === inputs[0].name);
  if (counted?.kind === 'embedding') {
    said.push(
      `It takes the number of a class, 0 to ${counted.classes - 1}, and no noise; noise that is drawn here picks the nearest class.`,
    );
  }
  const range = outputRange(read, weights);
  if (
    range &&
    range[1] - range[0] > CLOSE &&
    Math.max(Math.abs(range[0] + 1), Math.abs(range[1] - 1)) > CLOSE
  ) {
    const [low, high] = range;
    network = appendLayer(network, { kind: 'batchNorm', momentum: 0.99, epsilon: 0 });
    const [gamma, beta] = [2 / (high - low), -(high + low) / (high - low)];
    for (const [role, value] of Object.entries({ gamma, beta, movingMean: 0, movingVariance: 1 })) {
      const values = new Float32Array(image[2]).fill(value);
      own.set(`${network.outputs[0]}/${role}`, { shape: [image[2]], values });
    }
    const [from, to] = range.map((end) => Number(end.toPrecision(4)));
    said.push(
      `Its pixels went from ${from} to ${to}; a last step stretches them to -1 to 1, as images are kept here and leave again.`,
    );
  }
  const { multiplyAdds } = networkTotals(network);
  if (multiplyAdds > MOST_MULTIPLY_ADDS) {
    throw new OversizedModelError(
      `The model needs ${multiplyAdds} multiply-adds for one image; ${MOST_MULTIPLY_ADDS} are the most.`,
    );
  }
  return { network, weights: own, notes: said };
}
