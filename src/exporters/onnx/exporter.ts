// The generator as an ONNX file.
import { defineModelExporter } from '../defineModel';

export const onnxExporter = defineModelExporter({
  id: 'onnx',
  label: 'ONNX',
  help: 'One .onnx file for onnxruntime, OpenVINO, TensorRT and the converters of chip makers; any batch size.',
  variants: [
    { id: 'float32', label: 'float32', help: 'As trained.', meanBound: 0.0005 },
    {
      id: 'float16',
      label: 'float16 weights',
      help: 'Half the size; widened when the model is loaded.',
      meanBound: 0.01,
    },
    {
      id: 'int8',
      label: 'int8 (QDQ)',
      help: 'int8 weights, with marks where activations are rounded, which runtimes turn into integer arithmetic.',
      meanBound: 0.08,
    },
  ],
  load: () => import('./write'),
});
