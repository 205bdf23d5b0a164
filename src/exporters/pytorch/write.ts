// Writes the scripts and their weights.
import type { ParamValues } from '../../core/paramSpec';
import type { ModelExport, ModelExportJob } from '../defineModel';
import { endedDiscriminator, portableNetwork } from '../portable';
import type { VariantOf } from '../readBy';
import { torchScript, torchWeights } from './script';

export function write(job: ModelExportJob, _: VariantOf<'pytorch'>, options: ParamValues): ModelExport {
  const files: Record<string, Uint8Array<ArrayBuffer> | string> = {};
  const hasJudge = job.discriminator.spec.nodes.length > 0; // an imported generator comes without
  const ended = hasJudge ? endedDiscriminator(job.discriminator, options) : null;
  for (const network of ended ? [job.generator, ended] : [job.generator]) {
    const { spec, weights } = portableNetwork(network);
    files[`${spec.name}.py`] = torchScript(spec, weights, `${spec.name}.npz`);
    files[`${spec.name}.npz`] = torchWeights(spec, weights, network === job.generator ? job : {});
  }
  const notes = ended ? [ended.note] : [];
  return { files, proof: { runtime: 'floatReference', graph: job.graph }, notes };
}
