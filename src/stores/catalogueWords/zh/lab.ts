// Simplified Chinese texts of the lab: pairs of recipes, and recipes that work, by the English text.
export default {
  'Digits: police that sleep, or keep up': '数字：打瞌睡的警察，还是跟得上的警察',
  'A discriminator that learns 200 times too slowly takes blots for digits, and nothing drives the generator on.':
    '学得慢了 200 倍的判别器把墨迹当成数字，没有什么推动生成器前进。',
  'On the left the forger draws blots, which a classifier reads as one digit or a few: the police hardly tell them from real ones (accuracy near 50 %), so nothing drives it on. On the right each answer of the police drives it on, to all ten.':
    '左边，造假者画的是墨迹，分类器只把它们读成一个或少数几个数字：警察几乎分不清它们与真品（准确率在 50 % 附近），于是没有什么推动它前进。右边，警察的每次回应都推着它继续，直到画出全部十个。',
  lost: '迷失',
  'Discriminator’s learning rate 0.00002': '判别器的学习率 0.00002',
  'What fooled the police a hundred steps ago still does, so there is nothing to learn from it.':
    '一百步之前骗过警察的，现在仍能骗过，因此从中学不到什么。',
  'Discriminator’s learning rate 0.004': '判别器的学习率 0.004',
  'Whatever the forger repeats is soon known, so it has to move on to what it has not drawn yet.':
    '造假者重复的东西很快就被认出，于是它只能转向还没画过的。',
  'Digits: steps too large, or right': '数字：步子太大，还是刚好',
  'Learning rates of 0.1 begin with several digits and end with a single one that never changes.':
    '学习率为 0.1 时，开始有几个数字，最后只剩一个永不改变的数字。',
  'On the left digits come quickly, and are lost again: within a hundred steps every picture is the same, accuracy goes to 100 %, and it stays so. On the right all ten are drawn.':
    '左边的数字来得快，丢得也快：一百步之内所有图片都一样，准确率升到 100 %，并一直如此。右边十个数字都画得出来。',
  'Learning rates 0.1': '学习率 0.1',
  'A few long steps drive the units to where they answer all noise alike, and no gradient leads back.':
    '几个大步就把各单元推到对所有噪声都给出相同回应的地方，没有梯度能把它们带回来。',
  'Learning rates 0.004': '学习率 0.004',
  'Small steps let the two networks answer each other.': '小步让两个网络能够互相回应。',
  collapsed: '坍缩',
  'Digits: one, or all ten': '数字：只有一个，还是全部十个',
  'Tiny first weights and no normalization draw one digit or two; the usual ones draw ten.':
    '初始权重极小且没有归一化时只画出一两个数字；用通常的设置能画出十个。',
  'On the left every picture is the same, and so is the next one that they all turn into: one digit or two, however different the noise. On the right all ten stand side by side within a minute.':
    '左边每张图片都一样，接着又一起变成另一张：无论噪声多么不同，都只有一两个数字。右边一分钟之内十个数字并排出现。',
  'Tiny weights, no normalization': '极小的权重，没有归一化',
  'Almost all noise is drawn as one picture at first, and nothing asks for a second one.':
    '一开始几乎所有噪声都画成同一张图，也没有什么要求画第二张。',
  'Usual weights, batch normalization': '通常的权重，批归一化',
  'Within a batch every layer’s outputs are spread to one size, so different noise stays different.':
    '在一个批次内，每层的输出都被拉伸到同一尺度，因此不同的噪声仍然不同。',
  'One generator, or eight': '一个生成器，还是八个',
  'One generator finds one cluster; eight that must stay apart find all of them.':
    '一个生成器找到一个簇；八个必须彼此分开的生成器能找到全部。',
  'On the left one cluster of points runs around the ring. On the right the points part into eight small groups within seconds, and each settles on a cluster of its own.':
    '左边一团点沿着圆环跑。右边的点几秒之内分成八个小组，各自落在自己的簇上。',
  'One generator': '一个生成器',
  'Nothing rewards it for drawing more than one kind of point.': '没有什么奖励它画出一种以上的点。',
  'Eight generators and a classifier': '八个生成器和一个分类器',
  'A classifier must be able to tell which generator drew a point, so they keep apart.':
    '分类器必须能分辨一个点是哪个生成器画的，所以它们彼此分开。',
  'A discriminator too strong': '过强的判别器',
  'A discriminator that learns 25 times as fast as the generator leaves it no way to the other clusters.':
    '判别器的学习速度是生成器的 25 倍，使它没有通往其他簇的路。',
  'On the left the accuracy stays near 90 % and the points sit well inside a few clusters: good forgeries, few kinds. On the right the accuracy falls to one half and all eight clusters are held.':
    '左边准确率保持在 90 % 左右，点稳稳地落在少数几个簇内：伪造得好，种类却少。右边准确率降到一半，八个簇都被占据。',
  'The discriminator learns 25 times as fast': '判别器的学习速度是 25 倍',
  'Between two clusters every point is caught at once, so whoever sits in one cluster stays there.':
    '在两个簇之间的点会立刻被识破，所以待在某个簇里的点就留在那里。',
  'The generator learns 4 times as fast': '生成器的学习速度是 4 倍',
  'A discriminator that is sometimes fooled shows the way from each point to the nearest gap.':
    '有时会被骗的判别器，能从每个点指出通往最近空位的路。',
  'One step each, or five to one': '各走一步，还是五比一',
  'A discriminator that cannot keep up is fooled by whatever it has just forgotten.':
    '跟不上的判别器，会被它刚刚忘掉的东西骗过。',
  'On the left the cluster of points runs around the ring and the discriminator runs after it: accuracy near 50 %, yet nothing is learnt. On the right every cluster is held.':
    '左边一团点沿着圆环跑，判别器跟在后面追：准确率接近 50 %，却什么也没学到。右边每个簇都被占据。',
  '1 step of D for 1 of G': 'G 走 1 步，D 走 1 步',
  'The generator moves faster than the discriminator learns and chases its last mistake.':
    '生成器移动得比判别器学习得快，总在追逐它的上一个错误。',
  '5 steps of D for 1 of G': 'G 走 1 步，D 走 5 步',
  'The discriminator knows the whole ring before the generator moves again.':
    '在生成器再次移动之前，判别器已了解整个圆环。',
  'Steps too large, or right': '步子太大，还是刚好',
  'Learning rates of 0.1 throw both networks past every good place.':
    '0.1 的学习率把两个网络都甩过了所有好的位置。',
  'On the left the points are thrown into a corner within seconds and never move again: accuracy 100 %, and nothing is left to learn from. On the right they settle on all eight clusters.':
    '左边的点几秒之内就被甩到角落，再也不动：准确率 100 %，再没有可学的东西。右边它们落在全部八个簇上。',
  dead: '失效',
  'The first steps are so long that units saturate; a saturated network has no gradient and cannot come back.':
    '最初几步太大，使单元饱和；饱和的网络没有梯度，再也回不来。',
  'Learning rates 0.002 and 0.0005': '学习率 0.002 和 0.0005',
  'One point at a time, or two': '一次一个点，还是两个',
  'A discriminator that sees single points cannot notice that they are all alike.':
    '只看单个点的判别器，无法察觉它们都一样。',
  'On the left all points sit in one cluster, which the discriminator forgets a moment later, so they jump on together. On the right they spread around the ring.':
    '左边所有点都在一个簇里，判别器随即忘掉它，于是它们又一起跳走。右边它们散布在整个圆环上。',
  'Judged one by one': '逐个评判',
  'Each point alone may be real, so one good cluster is all that the generator needs.':
    '每个点单看都可能是真的，所以生成器只需要一个好的簇。',
  'Judged two at a time': '成对评判',
  'Two points in one cluster are seldom real, so sameness betrays the forger.':
    '两个点落在同一簇很少是真的，所以雷同会暴露伪造者。',
  'The classic collapse, and its modern cure': '经典的坍缩与现代的疗法',
  'No normalization, tiny first weights and the standard loss, against relativistic pairing with R1 + R2.':
    '没有归一化、初始权重极小、使用标准损失，对比带 R1 + R2 的相对配对。',
  'On the left a clump wanders from cluster to cluster and never parts. On the right the points fan out over the whole ring and thicken at all eight clusters; with so few steps some two in five lie within a cluster, and the rest are on bridges between them.':
    '左边一团点在簇与簇之间游荡，从不分开。右边的点铺满整个圆环，并在八个簇处变密；步数这么少时，约五分之二落在簇内，其余在簇之间的桥上。',
  'Tiny weights, standard loss': '极小的权重，标准损失',
  'Almost all noise is drawn as one point at first, and nothing in the loss asks for a second one.':
    '一开始几乎所有噪声都画成同一个点，损失中也没有什么要求画第二个。',
  'Usual weights, pairing with R1 + R2': '通常的权重，带 R1 + R2 的配对',
  'Every fake is compared with a real point beside it, and the penalties keep the discriminator smooth.':
    '每个假点都与旁边的真点比较，惩罚项使判别器保持平滑。',
  'Best digits on a plain processor': '普通处理器上最好的数字',
  'Small networks with batch normalization, high learning rates and an averaged generator: all ten digits, evenly drawn.':
    '带批归一化的小网络、高学习率和取平均的生成器：十个数字全部均匀画出。',
} as const;
