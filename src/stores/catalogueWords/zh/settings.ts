// Simplified Chinese texts of settings of runs, by the English text.
export default {
  Run: '运行',
  'How many training steps to run before the run is done; raise it during a run to go on longer.':
    '一次运行共训练多少步；运行中调大可以继续更久。',
  Seed: '种子',
  'The number that all randomness grows from; the same seed and settings repeat the same run.':
    '所有随机性的来源；相同的种子和设置会得到相同的运行。',
  'Batch size': '批大小',
  'Images that each network sees at a time; larger is steadier and slower per step.':
    '每个网络一次看到的图像数；越大越稳，每步也越慢。',
  'Learning rate, generator': '生成器学习率',
  'How far the generator moves at each step; too high makes the losses swing.':
    '生成器每一步移动多远；太高会使损失摆动。',
  'Learning rate, discriminator': '判别器学习率',
  'How far the discriminator moves at each step; too high and it wins at once.':
    '判别器每一步移动多远；太高会让它立刻获胜。',
  'D steps per G step': '每个 G 步的 D 步数',
  'How often the discriminator learns before the generator learns once.': '生成器每学一次，判别器先学几次。',
  'Adam beta 1': 'Adam beta 1',
  'Memory of past gradients in the Adam optimizer; GANs like about one half.':
    'Adam 优化器对过去梯度的记忆；GAN 适合约二分之一。',
  'Adam beta 2': 'Adam beta 2',
  'Memory of past squared gradients in the Adam optimizer.': 'Adam 优化器对过去梯度平方的记忆。',
  'Generator averaging': '生成器平均',
  'Samples are drawn from a running average of the generator with this decay; 0 uses the latest weights.':
    '样本由生成器的滑动平均绘制，此值为衰减系数；0 表示使用最新权重。',
  'Normalization, generator': '生成器归一化',
  'As the model has it': '与模型一致',
  Batch: '批归一化',
  Layer: '层归一化',
  Instance: '实例归一化',
  Stabilizers: '稳定手段',
  'What takes the place of the generator’s batch normalization; none makes training easy to break.':
    '用什么代替生成器的批归一化；“无”会使训练容易崩溃。',
  'Normalization, discriminator': '判别器归一化',
  'What takes the place of the discriminator’s batch normalization; gradient penalties want layer or none.':
    '用什么代替判别器的批归一化；梯度惩罚需要层归一化或“无”。',
  'Spectral normalization': '谱归一化',
  'Bounds how fast the discriminator’s score can change from picture to picture (Miyato et al. 2018).':
    '限制判别器的得分在图像之间变化的快慢（Miyato et al. 2018）。',
  'Minibatch deviation': '小批量标准差',
  'Tells the discriminator how much the pictures of a batch differ, so that sameness betrays the forger.':
    '告诉判别器一批图像彼此相差多少，千篇一律就会暴露伪造者。',
  Packing: '打包',
  'The discriminator judges so many pictures as one and sees at once when they are all alike (PacGAN).':
    '判别器把这么多张图像当作一张来判断，全都相似时一眼就能看出（PacGAN）。',
  'Unrolled steps': '展开步数',
  steps: '步',
  'The forger looks so many lessons of the police ahead before it learns, so that hiding in one place does not pay (Metz et al. 2017); for dense layers, and slow.':
    '伪造者学习前先预看警察的这么多次学习，使躲在一处无利可图（Metz et al. 2017）；用于全连接层，较慢。',
  Augmentation: '数据增强',
  Shift: '平移',
  'Shift, cut out': '平移、遮挡',
  'Colour, shift, cut out': '颜色、平移、遮挡',
  'Changes real and drawn pictures alike before they are judged; for small data sets (DiffAugment).':
    '判断之前对真实和绘制的图像作同样的改变；适合小数据集（DiffAugment）。',
  'Instance noise': '实例噪声',
  'Noise on every picture that the discriminator sees, so that real and drawn ones overlap at first.':
    '给判别器看到的每张图像加噪声，使真实的和绘制的起初有重叠。',
  'Noise fades over': '噪声消退步数',
  'After so many steps the instance noise is gone.': '这么多步之后，实例噪声消失。',
  'Initial weights': '初始权重',
  'Multiplies the networks’ first weights; tiny ones break a network without normalization.':
    '乘到网络初始权重上的系数；权重极小时，没有归一化的网络会崩溃。',
  'Samples every': '采样间隔',
  Watching: '观察',
  'How often the grid of samples is drawn from the same noise and kept on the timeline.':
    '每隔多久用同一噪声绘制样本网格，并保留在时间线上。',
  'Log every': '记录间隔',
  'How often losses and accuracies are read back; rarer is a little faster on a graphics card.':
    '每隔多久读回损失和准确率；在显卡上，间隔大会略快一些。',
  'Measure every': '测量间隔',
  'How often quality and variety of the samples are measured, 0 for never; never more than a tenth of the training time, so rarer where it is slow.':
    '每隔多久测量样本的质量和多样性，0 表示从不；最多占用训练时间的十分之一，因此测量慢时会更少。',
  'Samples measured': '测量的样本',
  'How many images are drawn for each measurement; more give steadier figures and take longer.':
    '每次测量绘制多少张图像；越多数值越稳，用时也越长。',
  'Save every': '保存间隔',
  seconds: '秒',
  'How often the run is saved on this device; a crash loses at most this much.':
    '每隔多久把运行保存到此设备；崩溃时最多丢失这么久的内容。',
};
