// Simplified Chinese texts of charts and the engine, by the English text.
export default {
  'How unevenly the classes are drawn: 0 when all equally often, 2.3 when only one of ten; the floor is what real images reach.':
    '各类别绘制得有多不均匀：同样频繁时为 0，十类中只画一类时为 2.3；下限是真实图像达到的值。',
  Samples: '样本',
  floor: '下限',
  'How many of the clusters or classes the generator draws; the floor is what real data covers. A collapsed generator draws few.':
    '生成器画出了多少个簇或类别；下限是真实数据覆盖的数量。坍缩的生成器只画少数几个。',
  real: '真实',
  'Came through': '仍可认出',
  'Share of held-back pictures whose class is still read after they were translated; the floor is what is read of real ones. Known for ready pairs only.':
    '留出图像转换后类别仍能认出的比例；下限是真实图像的识别率。仅对现成的配对可知。',
  translated: '转换后',
  'Loss of all pictures': '全部图像的损失',
  'Cross-entropy of the pictures as they are: 0 is certain and right. Where the held-back line rises again, stop.':
    '图像原样的交叉熵：0 表示确定且正确。留出的曲线重新上升时，就该停止。',
  'held back': '留出',
  learnt: '学过',
  Quality: '质量',
  'Fréchet distance: how far the samples as a whole lie from real images. Lower is better; the floor is what real images reach.':
    'Fréchet 距离：样本整体与真实图像相距多远。越低越好；下限是真实图像达到的值。',
  Fréchet: 'Fréchet',
  'No distance is shown: for these images there is only a judge of random features, whose distance may rise while the pictures get better. A judge that was trained on labelled images of their kind would tell; trust your eyes, and the training images nearest to a sample.':
    '不显示距离：对这些图像只有采用随机特征的评判者，图像变好时它的距离也可能上升。用同类有标签图像训练的评判者才可靠；请相信你的眼睛，并看与样本最接近的训练图像。',
  'Share of pictures that are named rightly. Held-back ones are never learnt from: where the lines part, it learns by heart.':
    '命名正确的图像比例。留出的图像从不用于学习：曲线分开之处，就是它在死记硬背。',
  Automatic: '自动',
  'Plain JavaScript (CPU)': '纯 JavaScript (CPU)',
  Backend: '后端',
  Threads: '线程',
  'Where the arithmetic runs; automatic takes the fastest that passes its self-test.':
    '在哪里计算；自动会选择通过自检的最快方式。',
  'Processor threads for WebAssembly; 0 takes as many cores as pay.':
    'WebAssembly 使用的处理器线程数；0 表示使用最划算的核心数。',
  Task: '任务',
  More: '更多',
  Engine: '引擎',
  WebGPU: 'WebGPU',
  WebGL: 'WebGL',
  'WebAssembly (CPU)': 'WebAssembly（CPU）',
  step: '步',
};
