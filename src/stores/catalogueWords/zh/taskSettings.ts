// Simplified Chinese texts of settings of tasks, by the English text.
export default {
  'Of the student, which is a light DCGAN or of the teacher’s own kind: 1 is that model as it is.':
    '学生的宽度；学生是轻量 DCGAN 或与教师同类的模型：1 表示该模型原样。',
  Steps: '步数',
  'How long the student learns.': '学生学习多久。',
  'What goes': '去除什么',
  'Whole channels': '整个通道',
  'Single weights': '单个权重',
  'Channels make tensors and multiply-adds fewer; single weights only compress better.':
    '去除通道会减少张量大小和乘加次数；去除单个权重只是更利于压缩。',
  Share: '比例',
  'Of each layer; above 0.': '每一层的比例；大于 0。',
  Weights: '权重',
  '8 bits': '8 位',
  '4 bits': '4 位',
  'Bits of a weight, as the file will hold it.': '每个权重的位数，与文件中的一致。',
  Networks: '网络',
  'U-Net: details pass beside the narrow middle': 'U-Net：细节绕过狭窄的中部',
  'ResNet: blocks that add what they change': 'ResNet：每块把改动加到输入上',
  'A U-Net keeps every line in its place; a ResNet changes shapes more freely and takes longer.':
    'U-Net 让每条线留在原位；ResNet 改变形状更自由，用时更长。',
  'Width of generators': '生成器的宽度',
  channels: '个通道',
  'Channels of the largest map; twice as many take about four times as long.':
    '最大特征图的通道数；加倍则用时约为四倍。',
  Depth: '深度',
  halvings: '次减半',
  'How often the generator halves the sides of a picture; 0 lets the picture’s size decide.':
    '生成器把图像边长减半多少次；0 表示由图像大小决定。',
  'Residual blocks': '残差块',
  'Blocks in the middle of a ResNet; a U-Net has none.': 'ResNet 中部的块数；U-Net 没有。',
  Normalization: '归一化',
  'Each picture by itself (instance)': '每张图像单独（实例）',
  'Over the batch': '按整批',
  None: '无',
  'What keeps the numbers inside all networks in range; instance normalization suits pictures of many looks.':
    '使所有网络内部的数值保持在合适范围；实例归一化适合外观多样的图像。',
  'Patches judged': '判断的图块',
  'The largest that fit the picture': '图像容得下的最大值',
  '7 x 7 pixels': '7 x 7 像素',
  '34 x 34 pixels': '34 x 34 像素',
  '70 x 70 pixels': '70 x 70 像素',
  'Side of the squares that the discriminator scores one by one: small ones judge texture, large ones shape.':
    '判别器逐个打分的方块的边长：小方块判断纹理，大方块判断形状。',
  'Width of discriminators': '判别器的宽度',
  'Channels of the discriminator’s first map.': '判别器第一个特征图的通道数。',
  'Weight of the cycle': '循环的权重',
  Losses: '损失',
  'How much it counts that a picture translated there and back is the same again.':
    '图像转换过去再转换回来后与原图相同，这一点有多重要。',
  'Weight of identity': '恒等的权重',
  'How much it counts that a generator leaves alone what is of its own kind already; 0 saves the time that it takes.':
    '生成器对已属目标类的图像不作改动，这一点有多重要；0 可省去所需的时间。',
  'Pool of past pictures': '旧图像池',
  'The discriminators are shown made pictures of the past too, so that they do not forget; 0 shows the latest only.':
    '判别器也会看到过去生成的图像，以免遗忘；0 表示只看最新的。',
  'Let the learning rates fall': '让学习率下降',
  'Over the second half of the steps both learning rates fall to zero, so that the pictures come to rest.':
    '在后一半的步数中，两个学习率都降到零，让图像稳定下来。',
  'Class of A': 'A 的类别',
  Data: '数据',
  'Of a data set with classes: the number of the class that is this domain, from 0. Data of two domains need none.':
    '对于有类别的数据集：哪个类别是这个域，编号从 0 开始。本身有两个域的数据不需要。',
  'Class of B': 'B 的类别',
  'What is learned': '学习什么',
  'What suits the data': '适合数据的',
  'Coarse pictures made fine': '粗糙图像变精细',
  'Grey pictures coloured': '灰度图像上色',
  'My own pairs': '我自己的图像对',
  'Of any pictures coarse or grey ones can be made, and the way back learned; pairs of your own say themselves what to learn.':
    '任何图像都可以变成粗糙或灰度的，再学习如何还原；你自己的图像对本身就说明要学什么。',
  Direction: '方向',
  'From the left half, or the first folder': '从左半或第一个文件夹',
  'From the right half, or the second folder': '从右半或第二个文件夹',
  'Of your own pairs: which picture is given, and which is to be made.':
    '你自己的图像对：哪张是给出的，哪张是要生成的。',
  Block: '方块',
  pixels: '像素',
  'Side of the blocks that a coarse picture is made of.': '构成粗糙图像的方块的边长。',
  'Weight of L1': 'L1 的权重',
  'How much nearness to the right picture counts beside fooling the discriminator.':
    '除了骗过判别器，接近正确图像有多重要。',
  'Three convolutions, for comparison': '三层卷积，用于比较',
  'Feature network': '特征网络',
  Features: '特征',
  'Ganvas encoder': 'Ganvas 编码器',
  'Random filters': '随机滤波器',
  'VGG19, from your file': 'VGG19，来自你的文件',
  'VGG16, from your file': 'VGG16，来自你的文件',
  'Ganvas encoder: Small and quick, trained on a few thousand flowers: good for colours, texture and strokes, weak on faces, buildings and large forms. Random filters: Untrained filters, the same for everybody: they carry colours and fine texture, and know nothing of things or large forms. VGG19, from your file: The network of the paper, trained on ImageNet: the finest styles, and slow on small devices; give its weights as Keras .h5, .keras or TensorFlow.js. VGG16, from your file: The network of the paper, trained on ImageNet: the finest styles, and slow on small devices; give its weights as Keras .h5, .keras or TensorFlow.js.':
    'Ganvas 编码器：小而快，用几千张花卉图像训练：擅长色彩、纹理和笔触，不擅长人脸、建筑和大的形状。随机滤波器：未经训练的滤波器，人人相同：能传递色彩和细小纹理，对事物和大的形状一无所知。VGG19，来自你的文件：论文所用的网络，用 ImageNet 训练：风格最精细，在小型设备上较慢；请以 Keras .h5、.keras 或 TensorFlow.js 格式提供权重。VGG16，来自你的文件：论文所用的网络，用 ImageNet 训练：风格最精细，在小型设备上较慢；请以 Keras .h5、.keras 或 TensorFlow.js 格式提供权重。',
  Pooling: '池化',
  'Mean of each window: smoother pictures, as the paper advises': '每个窗口取平均：图像更平滑，论文的建议',
  'Largest of each window: as the networks were trained': '每个窗口取最大：与网络训练时相同',
  'How the feature network halves its maps.': '特征网络如何把特征图减半。',
  'Begin with': '起点',
  Picture: '图像',
  'The content picture': '内容图像',
  'Noise, from the seed': '噪声，由种子生成',
  'From the content the picture stays near it and is done sooner; from noise the style is freer.':
    '从内容开始，图像会接近内容，也更快完成；从噪声开始，风格更自由。',
  Optimizer: '优化器',
  'L-BFGS: fewer steps, more memory': 'L-BFGS：步数更少，内存更多',
  'Adam: steady steps of a size that you set': 'Adam：步子平稳，大小由你设定',
  'How the picture is moved down the loss; the paper uses L-BFGS.':
    '如何沿损失下降的方向调整图像；论文使用 L-BFGS。',
  'Learning rate of Adam': 'Adam 的学习率',
  'How far a pixel moves in a step of Adam at most, where black is -1 and white 1; L-BFGS has no such setting.':
    'Adam 每一步中一个像素最多移动多少，黑为 -1，白为 1；L-BFGS 没有此设置。',
  'Weight of content': '内容的权重',
  'How much it counts that the same things stand in the same places; 0 makes a picture of the style alone.':
    '同样的事物位于同样的位置有多重要；0 会得到只有风格的图像。',
  'Weight of style': '风格的权重',
  'How much it counts that colours, texture and strokes are those of the style picture.':
    '色彩、纹理和笔触与风格图像一致有多重要。',
  'Weight of smoothness': '平滑的权重',
  'How much it counts that neighbouring pixels are alike (total variation); it takes away grain, and blurs where it is high.':
    '相邻像素相似有多重要（全变差）；它去除颗粒，值大时会模糊。',
  'Content, conv1_2': '内容，conv1_2',
  Layers: '层',
  'How much the maps of this layer count for the content; deep layers keep forms, shallow ones every line. 0 leaves it out.':
    '这一层的特征图对内容有多重要；深层保留形状，浅层保留每条线。0 表示不用。',
  'Content, conv2_2': '内容，conv2_2',
  'Content, conv3_2': '内容，conv3_2',
  'Content, conv4_2': '内容，conv4_2',
  'Style, conv1_1': '风格，conv1_1',
  'How much this layer counts for the style; shallow layers hold colours and fine texture, deep ones large strokes. 0 leaves it out.':
    '这一层对风格有多重要；浅层含色彩和细小纹理，深层含大的笔触。0 表示不用。',
  'Style, conv2_1': '风格，conv2_1',
  'Style, conv3_1': '风格，conv3_1',
  'Style, conv4_1': '风格，conv4_1',
  'Style, conv5_1': '风格，conv5_1',
  Network: '网络',
  'A small MobileNet, from nothing': '小型 MobileNet，从零开始',
  'Ganvas encoder: Small and quick, trained on a few thousand flowers: good for colours, texture and strokes, weak on faces, buildings and large forms. Random filters: Untrained filters, the same for everybody: they carry colours and fine texture, and know nothing of things or large forms. VGG19, from your file: The network of the paper, trained on ImageNet: the finest styles, and slow on small devices; give its weights as Keras .h5, .keras or TensorFlow.js. VGG16, from your file: The network of the paper, trained on ImageNet: the finest styles, and slow on small devices; give its weights as Keras .h5, .keras or TensorFlow.js. A small MobileNet knows nothing and learns everything: it needs more pictures and more time.':
    'Ganvas 编码器：小而快，用几千张花卉图像训练：擅长色彩、纹理和笔触，不擅长人脸、建筑和大的形状。随机滤波器：未经训练的滤波器，人人相同：能传递色彩和细小纹理，对事物和大的形状一无所知。VGG19，来自你的文件：论文所用的网络，用 ImageNet 训练：风格最精细，在小型设备上较慢；请以 Keras .h5、.keras 或 TensorFlow.js 格式提供权重。VGG16，来自你的文件：论文所用的网络，用 ImageNet 训练：风格最精细，在小型设备上较慢；请以 Keras .h5、.keras 或 TensorFlow.js 格式提供权重。小型 MobileNet 什么都不认识，一切从头学起：需要更多图像和更多时间。',
  'Encoder layers that learn': '参与学习的编码器层',
  'Counted from the last; with none only the new last layer learns, which takes seconds. More fit your pictures better, and take longer.':
    '从最后一层数起；为零时只有新的最后一层学习，几秒即可。更多的层更适合你的图像，用时也更长。',
  'Of the MobileNet: its filters are this share of 32 to 512. Half the width takes about a quarter of the time.':
    '用于 MobileNet：滤波器数为 32 到 512 乘以此比例。宽度减半，用时约为四分之一。',
  'Share of the numbers before the last layer that is left out at random in training, so that none is relied on alone.':
    '训练时随机略去的、最后一层之前的数值比例，以免只依赖其中某一个。',
  'Variants of each picture': '每张图像的变体',
  Training: '训练',
  'Mirrored left to right': '左右镜像',
  'Mirrored, shifted, turned, larger and smaller': '镜像、平移、旋转、放大和缩小',
  'Few pictures teach more when each is seen a little different; do not mirror writing.':
    '图像少时，每次看到的略有不同能学到更多；文字不要镜像。',
  'Learning rate': '学习率',
  'Of the first step; it falls to nothing along half a cosine.': '第一步的学习率；沿半个余弦降到零。',
  Whirls: '漩涡',
  Mosaic: '马赛克',
  Hatching: '排线',
  Dots: '点画',
  'The style picture; of data of two kinds, such as “My content and style”, the second kind is the style.':
    '风格图像；对于两类图像的数据，例如“我的内容和风格”，第二类是风格。',
  Styles: '风格数',
  'How many styles one network learns, the chosen one and those after it; all share the convolutions, and you choose one when you paint.':
    '一个网络学习多少种风格，即所选的一种及其后的几种；所有风格共用卷积，作画时再选择一种。',
  'How often the sides are halved; deeper networks are faster and paint broader strokes.':
    '边长减半多少次；更深的网络更快，笔触更粗。',
  'Blocks on the smallest maps; more of them see farther and paint more freely.':
    '最小特征图上的块数；越多看得越远，画得越自由。',
  'How much it counts that the same things stand in the same places.': '同样的事物位于同样的位置有多重要。',
  'Of the student’s layers, as a share of the teacher’s: half as many channels are about a quarter of the weights.':
    '学生各层的宽度，以教师的比例表示：通道减半，权重约为四分之一。',
  'Weight of features': '特征的权重',
  'How much it counts to look where the teacher looks.': '关注教师所关注的地方有多重要。',
  'Weight of fooling': '欺骗的权重',
  'How much it counts to fool the discriminators of the run beside being near to the teacher.':
    '除了接近教师，骗过该运行的判别器有多重要。',
  Growing: '增长',
  'Steps at each size': '每种尺寸的步数',
  'How long images of one size are learnt before the next begins; the largest are learnt to the end of the run.':
    '一种尺寸的图像学习多久之后开始下一种；最大的图像一直学到训练结束。',
  'Steps of fading in': '渐入步数',
  'In how many steps the layers of a new size come to count in full; 0 has them there at once.':
    '新尺寸的层经过多少步才完全起作用；为 0 时立即起作用。',
};
