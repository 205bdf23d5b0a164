// 关于课堂链接所固定的设置的中文文本。
import type { SameWords } from '../../i18n/words';
import type english from './en';

export default {
  stays: '保持课堂链接的设定',
  staysWhy: '打开本页的课堂链接固定了这项设置。',
  staysThese: '打开本页的课堂链接固定了这些设置：{names}。',
  hint: '点击上方的“开放全部控件”即可修改一切。',
  stepsFixed: '此运行已完成全部步数',
  stepsFixedWhy: '课堂链接固定了步数，因此不再继续。',
  otherRun: '此运行的设置与课堂链接不同',
  otherRunWhy: '可以查看；点击“训练”会按链接的设置开始新的运行。',
  otherLab: '实验室的设置与课堂链接不同',
  otherLabWhy: '可以查看；链接固定设置期间，其中的运行不会训练。',
  otherPlace: '本课留在原处',
  otherPlaceWhy: '它的链接固定了学习的内容，属于“{place}”。',
} as const satisfies SameWords<typeof english>;
