// Generator and discriminator as PyTorch scripts with their weights.
import { defineModelExporter } from '../defineModel';
import { DISCRIMINATOR_END } from '../discriminatorEnd';

export const pytorchExporter = defineModelExporter({
  id: 'pytorch',
  label: 'PyTorch',
  help: 'A Python script with the same network, layer by layer, and its weights as .npz.',
  variants: [{ id: 'npz', label: 'script and .npz', help: 'Needs PyTorch and NumPy.', meanBound: 0.0005 }],
  options: [DISCRIMINATOR_END],
  load: () => import('./write'),
});
