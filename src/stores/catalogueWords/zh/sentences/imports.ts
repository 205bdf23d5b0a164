// Chinese texts of what is not as the file of a model has it, by the English text; `{name}` is a gap.
export default {
  'It takes a picture, {shape}; here it draws from noise in its place.':
    '它接收图片 {shape}；这里改用噪声来画。',
  'Its {count} numbers are shown as an image of {sides}.': '它的 {count} 个数显示为 {sides} 的图像。',
  'It takes the number of a class, 0 to {last}, and no noise; noise that is drawn here picks the nearest class.':
    '它接收类别编号 0 到 {last}，不接收噪声；这里抽取的噪声会选取最近的类别。',
  'Its pixels went from {from} to {to}; a last step stretches them to -1 to 1, as images are kept here and leave again.':
    '它的像素范围是 {from} 到 {to}；最后一步把它们拉伸到 -1 到 1，图像在这里就是这样保存和导出的。',
  'It draws one flat grey, {value} of -1 to 1, whatever the noise.':
    '无论噪声如何，它都画出同一种灰色：-1 到 1 中的 {value}。',
  'It draws the same image whatever the noise.': '无论噪声如何，它都画出同一张图像。',
  'Its pixels go from {from} to {to}; here -1 is black and 1 is white, and what lies beyond is cut off.':
    '它的像素从 {from} 到 {to}；这里 -1 是黑，1 是白，超出的部分被截去。',
} as const;
