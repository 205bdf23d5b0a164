// Chinese texts of what measures and evaluators say of themselves, by the English text; `{name}` is a gap.
export default {
  'After the evaluation by segmentation of Zhu et al. 2017, https://arxiv.org/abs/1703.10593':
    '依照 Zhu et al. 2017 的分割评估法，https://arxiv.org/abs/1703.10593',
  'After Goodfellow et al. 2014, https://arxiv.org/abs/1406.2661':
    '依照 Goodfellow et al. 2014，https://arxiv.org/abs/1406.2661',
  'After Metz et al. 2016, https://arxiv.org/abs/1611.02163':
    '依照 Metz et al. 2016，https://arxiv.org/abs/1611.02163',
  'After Meehan et al. 2020, https://arxiv.org/abs/2004.05675':
    '依照 Meehan et al. 2020，https://arxiv.org/abs/2004.05675',
  'Ratio of total variances (trace of the covariance)': '总方差之比（协方差的迹）',
  'feature network that sees colours, textures and strokes': '能看出颜色、纹理和笔触的特征网络',
  'classifier trained on MNIST': '用 MNIST 训练的分类器',
  'classifier trained on Fashion-MNIST': '用 Fashion-MNIST 训练的分类器',
  'right on {share} of its test images': '在其测试图像上正确率 {share}',
  'right on {share} of these synthetic digits': '在这些合成数字上正确率 {share}',
  'fixed random features ({evaluator} could not be loaded: {reason})':
    '固定的随机特征（{evaluator}无法加载：{reason}）',
  '{file}.json is no JSON.': '{file}.json 不是 JSON。',
  '{file}.json describes no evaluator.': '{file}.json 没有描述评判网络。',
  '{file}.json has the version {version}, expected 1.': '{file}.json 的版本是 {version}，应为 1。',
  '{file}.json does not say how accurate it is.': '{file}.json 没有说明准确率。',
  '{file}.json has a damaged list of tensors.': '{file}.json 的张量列表已损坏。',
  'Reload the page; if it happens again, the files of the site are incomplete.':
    '请重新加载页面；如果再次发生，则网站的文件不完整。',
  'distances in the plane; a point is good within {count} standard deviations of a mode':
    '平面上的距离；距某个模式 {count} 个标准差以内的点算好点',
  'distances in the plane': '平面上的距离',
  'cluster {number}': '簇 {number}',
  "The evaluator's weights end at byte {end}, before {name} does.":
    '评判网络的权重在第 {end} 字节结束，早于 {name} 的结尾。',
  "The evaluator's {name} is {found}; expected {wanted}.": '评判网络的 {name} 是 {found}；应为 {wanted}。',
  'The files of the site are of different versions; reload the page.':
    '网站的文件版本不一致；请重新加载页面。',
} as const;
