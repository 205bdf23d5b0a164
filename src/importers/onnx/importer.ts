// ONNX: .onnx files of this page and of other programs, with float numbers or integers that stand for them.
import { choiceInText } from '../../exporters/inputText';
import { readOnnxModel } from '../../readers/onnx/model';
import { isOnnx } from '../../readers/onnx/file';
import { defineImporter } from '../define';
import { networkOfGraph } from '../graphNetwork';
import { ModelFolder } from '../modelFolder';

export const onnxImporter = defineImporter({
  id: 'onnx',
  label: 'ONNX',
  recognizes: ({ name, bytes }) => /\.onnx$/i.test(name) || isOnnx(bytes),
  read(file, beside) {
    const folder = new ModelFolder(
      file,
      beside,
      'Choose the .onnx file and the files of its weights together, or a zip of them.',
    );
    const taken = new Map<string, Uint8Array>();
    const take = (path: string): Uint8Array => {
      const bytes = taken.get(path) ?? folder.take(path).bytes;
      taken.set(path, bytes);
      return bytes;
    };
    const { graph, documentation } = readOnnxModel(file.bytes, take);
    return { ...networkOfGraph(graph), choice: choiceInText(documentation) };
  },
});
