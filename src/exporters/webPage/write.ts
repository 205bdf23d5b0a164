// Writes the page: the built page of src/player/page with the network inside as a .tflite file.
import builtPage from 'virtual:web-page';
import { inputShape, outputShape } from '../../graph/edges';
import { UnsupportedModelError, volume } from '../../graph/graph';
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

/** @throws UnsupportedModelError for what a page cannot show */
function checkShown({ name, graph, input, picture }: ModelExportJob): void {
  const refuse = (problem: string): never => {
    throw new UnsupportedModelError(
      `${name} ${problem}; a web page shows what draws images, makes pictures from pictures, or names them.`,
      'Choose TensorFlow Lite or ONNX.',
    );
  };
  const output = outputShape(graph);
  if (input?.names && (!picture || volume(output) !== input.names.length))
    refuse(`puts out [${output.join(', ')}] for ${input.names.length} names`);
  if (input?.names) return;
  if (!picture && inputShape(graph).length !== 1) refuse('takes pictures and does not say which');
  const [height, width, channels] = output;
  if (height * width === 1) refuse('draws points in the plane');
  const isShown =
    picture?.preparation?.kind === 'lightness' ? channels === 2 : channels === 1 || channels === 3;
  if (output.length !== 3 || !isShown) refuse(`draws [${output.join(', ')}]`);
}

function factsOf({
  name,
  title = name,
  graph,
  input,
  picture,
  generators = 1,
  classNames,
}: ModelExportJob): Omit<WebPageFacts, 'packing'> {
  const [size] = inputShape(graph);
  const numbered = (count: number): readonly string[] =>
    Array.from({ length: count }, (_, i) => String(i + 1));
  const named = (count: number): readonly string[] =>
    classNames?.length === count ? classNames : numbered(count);
  if (picture) {
    const { shape, preparation } = picture;
    const names = input?.names ?? null;
    const latent = volume(inputShape(graph));
    const said = { shape, names, ...(preparation && { preparation }) };
    return { version: 2, title, latent, picture: said, choice: null } as const;
  }
  const base = { version: 1, title, picture: null } as const;
  // Several generators: each has a slot of the input.
  if (input === null)
    return {
      ...base,
      latent: size / generators,
      choice: { kind: 'generator', names: numbered(generators) },
    };
  const { latent, classes } = input ?? { latent: size, classes: 0 };
  const choice = classes > 0 ? ({ kind: 'class', names: named(classes) } as const) : null;
  return { ...base, latent, choice };
}

export function write(job: ModelExportJob, variant: VariantOf<'web-page'>): ModelExport {
  checkShown(job);
  const { weights, stride } = WEIGHTS[variant];
  const model = writeTflite(saying(floatTfliteModel(job.graph, weights, PORTS), job));
  const html = webPage(builtPage, factsOf(job), model, stride);
  return {
    files: { [`${job.name}.html`]: html },
    proof: { runtime: 'webPage', html },
    notes: [
      'The page is one file: it opens with a double click, needs no network and sends nothing.',
      `The ${job.picture ? 'network' : 'generator'} inside is a .tflite file of ${model.length} bytes.`,
    ],
  };
}
