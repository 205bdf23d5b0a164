// Simplified Chinese sentences on files, images and what is saved, by the English text.
export default {
  'belongs to the system, no picture of yours': '属于系统，不是你的图片',
  'TIFF, which browsers do not decode: save it as PNG': 'TIFF，浏览器无法解码：请另存为 PNG',
  'HEIC, which browsers do not decode: save it as JPEG': 'HEIC，浏览器无法解码：请另存为 JPEG',
  'SVG, a drawing without pixels: save it as PNG': 'SVG，没有像素的图形：请另存为 PNG',
  'a raw photograph: save it as JPEG': '原始照片：请另存为 JPEG',
  'a document of a paint program: save it as PNG': '绘图软件的文档：请另存为 PNG',
  'a zip inside a zip: unpack it first': 'zip 中的 zip：请先解压',
  'another archive: pack the pictures as zip': '其他压缩格式：请把图片打包为 zip',
  '{ending} is no kind of picture that is read': '{ending} 不是可读取的图片类型',
  'its name has no ending, such as .png': '文件名没有扩展名（如 .png）',
  'cannot be decoded ({reason})': '无法解码（{reason}）',
  'is {width} x {height} pixels; from 1 to {most} pixels are read':
    '为 {width} x {height} 像素；只读取 1 到 {most} 像素',
  'does not fit in memory at this size': '这个尺寸放不进内存',
  'one of {count}; {most} are the most, spread over all of them':
    '共 {count} 个之一；最多取 {most} 个，在全部中均匀选取',
  'Looking for images': '正在查找图像',
  'Looking into {file}': '正在查看 {file}',
  'Reading the images': '正在读取图像',
  'Reading images: {done} of {count}': '正在读取图像：{count} 张中的 {done} 张',
  'Keeping the images on this device': '正在把图像保存到本设备',
  'Loading the images': '正在加载图像',
  'The file is no picture: {files}.': '该文件不是图片：{files}。',
  'The image could not be read: {files}.': '无法读取该图片：{files}。',
  'None of the {count} files is a picture: {files}.': '{count} 个文件都不是图片：{files}。',
  'None of the {count} images could be read: {files}.': '{count} 张图像都无法读取：{files}。',
  'Give a folder or a zip of PNG, JPEG, WebP, GIF, BMP or AVIF images.':
    '请提供包含 PNG、JPEG、WebP、GIF、BMP 或 AVIF 图像的文件夹或 zip。',
  '{taken} of them take part unless Images used says more.':
    '其中 {taken} 张参与训练，除非“使用的图像”设得更多。',
  '{count} could not be read: {files}.': '{count} 个无法读取：{files}。',
  'One other file was left out: {files}.': '另有 1 个文件未采用：{files}。',
  '{count} other files were left out: {files}.': '另有 {count} 个文件未采用：{files}。',
  'One file was left out: {files}.': '有 1 个文件未采用：{files}。',
  '{count} files were left out: {files}.': '{count} 个文件未采用：{files}。',
  'They are kept until the page is closed only: {reason}.': '它们只保留到页面关闭：{reason}。',
  'There are no images of yours on this device yet.': '本设备上还没有你的图像。',
  'Choose a folder or a zip of images, or drop them on the page; or choose the synthetic digits.':
    '请选择图像的文件夹或 zip，或把它们拖到页面上；也可以选择合成数字。',
  'There are no pictures of yours for this on this device yet.': '本设备上还没有你用于此项的图片。',
  'Choose two folders, two zips or one zip, or drop them on the page; or choose a ready pair.':
    '请选择两个文件夹、两个 zip 或一个 zip，或把它们拖到页面上；也可以选择现成的一对。',
  'Choose or drop two pictures, one for the content and one for the style; or choose the ready pair.':
    '请选择或拖入两张图片，一张作内容，一张作风格；也可以选择现成的一对。',
  'None of the files is a picture that can be read: {files}.': '没有一个文件是可读取的图片：{files}。',
  'Give PNG, JPEG, WebP, GIF, BMP or AVIF pictures.': '请提供 PNG、JPEG、WebP、GIF、BMP 或 AVIF 图片。',
  '{data} could not be loaded: no source gave {file}.': '无法加载 {data}：没有来源提供 {file}。',
  'Choose the synthetic digits, which need no download, or give the files {images} and {labels} by the picker or drag and drop.':
    '请选择无需下载的合成数字，或通过选择或拖放提供文件 {images} 和 {labels}。',
  'Check the connection, or give the files yourself.': '请检查网络连接，或自行提供文件。',
  'This device has no room after {size} MB of pictures.': '存入 {size} MB 图片后，本设备已没有空间。',
  'Take fewer images or a smaller side, or free some space.': '请减少图像或边长，或腾出一些空间。',
  'There is no room to save the run: {needed} are needed, {left}. What was saved before is kept.':
    '没有空间保存运行：需要 {needed}，{left}。之前保存的内容会保留。',
  'about {left} of {all} are left': '剩余约 {left}（共 {all}）',
  'the browser does not say how much is left': '浏览器没有说明还剩多少',
  'Delete saved runs that you no longer need, for example {runs}, or export them first.':
    '请删除不再需要的已保存运行，例如 {runs}，或先导出它们。',
  'Free space on the device, or export the run as a file.': '请在设备上腾出空间，或把运行导出为文件。',
  'The saved run is damaged: {problem}.': '已保存的运行已损坏：{problem}。',
  'Use another copy of the file, or the run that it was exported from; nothing was changed.':
    '请使用该文件的其他副本，或导出它的运行；没有更改任何内容。',
  'Use a run file that this page exported; nothing was changed.':
    '请使用本页面导出的运行文件；没有更改任何内容。',
  'Choose a run file that this page exported.': '请选择本页面导出的运行文件。',
  'The run file has format version {received}; this page reads up to version {known}.':
    '运行文件的格式版本为 {received}；本页面最高可读版本 {known}。',
  'Reload the page to get its newest version, then open the run again.':
    '请重新加载页面以获取最新版本，然后再次打开运行。',
  'No run with the id {id} is saved on this device.': '本设备上没有保存标识为 {id} 的运行。',
  'Choose a run of the gallery.': '请选择一个已保存的运行。',
  'The run {id} was deleted on this device.': '运行 {id} 已在本设备上删除。',
  'It can still be put back: Runs, Recently deleted.': '仍可恢复：记录，最近删除。',
  'The run {id} is open in another tab.': '运行 {id} 已在另一个标签页中打开。',
  'Close it there, or duplicate the run and go on with the copy.': '请在那里关闭它，或复制运行并用副本继续。',
  'This browser keeps no files for this page, so runs end with the page: export those that you want to keep.':
    '此浏览器不为本页面保存文件，运行会随页面关闭而消失：请导出你想保留的。',
  'This browser keeps no files for this page{why}, so runs end with the page: export those that you want to keep.':
    '此浏览器不为本页面保存文件{why}，运行会随页面关闭而消失：请导出你想保留的。',
  'What this browser kept of {name} was removed while it trained, and other saved runs may be gone with it.':
    '此浏览器为 {name} 保存的内容在训练期间被移除，其他已保存的运行可能也一并丢失。',
  'The run goes on and is saved anew; export it to keep it elsewhere too.':
    '运行继续并重新保存；请导出以便在别处也保留一份。',
  'No weight of {name} has a place in the networks of these settings.':
    '{name} 的权重在这些设置的网络中都没有位置。',
  'Choose the model and the sizes that it was trained with, or begin without its weights.':
    '请选择它训练时的模型和尺寸，或不使用它的权重开始。',
  '{count} images are ready at {width} x {height} pixels.': '{count} 张图像已就绪，{width} x {height} 像素。',
  '{count} images in {folders} folders are ready at {width} x {height} pixels.':
    '{folders} 个文件夹中的 {count} 张图像已就绪，{width} x {height} 像素。',
  '{count} pairs are ready, the left and right halves of {pictures} pictures.':
    '{count} 对已就绪，即 {pictures} 张图片的左右两半。',
  '{count} pictures of {name} and {other} of {second} are ready.':
    '{name} 的 {count} 张和 {second} 的 {other} 张图片已就绪。',
} as const;
