// Simplified Chinese texts of models, losses and metrics, by the English text.
export default {
  'DCGAN, light': '轻量 DCGAN',
  'Small and quick: legible digits in well under a minute on a plain processor.':
    '小而快：在普通处理器上，远不到一分钟就能画出可辨认的数字。',
  'DCGAN, light, for colour': '轻量 DCGAN（彩色）',
  'Small and quick for pictures in colour, chosen at 64 x 64 pixels: what lies where, and its colours, come soonest on a plain processor.':
    '为彩色图像而选的小巧快速的网络（以 64 x 64 像素测定）：在普通处理器上，布局和颜色出现得最早。',
  'Latent size': '隐向量大小',
  'How many random numbers the generator draws one image from.': '生成器用多少个随机数绘制一张图像。',
  'Multiplies the channels of every layer: wider draws finer and trains slower.':
    '成倍改变每一层的通道数：越宽画得越精细，训练也越慢。',
  'DCGAN of AN12954 (reference)': 'AN12954 的 DCGAN（参考）',
  'The network of the published application note, exactly; slower than the light one, good to compare with.':
    '与已发布的应用笔记中的网络完全相同；比轻量版慢，适合用来比较。',
  Dropout: 'Dropout',
  'Share of the discriminator’s features hidden at random, which keeps it from memorizing.':
    '判别器的特征中随机隐去的比例，防止它死记硬背。',
  'DCGAN of Radford et al.': 'Radford 等人的 DCGAN',
  'The network that made GANs draw well, with transposed convolutions; for pictures of 28 to 64 pixels, grey or colour.':
    '让 GAN 画得好起来的网络，使用转置卷积；适合 28 到 64 像素的灰度或彩色图像。',
  'Channels of the layer next to the image; each layer further in has twice as many. The paper takes 128.':
    '紧邻图像的那一层的通道数；每往里一层翻一倍。论文取 128。',
  'Conditional GAN': '条件 GAN',
  'Draws the digit that you ask for: both networks are told the class of every picture.':
    '画出你要的数字：两个网络都会得知每张图像的类别。',
  'Auxiliary classifier GAN': '辅助分类器 GAN',
  'Draws the digit that you ask for: the police also guess the class, and the forger helps them to.':
    '画出你要的数字：警察还要猜类别，伪造者会帮它猜对。',
  'Lightweight GAN for boards': '面向开发板的轻量 GAN',
  'Depthwise-separable convolutions: the fewest multiplications for a picture, meant for a microcontroller.':
    '深度可分离卷积：画一张图像所需的乘法最少，面向微控制器。',
  'Channels of the generator’s first map; the second has half as many.':
    '生成器第一个特征图的通道数；第二个减半。',
  'GAN of dense layers': '全连接 GAN',
  'The first kind of GAN: no convolutions, every pixel tied to every other. Simple, coarse, and right for points.':
    '最早的一种 GAN：没有卷积，每个像素都与其他所有像素相连。简单、粗糙，适合点。',
  units: '个单元',
  'Units of each hidden layer.': '每个隐藏层的单元数。',
  'Several generators (MAD-GAN)': '多个生成器（MAD-GAN）',
  'Several forgers; the police must also say which of them drew a picture, which drives them apart.':
    '多个伪造者；警察还要说出图像是谁画的，这迫使它们各不相同。',
  Generators: '生成器数',
  'How many generators there are; each has a first layer of its own and draws its share of the pictures.':
    '有多少个生成器；每个都有自己的第一层，各画一部分图像。',
  'Several generators (MGAN)': '多个生成器（MGAN）',
  'Several forgers, each with a style of its own that a classifier can name: together they cover more kinds of picture.':
    '多个伪造者，各有一种分类器能认出的风格：合起来能覆盖更多种类的图像。',
  'Several generators of dense layers (MGAN)': '多个全连接生成器（MGAN）',
  'Several forgers for points in the plane, each with a place of its own that a classifier can name.':
    '在平面上画点的多个伪造者，各占一处分类器能认出的位置。',
  'Imported generator': '导入的生成器',
  'A generator that was opened from a file; it draws and can be exported, but not trained on.':
    '从文件打开的生成器；可以绘图和导出，但不能继续训练。',
  'Non-saturating (standard)': '非饱和（标准）',
  'The classic: the police learn to tell real from fake, the forger to be taken for real.':
    '经典方法：警察学着分辨真假，伪造者学着以假乱真。',
  'Label smoothing': '标签平滑',
  'Real images count as 1 minus this for the discriminator, which keeps it from growing too sure.':
    '对判别器来说，真实图像的目标是 1 减去此值，防止它过于自信。',
  'Least squares': '最小二乘',
  'Measures how far the score is from its target instead of a probability; gradients do not vanish when one side wins.':
    '衡量分数与目标相差多远，而不用概率；一方占优时梯度不会消失。',
  Hinge: '合页（Hinge）',
  'The police stop arguing about pictures that they already judge rightly by a margin; goes well with spectral normalization.':
    '对已经以足够间隔判对的图像，警察不再计较；与谱归一化搭配效果好。',
  'Wasserstein, gradient penalty': 'Wasserstein，梯度惩罚',
  'Measures how far the two sets of pictures lie apart; give the discriminator about five steps per generator step.':
    '衡量两组图像相距多远；生成器每学一步，让判别器学约五步。',
  'Gradient penalty': '梯度惩罚',
  'How strongly the critic is held to a slope of one between real and fake; the paper takes 10.':
    '以多大力度要求评论家在真图与假图之间的斜率为 1；论文取 10。',
  'Wasserstein, weight clipping': 'Wasserstein，权重裁剪',
  'The first Wasserstein GAN: the critic is kept from growing steep by cutting its weights off.':
    '最早的 Wasserstein GAN：通过裁剪权重防止评论家变得太陡。',
  'Weight bound': '权重上限',
  'The critic’s weights are cut to this after each of its steps; the paper takes 0.01.':
    '评论家每学一步后，权重都会裁剪到此范围内；论文取 0.01。',
  'Relativistic pairing, R1 + R2': '相对配对，R1 + R2',
  'Compares each fake with a real picture and keeps the police’s scores smooth: hard to collapse, and costs more per step.':
    '把每张假图与一张真图比较，并使警察的评分保持平滑：不易坍缩，但每步开销更大。',
  'How strongly the discriminator is kept flat around real and fake pictures; more is steadier and slower.':
    '以多大力度使判别器在真图和假图附近保持平缓；越大越稳，也越慢。',
  'Minimax (saturating)': '极小极大（饱和）',
  'The textbook game in its first form: a forger who is always caught learns nothing from it. Good for a lesson.':
    '教科书中博弈的最初形式：总被识破的伪造者从中什么也学不到。适合教学。',
  'Fréchet distance': 'Fréchet 距离',
  'How far the samples as a whole lie from real images, in what the evaluator sees; small only when they are both as good and as varied.':
    '在评判者看来，样本整体与真实图像相距多远；只有样本同样好、同样多样时才小。',
  'Modes covered': '覆盖的模式',
  'Classes (of points: clusters) that the generator draws at all, each at least a tenth as often as if all were drawn equally often.':
    '生成器确实会画的类别（对点而言是簇）数；每个的频率至少达到均匀绘制时的十分之一。',
  classes: '类',
  'Good samples': '合格样本',
  'Share of the points within 3 standard deviations of a mode; the rest were drawn where no real point lies.':
    '与某个模式相距不超过 3 个标准差的点所占比例；其余的点落在没有真实点的地方。',
  'KL from uniform': '与均匀分布的 KL',
  'How unevenly the classes are drawn: 0 when all equally often, 2.3 when only one of ten.':
    '各类别绘制得有多不均匀：同样频繁时为 0，十类中只画一类时为 2.3。',
  nats: '奈特',
  'KL on a grid': '网格上的 KL',
  'How surprised one would be by the real points after seeing only drawn ones, on 20 x 20 cells; large when modes are missed.':
    '只看过绘制的点之后，真实点会让人多意外，按 20 x 20 格计算；漏掉模式时很大。',
  'JS on a grid': '网格上的 JS',
  'How easily real and drawn points can be told apart, on 20 x 20 cells: 0 not at all, 0.69 always.':
    '真实点与绘制的点有多容易区分，按 20 x 20 格计算：0 表示完全不能，0.69 表示总能。',
  'Classifier score': '分类器得分',
  'High when the classifier is sure of every sample and all classes are drawn equally often; at most the number of classes. It never looks at real images.':
    '分类器对每个样本都有把握且各类别同样频繁时高；最大为类别数。它从不看真实图像。',
  Variety: '多样性',
  'How much the samples differ from each other in what the evaluator sees, as a share of how much real images do; near 0 they are all alike.':
    '在评判者看来样本彼此相差多少，以真实图像彼此差异的百分比表示；接近 0 时它们全都一样。',
  Precision: '精确率',
  'Share of samples that lie where real images lie: quality, blind to what is missing.':
    '落在真实图像所在区域的样本比例：反映质量，看不出缺了什么。',
  Recall: '召回率',
  'Share of real images that lie where samples lie: variety, blind to how good the samples are.':
    '落在样本所在区域的真实图像比例：反映多样性，看不出样本有多好。',
  Density: '密度',
  'How thickly samples lie where real images are thick; about 1 for real ones, more when samples keep to the middle.':
    '在真实图像密集处样本有多密；真实图像约为 1，样本集中在中间时更大。',
  Coverage: '覆盖率',
  'Share of real images with a sample in their neighbourhood: how much of the real variety is drawn.':
    '邻域内有样本的真实图像比例：画出了多少真实的多样性。',
  'Fréchet distance within classes': '各类别内的 Fréchet 距离',
  'The Fréchet distance of each class (the one asked for, else the one recognized) to real images of that class, averaged over the classes drawn at least 20 times: quality and variety inside a class, whatever the mix.':
    '每个类别（指定的类别，否则为识别出的类别）的样本与该类真实图像的 Fréchet 距离，对至少绘制了 20 次的类别取平均：反映类内的质量和多样性，与各类的比例无关。',
  'Way to the nearest real image': '到最近真实图像的距离',
  'Median distance of a sample to the nearest training image: far below that of real images it copies, far above it draws something else.':
    '样本到最近训练图像的距离的中位数：远低于真实图像的值说明在复制，远高于则说明画的是别的东西。',
  'Digits that came through': '仍可认出的数字',
  'Share of held-back pictures of B whose digit is read rightly after they were made A; the classifier never saw them made.':
    '留出的 B 类图像转换成 A 后，数字仍被正确认出的比例；分类器从未见过转换的结果。',
  'Progressive GAN of Karras et al.': 'Karras 等人的渐进式 GAN',
  'Two convolutions for every size of the pictures, from 4 or 7 pixels up; made to grow, which is a task of its own.':
    '从 4 或 7 像素起，每种图像尺寸有两个卷积；为增长而设计，增长本身是一项单独的任务。',
  'Channels of the layers next to the largest images; each smaller size has twice as many. The paper takes 16.':
    '最靠近最大图像的层的通道数；每个更小的尺寸通道数加倍。论文取 16。',
  'Most channels': '通道数上限',
  'No layer has more channels than this. The paper takes 512.': '任何一层的通道数都不超过它。论文取 512。',
  'After Radford et al. 2015,': '参照 Radford 等 2015，',
  'After Howard et al. 2017,': '参照 Howard 等 2017，',
  'NXP AN12954 (2020), after Radford et al. 2015,': 'NXP AN12954 (2020)，参照 Radford 等 2015，',
};
