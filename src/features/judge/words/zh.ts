// Simplified Chinese texts of the place of the judge.
import type { SameWords } from '../../../i18n/words';
import type english from './en';

export default {
  title: '评判',
  summary: '教一个小网络给图像命名，看看是谁在评判伪造者。',
  classifier: '分类器',
  dataset: '数据集',
  learn: '学习',
  goOnFrom: '从第 {step} 步继续',
  goOnTo: '继续到第 {step} 步',
  more: '再学 {steps} 步',
  pause: '暂停',
  cancel: '取消',
  forget: '停止并忘掉',
  ended: '已学习 {steps} 步：正确率 {share}',
  rightly: '的 {images} 张测试图像命名正确（{steps} 步后）',
  accuracy: '{steps} 步内的准确率，现为 {share}',
  stepZero: '第 0 步',
  learnsFrom:
    '它从另外 {images} 张图像学习，每次都略微移动和旋转。测试图像从不在其中：说出背下来的名字算不上本领。暂停时以及你离开页面时，它会保存在此设备上，之后从那里继续。',
  start: '按“学习”：网络起初靠猜，十个里碰巧对一个，然后在你眼前越来越好。期间正在训练的运行会暂停。',
  why: {
    label: '它有什么用',
    title: '这和伪造有什么关系？',
    judge:
      'GAN 没有老师来说它的图像有多好。于是由第三个学会了区分图像的网络来看它们：就是这一个。它就是评判者。',
    features:
      '在内部，就在给图像命名之前，它用 **64 个数字** 描述图像，即它的*特征*：有多圆、有多斜、笔画在哪里结束——都是它自己发现有用的东西。两张相似的图像会得到相近的数字。',
    distance:
      '**Fréchet 距离**把许多样本的特征与许多真实图像的特征相比较。想象两团点云：它衡量两者中心相距多远、散布有多不同。模糊的图像会移动中心；只会画一个数字的生成器，其点云太小。只有两者都吻合，距离才小。',
    names: '它给出的名字也有用：数一数样本被认作哪些数字，你就能从数值上看到**模式坍缩**。',
    where:
      '训练页上的数值来自同样结构、训练更久并随页面存储的分类器：一个基于 MNIST（也能读合成数字），一个基于 Fashion-MNIST。你自己的图像没有对应的分类器：彩色图像由页面自带的特征网络来描述，灰度图像由固定随机权重的网络来描述，页面会在数值旁说明。点不需要网络：平面上的距离就够了。',
  },
  tests: {
    title: '测试图像',
    onlyWrong: '只看错的（{count}）',
    none: '一个错的也没有。',
    surest: '最有把握的错误排在前面。',
    shown: '显示 {shown} 个，共 {all} 个。',
  },
  mistakes: {
    label: '错误',
    title: '什么被误认成什么',
  },
} satisfies SameWords<typeof english>;
