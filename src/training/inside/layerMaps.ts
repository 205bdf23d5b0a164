// What every layer of a trained network makes of one input, in inference mode. Reads; changes nothing.
import { concat, tensor, tidy, type Tensor } from '@tensorflow/tfjs-core';
import { InvalidValueError } from '../../core/errors';
import type { ImageBatch } from '../../core/history';
import { inputShape, type NetworkNode, type NetworkSpec } from '../../core/network';
import { toSignedUnit } from '../../datasets/sampling';
import type { Network } from '../../engine/network';
import type { InsideInput, InsideLayer, InsideNetwork } from '../../protocol';
import { toImageBatch } from '../imageBatch';
import { packImages } from '../stabilizers';
import { drawnLatents } from '../streams';
import type { Trainer } from '../trainer';
import { channelMaps, kernelPictures } from './numberPictures';

/** @throws InvalidValueError naming the layers that there are */
export function nodeOf(spec: NetworkSpec, layer: string): NetworkNode {
  const node = spec.nodes.find(({ id }) => id === layer);
  if (node) return node;
  throw new InvalidValueError(
    `The ${spec.name} of the open run has no layer ${layer}.`,
    `It has ${spec.nodes.map(({ id }) => id).join(', ')}.`,
  );
}

/** What a network makes of x up to one layer, which no fused kernel takes along. Called in `tidy`. */
export function applyUpTo(network: Network, x: Tensor, layer: string): Tensor {
  const { spec } = network;
  const end = spec.nodes.findIndex(({ id }) => id === layer);
  const upTo = network.part({ ...spec, nodes: spec.nodes.slice(0, end + 1), outputs: [layer] });
  return upTo.apply(x, { kind: 'inference' });
}

/** @throws InvalidValueError for pictures that are not of the generator's shape, or not `count` of them */
export function checkPictures(trainer: Trainer, picture: ImageBatch, count: number): void {
  const [height, width, channels] = trainer.imageShape;
  const { pixels } = picture;
  if (
    picture.height === height &&
    picture.width === width &&
    picture.channels === channels &&
    pixels.length === count * height * width * channels
  )
    return;
  throw new InvalidValueError(
    `A picture of ${picture.height} x ${picture.width} x ${picture.channels} with ${pixels.length} bytes was given.`,
    `Give ${count === 1 ? 'one' : count} of ${height} x ${width} x ${channels}.`,
  );
}

/** A picture of the data's shape as a batch of one in [-1, 1]. @throws InvalidValueError for another shape */
export function pictureTensor(trainer: Trainer, picture: ImageBatch): Tensor {
  checkPictures(trainer, picture, 1);
  return tensor(toSignedUnit(picture.pixels), [1, ...trainer.imageShape]);
}

function pictureOf(trainer: Trainer, input: InsideInput): Tensor {
  if (input.kind === 'picture') return pictureTensor(trainer, input.picture);
  return trainer.generate(latentOf(trainer, input), Uint8Array.of(input.imageClass));
}

type Noise = Exclude<InsideInput, { readonly kind: 'picture' }>;

/** @throws InvalidValueError for noise of another length */
function latentOf({ latentSize }: Trainer, input: Noise): Float32Array {
  if (input.kind === 'seed') return drawnLatents(input.seed, 0, 1, latentSize);
  const { values } = input;
  if (values.length === latentSize) return values;
  throw new InvalidValueError(
    `The noise has ${values.length} numbers; this generator takes ${latentSize}.`,
    'Draw new noise for this run.',
  );
}

function generatorInput(trainer: Trainer, input: InsideInput): Tensor {
  if (input.kind === 'picture')
    throw new InvalidValueError('A picture was put into the generator.', 'Put noise into it.');
  const latent = latentOf(trainer, input);
  const rows = trainer.classes?.inputRows(latent, [input.imageClass]) ?? latent;
  return tensor(rows, [1, ...inputShape(trainer.generator.spec)]);
}

/** As many copies of a picture as the discriminator judges as one. */
const packed = (picture: Tensor, packing: number): Tensor =>
  packing === 1 ? picture : packImages(concat(Array.from({ length: packing }, () => picture)), packing);

/** The network that is looked into: of generators the one that draws. */
export const networkOf = (trainer: Trainer, which: InsideNetwork): Network =>
  which === 'generator' ? (trainer.average ?? trainer.generator) : trainer.discriminator;

/** @throws InvalidValueError for a layer, an input or a channel that does not fit */
export async function lookAtLayer(
  trainer: Trainer,
  which: InsideNetwork,
  layer: string,
  input: InsideInput,
  channel: number,
): Promise<InsideLayer> {
  const network = networkOf(trainer, which);
  const node = nodeOf(network.spec, layer);
  const [picture, made] = tidy(() => {
    const seen = pictureOf(trainer, input);
    const x = which === 'generator' ? generatorInput(trainer, input) : packed(seen, trainer.config.packing);
    return [seen, applyUpTo(network, x, layer)];
  });
  const kernel = network.weights.find(({ name }) => name === `${layer}/kernel`);
  try {
    const shape = made.shape.slice(1);
    return {
      picture: await toImageBatch(picture),
      shape,
      maps: channelMaps(await made.data(), shape),
      filters: kernel
        ? kernelPictures(node.kind, await kernel.variable.data(), kernel.variable.shape, channel)
        : null,
    };
  } finally {
    picture.dispose();
    made.dispose();
  }
}
