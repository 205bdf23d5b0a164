// Writes the .tflite file, and the C array of it.
import type { ParamValues } from '../../core/paramSpec';
import type { Int8Graph } from '../../graph/int8Graph';
import type { ModelExport, ModelExportJob, Proof } from '../defineModel';
import { writeTflite, type TfliteModel } from '../formats/tflite';
import { inputText } from '../inputText';
import type { VariantOf } from '../readBy';
import type { TfliteSettings } from './assemble';
import { cArray } from './cArray';
import { CODE } from './codes';
import { floatTfliteModel, type FloatWeights } from './floatModel';
import { isFloatInside } from './inFloat';
import { int8TfliteModel } from './int8Model';
import { oldestTensorFlow } from './operatorVersions';

const PORTS = { input: 'latent', output: 'image' };

const settingsOf = ({ runtimes, batch }: ParamValues): TfliteSettings => ({
  runtimes: runtimes === 'older' ? 'older' : 'current',
  batch: batch === 'any' ? 'any' : 'one',
});

/** A file with what a person should know of it. */
interface Written {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly proof: TfliteProof;
  readonly notes: readonly string[];
}

type TfliteProof = Proof & { readonly runtime: 'tflite' };

/** What the file needs, and how many images it takes. */
function notesOf(model: TfliteModel, { batch }: TfliteSettings): readonly string[] {
  const fixed = batch === 'one' && model.operators.some(({ code }) => code === CODE.transposeConv);
  const images = {
    any: 'The number of images is left free: resize the input, or give as many as you like where the runtime does that itself. It was proved with one at a time.',
    one: fixed
      ? 'It draws one image at a time: its transposed convolutions are told the shape that they make. Leave the number of images free for more.'
      : 'It says one image at a time; resized (ResizeInputTensor) it draws any number.',
  };
  return [
    `Its operators need TensorFlow Lite ${oldestTensorFlow(model)} or later, or LiteRT.`,
    images[batch],
  ];
}

/** The file as it is for one image: LiteRT.js runs none whose size is left free. */
const ofOne = (model: TfliteModel): TfliteModel => ({
  ...model,
  tensors: model.tensors.map((tensor) => ({ ...tensor, signature: undefined })),
});

const written = (model: TfliteModel, int8: Int8Graph | null, settings: TfliteSettings): Written => {
  const bytes = writeTflite(model);
  const run = settings.batch === 'any' ? writeTflite(ofOne(model)) : bytes;
  return { bytes, proof: { runtime: 'tflite', bytes: run, int8 }, notes: notesOf(model, settings) };
};

/** The model that also says what goes in. */
export function saying(model: TfliteModel, { input, generators }: ModelExportJob): TfliteModel {
  const said = inputText(input, generators);
  return said === '' ? model : { ...model, description: `${model.description}; ${said}` };
}

const float = (job: ModelExportJob, weights: FloatWeights, settings: TfliteSettings): Written =>
  written(saying(floatTfliteModel(job.graph, weights, PORTS, settings), job), null, settings);

async function integer(
  job: ModelExportJob,
  io: 'int8' | 'float32',
  settings: TfliteSettings,
): Promise<Written> {
  const int8 = await job.int8(8);
  const model = saying(int8TfliteModel(int8, io, PORTS, settings), job);
  const made = written(model, io === 'int8' ? int8 : null, settings);
  const scales =
    'Dense weights have one scale for all units, which every runtime reads; filters have one each.';
  const floats = int8.graph.nodes.filter(isFloatInside).map(({ name }) => name);
  const inside = `Inside, ${floats.join(', ')} compute in float32 between two conversions: TensorFlow Lite has no integers for them.`;
  return { ...made, notes: [...made.notes, scales, ...(floats.length > 0 ? [inside] : [])] };
}

const asFile = ({ name }: ModelExportJob, { bytes, proof, notes }: Written): ModelExport => ({
  files: { [`${name}.tflite`]: bytes },
  proof,
  notes,
});

export async function write(
  job: ModelExportJob,
  variant: VariantOf<'tflite'>,
  options: ParamValues,
): Promise<ModelExport> {
  const settings = settingsOf(options);
  switch (variant) {
    case 'int8-float-io':
      return asFile(job, await integer(job, 'float32', settings));
    case 'int8':
      return asFile(job, await integer(job, 'int8', settings));
    case 'dynamic-int8':
      return asFile(job, float(job, 'int8', settings));
    default:
      return asFile(job, float(job, variant, settings));
  }
}

export async function writeArray(job: ModelExportJob): Promise<ModelExport> {
  const int8 = await job.int8(8);
  const bytes = writeTflite(int8TfliteModel(int8, 'int8', PORTS));
  const files = cArray(job.name, bytes, int8, job.inputLayout, job.input?.names);
  return { files, proof: { runtime: 'tflite', bytes, int8 } };
}
