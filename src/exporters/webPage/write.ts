// Writes the page: the built page of src/player/page with the generator inside as a .tflite file.
import builtPage from 'virtual:web-page';
import { inputShape, outputShape } from '../../graph/edges';
import { UnsupportedModelError } from '../../graph/graph';
import type { ModelExport, ModelExportJob } from '../defineModel';
import { writeTflite } from '../formats/tflite';
import type { VariantOf } from '../readBy';
import { floatTfliteModel } from '../tflite/floatModel';
import { saying } from '../tflite/write';
import type { WebPageFacts } from './facts';
import { webPage } from './html';

const PORTS = { input: 'latent', output: 'image' };

/** The weights of each variant, and how many bytes one number takes. */
const WEIGHTS = {
  'weights-int8': { weights: 'int8', stride: 1 },
  float16: { weights: 'float16', stride: 2 },
  float32: { weights: 'float32', stride: 4 },
} as const satisfies Readonly<Record<VariantOf<'web-page'>, unknown>>;

/** @throws UnsupportedModelError for what a page of sliders cannot show */
function checkDrawsImages({ name, graph, input, picture }: ModelExportJob): void {
  const refuse = (problem: string): never => {
    throw new UnsupportedModelError(
      `${name} ${problem}; a web page shows generators that draw images from noise.`,
      'Choose TensorFlow Lite or ONNX, or send it to a board, whose kiosk shows it.',
    );
  };
  if (input?.names) refuse('names pictures');
  if (picture || inputShape(graph).length !== 1) refuse('makes pictures from pictures');
  const [height, width, channels] = outputShape(graph);
  if (height * width === 1) refuse('draws points in the plane');
  if (outputShape(graph).length !== 3 || (channels !== 1 && channels !== 3))
    refuse(`draws [${outputShape(graph).join(', ')}]`);
}

function factsOf({ name, title = name, graph, input, generators = 1, classNames }: ModelExportJob) {
  const [size] = inputShape(graph);
  const numbered = (count: number): readonly string[] =>
    Array.from({ length: count }, (_, i) => String(i + 1));
  const named = (count: number): readonly string[] =>
    classNames?.length === count ? classNames : numbered(count);
  const base = { version: 1, title } as const;
  // Several generators: each has a slot of the input.
  if (input === null)
    return {
      ...base,
      latent: size / generators,
      choice: { kind: 'generator', names: numbered(generators) },
    } as const;
  const { latent, classes } = input ?? { latent: size, classes: 0 };
  const choice = classes > 0 ? ({ kind: 'class', names: named(classes) } as const) : null;
  return { ...base, latent, choice } satisfies Omit<WebPageFacts, 'packing'>;
}

export function write(job: ModelExportJob, variant: VariantOf<'web-page'>): ModelExport {
  checkDrawsImages(job);
  const { weights, stride } = WEIGHTS[variant];
  const model = writeTflite(saying(floatTfliteModel(job.graph, weights, PORTS), job));
  const html = webPage(builtPage, factsOf(job), model, stride);
  return {
    files: { [`${job.name}.html`]: html },
    proof: { runtime: 'webPage', html },
    notes: [
      'The page is one file: it opens with a double click, needs no network and sends nothing.',
      `The generator inside is a .tflite file of ${model.length} bytes.`,
    ],
  };
}
