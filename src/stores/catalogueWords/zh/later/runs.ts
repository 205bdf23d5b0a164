// Chinese texts of why a run cannot do what was asked, and of runs that come of others, by the English text; `{name}` is a gap.
export default {
  'The run learns from {dataset}; it cannot go on with {other} or other parameters of it.':
    '此运行从 {dataset} 学习；不能改用 {other} 或它的其他参数继续。',
  'Start a new run for other data.': '要用其他数据，请开始新的运行。',
  '{name} was made smaller, so its networks cannot be built anew with other settings.':
    '{name} 已被缩小，因此不能用其他设置重新构建它的网络。',
  'Change the run that it was made from.': '请更改它所来自的运行。',
  '{device} was lost before the run could be saved.': '{device} 在运行得以保存之前丢失。',
  'The save before is kept; the run goes on from there.': '之前的保存仍在；运行从那里继续。',
  '{name} learns the task {task}, which has no generator that draws from noise.':
    '{name} 学习的任务是 {task}，其中没有由噪声绘制的生成器。',
  '{name} learns the task {task}, which has no generator to be made smaller.':
    '{name} 学习的任务是 {task}，其中没有可以缩小的生成器。',
  'Open a run of a generator for this.': '请为此打开一个生成器的运行。',
  'Open a run of a classifier.': '请打开一个分类器的运行。',
  'Open a run that translates.': '请打开一个做图像转换的运行。',
  'Open a run that was trained here.': '请打开在这里训练的运行。',
  'The images have {bytes} bytes; a folder takes {most} along.':
    '图像有 {bytes} 字节；一个文件夹最多带上 {most} 字节。',
  'Leave the images out, and give train.py their folder with --data.':
    '请不要带上图像，改用 --data 把它们的文件夹告诉 train.py。',
  'The sweep has {count} runs.': '参数扫描有 {count} 个运行。',
  'Give 1 to {most}.': '请给出 1 到 {most} 个。',
  'Run {number} of {count}': '第 {number} 个运行，共 {count} 个',
  'The weights of {number} of {count} runs have {bytes} bytes.':
    '{count} 个运行中 {number} 个的权重已有 {bytes} 字节。',
  'Make several sweeps of it, of at most {most} bytes each.':
    '请把它分成几次参数扫描，每次最多 {most} 字节。',
  '{name} still grows: its images have {side} pixels a side so far.':
    '{name} 还在增长：它的图像目前边长为 {side} 像素。',
  'Train it until it draws the largest ones.': '请把它训练到能绘制最大的图像为止。',
  'The task {task} makes no run out of one that learned {other}.':
    '任务 {task} 不能由学习 {other} 的运行产生新的运行。',
  'The task {task} makes no run out of another.': '任务 {task} 不能由另一个运行产生新的运行。',
  'Step {step} of {steps}, distance {distance}': '第 {step} 步，共 {steps} 步，距离 {distance}',
  '{name} stopped at step {step} of {steps}': '{name} 停在第 {step} 步，共 {steps} 步',
  '{name} stopped at step {step} of {steps}: {cause}': '{name} 停在第 {step} 步，共 {steps} 步：{cause}',
  'Nothing of it was kept.': '没有保存任何内容。',
  'It is kept at step {step} and can go on from there.': '它保存在第 {step} 步，可以从那里继续。',
  'No classifier is open.': '没有打开的分类器。',
  'Choose a data set on the Judge page.': '请在“评判”页面选择一个数据集。',
  'Classifier of {data}': '{data} 的分类器',
  '{name} came from a file and has no discriminator.': '{name} 来自文件，没有判别器。',
  '{name} is a generator without a discriminator or without images, so there is nothing to train with.':
    '{name} 是没有判别器或没有图像的生成器，因此没有可以用来训练的东西。',
  'Draw with it, export it, or make a student of it; to train, start a new run.':
    '可以用它绘制、导出它，或由它训练一个学生；要训练，请开始新的运行。',
  '{data} takes no files.': '{data} 不接收文件。',
  'Choose a data set that does.': '请选择接收文件的数据集。',
} as const;
