// Writes the file for the native program.
import { inputShape } from '../../graph/edges';
import { UnsupportedModelError, volume } from '../../graph/graph';
import type { ModelExport, ModelExportJob } from '../defineModel';
import { modelBinary } from './binary';

/** @throws UnsupportedModelError for several generators that share one input */
export async function write(job: ModelExportJob): Promise<ModelExport> {
  if (job.input === null) {
    throw new UnsupportedModelError(
      `${job.name} consists of several generators that share one input.`,
      'Export it as C source, or train a model with one generator for model.bin.',
    );
  }
  const input = job.input ?? { latent: volume(inputShape(job.graph)), classes: 0 };
  const int8 = await job.int8(8);
  return {
    files: { [`${job.name}.bin`]: modelBinary(int8, input, job.picture) },
    proof: { runtime: 'integerReference', int8 },
  };
}
