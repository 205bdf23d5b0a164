// The generator as a file for the native program of board/native.
import { inputShape } from '../../graph/edges';
import { UnsupportedModelError, volume } from '../../graph/graph';
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
    if (job.input === null) {
      throw new UnsupportedModelError(
        `${job.name} consists of several generators that share one input.`,
        'Export it as C source, or train a model with one generator for model.bin.',
      );
    }
    const input = job.input ?? { latent: volume(inputShape(job.graph)), classes: 0 };
    const int8 = await job.int8(8);
    return {
      files: { [`${job.name}.bin`]: modelBinary(int8, input) },
      proof: { runtime: 'integerReference', int8 },
    };
  },
});
