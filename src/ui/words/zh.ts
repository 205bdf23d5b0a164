// Simplified Chinese texts of shared components.
import type { SameWords } from '../../i18n/words';
import type english from './en';

export default {
  cancel: '取消',
  close: '关闭',
  on: '开',
  off: '关',
  samples: { label: '逐个查看样本', one: '样本 {index}' },
  noValue: '无数值',
  report: {
    copy: '复制报告',
    copied: '已复制',
    hint: '复制错误及其发生环境；不会发送任何内容',
  },
  chart: {
    log: '对数坐标轴',
    logShort: 'log',
    time: '按时间',
    timeHint: '按训练时间而非步数',
    table: '以表格显示',
    tableOf: '{title}（表格）',
    byStep: '{title}（按步数）。{help}',
    byTime: '{title}（按时间）。{help}',
    at: '第 {step} 步',
    step: '步',
    clock: '时间',
    of: '{part}/{all}',
    save: '保存此图表',
    saveAs: { png: '图片（PNG）', svg: '矢量图（SVG）', csv: '数据（CSV）' },
    saveHelp: {
      png: '用于幻灯片和消息，白色背景。',
      svg: '用于报告：任意大小都清晰，且可编辑。',
      csv: '每条曲线的每个数值，用于电子表格。',
    },
    seconds: '秒',
  },
  files: {
    looking: '正在查看文件夹：{count} 个文件',
    closed: '无法打开文件：{why}',
    folder: '选择文件夹',
    drop: '或拖放到此处：{kinds}',
    dropFolder: '或把文件、文件夹拖放到此处：{kinds}',
  },
  param: {
    range: '{least} 至 {most}',
    default: '默认 {value}',
    firstDrawing: '最初的图画',
    backTo: '恢复为 {value}',
    back: '{name}：恢复默认值',
    changed: '已更改',
    slider: '{name}，滑块',
    whole: '{least} 至 {most} 之间的整数。',
  },
  drawing: {
    label: '{name}，{side} x {side} 格。方向键移动，空格键绘画。',
    fine: '细',
    broad: '粗',
    rub: '擦除',
    clear: '清空',
  },
  camera: {
    label: '摄像头画面',
    choice: '摄像头',
    mirrored: '镜像',
    stop: '关闭摄像头',
    start: '打开摄像头',
    again: '重新打开摄像头',
    opening: '正在等待摄像头；浏览器可能会询问你。',
    stays: '摄像头画面只留在此设备上。',
    keptNowhere: '摄像头画面只留在此设备上，且不会被保存。',
  },
  naming: {
    confusion: '什么被误认成什么',
    rows: '行：实际是什么。列：被认作什么。',
    right: '{name}，认作 {read}：正确，把握 {sure}',
    wrong: '{name}，认作 {read}：错误，把握 {sure}',
    taken: '被认作什么',
  },
  glossary: {
    loss: {
      word: '损失',
      forms: '损失',
      meaning:
        '网络在训练中力求变小的数值。在 GAN 中每个网络各有一个，一个下降会以另一个上升为代价，因此都不能说明图像有多好。',
    },
    frechet: {
      word: 'Fréchet 距离',
      forms: 'Fréchet 距离',
      meaning:
        '根据评判网络所见特征的均值与离散程度，衡量样本整体与真实图像的差距。0 表示没有差别；越低越好。',
    },
    floor: {
      word: '下限',
      forms: '下限',
      meaning: '留出的真实图像在同一指标上的得分：完美生成器所能达到的值。',
    },
    kl: {
      word: 'KL',
      forms: 'KL 散度',
      meaning:
        'Kullback-Leibler 散度：各类别绘制得有多不均匀。各类同样常见时为 0；只出现一类时为类别数的自然对数。',
    },
    nats: {
      word: '奈特',
      forms: '奈特',
      meaning: '以自然对数计的信息单位；1 奈特等于 1.44 比特。',
    },
    modes: {
      word: '模式',
      forms: '模式',
      meaning: '数据所包含的种类，例如十个数字或八个簇。只会画其中少数几种的生成器就是坍缩了。',
    },
    accuracy: {
      word: '判别器的准确率',
      forms: '准确率',
      meaning: '判别器区分真假的正确率。100 % 表示赝品很容易识别，50 % 表示它只能靠猜。',
    },
    latent: {
      word: '隐向量',
      forms: '隐向量',
      meaning: '绘制一个样本所用的随机数，也称为噪声。',
    },
  },
} satisfies SameWords<typeof english>;
