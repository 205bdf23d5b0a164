// Simplified Chinese texts of tasks, by the English text.
export default {
  'Generator against discriminator': '生成器对判别器',
  'A generator learns to draw images that a discriminator cannot tell from real ones.':
    '生成器学习绘制判别器无法与真实图像区分的图像。',
  Generator: '生成器',
  'the forger': '伪造者',
  'fools the police': '骗过警察',
  Discriminator: '判别器',
  'the police': '警察',
  'right on real': '真图判对',
  'right on fakes': '假图判对',
  'Scores of real and generated images': '真实图像与生成图像的得分',
  'Surprise at the classes, for models that guess them': '对类别的意外程度，用于猜测类别的模型',
  'Penalty on the slope, for losses that have one': '对斜率的惩罚，用于带此项的损失',
  'Scores of generated images': '生成图像的得分',
  'Surprise at the classes, for models that show them': '对类别的意外程度，用于展示类别的模型',
  Loss: '损失',
  'Lower is better for the network that the line belongs to; the two pull against each other.':
    '对曲线所属的网络而言越低越好；两者相互对抗。',
  Accuracy: '准确率',
  'Share of images that the discriminator judges rightly; near one half it can no longer tell.':
    '判别器判断正确的图像比例；接近一半时它已无法分辨。',
  'on real': '真图',
  'on fakes': '假图',
  'Samples of the same noise': '同一噪声的样本',
  Student: '学生',
  Teacher: '教师',
  'Distance from the teacher': '与教师的距离',
  Distance: '距离',
  'How far the student’s images are from the teacher’s, as pixel values in -1..1.':
    '学生的图像与教师的图像相差多远，按 -1..1 的像素值计。',
  'A student of a generator': '生成器的学生',
  'A smaller generator learns to draw what a trained one draws.':
    '较小的生成器学习画出训练好的生成器所画的内容。',
  'A pruned generator': '剪枝的生成器',
  'The least important weights or channels go, while the generator learns to draw without them what it drew.':
    '去除最不重要的权重或通道，同时生成器学习不用它们画出原来的内容。',
  'A generator trained for integers': '为整数训练的生成器',
  'The generator learns to draw through rounded numbers what it drew in float.':
    '生成器学习用舍入后的数画出原来用浮点所画的内容。',
  'Translate between two kinds of pictures (CycleGAN)': '在两类图像间转换（CycleGAN）',
  'Two generators learn to turn pictures of one kind into pictures of another and back, without pairs that belong together.':
    '两个生成器学习把一类图像变成另一类再变回来，不需要成对的图像。',
  'Generator A to B': '生成器 A 到 B',
  'Generator B to A': '生成器 B 到 A',
  'Discriminator of A': 'A 的判别器',
  'Discriminator of B': 'B 的判别器',
  'Scores of pictures made B': '转成 B 的图像的得分',
  'Scores of pictures made A': '转成 A 的图像的得分',
  'L1 distance of A to B to A': 'A 到 B 再到 A 的 L1 距离',
  'L1 distance of B to A to B': 'B 到 A 再到 B 的 L1 距离',
  'L1 distance where nothing is to be changed': '无需改动处的 L1 距离',
  'Scores of A and of pictures made A': 'A 和转成 A 的图像的得分',
  'Scores of B and of pictures made B': 'B 和转成 B 的图像的得分',
  'Adversarial losses': '对抗损失',
  'Lower is better for the network that the line belongs to; with least squares all settle near one quarter.':
    '对曲线所属的网络而言越低越好；用最小二乘时都会稳定在四分之一附近。',
  'G A to B': 'G：A 到 B',
  'G B to A': 'G：B 到 A',
  'D of A': 'D：A',
  'D of B': 'D：B',
  'There and back': '往返',
  'Mean distance of brightness (from -1 to 1) from the picture that was given: there and back, and where nothing is to change.':
    '与所给图像的平均亮度差（亮度从 -1 到 1）：往返之后，以及无需改动之处。',
  'A to B to A': 'A 到 B 到 A',
  'B to A to B': 'B 到 A 到 B',
  Identity: '恒等',
  'A to B and back': 'A 到 B 再返回',
  'B to A and back': 'B 到 A 再返回',
  'Translate from pairs (pix2pix)': '从图像对学习转换（pix2pix）',
  'A generator learns from pairs what shall become of a picture: coarse ones fine, grey ones coloured, or your own.':
    '生成器从图像对学习一张图像应变成什么：粗糙的变精细，灰度的上色，或你自己的图像对。',
  Scores: '得分',
  Score: '得分',
  'L1 distance': 'L1 距离',
  'Lower is better for the network that the line belongs to; L1 is the distance from the right pictures.':
    '对曲线所属的网络而言越低越好；L1 是与正确图像的距离。',
  'Given, made and right': '给出、生成与正确',
  'Paint a picture in the style of another': '用另一张图像的风格作画',
  'The pixels of one picture are moved until a network sees in it the things of your content picture and the brushwork of your style picture.':
    '不断调整一张图像的像素，直到网络在其中看到你的内容图像中的事物和风格图像的笔触。',
  'Squared distance of maps from the content': '特征图与内容的平方距离',
  'Squared distance of Gram matrices from the style': 'Gram 矩阵与风格的平方距离',
  'Squared differences of neighbouring pixels': '相邻像素之差的平方',
  'The weighted sum that the picture is moved down; it falls fast at first, then slowly.':
    '加权总和，图像沿它下降的方向调整；起初降得快，之后变慢。',
  Total: '总和',
  'What it is made of': '组成部分',
  'Each term before its weight: content rises a little where the picture begins as the content, style falls.':
    '每一项加权之前的值：若图像从内容开始，内容项会略升，风格项下降。',
  Content: '内容',
  Style: '风格',
  Smoothness: '平滑',
  'Content, style and picture': '内容、风格与图像',
  'Name pictures (transfer learning)': '给图像命名（迁移学习）',
  'A network that knows pictures already learns to tell kinds of yours apart: each folder is a kind, and its last layers are learnt in seconds.':
    '已经认识图像的网络学习区分你的各类图像：每个文件夹是一类，最后几层几秒就能学会。',
  CycleGAN: 'CycleGAN',
  Translation: '图像转换',
  'Style student': '风格学生网络',
  Classifier: '分类器',
  'Surprise at the labels': '对标签的意外程度',
  'Loss of each step': '每一步的损失',
  'How surprised it is by the labels of the pictures that it learns from (cross-entropy): 0 is certain and right.':
    '它对所学图像的标签有多意外（交叉熵）：0 表示确定且正确。',
  'Cross-entropy': '交叉熵',
  'Learn to paint in a style (fast)': '学习用一种风格作画（快速）',
  'A small network learns to paint any picture in the style of yours in one pass, fast enough for a camera.':
    '小网络学习一次通过就把任何图像画成你的风格，快到可用于摄像头。',
  'Squared distance of maps from those of the picture': '特征图与原图特征图的平方距离',
  'The weighted sum that the student goes down, of other pictures in every step; it falls fast at first, then slowly.':
    '加权总和，学生沿它下降的方向学习，每一步用不同的图像；起初降得快，之后变慢。',
  'Each term before its weight: style falls first, content after it.':
    '每一项加权之前的值：风格先下降，内容随后下降。',
  'Pictures and how the student paints them': '图像与学生的画法',
  'A classifier of labelled images': '有标签图像的分类器',
  'A small network learns to name images; the features inside it are what distances between images are taken in.':
    '小网络学习给图像命名；图像之间的距离按它内部的特征计算。',
  'How surprised it is by the labels of the images that it learns from (cross-entropy): 0 is certain and right.':
    '它对所学图像的标签有多意外（交叉熵）：0 表示确定且正确。',
  'Difference of where they look': '关注之处的差异',
  'Scores by the discriminators of the run': '该运行的判别器给出的得分',
  'A student of a translator': '转换器的学生',
  'Smaller translators learn to make of pictures what trained ones make of them.':
    '较小的转换器学习像训练好的转换器那样转换图像。',
  'Growing networks (progressive GAN)': '逐步增长的网络（渐进式 GAN）',
  'Both networks begin with images of a few pixels and grow with them: the large comes first, and details are faded in.':
    '两个网络都从只有几个像素的图像开始，并随图像一起增长：先学整体，再逐渐加入细节。',
  'Progressive GAN': '渐进式 GAN',
  Growth: '增长',
  'Side of the images that are learnt, in pixels; while the line rises, twice the side is faded in.':
    '正在学习的图像的边长（像素）；曲线上升时，边长加倍的图像正在渐入。',
  'Pixels a side': '边长（像素）',
};
