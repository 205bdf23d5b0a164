// Writes the .onnx file.
import type { ModelExport, ModelExportJob } from '../defineModel';
import { writeOnnx } from '../formats/onnx';
import { inputText } from '../inputText';
import type { VariantOf } from '../readBy';
import { floatOnnxModel, int8OnnxModel } from './model';

const PORTS = { input: 'latent', output: 'image' };

export async function write(job: ModelExportJob, variant: VariantOf<'onnx'>): Promise<ModelExport> {
  const file = `${job.name}.onnx`;
  const said = inputText(job.input, job.generators);
  const documentation = said === '' ? undefined : said;
  if (variant === 'int8') {
    const int8 = await job.int8(8);
    return {
      files: { [file]: writeOnnx({ ...int8OnnxModel(int8, PORTS), documentation }) },
      proof: { runtime: 'integerReference', int8 },
    };
  }
  const bytes = writeOnnx({ ...floatOnnxModel(job.graph, variant, PORTS), documentation });
  return { files: { [file]: bytes }, proof: { runtime: 'floatReference', graph: job.graph } };
}
