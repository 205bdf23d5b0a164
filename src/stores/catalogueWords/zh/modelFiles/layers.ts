// Chinese texts of what is wrong with networks that are put together out of a file, by the English text; `{name}` is a gap.
export default {
  '{layer} has the shape {shape}': '{layer} 的形状是 {shape}',
  'The layer {layer} makes {shape}, {count} values for one image; {most} are the most.':
    '层 {layer} 产生 {shape}，每张图像 {count} 个值；最多 {most} 个。',
  'The weight movingVariance of {layer} has {broken} of {count} values of which there is no root (the least is {least}); no variance is negative.':
    '{layer} 的权重 movingVariance 的 {count} 个值中有 {broken} 个无法开方（最小的是 {least}）；方差不会是负数。',
  'there is no value {name}': '没有值 {name}',
  'The model has more than {most} layers.': '模型的层超过 {most} 个。',
  'the weight {weight} of {layer} has {count} values, its layer needs {shape}':
    '{layer} 的权重 {weight} 有 {count} 个值，其层需要 {shape}',
  'the weight {weight} of {layer} has no values, its layer needs {shape}':
    '{layer} 的权重 {weight} 没有值，其层需要 {shape}',
  'its input is {shape}': '它的输入是 {shape}',
  'its input is {first} and {second}': '它的输入是 {first} 和 {second}',
  '{name} makes {shape} and says {said}': '{name} 产生 {shape}，却写着 {said}',
  '{what} should have {count} bytes at {at}, it has {all} altogether':
    '{what} 在 {at} 处应有 {count} 字节，但它总共只有 {all} 字节',
  '{what} has a text at {at} that does not end': '{what} 在 {at} 处有一段没有结尾的文本',
  '{what} is {value}, expected an object': '{what}：{value}，应为对象',
  '{what} is {value}, expected a list': '{what}：{value}，应为列表',
  '{what} is {value}, expected a text': '{what}：{value}，应为文本',
  '{what} is {value}, expected a number': '{what}：{value}，应为数',
  '{what} is {value}, expected a whole number from {least}': '{what}：{value}，应为不小于 {least} 的整数',
  missing: '缺失',
  '{what} is no whole JSON (it begins {start})': '{what} 不是完整的 JSON（开头是 {start}）',
  '{name} is missing': '缺少 {name}',
  'a weight': '一个权重',
  'Choose a run of this page (.zip), a TensorFlow.js model (model.json with its .bin files, or a zip of them), Keras (.h5, .keras), TensorFlow Lite (.tflite), ONNX (.onnx), or the .npz and .bin that Export writes for PyTorch and boards.':
    '请选择本页面的运行（.zip）、TensorFlow.js 模型（model.json 及其 .bin 文件，或它们的 zip）、Keras（.h5、.keras）、TensorFlow Lite（.tflite）、ONNX（.onnx），或“导出”为 PyTorch 和开发板写出的 .npz 与 .bin。',
  'the HDF5 file': 'HDF5 文件',
  'The weight {weight} of {layer} has {broken} of {count} values that are no finite numbers, the first ({first}) at place {place}.':
    '{layer} 的权重 {weight} 的 {count} 个值中有 {broken} 个不是有限数，第一个（{first}）在位置 {place}。',
} as const;
