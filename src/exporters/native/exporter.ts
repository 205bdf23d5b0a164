// The generator as a file for the native program of board/native.
import { UnsupportedModelError } from '../../compression/graph';
import { defineModelExporter } from '../defineModel';
import { modelBinary } from './binary';

export const nativeExporter = defineModelExporter({
  id: 'native',
  label: 'model.bin',
  help: 'For ganvas-infer, the small C program of a board bundle: it draws PNGs without a browser or a library.',
  variants: [
    {
      id: 'int8',
      label: 'int8',
      help: 'Integer arithmetic throughout, bit for bit the same on every machine.',
      meanBound: 0.08,
    },
  ],
  async write(job) {
    if (!job.input) {
      throw new UnsupportedModelError(
        `${job.name} consists of several generators that share one input.`,
        'Export it as C source, or train a model with one generator for model.bin.',
      );
    }
    const int8 = await job.int8(8);
    return {
      files: { [`${job.name}.bin`]: modelBinary(int8, job.input) },
      proof: { runtime: 'integerReference', int8 },
    };
  },
});
