// Chinese texts of what a person’s pictures are, and of two kinds or pairs, by the English text; `{name}` is a gap.
export default {
  'There is no picture among the files: {files}.': '文件中没有图片：{files}。',
  'Give two pictures as PNG, JPEG, WebP, GIF, BMP or AVIF: one for the content, one for the style.':
    '请提供两张 PNG、JPEG、WebP、GIF、BMP 或 AVIF 图片：一张作内容，一张作风格。',
  '{name} is the content.': '{name} 是内容。',
  '{name} is the style.': '{name} 是风格。',
  'The content picture is still to be given.': '还需要提供内容图片。',
  'The style picture is still to be given.': '还需要提供风格图片。',
  'There is no content picture of yours on this device yet.': '本设备上还没有你的内容图片。',
  'There is no style picture of yours on this device yet.': '本设备上还没有你的风格图片。',
  'There is no content and no style picture of yours on this device yet.':
    '本设备上还没有你的内容图片和风格图片。',
  'Give two pictures, or one in a folder named content or style.':
    '请提供两张图片，或把一张放在名为 content 或 style 的文件夹里。',
  'there is another content picture': '已有另一张内容图片',
  'there is another style picture': '已有另一张风格图片',
  'It cannot be told whether {path} is to be the content or the style.': '无法判断 {path} 应作内容还是风格。',
  'one content and one style picture are used': '只使用一张内容图片和一张风格图片',
  '1 image is ready at {width} x {height} pixels.': '1 张图像已就绪，{width} x {height} 像素。',
  '{count} lie in folders of held-back images, with which a classifier is tested.':
    '{count} 张位于留出图像的文件夹，用来测试分类器。',
  'It has no colour: as a grey image it takes a third of the memory.':
    '它没有颜色：作为灰度图像只占三分之一的内存。',
  'None of them has a colour: as grey images they take a third of the memory.':
    '它们都没有颜色：作为灰度图像只占三分之一的内存。',
  'One of them is grey and stays so among the coloured ones: {files}.':
    '其中 1 张是灰度图像，在彩色图像中保持灰色：{files}。',
  '{count} of them are grey and stay so among the coloured ones: {files}.':
    '其中 {count} 张是灰度图像，在彩色图像中保持灰色：{files}。',
  'One is an animation, of which the first picture is used: {files}.':
    '其中 1 张是动画，取其第一幅图：{files}。',
  '{count} are animations, of which the first pictures are used: {files}.':
    '其中 {count} 张是动画，取各自的第一幅图：{files}。',
  'This browser cannot decode pictures in the background (no OffscreenCanvas with a 2D context).':
    '此浏览器无法在后台解码图片（没有带 2D 上下文的 OffscreenCanvas）。',
  'Use a recent Chrome, Edge, Firefox or Safari.': '请使用较新的 Chrome、Edge、Firefox 或 Safari。',
  '{count} images of {side} x {height} pixels take {size} MB of memory.':
    '{count} 张 {side} x {height} 像素的图像占用 {size} MB 内存。',
  'Choose a smaller side or grey, or use a browser that gives pages room for files (Chrome, Edge, Firefox, Safari).':
    '请选择更小的边长或灰度，或使用为网页提供文件空间的浏览器（Chrome、Edge、Firefox、Safari）。',
  'The decoded images are gone from this device.': '解码后的图像已不在本设备上。',
  'Give them again.': '请重新提供。',
  'Pack the pictures into a zip again, or choose the folder itself.':
    '请重新把图片打包为 zip，或直接选择文件夹。',
  'one of {count} files, of which only some were handed over': '{count} 个文件之一，只交来了其中一部分',
  'does not start like a PNG, JPEG, WebP, GIF, BMP or AVIF image':
    '开头不像 PNG、JPEG、WebP、GIF、BMP 或 AVIF 图像',
  'Save it as PNG, JPEG or WebP.': '请另存为 PNG、JPEG 或 WebP。',
  'Make the picture smaller.': '请缩小图片。',
  'Your {count} images are damaged on this device: expected {expected} bytes, came {found}.':
    '你的 {count} 张图像在本设备上已损坏：应有 {expected} 字节，实有 {found}。',
  'Your {count} images are damaged on this device: expected {expected} bytes, came none.':
    '你的 {count} 张图像在本设备上已损坏：应有 {expected} 字节，一个也没有。',
  '{count} of your images are damaged on this device: {files}.':
    '你的 {count} 张图像在本设备上已损坏：{files}。',
  'The resized images are not kept: {reason}': '调整大小后的图像不会保留：{reason}',
  'Image {index} was asked for; the domain has {count} images.':
    '请求了第 {index} 张图像；该域有 {count} 张。',
  'These images are of one kind, and two are needed.': '这些图像只有一类，需要两类。',
  'Choose a data set of two domains or one with classes; of a folder of images, its folders are the classes.':
    '请选择有两个域或有类别的数据集；在图像文件夹中，各子文件夹就是类别。',
  'Both domains are the class {class} ({name}).': '两个域都是类别 {class}（{name}）。',
  'Choose two of {classes}.': '请从 {classes} 中选两个。',
  'There is no class {class}.': '没有类别 {class}。',
  'The classes are {classes}.': '类别有 {classes}。',
  'None of the {count} images is of class {class} ({name}).':
    '{count} 张图像中没有类别 {class}（{name}）的。',
  'Choose two of {classes}, or use more of the images.': '请从 {classes} 中选两个，或使用更多图像。',
  'There are no pictures of {name}.': '没有 {name} 的图片。',
  'There are no test pictures of {name}.': '没有 {name} 的测试图片。',
  'Give more pictures.': '请提供更多图片。',
  'Give two folders or two zips, one of each kind, or one with the folders trainA, trainB, testA and testB.':
    '请提供两个文件夹或两个 zip，每类一个；或提供一个含有 trainA、trainB、testA 和 testB 文件夹的。',
  'Give two folders or two zips, one of each kind, or one with the folders trainA, trainB, testA and testB. Of more kinds give the folder as “My images” and choose two of its classes.':
    '请提供两个文件夹或两个 zip，每类一个；或提供一个含有 trainA、trainB、testA 和 testB 文件夹的。类别更多时，请把文件夹作为“我的图像”提供，并选择其中两个类别。',
  'lies in none of trainA, trainB, testA and testB': '不在 trainA、trainB、testA 和 testB 中',
  'Domain {name} has no picture to learn from; the other one has {count}.':
    '域 {name} 没有可供学习的图片；另一个域有 {count} 张。',
  'All {count} pictures are of one kind; two are needed.': '全部 {count} 张图片都是一类；需要两类。',
  'The pictures lie in {count} folders ({names}); two kinds are needed.':
    '图片位于 {count} 个文件夹（{names}）；需要两类。',
  'The pictures lie in {count} folders ({names} and more); two kinds are needed.':
    '图片位于 {count} 个文件夹（{names} 等）；需要两类。',
  'No picture of {first} ({firstCount}) has the name of one of {second} ({secondCount}).':
    '{first}（{firstCount} 张）中没有一张图片与 {second}（{secondCount} 张）中的同名。',
  'Name the two pictures of a pair alike, or give pictures whose left and right halves are the pair.':
    '请让一对中的两张图片同名，或提供左右两半即为一对的图片。',
  'there is no other picture of this name in {name}': '{name} 中没有同名的图片',
  'Give folders or zips of PNG, JPEG, WebP, GIF, BMP or AVIF images.':
    '请提供包含 PNG、JPEG、WebP、GIF、BMP 或 AVIF 图像的文件夹或 zip。',
  'Inverted outlines': '反色轮廓',
  'Thin digits': '细数字',
  'Thick on waves': '波纹上的粗数字',
  'Turned digits': '旋转的数字',
  'The drawing cannot be read.': '无法读取绘图。',
} as const;
