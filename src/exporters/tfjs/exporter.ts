// The generator as a TensorFlow.js LayersModel.
import { defineModelExporter } from '../defineModel';

export const tfjsExporter = defineModelExporter({
  id: 'tfjs',
  label: 'TensorFlow.js',
  help: 'model.json and its weights for tf.loadLayersModel: a generator for web pages.',
  variants: [
    { id: 'float32', label: 'float32', help: 'As trained.', meanBound: 0.0005 },
    {
      id: 'float16',
      label: 'float16 weights',
      help: 'Half the download, hardly any difference.',
      meanBound: 0.01,
    },
    {
      id: 'uint16',
      label: '16-bit weights',
      help: 'Half the download, finer steps than float16.',
      meanBound: 0.005,
    },
    {
      id: 'uint8',
      label: '8-bit weights',
      help: 'A quarter of the download; rounded once, at loading.',
      meanBound: 0.08,
    },
  ],
  load: () => import('./write'),
});
