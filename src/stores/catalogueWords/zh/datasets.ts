// Simplified Chinese texts of data sets, by the English text.
import { CLASS_NAMES } from '../../../core/classNames';

export default {
  ...CLASS_NAMES.zh,
  'Synthetic digits': '合成数字',
  'Handwritten digits drawn on this device from pen strokes; they need no network and no files.':
    '在此设备上用笔画绘制的手写数字；不需要网络，也不需要文件。',
  'Images used': '使用的图像',
  images: '张图像',
  'How many different digits there are; each is drawn when it is first needed.':
    '共有多少个不同的数字；每个在首次需要时绘制。',
  'Style seed': '风格种子',
  'The number that the digits grow from; another number gives other digits of the same kind.':
    '生成这些数字所用的种子数；换一个数会得到同类的其他数字。',
  MNIST: 'MNIST',
  'Sixty thousand real handwritten digits of 28 by 28 pixels, the classic first data set.':
    '六万个真实手写数字，28 x 28 像素，经典的入门数据集。',
  'How many of the training images take part; fewer shows what a small data set does to training.':
    '使用多少张训练图像；用得少可以看到小数据集对训练的影响。',
  Classes: '类别',
  All: '全部',
  'Train on every class, or on the images of one class alone, which is easier.':
    '用所有类别训练，或只用一个类别的图像，后者更容易。',
  Files: '文件',
  'Automatic: my own where I gave some': '自动：有自己的就用自己的',
  'Published: MNIST itself': '公开版：MNIST 本身',
  'Whether your own IDX files, once given, stand in for the published ones.':
    '提供了自己的 IDX 文件后，是否用它们代替公开的文件。',
  'Fashion-MNIST': 'Fashion-MNIST',
  'Sixty thousand pictures of clothing in the form of MNIST; harder to draw than digits.':
    '六万张服装图像，格式与 MNIST 相同；比数字更难画。',
  'Published: Fashion-MNIST itself': '公开版：Fashion-MNIST 本身',
  'My images': '我的图像',
  'Your own pictures from a folder or a zip; sub-folders become classes, and nothing leaves this device.':
    '你自己的图像，来自文件夹或 zip；子文件夹成为类别，任何内容都不会离开此设备。',
  'Image side': '图像边长',
  '16 x 16 pixels': '16 x 16 像素',
  '28 x 28 pixels': '28 x 28 像素',
  '32 x 32 pixels': '32 x 32 像素',
  '48 x 48 pixels': '48 x 48 像素',
  '64 x 64 pixels': '64 x 64 像素',
  '96 x 96 pixels': '96 x 96 像素',
  '128 x 128 pixels': '128 x 128 像素',
  'Your images are cropped to their middle square and resized to this; twice the side takes four times as long.':
    '你的图像会裁成中央的正方形并缩放到这个大小；边长加倍，用时变为四倍。',
  Colour: '彩色',
  Grey: '灰度',
  'Train in colour or in shades of grey; grey is simpler to learn. Transparent parts become white.':
    '用彩色或灰度训练；灰度更容易学。透明部分变为白色。',
  'At most this many of your images take part, spread evenly over all of them.':
    '最多使用这么多张你的图像，从全部图像中均匀选取。',
  'Drawn scenes': '绘制的场景',
  'Landscapes and shaded shapes in colour, drawn on this device: pictures for a network that learns to paint in a style.':
    '在此设备上绘制的彩色风景和带明暗的形体：供学习某种绘画风格的网络使用。',
  'Size of the pictures that are learned from; twice the side takes four times as long.':
    '用于学习的图像大小；边长加倍，用时变为四倍。',
  'How many different scenes there are; each is drawn when it is first needed.':
    '共有多少个不同的场景；每个在首次需要时绘制。',
  'Digits and inverted outlines': '数字与反色轮廓',
  'Digits as they are, and dark outlines of other digits on white: a translation that a small network learns in minutes.':
    '原样的数字，以及白底上其他数字的深色轮廓：小网络几分钟就能学会的转换。',
  Digits: '数字',
  'Synthetic: drawn on this device': '合成：在此设备上绘制',
  'MNIST: real ones, from this device or the network': 'MNIST：真实数字，来自此设备或网络',
  'Which digits both domains are made of.': '两个域由哪种数字组成。',
  'Digits used': '使用的数字',
  digits: '个数字',
  'The first half of them is domain A, the second half domain B.': '前一半是域 A，后一半是域 B。',
  'Thin digits and thick slanted ones': '细数字与粗斜数字',
  'Digits of a fine pen on black, and leaning digits of a broad pen on waves: shape and ground both change.':
    '黑底细笔数字，以及波纹底上的粗笔斜体数字：形状和背景都会改变。',
  'Digits and digits on their side': '数字与横放的数字',
  'Digits, and digits turned by a quarter: CycleGAN’s known limit, for it changes the look of things and not their place.':
    '数字，以及旋转四分之一圈的数字：这是 CycleGAN 的已知局限，它改变的是事物的外观，而不是位置。',
  'My two kinds of pictures': '我的两类图像',
  'Your own pictures of two kinds, such as apples and oranges: two folders, two zips, or a zip with trainA and trainB.':
    '你自己的两类图像，例如苹果和橙子：两个文件夹、两个 zip，或一个含 trainA 和 trainB 的 zip。',
  '192 x 192 pixels': '192 x 192 像素',
  '256 x 256 pixels': '256 x 256 像素',
  'Your pictures are cropped to their middle square and resized to this; twice the side takes four times as long.':
    '你的图像会裁成中央的正方形并缩放到这个大小；边长加倍，用时变为四倍。',
  'images of each kind': '张图像（每类）',
  'At most this many of each kind take part, spread evenly over all of them.':
    '每类最多使用这么多张，从全部图像中均匀选取。',
  'My pairs of pictures': '我的图像对',
  'Your own pairs, a picture and what shall become of it: halves of one picture, or equal names in two folders.':
    '你自己的图像对，即一张图像和它应变成的样子：一张图像的左右两半，或两个文件夹中的同名图像。',
  'A pair is': '一对是',
  'Told from the files': '根据文件判断',
  'One picture: its left and its right half': '一张图像：左半和右半',
  'Two pictures with the same name in two folders': '两个文件夹中的两张同名图像',
  'How your files say which two pictures belong together.': '你的文件如何表明哪两张图像是一对。',
  'A house and whirls': '房子与漩涡',
  'A drawn landscape with a house as content, and whirls of coloured strokes as style: a pair that needs no files.':
    '以绘制的带房子的风景为内容，以彩色笔触的漩涡为风格：不需要文件的一对。',
  '384 x 384 pixels': '384 x 384 像素',
  '512 x 512 pixels': '512 x 512 像素',
  'Both pictures are cropped to their middle square and resized to this; twice the side takes four times as long.':
    '两张图像都会裁成中央的正方形并缩放到这个大小；边长加倍，用时变为四倍。',
  'My content and style': '我的内容和风格',
  'Two pictures of yours: one whose things are kept, and one whose colours and strokes they get; nothing leaves this device.':
    '你的两张图像：一张保留其中的事物，另一张提供色彩和笔触；任何内容都不会离开此设备。',
  'Choose the content picture': '选择内容图像',
  'Choose the style picture': '选择风格图像',
  'My style pictures': '我的风格图像',
  'Pictures whose colours and strokes others get; nothing leaves this device.':
    '为其他图像提供色彩和笔触的图像；任何内容都不会离开此设备。',
  'Ring of 8': '8 点环',
  'Eight small clusters of points on a circle: the classic test of whether a GAN finds them all.':
    '圆上的八个小点簇：检验 GAN 能否全部找到的经典测试。',
  'Points used': '使用的点',
  points: '个点',
  'How many different points there are.': '共有多少个不同的点。',
  'Points seed': '点的种子',
  'The number that the points grow from; another number gives other points of the same shape.':
    '生成这些点所用的种子数；换一个数会得到同样形状的其他点。',
  'Width of the clusters': '簇的宽度',
  'Standard deviation of the points around their cluster or line; the square is 2 wide. Wide clusters are easier to hit.':
    '点围绕其簇或线的标准差；正方形宽为 2。宽的簇更容易命中。',
  'Grid of 25': '25 点网格',
  'Twenty-five small clusters of points in rows and columns: harder than the ring.':
    '按行列排列的二十五个小点簇：比环更难。',
  'Two moons': '双月',
  'Two crescents that reach into each other.': '两个相互嵌入的月牙。',
  Spiral: '螺旋',
  'One thin line that winds around itself: there are no clusters to find, only a shape to follow.':
    '一条盘绕自身的细线：没有簇可找，只有形状可循。',
  'Points that you draw': '你画的点',
  'Draw where points are likely; the generator learns to put its points there.':
    '画出点可能出现的地方；生成器学着把点放到那里。',
  'Your drawing': '你的图画',
  'Draw with the pointer; the darker, the more points.': '用指针绘画；越深，点越多。',
  'unknown images': '未知图像',
  'What an imported generator was trained on is not in its file.':
    '导入的生成器用什么训练过，文件中没有记录。',
  'That the imported generator can be asked for.': '可以要求导入的生成器画的类别数。',
  Height: '高度',
  'As the imported generator draws it.': '与导入的生成器所画的一致。',
  Width: '宽度',
  Channels: '通道',
};
