// A generator from the bytes of a .tflite file, ready to draw on one thread with the kiosk's runtime. Knows no page and no network.
import { InvalidValueError } from '../core/errors';
import { normalArray } from '../core/random';
import { classesInText } from '../exporters/inputText';
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

/** Latents with their classes behind them. @throws InvalidValueError */
function inputsOf(
  latents: ArrayLike<number>,
  label: number | ArrayLike<number>,
  latentSize: number,
  classes: number,
) {
  const rows = latents.length / latentSize;
  const inputs = new Float32Array(rows * (latentSize + classes));
  for (let row = 0; row < rows; row++) {
    const own = typeof label === 'number' ? label : label[row];
    if (!Number.isInteger(own) || own < 0 || own >= classes) {
      throw new InvalidValueError(
        `Image ${row} is to be of class ${own}.`,
        `Give a whole number from 0 to ${classes - 1}, one for all or one for each of ${rows}.`,
      );
    }
    const start = row * (latentSize + classes);
    for (let i = 0; i < latentSize; i++) inputs[start + i] = latents[row * latentSize + i];
    inputs[start + latentSize + own] = 1;
  }
  return inputs;
}

const openPainter = (
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
  const classes = classesInText(model.description);
  const latentSize = inputSize - classes;
  const painter = await openPainter(model, simd);
  const { label: runtime, limit } = painter.facts;
  return {
    ...shape,
    ...{ inputSize, latentSize, classes, runtime, limit },
    noise: (seed, count = 1) => normalArray(count * latentSize, seed),
    draw(latents, label) {
      const [size, known] = label === undefined ? [inputSize, 0] : [latentSize, classes];
      const rows = latents.length / size;
      if (!Number.isInteger(rows) || rows < 1 || (label !== undefined && classes === 0)) {
        throw new InvalidValueError(
          `${latents.length} numbers came${label === undefined ? '' : ' with a class'}.`,
          classes === 0
            ? `This generator takes ${inputSize} for each image, and no class.`
            : `This generator takes ${latentSize} for each image and one of ${classes} classes, or ${inputSize} with the class among them.`,
        );
      }
      const inputs =
        known === 0 ? Float32Array.from(latents) : inputsOf(latents, label ?? 0, latentSize, classes);
      return imagesOf(painter.paint(inputs, rows), shape);
    },
    dispose: () => painter.dispose(),
  };
}
