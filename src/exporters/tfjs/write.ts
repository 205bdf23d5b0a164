// Writes model.json and its weights.
import type { ModelExport, ModelExportJob } from '../defineModel';
import type { VariantOf } from '../readBy';
import { tfjsModelFiles } from './layersModel';

export function write({ generator, input }: ModelExportJob, variant: VariantOf<'tfjs'>): ModelExport {
  const files = tfjsModelFiles(generator.spec, generator.weights, variant, input);
  return { files: { ...files }, proof: { runtime: 'tfjs', files } };
}
