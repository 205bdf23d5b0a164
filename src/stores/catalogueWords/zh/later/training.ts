// Chinese texts of training that cannot go on, and of looks into a run, by the English text; `{name}` is a gap.
export default {
  'The search': '搜索',
  'The comparison': '比较',
  '{name} draws by class; the images of this data set carry no labels.':
    '{name} 按类别绘制；此数据集的图像没有标签。',
  'Choose a labelled data set, for example MNIST, or a model without classes.':
    '请选择带标签的数据集，例如 MNIST，或没有类别的模型。',
  '{name} does not grow.': '{name} 不会增长。',
  'Choose the progressive GAN.': '请选择渐进式 GAN。',
  'The run file says that its networks are part {part} of growing; there are {count}, from 0.':
    '运行文件称其网络处于增长的第 {part} 部分；共有 {count} 部分，从 0 数起。',
  'It was changed, or saved by another version of the page; use another copy, or start a new run from its settings.':
    '它被更改过，或由页面的另一个版本保存；请使用另一份副本，或用它的设置开始新的运行。',
  'The run failed after step {step}.': '运行在第 {step} 步之后失败。',
  'Its last save is kept: go on from there.': '它上次的保存仍在：请从那里继续。',
  'The saved tensor {name} is {shape}; this model needs {needed}.':
    '保存的张量 {name} 是 {shape}；此模型需要 {needed}。',
  'The saved tensor {name} is missing; this model needs {needed}.':
    '缺少保存的张量 {name}；此模型需要 {needed}。',
  'The run was saved by another version of the model; start a new one from its settings.':
    '此运行由模型的另一个版本保存；请用它的设置开始新的运行。',
  'The saved run does not say how often the {network} was updated.':
    '保存的运行没有说明该网络（{network}）更新了多少次。',
  'It was saved by another version of the page or changed since; start a new run.':
    '它由页面的另一个版本保存，或后来被更改；请开始新的运行。',
  'The {network} of the open run has no layer {layer}.': '打开的运行中没有层 {layer}（{network}）。',
  'A picture of {height} x {width} x {channels} with {bytes} bytes was given.':
    '给出了一张 {height} x {width} x {channels} 的图片，共 {bytes} 字节。',
  'The noise has {count} numbers; this generator takes {size}.':
    '噪声有 {count} 个数；此生成器接收 {size} 个。',
  'Draw new noise for this run.': '请为此运行抽取新的噪声。',
  'A picture was put into the generator.': '放入生成器的是一张图片。',
  'Put noise into it.': '请放入噪声。',
  'Input channel {channel} of a kernel with {count} was asked for.':
    '请求了卷积核的输入通道 {channel}，而它有 {count} 个通道。',
  'The run has taken all of its {steps} steps.': '运行已走完全部 {steps} 步。',
  'Raise Steps, and it goes on.': '请增大“步数”，它就会继续。',
  'Opening what judges pictures': '正在打开评判图片的网络',
  'The picture has {count} values; images of this data set have {size}.':
    '图片有 {count} 个值；此数据集的图像有 {size} 个。',
  'Choose a sample of the open run.': '请选择打开的运行的一个样本。',
} as const;
