// Simplified Chinese sentences on the notes on the health of a run, by the English text.
export default {
  'The losses are no numbers any more': '损失已不再是数值',
  'The weights grow without bound': '权重无限增长',
  '{what} Learning rates that are too high do that; the run stands at its last save.':
    '{what} 学习率过高会导致这种情况；运行停在上次保存处。',
  'The weights of a network have the size {size}; soon the losses will be no numbers any more.':
    '某个网络的权重大小已达 {size}；损失很快就不再是数值。',
  'At step {step} the run reports {values}.': '在第 {step} 步，运行报告 {values}。',
  'Lower the learning rates and go on from the last save, or reset the run.':
    '请降低学习率并从上次保存处继续，或重置运行。',
  'Divide both learning rates by ten': '把两个学习率都除以十',
  'The generator does not learn': '生成器没有学习',
  'After {step} steps its Fréchet distance is {distance}, less than halved since the start; real images score {floor}.':
    '{step} 步之后，它的 Fréchet 距离为 {distance}，自开始以来还没减半；真实图像为 {floor}。',
  'Set both learning rates to {rate}': '把两个学习率都设为 {rate}',
  "Set the {network}'s learning rate to {rate}": '把 {network} 的学习率设为 {rate}',
  'Start a new run with the {loss} loss': '用 {loss} 损失开始新的运行',
  'Start a new run that judges images in pairs': '开始一个成对评判图像的新运行',
  'Update the discriminator once per step': '每步只更新一次判别器',
  'Halve both learning rates': '把两个学习率都减半',
  'The samples are all alike': '样本全都一样',
  'They vary only {share} as much as real images do, as seen by {evaluator}.':
    '它们的差异只有真实图像的 {share}（评判者：{evaluator}）。',
  'Mode collapse': '模式坍缩',
  'The generator neglects some classes': '生成器忽略了一些类别',
  'The generator draws only {classes}: {covered} of {wanted} modes, KL {kl}.':
    '生成器只画 {classes}：{wanted} 个模式中的 {covered} 个，KL {kl}。',
  'The generator draws mostly {classes}: {covered} of {wanted} modes, KL {kl}.':
    '生成器主要画 {classes}：{wanted} 个模式中的 {covered} 个，KL {kl}。',
  'The discriminator has won': '判别器赢了',
  'Its accuracy has been {share} % for {steps} steps.': '它的准确率连续 {steps} 步为 {share} %。',
  "Its accuracy has been {share} % for {steps} steps and the size of the generator's gradient is {size}.":
    '它的准确率连续 {steps} 步为 {share} %，生成器梯度的大小为 {size}。',
  'The losses oscillate': '损失在振荡',
  "The generator's loss went up and down {times} times in {steps} steps, between {low} and {high}.":
    '生成器的损失在 {steps} 步内上下波动了 {times} 次，介于 {low} 与 {high} 之间。',
  'least squares': '最小二乘',
  'relativistic R1 + R2': '相对论式 R1 + R2',
} as const;
