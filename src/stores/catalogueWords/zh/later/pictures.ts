// Chinese texts of which pictures networks take, and of feature networks, by the English text; `{name}` is a gap.
export default {
  'The generator': '生成器',
  'Pictures of': '图片尺寸',
  '{name} takes no picture.': '{name} 不接收图片。',
  'Leave height and width as they are.': '请保持高和宽不变。',
  'Choose a network from image to image.': '请选择从图像到图像的网络。',
  '{name} does not take pictures of {height} x {width}.': '{name} 不接收 {height} x {width} 的图片。',
  'The nearest that it takes are {height} x {width}: {least} to {most}, in steps of {step}.':
    '它接收的最接近的尺寸是 {height} x {width}：从 {least} 到 {most}，步长为 {step}。',
  'Its layers take {height} x {width} alone.': '它的层只接收 {height} x {width}。',
  '{count} pictures of {height} x {width} x {channels} with {bytes} bytes were given.':
    '给出了 {count} 张 {height} x {width} x {channels} 的图片，共 {bytes} 字节。',
  'Give at least one of {height} x {width} x {channels}, and at most {most} bytes.':
    '请至少给出一张 {height} x {width} x {channels} 的图片，总共最多 {most} 字节。',
  'The open run has no network {network} that takes pictures.': '打开的运行没有接收图片的网络 {network}。',
  'The open run has no network that takes pictures.': '打开的运行没有接收图片的网络。',
  '{name} has no network that names pictures.': '{name} 没有为图片命名的网络。',
  'Pictures have 1 or 3 channels, not {channels}.': '图片有 1 或 3 个通道，而不是 {channels} 个。',
  'Ask for grey or colour.': '只能是灰度或彩色。',
  'The first {taken} were taken, {left} were not.': '使用了前 {taken} 张，其余 {left} 张没有使用。',
  'models/{name} is not there ({reason}).': '找不到 models/{name}（{reason}）。',
  'status {code}': '状态 {code}',
  'no server': '没有服务器',
  'The site is incomplete; put the folder models/ beside the page.':
    '网站不完整；请把文件夹 models/ 放在页面旁边。',
  'Choose some of {layers}.': '请从以下选择：{layers}。',
  'The weights of {name} are not on this device yet.': '{name} 的权重还不在此设备上。',
  'Give their file (Keras .h5 or .keras, or TensorFlow.js), or choose another feature network.':
    '请给出它们的文件（Keras .h5 或 .keras，或 TensorFlow.js），或选择另一个特征网络。',
  'The weights of {name} have {bytes} bytes; {needed} are needed.':
    '{name} 的权重有 {bytes} 字节；需要 {needed} 字节。',
  'The description of {name} is no JSON.': '{name} 的描述不是 JSON。',
  'The description of {name} describes no feature network.': '{name} 的描述没有描述特征网络。',
  'The description of {name} is of another version.': '{name} 的描述属于另一个版本。',
  'The description of {name} is of {other}.': '{name} 的描述属于 {other}。',
  'The description of {name} does not say how numbers are stored.': '{name} 的描述没有说明数是如何存储的。',
  'Reload the page; if it happens again, the files of the site are incomplete.':
    '请重新加载页面；如果再次发生，说明网站的文件不完整。',
} as const;
