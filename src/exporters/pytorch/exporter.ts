// Generator and discriminator as PyTorch scripts with their weights.
import { defineModelExporter } from '../defineModel';
import { DISCRIMINATOR_END, endedDiscriminator, portableNetwork } from '../portable';
import { torchScript, torchWeights } from './script';

export const pytorchExporter = defineModelExporter({
  id: 'pytorch',
  label: 'PyTorch',
  help: 'A Python script with the same network, layer by layer, and its weights as .npz.',
  variants: [{ id: 'npz', label: 'script and .npz', help: 'Needs PyTorch and NumPy.', meanBound: 0.0005 }],
  options: [DISCRIMINATOR_END],
  write(job, _, options) {
    const files: Record<string, Uint8Array<ArrayBuffer> | string> = {};
    const hasJudge = job.discriminator.spec.nodes.length > 0; // an imported generator comes without
    const ended = hasJudge ? endedDiscriminator(job.discriminator, options) : null;
    for (const network of ended ? [job.generator, ended] : [job.generator]) {
      const { spec, weights } = portableNetwork(network);
      files[`${spec.name}.py`] = torchScript(spec, weights, `${spec.name}.npz`);
      files[`${spec.name}.npz`] = torchWeights(spec, weights, network === job.generator ? job.input : null);
    }
    const notes = ended ? [ended.note] : [];
    return { files, proof: { runtime: 'floatReference', graph: job.graph }, notes };
  },
});
