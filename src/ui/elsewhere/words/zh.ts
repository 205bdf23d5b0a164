// Simplified Chinese texts of taking runs elsewhere.
import type { SameWords } from '../../../i18n/words';
import type english from './en';

export default {
  images: '带上训练图像',
  imagesHint: '不带的话，请给 train.py IDX 文件或图片文件夹。',
  make: '生成文件夹',
  making: '正在生成文件夹',
  saved: '已保存 {file}（{size}），内容：',
  start: '解压后进入文件夹并启动：',
  copy: '复制',
  copied: '已复制',
  close: '关闭',
  failed: '无法生成文件夹',
  ways: {
    one: '一个进程',
    processes: '一台机器上的多个进程或显卡',
    machines: '多台机器；HOST 是其中一台',
    slurm: 'SLURM',
    notebook: '租用显卡上的笔记本',
  },
} satisfies SameWords<typeof english>;
