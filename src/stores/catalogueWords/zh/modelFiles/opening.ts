// Chinese texts of model files that do not open, by the English text; `{name}` is a gap.
export default {
  'There is no model in {files}.': '{files} 中没有模型。',
  '{file} ({count} bytes that begin with {bytes})': '{file}（{count} 字节，开头是 {bytes}）',
  '{file} holds {count} files; {most} are the most.': '{file} 含有 {count} 个文件；最多 {most} 个。',
  '{file} unpacks to more than {most} bytes.': '{file} 解压后超过 {most} 字节。',
  'The files have {count} bytes; {most} are the most.': '这些文件共 {count} 字节；最多 {most} 字节。',
  'The model asks for more than this page can hold.': '模型所需超出了本页面的容量。',
  'its parts do not fit each other': '各部分互不相符',
  '{what} of the card': '卡片中的 {what}',
  '{count} models were given together: {names}.': '一次给出了 {count} 个模型：{names}。',
  'Choose which one to open.': '请选择要打开哪一个。',
  'Give the files of one model alone, or a zip in which each model has a folder of its own.':
    '请只给出一个模型的文件，或每个模型各有文件夹的 zip。',
  '{file} has {count} bytes; {most} are the most.': '{file} 有 {count} 字节；最多 {most} 字节。',
  'Choose the generator: it takes one list of random numbers, or a picture, and makes one image, grey or RGB.':
    '请选择生成器：它接收一组随机数或一张图片，生成一张灰度或 RGB 图像。',
  'The model takes {input} and makes {output}.': '模型接收 {input}，输出 {output}。',
  'The model takes {input} and makes {output}, as discriminators and classifiers do.':
    '模型接收 {input}，输出 {output}，像判别器和分类器那样。',
  'The model makes images of {height} x {width} from {count} numbers; {side} x {sides} from {most} are the most.':
    '模型用 {count} 个数生成 {height} x {width} 的图像；最多用 {most} 个数生成 {side} x {sides}。',
  'The model needs {count} multiply-adds for one image; {most} are the most.':
    '模型画一张图像需要 {count} 次乘加；最多 {most} 次。',
  'Choose model.json and its .bin files together, or a zip of them.':
    '请同时选择 model.json 和它的 .bin 文件，或包含它们的 zip。',
  '{file} keeps its weights in {path}, which was not given with it.':
    '{file} 的权重在 {path} 中，而它没有一起给出。',
  '{file} keeps its weights in {path}, and {count} files are called so: {names}.':
    '{file} 的权重在 {path} 中，而有 {count} 个文件叫这个名字：{names}。',
  'Choose the files of one model alone, or a zip in which each model has a folder of its own.':
    '请只选择一个模型的文件，或每个模型各有文件夹的 zip。',
  '{file} names the file {path} more than once': '{file} 不止一次提到文件 {path}',
  'Open the run file, or export the run as TensorFlow Lite, ONNX, TensorFlow.js, Keras or PyTorch: these open again. Models of PyTorch leave it as ONNX, by torch.onnx.export.':
    '请打开运行文件，或把运行导出为 TensorFlow Lite、ONNX、TensorFlow.js、Keras 或 PyTorch：这些都能再次打开。PyTorch 的模型可用 torch.onnx.export 导出为 ONNX。',
  '{file} is PyTorch’s own file: objects that only its program can put together.':
    '{file} 是 PyTorch 自己的文件：其中的对象只有它的程序才能组装。',
  '{file} is a PyTorch program, and programs are not run here; its .npz opens.':
    '{file} 是 PyTorch 程序，这里不运行程序；它的 .npz 可以打开。',
  '{file} is C source, which only a compiler reads.': '{file} 是 C 源代码，只有编译器能读。',
  '{file} holds numbers alone: weights whose model.json is missing.':
    '{file} 只含数字：缺少 model.json 的权重。',
  'The model draws nothing: {broken} of the {count} values of its first images are no finite numbers.':
    '模型什么也没画出：其最初图像的 {count} 个值中有 {broken} 个不是有限数。',
  'Its weights are so large that sums of them overflow; use a copy from before it diverged.':
    '它的权重大到求和会溢出；请使用发散之前的副本。',
  'No file was given.': '没有给出文件。',
  'Choose a run or a model.': '请选择一个运行或模型。',
  '{network} takes no file.': '{network} 不接收文件。',
  'Choose VGG16 or VGG19.': '请选择 VGG16 或 VGG19。',
  'The files have {count} bytes; {most} are the most. The file without the dense layers (notop) is enough.':
    '这些文件共 {count} 字节；最多 {most} 字节。不含全连接层的文件（notop）就足够了。',
  'Keeping the weights on this device': '正在把权重保存在此设备上',
  'The weights of {count} layers are ready.': '{count} 个层的权重已就绪。',
  'The weights of {count} layers are ready. They are kept until the page is closed only.':
    '{count} 个层的权重已就绪。它们只保留到关闭页面为止。',
} as const;
