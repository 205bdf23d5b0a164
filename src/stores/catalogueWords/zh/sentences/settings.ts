// Simplified Chinese sentences on what does not go together, is too large or stood in a link wrongly, by the English text.
export default {
  '{model} draws by class, and the images of {dataset} carry no labels.':
    '{model} 按类别绘制，而 {dataset} 的图像没有标签。',
  'Choose a labelled data set or a model without classes.': '请选择带标签的数据集，或不分类别的模型。',
  '{model} draws images whose sides are multiples of {multiple}; those of {dataset} are {height} x {width}.':
    '{model} 绘制边长为 {multiple} 的倍数的图像；{dataset} 的图像为 {height} x {width}。',
  'Choose the GAN of dense layers, which draws any size.': '请选择全连接层的 GAN，它可以绘制任意尺寸。',
  'Packing shows the discriminator {packing} images as one, and {model} tells it the class of one.':
    '打包把 {packing} 张图像作为一张给判别器看，而 {model} 只告诉它一张的类别。',
  'Set packing to 1 or choose a model without classes.': '请把打包设为 1，或选择不分类别的模型。',
  'A batch of {batch} cannot be packed by {packing}.': '大小为 {batch} 的批次不能按 {packing} 打包。',
  'Choose a batch size that is a multiple of {packing}.': '请选择 {packing} 的倍数作为批次大小。',
  'Minibatch deviation compares the images of a batch, and a batch of {batch} packed by {packing} leaves one.':
    '小批量偏差比较一个批次中的图像，而大小为 {batch} 的批次按 {packing} 打包后只剩一张。',
  'Choose a larger batch or less packing.': '请选择更大的批次或更少的打包。',
  '{loss} needs second gradients, and the choice among generators of {model} has none.':
    '{loss} 需要二阶梯度，而 {model} 在生成器之间的选择没有。',
  'Choose a loss without a gradient penalty, or MGAN.': '请选择没有梯度惩罚的损失，或 MGAN。',
  'Unrolled steps differentiate through the discriminator’s own learning, and the convolutions of {model} have no such gradients here.':
    '展开步要对判别器自身的学习过程求导，而 {model} 的卷积在这里没有这种梯度。',
  'Choose the GAN of dense layers, or set unrolled steps to 0.': '请选择全连接层的 GAN，或把展开步数设为 0。',
  '{loss} bounds the discriminator’s slope in a way that cannot be unrolled.':
    '{loss} 限制判别器斜率的方式无法展开。',
  'Choose a loss without a penalty or clipping, for example the non-saturating one, or set unrolled steps to 0.':
    '请选择没有惩罚或裁剪的损失，例如非饱和损失，或把展开步数设为 0。',
  'Augmentation shifts and cuts images, and {dataset} has points.':
    '数据增强会平移和裁剪图像，而 {dataset} 是点。',
  'Set augmentation to none.': '请把数据增强设为无。',
  '{loss} penalizes the slope at each image, and batch normalization ties the images of a batch together.':
    '{loss} 在每张图像处惩罚斜率，而批归一化把一个批次的图像绑在一起。',
  'Set the discriminator’s normalization to layer or none.': '请把判别器的归一化设为层归一化或无。',
  '{loss} cuts weights off that spectral normalization scales back up.':
    '{loss} 裁剪的权重会被谱归一化重新放大。',
  'Use one of the two.': '请只用其中之一。',
  '“{task}” takes a content and a style picture in colour, and {dataset} are not that.':
    '“{task}”需要彩色的内容图和风格图，而 {dataset} 不是。',
  'Choose “My content and style”, or the ready pair.': '请选择“我的内容与风格”，或现成的一对。',
  '“{task}” takes pictures of at least {side} pixels a side; those of {dataset} are {height} x {width}.':
    '“{task}”需要边长至少 {side} 像素的图片；{dataset} 的图片为 {height} x {width}。',
  'Choose a data set of pictures.': '请选择图片数据集。',
  '{loss} bounds the discriminator’s slope, which “{task}” does not.':
    '{loss} 限制判别器的斜率，而“{task}”不支持。',
  'Choose a loss without a penalty or clipping, for example least squares.':
    '请选择没有惩罚或裁剪的损失，例如最小二乘。',
  '“{task}” needs images of two kinds, and those of {dataset} are of one.':
    '“{task}”需要两类图像，而 {dataset} 的图像只有一类。',
  'Choose a data set of two domains, or one with classes, of which two are then translated into each other.':
    '请选择含两个域的数据集，或带类别的数据集，其中两个类别将相互转换。',
  'The pictures of {dataset} are grey: there is no colour to learn.':
    '{dataset} 的图片是灰度的：没有颜色可学。',
  'Choose pictures in colour, or learn to make coarse pictures fine.':
    '请选择彩色图片，或学习把粗糙的图片变精细。',
  'The pictures of {dataset} are not in pairs.': '{dataset} 的图片没有成对。',
  'Choose “My pairs of pictures”, or learn to make coarse pictures fine or grey ones coloured.':
    '请选择“我的图片对”，或学习把粗糙的图片变精细、把灰度图上色。',
  '“{task}” learns names, and the pictures of {dataset} carry none.':
    '“{task}”学习名称，而 {dataset} 的图片没有名称。',
  'Choose a labelled data set; of your own pictures, the names of the folders are the labels.':
    '请选择带标签的数据集；你自己的图片以文件夹名为标签。',
  'Beside the open run, which has {ofRun}, this takes {asked} of memory in all, and {backend} holds {had}.':
    '打开的运行已占用 {ofRun}，再加上它共需 {asked} 内存，而 {backend} 只有 {had}。',
  'Begin or open a smaller run first: a smaller batch or smaller networks.':
    '请先开始或打开一个更小的运行：更小的批量或更小的网络。',
  'These settings take about {what}.': '这些设置约需 {what}。',
  '{setting} takes about {what}.': '{setting} 约需 {what}。',
  '{asked} of memory, and {backend} holds {had} for a run':
    '{asked} 内存，而 {backend} 只能为一个运行提供 {had}',
  'No single setting makes it fit: lower {settings} together.': '只改一项设置不够：请一起调低 {settings}。',
  'Not even the smallest settings fit: choose another model, other data or another backend.':
    '即使最小的设置也放不下：请换模型、数据或计算引擎。',
  'Smallest settings': '最小设置',
  'Set {setting} to {value}, the largest that fits.': '请把 {setting} 设为 {value}，这是能放下的最大值。',
  '{name} ({id}) is {value}; it must be {allowed}.': '{name}（{id}）是 {value}；必须是 {allowed}。',
  'a whole number from {least} to {most}': '{least} 到 {most} 的整数',
  'a number from {least} to {most}': '{least} 到 {most} 的数',
  'true or false': 'true 或 false',
  'one of {choices}': '以下之一：{choices}',
  'There is no {kind} named {name}.': '没有名为 {name} 的 {kind}。',
  'Choose one of {choices}.': '请从以下选择：{choices}。',
  'Correct the value in the link or the form.': '请在链接或表单中更正该值。',
  'There is no setting named {name}.': '没有名为 {name} 的设置。',
  'There is no setting named {name}; did you mean {nearest}?':
    '没有名为 {name} 的设置；你是指 {nearest} 吗？',
  '{name} stands there more than once; {taken} was taken, not {other}.':
    '{name} 出现了不止一次；采用了 {taken}，而不是 {other}。',
  '{name} is {given}; {taken} of it was taken.': '{name} 是 {given}；采用了其中的 {taken}。',
  'There is no pair of recipes named {name}; the pairs are {pairs}.':
    '没有名为 {name} 的配方对照组；现有：{pairs}。',
  'Seed is {value}; it must be a whole number from 0 to {most}.':
    '种子是 {value}；必须是 0 到 {most} 的整数。',
  'The lab has no setting named {name}.': '实验室没有名为 {name} 的设置。',
  'The lab has no setting named {name}; did you mean {nearest}?':
    '实验室没有名为 {name} 的设置；你是指 {nearest} 吗？',
  'Some of the link was left out': '链接的一部分未被采用',
  'Everything else of it was taken.': '其余部分均已采用。',
  '{count} more were left out, too: {names}.': '另有 {count} 项也未采用：{names}。',
  '{setting} of “{task}” cannot change while it runs.': '“{task}”的 {setting} 在运行时不能更改。',
  'Start a new run with it.': '请用它开始一个新的运行。',
  'Correct the value.': '请更正该值。',
  'Every layer of the {network} is frozen, so it could learn nothing.':
    '{network} 的每一层都被冻结，因此什么也学不到。',
  'Leave at least one of its layers out.': '请至少留出一层不冻结。',
  'The drawing is empty: there is nothing to learn from it.': '画布是空的：没有可学的内容。',
  'Draw something in the settings, under “Your drawing”.': '请在设置的“你的图画”中画点什么。',
  '“{task}” adds layers while it learns, and {model} is made in one piece.':
    '“{task}”在学习过程中增加层，而{model}是一个整体。',
  'Choose the progressive GAN as the model.': '请选择渐进式 GAN 作为模型。',
  'Spectral normalization scales every kernel, and “{task}” fades layers in by some of them.':
    '谱归一化会缩放每个卷积核，而“{task}”用其中一些卷积核让层渐入。',
  'Switch spectral normalization off.': '请关闭谱归一化。',
  '“{task}” adds layers while it learns, so none can be named beforehand to stay as it is.':
    '“{task}”在学习过程中增加层，因此不能预先指定哪一层保持不变。',
  'Leave the frozen layers out.': '请去掉冻结的层。',
  'Images of {side} pixels are reached after {needed} steps, and the run ends after {steps}.':
    '{side} 像素的图像在 {needed} 步之后才会达到，而训练在 {steps} 步后结束。',
  'Take more steps, or fewer at each size.': '请增加步数，或减少每种尺寸的步数。',
} as const;
