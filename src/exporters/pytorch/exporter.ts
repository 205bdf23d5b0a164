// Generator and discriminator as PyTorch scripts with their weights.
import { defineModelExporter } from '../defineModel';
import { portableNetwork } from '../portable';
import { torchScript, torchWeights } from './script';

export const pytorchExporter = defineModelExporter({
  id: 'pytorch',
  label: 'PyTorch',
  help: 'A Python script with the same network, layer by layer, and its weights as .npz.',
  variants: [{ id: 'npz', label: 'script and .npz', help: 'Needs PyTorch and NumPy.', meanBound: 0.0005 }],
  write(job) {
    const files: Record<string, Uint8Array<ArrayBuffer> | string> = {};
    for (const network of [job.generator, job.discriminator]) {
      const { spec, weights } = portableNetwork(network);
      files[`${spec.name}.py`] = torchScript(spec, weights, `${spec.name}.npz`);
      files[`${spec.name}.npz`] = torchWeights(spec, weights);
    }
    return { files, proof: { runtime: 'floatReference', graph: job.graph } };
  },
});
