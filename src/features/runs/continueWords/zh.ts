// Chinese texts of going on elsewhere.
import type { SameWords } from '../../../i18n/words';
import type english from './en';

const texts: SameWords<typeof english> = {
  offer: '在别处继续',
  offerHint: '用 PyTorch 在更大的机器或多台机器上继续训练，再带回来',
  title: '在别处继续',
  what: '把这次训练导出为 PyTorch 文件夹：相同的网络、损失和随机数，一个可读的文件。它写出的结果可以在这里重新打开。',
  images: '带上训练图像',
  imagesHint: '不带的话，请给 train.py IDX 文件或图片文件夹。',
  make: '生成文件夹',
  making: '正在生成文件夹',
  saved: '已保存 {file}（{size}），内容：',
  start: '解压后进入文件夹并启动：',
  copy: '复制',
  copied: '已复制',
  back: '完成后把 out/run.zip 带回来：训练记录，导入。',
  close: '关闭',
  failed: '无法生成文件夹',
  ways: {
    one: '一个进程',
    processes: '一台机器上的多个进程或显卡',
    machines: '多台机器；HOST 是其中一台',
    slurm: 'SLURM',
    notebook: '租用显卡上的笔记本',
  },
};
export default texts;
