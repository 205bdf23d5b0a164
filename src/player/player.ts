// A generator from the bytes of a .tflite file, ready to draw on one thread with the kiosk's runtime. Knows no page and no network.
import { InvalidValueError } from '../core/errors';
import { fitsInput, type InputChoice } from '../core/importedGenerator';
import { normalArray } from '../core/random';
import { choiceInText } from '../exporters/inputText';
import { inputShape, outputShape } from '../graph/edges';
import { volume } from '../graph/graph';
import { openAlone, plainLoops, type DirectPainter } from '../inference/painter';
import { ForeignModelError } from '../readers/errors';
import { readTfliteModel, type ReadModel } from '../readers/tflite/model';
import { readDrawKernels } from './kernels';
import type { Images, Player, PlayerOptions } from './types';

/** Values from -1 to 1 as bytes, with full opacity. */
function rgbaOf(values: Float32Array, channels: number): Uint8ClampedArray<ArrayBuffer> {
  const rgba = new Uint8ClampedArray((values.length / channels) * 4).fill(255);
  for (let pixel = 0; pixel < rgba.length / 4; pixel++)
    for (let c = 0; c < 3; c++)
      rgba[4 * pixel + c] = (values[pixel * channels + (channels === 3 ? c : 0)] + 1) * 127.5;
  return rgba;
}

type ImageShape = Pick<Images, 'height' | 'width' | 'channels'>;

function imageShape({ graph }: ReadModel): ImageShape {
  const [height, width, channels, ...rest] = outputShape(graph);
  if (rest.length === 0 && (channels === 1 || channels === 3)) return { height, width, channels };
  throw new ForeignModelError(
    `The model makes [${outputShape(graph).join(', ')}], which is no image.`,
    'Load a generator whose output is [height, width, 1 or 3].',
  );
}

function imagesOf(values: Float32Array, shape: ImageShape): Images {
  const size = shape.height * shape.width * shape.channels;
  return {
    ...shape,
    count: values.length / size,
    values,
    rgba: (index) => rgbaOf(values.subarray(index * size, (index + 1) * size), shape.channels),
  };
}

/** Latents with their classes behind them, or in the slots of their generators. @throws InvalidValueError */
function inputsOf(
  latents: ArrayLike<number>,
  label: number | ArrayLike<number>,
  latentSize: number,
  { source, count }: InputChoice,
) {
  const rows = latents.length / latentSize;
  const isClass = source === 'labels';
  const size = isClass ? latentSize + count : latentSize * count;
  const inputs = new Float32Array(rows * size);
  for (let row = 0; row < rows; row++) {
    const own = typeof label === 'number' ? label : label[row];
    if (!Number.isInteger(own) || own < 0 || own >= count) {
      throw new InvalidValueError(
        `Image ${row} is to be ${isClass ? 'of class' : 'by generator'} ${own}.`,
        `Give a whole number from 0 to ${count - 1}, one for all or one for each of ${rows}.`,
      );
    }
    const start = row * size + (isClass ? 0 : own * latentSize);
    for (let i = 0; i < latentSize; i++) inputs[start + i] = latents[row * latentSize + i];
    if (isClass) inputs[start + latentSize + own] = 1;
  }
  return inputs;
}

/** What the file says is chosen beside the noise, where its input can be put together so. */
function choiceOf({ description }: ReadModel, inputSize: number): InputChoice | null {
  const said = choiceInText(description);
  return said && fitsInput(said, inputSize) ? said : null;
}

/** What a generator takes, for who gave something else. */
function takenWords(choice: InputChoice | null, inputSize: number, latentSize: number): string {
  if (!choice) return `This generator takes ${inputSize} for each image, and no class.`;
  return choice.source === 'labels'
    ? `This generator takes ${latentSize} for each image and one of ${choice.count} classes, or ${inputSize} with the class among them.`
    : `These ${choice.count} generators take ${latentSize} for each image and which of them draws it, or ${inputSize} with 0 for all others.`;
}

/** Opens what runs it on one thread. */
export const openPainter = (
  model: ReadModel,
  simd: PlayerOptions['simd'],
): Promise<DirectPainter> | DirectPainter =>
  simd === 'none'
    ? plainLoops(model, null)
    : openAlone(model, { readBytes: readDrawKernels, relaxed: simd === 'plain' ? 'off' : 'auto' });

/** @throws ForeignModelError, DamagedModelError, UnsupportedLayerError, OversizedModelError */
export async function openPlayer(bytes: Uint8Array, simd?: PlayerOptions['simd']): Promise<Player> {
  const model = readTfliteModel(bytes);
  const shape = imageShape(model);
  const inputSize = volume(inputShape(model.graph));
  const choice = choiceOf(model, inputSize);
  const classes = choice?.source === 'labels' ? choice.count : 0;
  const generators = choice?.source === 'generators' ? choice.count : 1;
  const latentSize = (inputSize - classes) / generators;
  const painter = await openPainter(model, simd);
  const { label: runtime, limit } = painter.facts;
  return {
    ...shape,
    ...{ inputSize, latentSize, classes, generators, runtime, limit },
    noise: (seed, count = 1) => normalArray(count * latentSize, seed),
    draw(latents, label) {
      const rows = latents.length / (label === undefined ? inputSize : latentSize);
      if (!Number.isInteger(rows) || rows < 1 || (label !== undefined && !choice)) {
        throw new InvalidValueError(
          `${latents.length} numbers came${label === undefined ? '' : ' with a class'}.`,
          takenWords(choice, inputSize, latentSize),
        );
      }
      const inputs =
        label !== undefined && choice
          ? inputsOf(latents, label, latentSize, choice)
          : Float32Array.from(latents);
      return imagesOf(painter.paint(inputs, rows), shape);
    },
    dispose: () => painter.dispose(),
  };
}
