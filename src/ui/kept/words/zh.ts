// Chinese texts about the page that is kept on the device.
import type { SameWords } from '../../../i18n/words';
import type english from './en';

export default {
  title: '没有网络时',
  kept: '此页面无需网络即可打开。用过一次的内容都会保留，包括训练记录和数据集。浏览器也可以把它安装为应用。',
  starting: '正在把页面保存到此设备……',
  off: '页面没有保存在此设备上：每次都需要网络。已保存的训练记录不受影响。',
  impossible: '此浏览器不能在这里保存页面：普通 HTTP、隐私窗口或框架中不允许。有网络时一切正常。',
  whole: '全部内容都在这里：{size}。',
  part: '已有 {size}，共 {all}：每次访问所需的内容以及你用过的内容。',
  fetching: '正在获取整个页面',
  fetchAll: '为外出获取全部内容（{size}）',
  remove: '不保留页面的任何内容',
  keep: '把页面保存到此设备',
  problem: '未能获取全部内容：{reason}',
} satisfies SameWords<typeof english>;
