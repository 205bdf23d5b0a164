// The generator as a TensorFlow Lite file, and as the C array that microcontroller examples include.
import type { WeightBits } from '../../graph/weightQuantization';
import { defineModelExporter, type ModelExport, type ModelExportJob, type Proof } from '../defineModel';
import { writeTflite } from '../formats/tflite';
import { cArray } from './cArray';
import { floatTfliteModel, type FloatWeights } from './floatModel';
import { int8TfliteModel } from './int8Model';

const PORTS = { input: 'latent', output: 'image' };

type TfliteProof = Proof & { readonly runtime: 'tflite' };

function float({ graph }: ModelExportJob, weights: FloatWeights): TfliteProof {
  return { runtime: 'tflite', bytes: writeTflite(floatTfliteModel(graph, weights, PORTS)), int8: null };
}

async function integer(job: ModelExportJob, io: 'int8' | 'float32', bits: WeightBits): Promise<TfliteProof> {
  const int8 = await job.int8(bits);
  const bytes = writeTflite(int8TfliteModel(int8, io, PORTS));
  return { runtime: 'tflite', bytes, int8: io === 'int8' ? int8 : null };
}

const asFile = ({ name }: ModelExportJob, proof: TfliteProof): ModelExport => ({
  files: { [`${name}.tflite`]: Uint8Array.from(proof.bytes) },
  proof,
});

export const tfliteExporter = defineModelExporter({
  id: 'tflite',
  label: 'TensorFlow Lite',
  help: 'One .tflite file for phones, boards and microcontrollers; every kind is run by LiteRT before you get it.',
  variants: [
    {
      id: 'int8-float-io',
      label: 'int8, float in and out',
      help: 'Integer arithmetic throughout, float32 at the border: small and quick, and as easy to call as float.',
      meanBound: 0.08,
    },
    {
      id: 'int8',
      label: 'int8, int8 in and out',
      help: 'Integer arithmetic throughout, as microcontrollers (TensorFlow Lite Micro) want it.',
      meanBound: 0.08,
    },
    {
      id: 'dynamic-int8',
      label: 'int8 weights, float activations',
      help: 'A quarter of the size; activations are rounded on the fly. Not for microcontrollers.',
      meanBound: 0.05,
    },
    {
      id: 'int4',
      label: '4-bit weights',
      help: 'Dense and convolution weights in 4 bits, the rest in 8: smallest, and visibly rougher.',
      meanBound: 0.25,
    },
    {
      id: 'float16',
      label: 'float16 weights',
      help: 'Half the size, hardly any difference.',
      meanBound: 0.01,
    },
    { id: 'float32', label: 'float32', help: 'As trained; the one to compare with.', meanBound: 0.0005 },
  ],
  async write(job, variant) {
    switch (variant) {
      case 'int8-float-io':
        return asFile(job, await integer(job, 'float32', 8));
      case 'int8':
        return asFile(job, await integer(job, 'int8', 8));
      case 'dynamic-int8':
        return asFile(job, float(job, 'int8'));
      default:
        return asFile(job, float(job, variant));
    }
  },
});

export const tfliteArrayExporter = defineModelExporter({
  id: 'tflite-array',
  label: 'TensorFlow Lite as a C array',
  help: 'The int8 .tflite as .h and .c, as TensorFlow Lite Micro examples include a model.',
  variants: [
    {
      id: 'int8',
      label: 'int8, int8 in and out',
      help: 'What TensorFlow Lite Micro runs: integers throughout.',
      meanBound: 0.08,
    },
  ],
  async write(job) {
    const int8 = await job.int8(8);
    const bytes = writeTflite(int8TfliteModel(int8, 'int8', PORTS));
    const files = cArray(job.name, bytes, int8, job.inputLayout);
    return { files, proof: { runtime: 'tflite', bytes, int8 } };
  },
});
