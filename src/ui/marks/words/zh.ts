// Simplified Chinese texts of notes and stars.
import type { SameWords } from '../../../i18n/words';
import type english from './en';

export default {
  star: '给 {name} 加星标',
  unstar: '取消 {name} 的星标',
  note: '笔记',
  change: '修改笔记',
  title: '{name} 的笔记',
  hint: '用自己的话写，最多 {most} 个字符。它与运行一起保存，也在“导出”写出的文件中。',
  keep: '保存',
  cancel: '取消',
} satisfies SameWords<typeof english>;
