// Chinese texts of what is wrong with model.bin of boards, by the English text; `{name}` is a gap.
export default {
  '{what} is {value}, expected {least} to {most}': '{what}：{value}，应为 {least} 到 {most}',
  'the {count} numbers of {step} at byte {at} are not in its {bytes} bytes':
    '{step} 在第 {at} 字节处的 {count} 个数不在文件的 {bytes} 字节之内',
  'step {step}': '步骤 {step}',
  '{step} is of the kind {kind}, which there is none of': '{step} 的类型是 {kind}，没有这种类型',
  'a side of {step}': '{step} 的一条边',
  'the size of {step}': '{step} 的大小',
  'the window of {step}': '{step} 的窗口',
  'a border of {step}': '{step} 的一条边缘',
  'the scale of {step} is {scale}': '{step} 的缩放系数是 {scale}',
  '{step} holds the function {number}, which there is none of': '{step} 含有函数 {number}，没有这种函数',
  '{step} has {found} factors for {channels} channels': '{step} 为 {channels} 个通道准备了 {found} 个系数',
  'the place of its picture': '其图片的位置',
  'what it says of its picture is not in its {bytes} bytes': '它关于图片的说明不在其 {bytes} 字节之内',
  'a side of its picture': '其图片的一条边',
  'it holds {found} names of {count} classes': '它含有 {found} 个名称，而类别有 {count} 个',
  'its pictures are prepared in the way {number}, which there is none of':
    '它的图片按方式 {number} 准备，没有这种方式',
  'The file is a model.bin of version {version}, which is not known here.':
    '文件是版本 {version} 的 model.bin，这里不认识。',
  'it has {bytes} bytes, fewer than its header': '它有 {bytes} 字节，比文件头还少',
  'it says that it has {said} bytes, and has {bytes}': '它声称有 {said} 字节，实际有 {bytes} 字节',
  'its checksum is another': '它的校验和不同',
  'the number of steps': '步骤数',
  'its {count} steps are not in its {bytes} bytes': '它的 {count} 个步骤不在其 {bytes} 字节之内',
  'The file is a model.bin of an earlier version, whose integers do not say which numbers they stand for.':
    '文件是较早版本的 model.bin，其中的整数没有说明代表哪些数。',
  'Export the run as model.bin again, or as TensorFlow Lite, and open that.':
    '请把运行重新导出为 model.bin 或 TensorFlow Lite，然后打开它。',
  'the scales of its steps are not in its {bytes} bytes': '它的步骤的缩放系数不在其 {bytes} 字节之内',
  'the scale of its input is {scale}': '它的输入的缩放系数是 {scale}',
  'the length of its noise': '其噪声的长度',
  'the number of its classes': '其类别数',
  'the height of its image': '其图像的高度',
  'the width of its image': '其图像的宽度',
  'the channels of its image': '其图像的通道数',
  '{step} makes {shape}, not {said}': '{step} 产生 {shape}，而不是 {said}',
  'its last step makes no image of {shape}': '它的最后一步没有产生 {shape} 的图像',
  '{step} reads {shape}, where {found} lies': '{step} 读取 {shape}，而那里是 {found}',
  '{step} reads {shape}, where nothing lies': '{step} 读取 {shape}，而那里什么也没有',
  '{step} makes {shape} of {sides} by windows of {window}, which do not lie so':
    '{step} 用 {window} 的窗口把 {sides} 变成 {shape}，而窗口不是这样排列的',
  '{step} makes {shape} of {sides} with borders {top} and {left}':
    '{step} 用边缘 {top} 和 {left} 把 {sides} 变成 {shape}',
  '{step} does not say which function its table holds': '{step} 没有说明其表中是哪个函数',
  '{step} has windows that leave the border out': '{step} 的窗口没有包括边缘',
  '{step} makes {shape} of {sides}': '{step} 把 {sides} 变成 {shape}',
  'the parts of {step} do not lie side by side': '{step} 的各部分不是并排的',
} as const;
