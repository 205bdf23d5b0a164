// Writes model.json and its weights.
import type { ModelExport, ModelExportJob } from '../defineModel';
import type { VariantOf } from '../readBy';
import { inputText } from '../inputText';
import { tfjsModelFiles } from './layersModel';

export function write(
  { generator, input, generators }: ModelExportJob,
  variant: VariantOf<'tfjs'>,
): ModelExport {
  const files = tfjsModelFiles(generator.spec, generator.weights, variant, inputText(input, generators));
  return { files: { ...files }, proof: { runtime: 'tfjs', files } };
}
