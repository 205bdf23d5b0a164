// Chinese texts of what is wrong with PyTorch and TensorFlow.js models, by the English text; `{name}` is a gap.
export default {
  'The .npz holds {count} arrays alone ({names}); which layers they belong to stands in a program, and programs are not run here.':
    '.npz 只含有 {count} 个数组（{names}）；它们属于哪些层写在程序里，而这里不运行程序。',
  'Export the run as PyTorch again, whose .npz describes its network, or convert the model to ONNX with torch.onnx.export.':
    '请把运行重新导出为 PyTorch（其 .npz 描述了网络），或用 torch.onnx.export 把模型转换为 ONNX。',
  'The network in the .npz is described as {format}, version {version}; version 1 of {known} is known here.':
    '.npz 中的网络描述为 {format}，版本 {version}；这里只认识 {known} 的版本 1。',
  'Reload the page to get its newest version, then open the file again.':
    '请重新加载页面以获得最新版本，然后再次打开文件。',
  '{name} has a spectral normalization, which no export has': '{name} 带有谱归一化，而导出的文件没有',
  'the array {name} is missing': '缺少数组 {name}',
  'the array {name} has {bytes} bytes, and its layer needs [{shape}]':
    '数组 {name} 有 {bytes} 字节，而其层需要 [{shape}]',
  'The network in the .npz has {inputs} inputs and {outputs} outputs; one of each is supported.':
    '.npz 中的网络有 {inputs} 个输入和 {outputs} 个输出；各只支持一个。',
  'Choose the generator.': '请选择生成器。',
  '{file} is no array of NumPy': '{file} 不是 NumPy 数组',
  'the header of {file} has {bytes} bytes of {all}': '{file} 的文件头占 {all} 字节中的 {bytes} 字节',
  'the header of {file} is {header}': '{file} 的文件头是 {header}',
  '{file} is [{shape}], and its layer needs [{needed}]': '{file} 是 [{shape}]，而其层需要 [{needed}]',
  'its numbers lie column by column': '它的数按列存放',
  'its numbers are of the type {type}': '它的数是 {type} 类型',
  'Save the arrays with numpy.ascontiguousarray(array, dtype=numpy.float32).':
    '请用 numpy.ascontiguousarray(array, dtype=numpy.float32) 保存数组。',
  '{file} has {bytes} bytes of numbers, and needs {needed}': '{file} 有 {bytes} 字节的数，需要 {needed} 字节',
  'dtype of {name}': '{name} 的 dtype',
  'min of {name}': '{name} 的 min',
  'shape of {name}': '{name} 的 shape',
  'The weight {weight} is stored as {kind}.': '权重 {weight} 以 {kind} 保存。',
  'Weights as float32, float16, uint16 or uint8 can be opened.':
    '可以打开 float32、float16、uint16 或 uint8 的权重。',
  'a path in weightsManifest': 'weightsManifest 中的路径',
  'Its weights have {bytes} bytes; {most} are the most.': '它的权重有 {bytes} 字节；最多 {most} 字节。',
  'name of a weight': '权重的名称',
  'the weight {weight} [{shape}] should end at byte {end}, its files have {bytes}':
    '权重 {weight} [{shape}] 应在第 {end} 字节结束，而其文件有 {bytes} 字节',
  'its weights take {bytes} bytes, its files have {found}':
    '它的权重占 {bytes} 字节，而其文件有 {found} 字节',
  'TensorFlow.js interpolates it otherwise than other programs': 'TensorFlow.js 对它的插值与其他程序不同',
  'Open the model as Keras saved it.': '请打开 Keras 保存的模型。',
  '{file} is a TensorFlow.js graph model, which has operations instead of layers.':
    '{file} 是 TensorFlow.js 的图模型，它有运算而没有层。',
  'Convert it again with --output_format=tfjs_layers_model.':
    '请用 --output_format=tfjs_layers_model 重新转换。',
  '{file} is JSON, but no TensorFlow.js model: it lacks modelTopology or weightsManifest.':
    '{file} 是 JSON，但不是 TensorFlow.js 模型：缺少 modelTopology 或 weightsManifest。',
  'There is no Keras or TensorFlow.js model in {files}.': '{files} 中没有 Keras 或 TensorFlow.js 模型。',
  'Give a .h5 or .keras file, or a model.json together with its files of weights.':
    '请给出 .h5 或 .keras 文件，或 model.json 及其权重文件。',
  '{network} has {count} convolutions, {first} to {last}; the file has {found}.':
    '{network} 有 {count} 个卷积，{first} 到 {last}；文件有 {found} 个。',
  '{network} has {count} convolutions, {first} to {last}; the file has {found}, and {names} is missing.':
    '{network} 有 {count} 个卷积，{first} 到 {last}；文件有 {found} 个，缺少 {names}。',
  '{network} has {count} convolutions, {first} to {last}; the file has {found}: {names}.':
    '{network} 有 {count} 个卷积，{first} 到 {last}；文件有 {found} 个：{names}。',
  '{network} has {count} convolutions, {first} to {last}; the file has {found}: {names} and more.':
    '{network} 有 {count} 个卷积，{first} 到 {last}；文件有 {found} 个：{names} 等。',
  'Give the file of this network as Keras has it, or choose the network that the file is of.':
    '请给出 Keras 格式的该网络文件，或选择该文件所属的网络。',
} as const;
