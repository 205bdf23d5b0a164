// Writes the C project.
import type { ModelExport, ModelExportJob } from '../defineModel';
import { cSourceFiles } from './files';

export async function write(job: ModelExportJob): Promise<ModelExport> {
  const int8 = await job.int8(8);
  return { files: cSourceFiles(int8, job), proof: { runtime: 'integerReference', int8 } };
}
