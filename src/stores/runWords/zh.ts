// 运行的中文名称。
import type { SameWords } from '../../i18n/words';
import type english from './en';

export default {
  on: '{what} · {data}',
  begun: '{name}，以 {origin} 为起点',
  student: '{name}（学生网络 {width}）',
  rounded: '{name}（QAT {bits} 位）',
  weights: '{name}（权重 -{share} %）',
  channels: '{name}（通道 -{share} %）',
  imported: '{name}（已导入）',
  copy: '{name}（副本）',
  copies: '{name}（副本 {number}）',
} as const satisfies SameWords<typeof english>;
