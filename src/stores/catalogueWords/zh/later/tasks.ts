// Chinese texts of what tasks refuse, and what they call what they made, by the English text; `{name}` is a gap.
export default {
  'made {name}': '生成的{name}',
  'and back': '再变回来',
  'right answer': '正确答案',
  'From the same noise': '来自相同的噪声',
  'as trained': '原先训练的',
  smaller: '更小的',
  'made fine': '细化结果',
  coarse: '粗糙',
  original: '原图',
  grey: '灰度',
  coloured: '上色',
  'The task {task} starts from a trained run, and there is none.':
    '任务 {task} 需要从训练过的运行开始，但没有这样的运行。',
  'Open a trained run and start it from there.': '请打开一个训练过的运行，从那里开始。',
  'The student takes {found} numbers, the teacher {wanted}.': '学生接收 {found} 个数，教师接收 {wanted} 个。',
  'Give the student the latent size of the teacher.': '请让学生的潜变量大小与教师相同。',
  'a student of {share} times the width': '宽度为 {share} 倍的学生',
  '{share} % of the weights pruned': '剪去了 {share} % 的权重',
  '{share} % of the channels pruned': '剪去了 {share} % 的通道',
  'trained through {bits}-bit weights': '经 {bits} 位权重训练',
  'The saved run has {count} numbers for the ranges of {nodes} nodes.':
    '已保存的运行为 {nodes} 个节点的范围存了 {count} 个数。',
  'It was saved by another version of the page; begin again from the run that it came from.':
    '它由本页面的另一个版本保存；请从它来自的运行重新开始。',
  'It was saved by another version of the page or changed since; begin again from the run that it came from.':
    '它由本页面的另一个版本保存，或之后被更改；请从它来自的运行重新开始。',
  'There are {count} images to learn from and {test} to test with.':
    '有 {count} 张图像用于学习，{test} 张用于测试。',
  'Give more images of each kind.': '请为每一类提供更多图像。',
  'The saved run does not hold the numbers {name}.': '已保存的运行缺少数值 {name}。',
  'The saved mask of {name} is {shape}; the weight is {wanted}.':
    '{name} 保存的掩码为 {shape}；权重为 {wanted}。',
  'The student learned from other weights of its feature network than those on this device.':
    '学生学习时所用的特征网络权重与本设备上的不同。',
  'The run was painted with other weights of its feature network than those on this device.':
    '此运行绘制时所用的特征网络权重与本设备上的不同。',
  'Give the file of weights that it began with, or start a new run from its settings.':
    '请提供它开始时所用的权重文件，或按它的设置开始新的运行。',
  'The data have {height} x {width} numbers in 1 channel.': '数据为 {height} x {width} 个数，1 个通道。',
  'The data have {height} x {width} numbers in {channels} channels.':
    '数据为 {height} x {width} 个数，{channels} 个通道。',
  'Choose pictures of at least {least} pixels a side.': '请选择边长至少 {least} 像素的图片。',
  'held-back images': '留出的图像',
  'These images carry no labels, so there is nothing to learn to name.':
    '这些图像没有标签，因此没有可学习命名的内容。',
  'Choose a labelled data set; of a folder of images, the names of its folders are the labels.':
    '请选择有标签的数据集；在图像文件夹中，各子文件夹的名称就是标签。',
  '{network} takes pictures of at least {least} pixels a side; these are {height} x {width}.':
    '{network} 接收边长至少 {least} 像素的图片；这些是 {height} x {width}。',
  'Choose larger pictures, or a network that begins from nothing.': '请选择更大的图片，或从零开始的网络。',
  'Every layer of the classifier is frozen, so it could learn nothing.':
    '分类器的每一层都被冻结，因此什么也学不了。',
  'Leave one of them out, or let layers of the encoder learn.': '请解冻其中一层，或让编码器的层学习。',
  'The saved run does not say how often the picture was updated.': '已保存的运行没有说明图片更新了多少次。',
  'It was changed, or saved with other settings; start a new run.':
    '它被更改过，或以其他设置保存；请开始新的运行。',
  'The run was changed, or saved with other settings; start a new one.':
    '此运行被更改过，或以其他设置保存；请开始一个新的。',
  'The saved run remembers {count} moves; from 0 to {most} are possible.':
    '已保存的运行记住了 {count} 次移动；允许 0 到 {most} 次。',
  'These pictures are of one kind; a content and a style picture are needed.':
    '这些图片只有一类；需要一张内容图片和一张风格图片。',
  'The pictures are {height} x {width} with 1 channel.': '图片为 {height} x {width}，1 个通道。',
  'The pictures are {height} x {width} with {channels} channels.':
    '图片为 {height} x {width}，{channels} 个通道。',
  'Choose pictures in colour of at least {least} pixels a side.': '请选择边长至少 {least} 像素的彩色图片。',
  'The saved tensor {name} has {found} values; this picture needs {wanted}.':
    '保存的张量 {name} 有 {found} 个值；这张图片需要 {wanted} 个。',
  'The saved tensor {name} has no values; this picture needs {wanted}.':
    '保存的张量 {name} 没有值；这张图片需要 {wanted} 个。',
  '{count} styles are asked for, and there is 1 picture of style.':
    '请求了 {count} 种风格，只有 1 张风格图片。',
  '{count} styles are asked for, and there are {known} pictures of style.':
    '请求了 {count} 种风格，有 {known} 张风格图片。',
  'Set Styles to {known} or less, or give more style pictures.':
    '请把“风格数”设为 {known} 或更小，或提供更多风格图片。',
  'The run learns the task {task}, whose generators draw from no noise.':
    '此运行学习任务 {task}，其生成器不从噪声绘制。',
  'Start the task from a run of a generator that does.': '请从由噪声绘制的生成器的运行开始此任务。',
  'The run learns the task {task} and has no network that takes a picture alone.':
    '此运行学习任务 {task}，没有只接收一张图片的网络。',
  'Start from a run of a translator, or of a student of one style.':
    '请从转换器的运行，或只学一种风格的学生的运行开始。',
  'These pictures are grey: there is no colour to learn.': '这些图片是灰度的：没有颜色可学。',
  'Choose pictures in colour.': '请选择彩色图片。',
  'The pictures of this data set are not in pairs.': '此数据集的图片没有成对。',
  'Pictures of {height} x {width} cannot be translated.': '{height} x {width} 的图片无法转换。',
  'Choose images of at least {least} pixels a side.': '请选择边长至少 {least} 像素的图像。',
  'Channels cannot be cut out before layer {layer}: it mixes them in a way that cutting does not follow.':
    '无法在层 {layer} 之前裁掉通道：它混合通道的方式无法随之裁剪。',
  'Prune single weights instead, or choose another model.': '请改为剪去单个权重，或选择另一个模型。',
  'The channels of layer {layer} cannot be cut out by themselves: others are added to them, or they are drawn.':
    '层 {layer} 的通道无法单独裁掉：有其他通道与之相加，或它们就是所绘制的内容。',
  'Keep the same channels of all layers that are added to each other.': '请让所有相加的层保留相同的通道。',
  'The weight {name} is missing.': '缺少权重 {name}。',
  'The run was saved by another version of the model; train it again.':
    '此运行由模型的另一个版本保存；请重新训练。',
  'The share to prune is {share}.': '要剪去的比例是 {share}。',
  'Give a number above 0 and up to {most}.': '请给出大于 0、至多 {most} 的数。',
  'The images are {height} x {width}; this model doubles its maps twice.':
    '图像为 {height} x {width}；此模型把特征图放大一倍，共两次。',
  'Choose a side that is a multiple of 4, for example 28, 32 or 64.':
    '请选择 4 的倍数作边长，例如 28、32 或 64。',
  'An imported generator comes from a file; it cannot be built from settings.':
    '导入的生成器来自文件，无法由设置构建。',
  'Import the file under Runs, or choose another model.': '请在“记录”中导入该文件，或选择另一个模型。',
  'network and weights as the file has them': '网络和权重如文件所存',
} as const;
