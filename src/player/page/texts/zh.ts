// Simplified Chinese texts of the page that Export writes.
import type { Texts } from './en';

const texts: Texts = {
  picture: '图像',
  newPicture: '换一张',
  walk: '漫步',
  stop: '停止',
  save: '保存为 PNG',
  whatItDraws: '画什么',
  whichDraws: '由哪个生成器来画',
  generator: '生成器 {number}',
  gallery: '更多图像',
  galleryHelp: '选一张，图像就会变成它。',
  others: '换一批',
  thumbnail: '图像 {number}',
  sliders: '调一调这些数',
  slidersHelp: '每张图像都由 {count} 个随机数生成。移动其中一个，看看有什么变化；影响最大的排在前面。',
  number: '第 {number} 个数',
  all: '全部 {count} 个数',
  fewer: '少显示一些',
  about:
    '这些图像由一个神经网络在本设备上绘制。它从样本中学习，所画的一切都是自己想出来的。不会发送任何内容。',
  figures: '{width} × {height} 像素，用时 {time} 毫秒，{runtime}',
  givenPicture: '你的图片',
  madePicture: '网络由此生成的图像',
  namedPicture: '网络看到了什么',
  choosePicture: '选择图片',
  pictureHelp: '也可以把图片拖到页面上，或直接粘贴。图片不会离开本设备。',
  unreadPicture: '此浏览器无法读取图片 {name}。请使用 PNG、JPEG 或 WebP 文件。',
  aboutPictures: '神经网络在本设备上处理你的图片。它从样本中学习。不会发送任何内容。',
  nameShare: '{name}：{share}',
  made: '由 Ganvas 制作',
  broken: '此页面无法绘图',
};
export default texts;
