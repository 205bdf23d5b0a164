// Chinese texts of published data sets, their files and those that a person gives for them, by the English text; `{name}` is a gap.
export default {
  '{name} holds IDX values of type 0x{type}; expected unsigned bytes, type 0x08.':
    '{name} 中 IDX 值的类型是 0x{type}；应为无符号字节，类型 0x08。',
  '{name} is not an IDX file: expected it to start with 00 00 08 and the number of dimensions, came {start}.':
    '{name} 不是 IDX 文件：开头应为 00 00 08 和维数，实际是 {start}。',
  '{name} ends in its header: expected at least {needed} bytes, came {bytes}.':
    '{name} 在文件头中就结束了：至少应有 {needed} 字节，实际 {bytes} 字节。',
  '{name} is truncated: {sides} values need {needed} bytes, came {bytes}.':
    '{name} 被截断：{sides} 个值需要 {needed} 字节，实际 {bytes} 字节。',
  '{name} is too long: {sides} values need {needed} bytes, came {bytes}.':
    '{name} 过长：{sides} 个值需要 {needed} 字节，实际 {bytes} 字节。',
  'Give the file as it was published, complete and unchanged (IDX, or IDX packed with gzip).':
    '请给出与公开时一样的文件，完整且未更改（IDX，或用 gzip 压缩的 IDX）。',
  '{name} is truncated or damaged gzip data: after {packed} packed bytes ({bytes} unpacked) the unpacker says {reason}.':
    '{name} 的 gzip 数据被截断或损坏：在 {packed} 个压缩字节（解压后 {bytes} 字节）之后，解压程序报告 {reason}。',
  'Fetch or copy the file again.': '请重新下载或复制该文件。',
  '{name} unpacks to more than the {bytes} bytes that were expected.':
    '{name} 解压后超过了预期的 {bytes} 字节。',
  'Give the file as it was published.': '请给出与公开时一样的文件。',
  '{file} holds {bytes} bytes unpacked, expected {needed}':
    '{file} 解压后有 {bytes} 字节，应为 {needed} 字节',
  '{file} has SHA-256 {sum}, expected {needed}': '{file} 的 SHA-256 是 {sum}，应为 {needed}',
  '{what}: {done} of {all} MB': '{what}：{done} MB，共 {all} MB',
  '{data}, {file} from {place}': '{data}，{file}（来自 {place}）',
  'this server': '此服务器',
  'The copy on this device is damaged ({problem}); getting it again':
    '此设备上的副本已损坏（{problem}）；正在重新获取',
  'expected gzip (1F 8B) or IDX (00 00 08), came {start}':
    '应为 gzip（1F 8B）或 IDX（00 00 08），实际是 {start}',
  'Try another source.': '请尝试其他来源。',
  '{file} is kept until the page is closed only: {reason}': '{file} 只保留到页面关闭：{reason}',
  '{data} could not be loaded: no source gave {file}. Tried {places}.':
    '无法加载 {data}：没有来源提供 {file}。尝试过：{places}。',
  'The download': '下载',
  '{name} has {bytes} bytes; at most {most} are read.': '{name} 有 {bytes} 字节；最多读取 {most} 字节。',
  'Give a smaller file.': '请给出更小的文件。',
  '{name} holds {sides} values; expected images of n x {height} x {width} or n labels.':
    '{name} 含有 {sides} 个值；应为 n x {height} x {width} 的图像或 n 个标签。',
  'Give IDX files of the right size, or use your own images as a folder or zip.':
    '请给出大小正确的 IDX 文件，或以文件夹或 zip 使用你自己的图像。',
  '{name} holds the label {label}; expected labels from 0 to {most}.':
    '{name} 含有标签 {label}；标签应为 0 到 {most}。',
  'Give the images alone: they train without labels too.': '请只给出图像：没有标签也能训练。',
  '{name}: the published {count} train images, checked.': '{name}：公开的 {count} 张训练图像，已检查。',
  '{name}: the published {count} train labels, checked.': '{name}：公开的 {count} 个训练标签，已检查。',
  '{name}: the published {count} test images, checked.': '{name}：公开的 {count} 张测试图像，已检查。',
  '{name}: the published {count} test labels, checked.': '{name}：公开的 {count} 个测试标签，已检查。',
  '{name}: {count} train images of your own (not the published {data} file); they are used in its place while "Files" is set to automatic.':
    '{name}：你自己的 {count} 张训练图像（不是公开的 {data} 文件）；当“文件”设为“自动”时用它们代替。',
  '{name}: {count} train labels of your own (not the published {data} file); they are used in its place while "Files" is set to automatic.':
    '{name}：你自己的 {count} 个训练标签（不是公开的 {data} 文件）；当“文件”设为“自动”时用它们代替。',
  '{name}: {count} test images of your own (not the published {data} file); they are used in its place while "Files" is set to automatic.':
    '{name}：你自己的 {count} 张测试图像（不是公开的 {data} 文件）；当“文件”设为“自动”时用它们代替。',
  '{name}: {count} test labels of your own (not the published {data} file); they are used in its place while "Files" is set to automatic.':
    '{name}：你自己的 {count} 个测试标签（不是公开的 {data} 文件）；当“文件”设为“自动”时用它们代替。',
  'Choose {name} or a file like it.': '请选择 {name} 或类似的文件。',
  'Checking {name}': '正在检查 {name}',
  'Files checked': '文件已检查',
  'Your file of train images': '你的训练图像文件',
  'Your file of train labels': '你的训练标签文件',
  'Your file of test images': '你的测试图像文件',
  'Your file of test labels': '你的测试标签文件',
  'Class {class} was chosen, but these images carry no labels.': '选择了类别 {class}，但这些图像没有标签。',
  'Choose all classes, or give the file of labels too.': '请选择所有类别，或同时给出标签文件。',
  'None of the {count} images is of class {class}.': '{count} 张图像中没有一张属于类别 {class}。',
  'Choose all classes or another class.': '请选择所有类别或另一个类别。',
  'There are {images} images and {labels} labels; expected as many labels as images.':
    '有 {images} 张图像和 {labels} 个标签；标签应与图像一样多。',
  'Give the images and the labels that belong together, or set "Files" to published.':
    '请给出相配的图像和标签，或把“文件”设为“公开版”。',
  'no IDX file by its name': '从名称看不是 IDX 文件',
  'Image {index} was asked for; the data set has {count} images.':
    '请求了图像 {index}；数据集有 {count} 张图像。',
  'A file on this device ends early: {read} of {bytes} bytes from {at}.':
    '此设备上的一个文件过早结束：从 {at} 起的 {bytes} 字节中只有 {read} 字节。',
  'Give the folder or zip again.': '请重新给出文件夹或 zip。',
  'The images that this run learns from were replaced by others.': '此运行所学习的图像已被其他图像替换。',
  'Open it again from Runs: it goes on from its last save with the new ones.':
    '请从“记录”重新打开它：它会从上次保存处用新的图像继续。',
  'Files cannot be written in place.': '文件不能就地写入。',
  'this browser did not take {bytes} bytes ({reason})': '此浏览器没有接受 {bytes} 字节（{reason}）',
  'this page is not served over https, so the browser offers no storage for files':
    '此页面不是通过 https 提供的，因此浏览器不提供文件存储',
} as const;
