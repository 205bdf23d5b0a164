// Chinese texts of layers and settings, and of files of the page itself, by the English text; `{name}` is a gap.
export default {
  'Name layers as network/layer, with commas between them, for example generator/dense_1.':
    '请把层写成“网络/层”，用英文逗号隔开，例如 generator/dense_1。',
  'The frozen layers are {value}.': '冻结的层是 {value}。',
  '{value} names no layer to freeze.': '{value} 没有指明要冻结的层。',
  'No layer with weights is named {name}.': '没有名为 {name} 的带权重的层。',
  'Layers that can be frozen: {layers}.': '可以冻结的层：{layers}。',
  'The widths {widths} do not fit layers of {channels} channels.':
    '宽度 {widths} 与通道数为 {channels} 的层不符。',
  'Give one number for each layer, from 1 to its channels, and leave the last one as it is.':
    '请为每一层给出一个数，从 1 到它的通道数，最后一个保持不变。',
  'Layer {layer} of {network}': '{network} 的层 {layer}',
  'Layer {layer} of {network} takes {value}, which is no input and no node before it.':
    '{network} 的层 {layer} 接收 {value}，它既不是输入，也不是之前的节点。',
  '{what} is {height} x {width}; only squares can be written here.':
    '{what}：{height} x {width}；这里只能写正方形。',
  'Choose a model with square kernels and strides.': '请选择卷积核和步长都是正方形的模型。',
  'a whole number': '整数',
  'Where the arithmetic runs.': '在哪里计算。',
  'CPU threads; 0 takes as many cores as pay.': '处理器线程数；0 表示用到划算的核数为止。',
  "The list of this page's files is not one: {value}.": '此页面的文件列表不是列表：{value}。',
  'Build the page again with `npm run build`.': '请用 `npm run build` 重新构建页面。',
  'The recorded outcomes of the lab are wrong at {where}: {value}.':
    '实验室记录的结果在 {where} 处有误：{value}。',
  'Write the file again with npm run bench:lab.': '请用 npm run bench:lab 重新写出该文件。',
  '{url} is no file of this page, so it is not started.': '{url} 不是此页面的文件，因此没有启动。',
} as const;
