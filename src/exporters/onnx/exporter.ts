// The generator as an ONNX file.
import { defineModelExporter } from '../defineModel';
import { writeOnnx } from '../formats/onnx';
import { inputText } from '../inputText';
import { floatOnnxModel, int8OnnxModel } from './model';

const PORTS = { input: 'latent', output: 'image' };

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
  async write(job, variant) {
    const file = `${job.name}.onnx`;
    const said = inputText(job.input);
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
  },
});
